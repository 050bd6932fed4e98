"""Negotiations that break no rule, or only one.

What breaks a rule stands in the module of the name that the module of the rule has in `negotrack.rules`, in its `WAYS`.
The others draw clean negotiations, and are the means to damage them; `rules` puts all together, and mends what
else the damage broke, unless the rule is one of those that it lists.
"""
