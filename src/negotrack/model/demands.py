"""What is asked for, offered or refused?"""

from enum import StrEnum, unique
from typing import final

from attrs import field, frozen

from negotrack.fields import as_made, checked, choice, none_of, one_or_more, optional_texts, texts
from negotrack.ids import Id, check_id, check_id_or_none, check_ids
from negotrack.model.decision import DECISIONS, Decision


@unique
class Finality(StrEnum):
    """Until when the agreed parts of a demand are provisional.

    Examples:
        >>> from negotrack import seed
        >>> {demand.id: demand.final for demand in seed("colombia-farc").demands if demand.final}
        {'final-agreement': <Finality.ALL: 'all'>}
    """

    __module__ = "negotrack"

    ALL = "all"
    """Nothing is agreed until everything is agreed: while the whole is not agreed, its agreed parts are provisional."""


def decision(value: str | Decision) -> Decision:
    """Give the rule that a word names; a rule stays what it is.

    Raises:
        BadField: no rule has this name.

    Examples:
        >>> decision("two-thirds").needs
        '2/3'
    """
    if isinstance(value, Decision):
        return value
    for name, rule in DECISIONS.items():
        if name == value:
            return rule
    raise none_of(tuple(DECISIONS), value, "decision")


def optional_decision(value: str | Decision | None) -> Decision | None:
    """Give the rule that a word names, or None where nothing was recorded.

    Raises:
        BadField: no rule has this name.
    """
    return None if value is None else decision(value)


def _finality(value: str | None) -> Finality | None:
    return None if value is None else choice(Finality, value, "final")


@final
@frozen(repr=False, field_transformer=checked)
class Demand:
    """Anything that can be asked for, offered or refused: a proposal, an article, an agenda item, a whole treaty.

    Attributes:
        text: its first text, version 1.
        part_of: the demand that it is a part of.
        excludes: the ids of its rivals, in any order: it makes no sense that one of them is agreed as well.
        requires: the ids of what has to be agreed as well for it to make sense, in any order. No condition: it holds
            nothing up.
        succeeds: the ids of the older demands that it renames or replaces, in any order: once it is agreed, they are
            replaced.
        between: the ids of the parties whose assent counts, in any order; None: those that the negotiation names,
            else all principals.
        decision: how many of them have to assent; None: as the negotiation says, else all.
        final: whether its agreed parts are provisional until it is agreed; None: they are not.
        tags: words to group by, in any order; they have no meaning of their own.

    Raises:
        BadId: `id`, or an id it names, is none.
        BadField: a word is outside its list; the nearest is suggested.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Demand("corridor", "Zangezur corridor", part_of="unblocking")
        Demand('corridor', 'Zangezur corridor', part_of='unblocking')
    """

    __module__ = "negotrack"

    id: Id = field(validator=check_id)
    title: str = field()
    text: str | None = field(default=None, kw_only=True)
    part_of: Id | None = field(default=None, kw_only=True, validator=check_id_or_none)
    excludes: tuple[Id, ...] = field(default=(), kw_only=True, converter=texts, validator=check_ids)
    requires: tuple[Id, ...] = field(default=(), kw_only=True, converter=texts, validator=check_ids)
    succeeds: tuple[Id, ...] = field(default=(), kw_only=True, converter=one_or_more, validator=check_ids)
    between: tuple[Id, ...] | None = field(
        default=None, kw_only=True, converter=optional_texts, validator=check_ids
    )
    decision: Decision | None = field(default=None, kw_only=True, converter=optional_decision)
    final: Finality | None = field(default=None, kw_only=True, converter=_finality)
    tags: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    note: str | None = field(default=None, kw_only=True)

    __repr__ = as_made
