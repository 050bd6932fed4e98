"""Which negotiations does nobody think of who writes a rule?"""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from attrs import evolve

from negotrack.model.claims import Claim
from negotrack.model.demands import Demand
from negotrack.model.parties import Party
from negotrack.model.rounds import Round
from negotrack.model.sources import Event, Source
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.sentence import Sentence
from negotrack.stances import Stance

_US, _PAY = Party("us", "Us"), Demand("pay", "Pay")
_MARKUP = "[bold]us[/bold] {us} %s \x1b[31m"
_SAYING_ALL = [
    Statement(Sentence(["us"], stance, ["pay"], ["pay"] if stance is Stance.ACCEPTS else []))
    for stance in Stance
]

ODD: Sequence[Negotiation] = (
    Negotiation(""),
    Negotiation("Nobody", demands=[_PAY], rounds=[Round("march", "2026-03")]),
    Negotiation("Nothing asked for", parties=[_US], rounds=[Round("march", "2026")]),
    Negotiation("No rounds", parties=[_US], demands=[_PAY]),
    Negotiation(
        "A round without words", parties=[_US], demands=[_PAY], rounds=[Round("march", "2026-03-02")]
    ),
    Negotiation("Only events", events=[Event("2026-03-02", "A strike")]),
    Negotiation(
        "One party",
        parties=[_US],
        demands=[_PAY],
        rounds=[Round("march", "2026-03-02", statements=_SAYING_ALL, claims=[Claim("pay", "agreed")])],
    ),
    Negotiation(
        "Nothing that is named is there",
        between=["us"],
        rounds=[
            Round(
                "march",
                "2026-03-02",
                source="minutes",
                present=["us"],
                statements=["us and them accept pay if hours"],
                claims=[Claim("pay", "agreed", according_to="us")],
            )
        ],
    ),
    Negotiation(
        _MARKUP,
        note=_MARKUP,
        parties=[Party("us", _MARKUP, aliases=[""]), Party("them", "")],
        demands=[Demand("pay", _MARKUP, text="", tags=[""])],
        sources=[Source("minutes", "", file="no-such-file.txt", url=_MARKUP)],
        rounds=[
            Round(
                "march",
                "2026-03-02",
                place=_MARKUP,
                statements=[Statement("us proposes pay", source="minutes", quote=_MARKUP, locator="")],
            )
        ],
    ),
    Negotiation(
        "One id for all",
        parties=[Party("same", ""), Party("same-1", "")],
        demands=[Demand("same", ""), Demand("same-1", "", part_of="same")],
        sources=[Source("same", "")],
        rounds=[
            Round("same", "2026-03-02", source="same", statements=["same proposes same, same-1"]),
            Round("same-1", "2026-03-01", statements=["same-1 accepts same and same-1"]),
        ],
    ),
)
"""Records that can be read, and in which there is too little, or something where it is not looked for."""

T = TypeVar("T")


def with_gaps(talks: Negotiation) -> Iterator[Negotiation]:
    """Give a negotiation with one thing left out: each party, demand, source and round once. What names it stays.

    Examples:
        >>> from negotrack import seed
        >>> for other in [*with_gaps(seed("sochi-2022"))][:2]:
        ...     print([party.id for party in other.parties])
        ['armenia', 'russia']
        ['azerbaijan', 'russia']
    """
    yield from (evolve(talks, parties=left) for left in _without_one(talks.parties))
    yield from (evolve(talks, demands=left) for left in _without_one(talks.demands))
    yield from (evolve(talks, sources=left) for left in _without_one(talks.sources))
    yield from (evolve(talks, rounds=left) for left in _without_one(talks.rounds))


def _without_one(several: tuple[T, ...]) -> Iterator[tuple[T, ...]]:
    for index in range(len(several)):
        yield several[:index] + several[index + 1 :]
