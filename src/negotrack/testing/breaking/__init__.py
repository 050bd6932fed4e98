"""Negotiations that break no rule, or only one."""
