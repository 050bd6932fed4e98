"""Negotiations in which about everything is broken that can be, and which can be built all the same."""

from collections.abc import Callable

from attrs import evolve

from negotrack.model.claims import Claim
from negotrack.model.decision import Decision
from negotrack.model.parties import Membership, Party
from negotrack.model.rounds import Round
from negotrack.model.settings import Excuse
from negotrack.model.sources import Source
from negotrack.model.statements import Statement
from negotrack.negotiation import Negotiation
from negotrack.testing.drawing import Dice

STRANGER = "stranger"


def broken_in_many_ways(dice: Dice, talks: Negotiation) -> Negotiation:
    """Break a loose negotiation further: words are where they make no sense, and nobody decides what cannot be."""
    for damage in DAMAGES:
        if dice.chance(6):
            talks = damage(talks)
    return talks


def _veto(talks: Negotiation) -> Negotiation:
    return evolve(talks, decision=Decision("0/1", veto=[STRANGER, *(party.id for party in talks.parties)]))


def _decider(talks: Negotiation) -> Negotiation:
    return evolve(talks, between=[STRANGER, *(party.id for party in talks.parties)])


def _nobody(talks: Negotiation) -> Negotiation:
    return evolve(talks, between=[])


def _nameless(talks: Negotiation) -> Negotiation:
    return evolve(talks, parties=[evolve(party, name="") for party in talks.parties])


def _leaving(talks: Negotiation) -> Negotiation:
    places = [Membership(party.id, joins=STRANGER, leaves=STRANGER) for party in talks.parties]
    bloc = Party(
        "bloc",
        "",
        role="bloc",
        members=[*places, Membership("bloc"), STRANGER],
        joins=STRANGER,
        leaves=STRANGER,
    )
    return evolve(talks, parties=[*talks.parties, bloc])


def _empty_round(talks: Negotiation) -> Negotiation:
    return evolve(talks, rounds=[Round("empty", "1900", present=[]), *talks.rounds])


def _loose_texts(talks: Negotiation) -> Negotiation:
    rounds = [
        evolve(one, statements=[evolve(said, text="") for said in one.statements]) for one in talks.rounds
    ]
    return evolve(talks, rounds=rounds)


def _quotes(talks: Negotiation) -> Negotiation:
    sources = [evolve(source, file="notes.txt") for source in talks.sources]
    filed = Source("filed", "", file="minutes.txt")
    said = [
        Statement("stranger accepts stranger", source=cited, quote="...") for cited in ("filed", STRANGER)
    ]
    return evolve(
        talks, sources=[*sources, filed], rounds=[*talks.rounds, Round("quoting", "2022", statements=said)]
    )


def _claims(talks: Negotiation) -> Negotiation:
    claims = [Claim(demand.id, "agreed", according_to=STRANGER) for demand in talks.demands] * 2
    return evolve(talks, rounds=[evolve(one, claims=[*one.claims, *claims]) for one in talks.rounds])


def _attendance(talks: Negotiation) -> Negotiation:
    return evolve(
        talks,
        rounds=[
            evolve(one, delegates={STRANGER: "somebody"}, present=[STRANGER], mediators=[STRANGER])
            for one in talks.rounds
        ],
    )


def _succession(talks: Negotiation) -> Negotiation:
    ids = [demand.id for demand in talks.demands]
    turned = zip(talks.demands, [*ids[1:], *ids[:1]], strict=True)
    return evolve(talks, demands=[evolve(demand, succeeds=other) for demand, other in turned])


def _excuses(talks: Negotiation) -> Negotiation:
    excuse = Excuse("NT999", "", round=STRANGER, demand=STRANGER, party=STRANGER)
    return evolve(
        talks, check=evolve(talks.check, ignore=["nt", "NT999"], ignore_at=[excuse, Excuse("nt", "")])
    )


DAMAGES: tuple[Callable[[Negotiation], Negotiation], ...] = (
    _veto,
    _decider,
    _nobody,
    _nameless,
    _leaving,
    _empty_round,
    _loose_texts,
    _quotes,
    _claims,
    _attendance,
    _succession,
    _excuses,
)
