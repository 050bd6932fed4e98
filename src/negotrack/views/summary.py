"""What is said of a state as a whole, above and below the positions?"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from negotrack.breaks import Break, Relation
from negotrack.omissions import LeftOut
from negotrack.outline import Entry
from negotrack.sentence import enumerated
from negotrack.state import State
from negotrack.views.naming import party_words, round_words
from negotrack.views.selection import Selection
from negotrack.visible import shortened, visible

_MANY = 8
"""Of more demands than this that nobody has spoken of it is said in brief how many they are."""

_REASONS = 3
"""How many reasons are told of one statement that is left out."""


def as_of(state: State) -> str:
    """Say as of which round a state is: `After round 1 of 1: 31 Oct 2022, Sochi, Trilateral summit`."""
    if state.round is None:
        return "Before the first round" if state.round_count else "No rounds yet."
    return f"After round {state.number} of {state.round_count}: {round_words(state.round)}"


def counts(state: State) -> str:
    """Count the outcomes: `5 of 11 agreed (1 provisionally), 1 rejected, 5 pending; 1 unraised`."""
    found = state.counts
    off = {"replaced": state.replaced, "withdrawn": state.withdrawn, "unraised": state.unraised}
    others = ", ".join(f"{len(demands)} {word}" for word, demands in off.items() if demands)
    provisional = f" ({found.provisional} provisionally)" if found.provisional else ""
    return (
        f"{found.agreed} of {found.total} agreed{provisional}, {found.rejected} rejected, "
        f"{found.pending} pending{'; ' if others else ''}{others}"
    )


def unraised(entries: Sequence[Entry], *, is_brief: bool) -> Iterator[str]:
    """Say which demands nobody has spoken of; in brief, where they are many, only how many."""
    if is_brief and len(entries) > _MANY:
        yield f"Unraised: {len(entries)} demands; `--outcome unraised` lists them."
    elif entries:
        listed = ", ".join(f"{entry.number} {visible(entry.demand.title)}" for entry in entries)
        yield f"Unraised: {listed}."


def absent(selection: Selection) -> Iterator[str]:
    """Say which parties have said nothing at all, and which have not joined yet."""
    state = selection.state
    is_last = state.number == state.round_count
    if selection.silent and not state.voices:
        yield f"Nobody has said anything{'' if is_last else ' so far'}."
    elif selection.silent:
        until_now = "throughout" if is_last else "so far"
        yield f"Silent {until_now}: {', '.join(map(party_words, selection.silent))}."
    if selection.unjoined:
        yield f"Not joined yet: {', '.join(map(party_words, selection.unjoined))}."


def package(state: State) -> Iterator[str]:
    """Say what would be agreed together, and what that would break."""
    if state.package:
        named = enumerated([state.numbers[demand] for demand in state.package])
        together = " together" if len(state.package) > 1 else " if all conditional offers were called in"
        yield f"Package on the table: {named} would be agreed{together}."
    for broken in state.package_breaks:
        yield breaks(broken, state)


def breaks(broken: Break, state: State) -> str:
    """Say which declaration the package would break, together with what is agreed."""
    demand, other = state.numbers[broken.demand], state.numbers[broken.other]
    if broken.other not in state.package:
        other = f"{other} ({state.outcome(broken.other)})"
    match broken.relation:
        case Relation.EXCLUDES:
            return f"Not both can be agreed: {demand} excludes {other}."
        case Relation.REQUIRES:
            return f"Not without the other: {demand} requires {other}."
        case _:
            assert_never(broken.relation)


def left_out(words: Iterable[LeftOut]) -> Iterator[str]:
    """Say of each statement of which something is left out what that is, and why."""
    for (_, said_in), several in groupby(words, key=lambda one: (id(one.said), one.said_in)):
        first, *others = several
        reasons = [one.reason for one in (first, *others[: _REASONS - 1])]
        more = f", and {len(others) + 1 - len(reasons)} more" if len(others) + 1 > len(reasons) else ""
        says = shortened(str(first.said.says))
        yield visible(f"{says} ({said_in}): {'; '.join(reasons)}{more}.")


def left_out_of(words: Iterable[LeftOut]) -> Iterator[str]:
    """Say the same where no head says what it is about."""
    for sentence in left_out(words):
        yield f"Left out: {sentence}"
