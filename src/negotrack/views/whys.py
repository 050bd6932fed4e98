"""What is said of parties that do not assent? The one table of the words for their reasons."""

from collections.abc import Mapping
from typing import final

from attrs import Factory, field, frozen

from negotrack.decisions import Why
from negotrack.views.grammar import Predicate


@final
@frozen
class Words:
    """What is said of parties for one reason."""

    brief: Predicate
    """What they do, where there is little room."""
    whole: Predicate = Factory(lambda words: words.brief, takes_self=True)
    """What they do, in a sentence on the demand, which is `it` there."""
    before: str = field(default="", kw_only=True)
    """What stands before their names in that sentence."""
    with_demands: str = field(
        default=Factory(lambda words: words.brief.singular, takes_self=True), kw_only=True
    )
    """What one of them does, before the demands that it holds up by it."""
    to_do: str = field(default="", kw_only=True)
    """What one of them has to do, before the demands on which it put its decision off."""


WORDS: Mapping[Why, Words] = {
    Why.REFUSES: Words(Predicate("refuses", "refuse")),
    Why.SILENT: Words(
        Predicate("silent", "silent"),
        Predicate("is recorded", "is recorded"),
        before="no word of ",
        with_demands="silent on",
    ),
    Why.LAPSED: Words(Predicate("lapsed", "lapsed"), with_demands="lapsed on"),
    Why.RESERVES: Words(
        Predicate("reserves", "reserve"),
        Predicate("reserves its position", "reserve their positions"),
        to_do="to decide on its reservation of",
    ),
    Why.DEFERS: Words(Predicate("defers", "defer"), Predicate("defers it", "defer it"), to_do="to take up"),
    Why.WITHDRAWS: Words(
        Predicate("withdraws", "withdraw"),
        Predicate("withdrew its proposal", "withdrew their proposals"),
    ),
    Why.WAITS: Words(Predicate("waits for", "wait for"), with_demands="assents"),
}
"""The words for every reason but assents: what is agreed is told of by whose assent it is."""
