"""Which rules stand in which module of `rules/`? Its name is also that of the ways to break them, and of a dossier."""

from __future__ import annotations

from negotrack import RULES
from negotrack.rules.rule import BuiltIn, Rule


def module_of(rule: BuiltIn | Rule) -> str:
    """Give the name of the module in which a rule stands."""
    return rule.function.__module__.rpartition(".")[2]


MODULES = {
    module: [rule.code for rule in RULES if module_of(rule) == module] for module in map(module_of, RULES)
}
"""The codes of the rules in each module."""
MODULES.pop("reading")  # what cannot be read is no negotiation
