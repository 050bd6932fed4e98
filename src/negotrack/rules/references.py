"""Does everything that the record names exist, and is it spoken of?"""

from collections.abc import Iterable, Iterator
from typing import assert_never

from negotrack.ids import ids_by_name
from negotrack.model.parties import Role
from negotrack.nearest import did_you_mean
from negotrack.places import AtKey
from negotrack.rules.case import Case
from negotrack.rules.dangling import Dangling
from negotrack.rules.rule import Found, Problem
from negotrack.subjects import Kind


def unknown_party(case: Case) -> Found:
    """Find a name that stands for a party but is no party of the record.

    Why it matters:
        A statement by a party that the record does not know is left out of the reading. The party that
        it was meant for then looks silent, and an agreement or a refusal can go missing. The same goes
        for members, mediators and deciders.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union proposes pay",
          "employers reject pay",  # NT101
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union proposes pay",
          "employer rejects pay",
        ]

    How to fix:
        Write the id as `[parties]` has it, or declare the party there:
        `employers = "Employers' federation"`. Other names of one party go into its `aliases`.

    Source:
        The article by IRIA on the Sochi talks of 2022 calls one party Azerbaijan, Baku and the
        Azerbaijani side. A record needs one id for all three.
    """
    yield from _unknown(case, Kind.PARTY, case.parties)


def unknown_demand(case: Case) -> Found:
    """Find a name that stands for a demand but is no demand of the record.

    Why it matters:
        A statement on a demand that the record does not know changes no position. A condition that
        names such a demand is never met, so an assent can wait for ever without a reader seeing why.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union proposes pay",
          "employer rejects wages",  # NT102
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union proposes pay",
          "employer rejects pay",
        ]

    How to fix:
        Write the id as `[demands]` has it, or declare the demand there: `wages = "Higher wages"`. Check
        first whether the two words mean one demand or two.

    Source:
        Reports on the talks between Armenia and Azerbaijan write Zangezur, Zangazur or Syunik where
        they speak of one proposed route. A record that follows each spelling would lose what was said,
        or count one demand several times.
    """
    yield from _unknown(case, Kind.DEMAND, case.demands)


def unknown_round(case: Case) -> Found:
    """Find a party or a member that joins or leaves at a round that is not in the record.

    Why it matters:
        Whose assent a demand needs depends on who takes part at the time. Where the round is unknown,
        that limit has no effect, so a party may count when it did not take part, and an outcome may
        change.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", city = { name = "City council", joins = "summer" } }  # NT103
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04

        [[rounds]]
        id = "autumn"
        date = 2024-09-02
        statements = ["union proposes pay", "city accepts pay"]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", city = { name = "City council", joins = "autumn" } }
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04

        [[rounds]]
        id = "autumn"
        date = 2024-09-02
        statements = ["union proposes pay", "city accepts pay"]

    How to fix:
        Write the id of a round of this record in `joins` or `leaves`. `leaves` names the first round
        without the party.

    Source:
        The United Kingdom ceased to be a member of the European Union on 31 January 2020. A record of
        talks that the Union held before and after that day has to name the round from which the Union
        no longer speaks for it.
    """
    yield from _unknown(case, Kind.ROUND, case.calendar.numbers)


def unknown_source(case: Case) -> Found:
    """Find a source that is cited but not declared.

    Why it matters:
        A statement is worth as much as the source behind it. A reader who meets a source that the
        record does not describe cannot look it up, nor tell an official text from a press report.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }
        sources = { minutes = { title = "Minutes of the talks" } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          { says = "union proposes pay", source = "minute" },  # NT104
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }
        sources = { minutes = { title = "Minutes of the talks" } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          { says = "union proposes pay", source = "minutes" },
        ]

    How to fix:
        Write the id as `[sources]` has it, or declare the source there with at least a title:
        `minute = { title = "Minute of 4 March" }`.

    Source:
        The record of the Sochi talks of 2022 that comes with negotrack follows an article by IRIA, and
        names the statement of the leaders as the PA-X Peace Agreements Database publishes it. Readers
        can open both and compare.
    """
    yield from _unknown(case, Kind.SOURCE, case.sources)


