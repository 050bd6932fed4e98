"""What holds of every rule, whatever the record?

A rule says what the record says. So it means nothing to it in which order parties, demands and sources are listed, or
by which ids they are known, and what it finds is in the record.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet

from negotrack.checking import Findings
from negotrack.findings import Finding
from negotrack.negotiation import Negotiation
from negotrack.places import InSentence, Place
from negotrack.rules.rule import Problem
from negotrack.testing.inside import is_inside
from negotrack.testing.renaming import ids_in, in_other_orders, mirrored, new_name
from negotrack.visible import visible

Look = Callable[[Negotiation], Findings]
"""Gives what one or more rules find in a negotiation."""
Told = tuple[object, ...]
"""What a finding says of whom and what, in no order."""


def told(finding: Finding, name: Callable[[str], str] = str) -> Told:
    """Give which rule a finding is of, how bad it is, and what it has to do with, each id by another name if need be.

    Where it stands is left out: what has to do with two demands may be shown at either. So is its message, which may
    list what it names in any order.
    """
    about = (finding.parties, finding.demands, finding.rounds)
    return (finding.code, finding.severity, *(frozenset(map(name, ids)) for ids in about))


def changed_by_itself(look: Look, talks: Negotiation) -> str:
    """Say what is found at first and what thereafter, if it differs in one record; nothing where it does not."""
    first, second = look(talks), look(talks)
    return _both("At first", first, "The second time", second) if _differ(first, second) else ""


def changed_by_order(look: Look, talks: Negotiation) -> str:
    """Say what is found in one order and what in another, if it differs; nothing where it does not."""
    found = look(talks)
    for other in in_other_orders(talks):
        after = look(other)
        if _differ(found, after):
            return _both("As it stands", found, f"With {_order(other)}", after)
    return ""


def changed_by_names(look: Look, talks: Negotiation) -> str:
    """Say what is found under the ids of a record and what under others, if it differs; nothing where it does not."""
    before, after = look(talks), look(mirrored(talks))
    if not _differ(before, after, new_name):
        return ""
    names = ", ".join(f"{new_name(id_)} for {id_}" for id_ in sorted(ids_in(talks)))
    return _both("As it stands", before, f"With other ids, {names}", after)


def astray(found: Iterable[Finding | Problem], talks: Negotiation) -> str:
    """Say what findings point to or name that the record does not have; nothing where it has all of it."""
    known = ids_in(talks)
    said = (line for one in found for line in (*_off_the_record(one, talks), *_unheard_of(one, known)))
    return "\n".join(dict.fromkeys(said))


def _off_the_record(found: Finding | Problem, talks: Negotiation) -> Iterator[str]:
    for place in (found.place, *(one.place for one in found.related)):
        if not is_inside(place, talks):
            yield f"nothing is at {_named(place)}, where it finds: {visible(found.message)}"


def _named(place: Place) -> str:
    where = f"`{visible('.'.join(map(str, place.path)))}`"
    return f"{where} that is `{visible(place.id)}`" if isinstance(place, InSentence) else where


def _unheard_of(found: Finding | Problem, known: AbstractSet[str]) -> Iterator[str]:
    for kind in ("parties", "demands", "rounds"):
        for id_ in getattr(found, kind):
            if id_ not in known:
                yield f"no id is `{visible(id_)}`, among the {kind} of what it finds: {visible(found.message)}"


def _differ(before: Findings, after: Findings, name: Callable[[str], str] = str) -> bool:
    """Tell whether findings say different things, those before by other names if need be."""
    is_same = Counter(told(one, name) for one in before) == Counter(map(told, after))
    return not is_same or bool(before.skipped) != bool(after.skipped)


def _both(then: str, before: Findings, now: str, after: Findings) -> str:
    return f"{then}:\n{listed(before)}\n{now}:\n{listed(after)}"


def listed(findings: Findings) -> str:
    """Give findings a line each, and why something could not be told."""
    lines = [str(one) for one in findings] + [
        f"not judged: {visible(one.reason)}" for one in findings.skipped
    ]
    return "\n".join(f"  {one}" for one in lines or ["nothing"])


def _order(talks: Negotiation) -> str:
    """Say in which order things are listed, of those of which there are several."""
    listed = {
        "parties": [one.id for one in talks.parties],
        "demands": [one.id for one in talks.demands],
        "sources": [one.id for one in talks.sources],
    }
    orders = [f"{name} in the order {', '.join(ids)}" for name, ids in listed.items() if len(ids) > 1]
    return "; ".join(orders)