def never_spoken_of(case: Case) -> Found:
    """Find a demand that no statement names, or a principal party that never speaks.

    Why it matters:
        A demand without a word on it, or a party without a voice, may be a gap in the record and no
        fact about the talks. A reader cannot tell the two apart.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }

        [demands]
        pay = "Pay rise"
        leave = "Longer leave"  # NT107

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["union proposes pay", "employer rejects pay"]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }

        [demands]
        pay = "Pay rise"
        leave = "Longer leave"

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["union proposes pay and leave", "employer rejects pay"]

    How to fix:
        Enter what was said: `"union proposes leave"`. Take out a demand that was never raised, and give
        a party that only looks on another role, such as `role = "observer"`.

    Source:
        The article by IRIA on the Sochi talks of 2022 leaves out points that other reports have on the
        table, such as a longer stay of the Russian peacekeepers. A demand that is listed and never
        spoken of can be the trace of such a gap.
    """
    named: set[str] = set()
    speakers: set[str] = set()
    for said in case.said:
        says = said.statement.says
        named.update(says.demands, says.conditions)
        speakers.update(holder for holder in says.holders if not said.is_account_of(holder))
        speakers.update([said.statement.according_to] if said.statement.according_to else [])
    speakers.update(case.talks.timeline.journal.speakers)
    wholes = {demand.part_of for demand in case.talks.demands}
    for demand in case.talks.demands:
        if demand.id not in named and demand.id not in wholes:
            hint = "record what was said of it, or leave it out"
            yield Problem(f"no statement names `{demand.id}`", AtKey(("demands", demand.id)), hint=hint)
    for party in case.talks.parties:
        if party.role is Role.PRINCIPAL and party.id not in speakers:
            hint = "record its words, or give it a role in which its assent is not needed"
            yield Problem(f"`{party.id}` never speaks", AtKey(("parties", party.id)), hint=hint)


def _unknown(case: Case, kind: Kind, known: Iterable[str]) -> Found:
    """Give a problem for every mention of something of a kind that is not there."""
    mentions = [mention for mention in case.dangling if mention.kind is kind]
    by_name = ids_by_name(_names(case, kind)) if mentions else {}
    hints: dict[tuple[str, str], str] = {}
    for mention in mentions:
        id_, what = mention.id, mention.what
        if (id_, what) not in hints:
            meant = f"did you mean `{by_name[id_]}`?" if id_ in by_name else _of_other_kind(case, mention)
            near = did_you_mean(id_, known) if len(hints) < _SUGGESTED else ""
            hints[id_, what] = meant or near or _DECLARE[kind].format(id_)
        yield Problem(
            f"there is no {kind} `{id_}`" + (f", named here as {what}" if what != kind else ""),
            mention.place,
            hint=hints[id_, what],
            parties=(id_,) if kind is Kind.PARTY else (),
            demands=(id_,) if kind is Kind.DEMAND else (),
        )


def _names(case: Case, kind: Kind) -> Iterator[tuple[str, str]]:
    """Give the names and titles of all things of a kind, each with the id."""
    match kind:
        case Kind.PARTY:
            parties = case.parties.values()
            yield from ((name, party.id) for party in parties for name in (party.name, *party.aliases))
        case Kind.DEMAND:
            yield from ((demand.title, demand.id) for demand in case.demands.values())
        case Kind.ROUND:
            yield from ((round_.title, round_.id) for round_ in case.talks.rounds if round_.title)
        case Kind.SOURCE:
            yield from ((source.title, source.id) for source in case.sources.values())
        case _:
            assert_never(kind)


def _of_other_kind(case: Case, mention: Dangling) -> str:
    """Say what an id names, if that is something of another kind."""
    known = {
        Kind.SOURCE: case.sources,
        Kind.PARTY: case.parties,
        Kind.DEMAND: case.demands,
        Kind.ROUND: case.calendar.numbers,
    }
    match next((kind for kind, ids in known.items() if mention.id in ids), mention.kind), mention.kind:
        case (Kind.SOURCE, Kind.PARTY):
            is_giver = mention.what.startswith("giver")
            takes = "; `according_to` takes the party whose account it is" if is_giver else ""
            return f'`{mention.id}` is a source: source = "{mention.id}"{takes}'
        case (found, wanted) if found is not wanted:
            goes = "the party comes first" if mention.what == "holder" else f"a {wanted} goes here"
            return f"`{mention.id}` is a {found}; {goes}"
        case _:
            return ""


_SUGGESTED = 20
"""For how many ids a known one is looked for that was meant: that takes long, and nobody reads more."""

_DECLARE = {
    Kind.PARTY: 'declare it under [parties]: {} = {{ name = "its name", role = "other" }}; without a role it decides',
    Kind.DEMAND: 'declare it under [demands]: {} = "its title"',
    Kind.ROUND: 'name a round by its `id`, or add one with id = "{}"',
    Kind.SOURCE: 'declare it under [sources]: {} = {{ title = "its title" }}',
}
