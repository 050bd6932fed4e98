"""Does everything that the record names exist, and is it used? The rules NT1."""

from collections.abc import Iterable, Mapping, Sequence

from negotrack.citing import cited
from negotrack.model.parties import Role
from negotrack.nearest import did_you_mean
from negotrack.places import AtKey, AtValue
from negotrack.rules.case import Case
from negotrack.rules.dangling import Dangling
from negotrack.rules.entries import Said
from negotrack.rules.knots import knots
from negotrack.rules.quotes import Texts, holds
from negotrack.rules.rule import Found, Problem, Skip
from negotrack.rules.wording import quoted
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


def unsourced(case: Case) -> Found:
    """Find a statement or a claimed outcome that rests on no source.

    Why it matters:
        Without a source nobody can check a statement, weigh it, or put it right. In a dispute over who
        said what, a statement without one is of little use.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }
        sources = { minutes = { title = "Minutes of the talks" } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          { says = "union proposes pay", source = "minutes" },
          "employer rejects pay",  # NT105
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
          { says = "employer rejects pay", source = "minutes" },
        ]

    How to fix:
        Add the source to the statement: `source = "minutes"`. Where one source covers the whole round,
        write that line once, in the round.

    Source:
        The article by IRIA on the Sochi talks of 2022 sets out what each party wanted (sentences 15 to
        20) without saying where it has this from. The record can at least name the article, so that a
        reader knows on what it rests.
    """
    hint = 'say where it is written: source = "..." here, or once for the round'
    for said in case.said:
        if not said.statement.source and not said.round.source:
            yield Problem(f"`{said.statement.says}` has no source", said.sentence, hint=hint)
    for claimed in case.claimed:
        claim = claimed.claim
        if not claim.source and not claimed.round.source:
            message = f"that `{claim.demand}` is `{claim.outcome}` is claimed without a source"
            yield Problem(message, claimed.outcome, hint=hint)


def unused_source(case: Case) -> Found:
    """Find a declared source that nothing in the record cites.

    Why it matters:
        A list of sources tells a reader what the record rests on. One that nothing cites suggests
        support that is not there, or a statement that was never entered.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [sources]
        minutes = { title = "Minutes of the talks" }
        leaflet = { title = "Leaflet of the union" }  # NT106

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [{ says = "union proposes pay", source = "minutes" }]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [sources]
        minutes = { title = "Minutes of the talks" }
        leaflet = { title = "Leaflet of the union" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [{ says = "union proposes pay", source = ["minutes", "leaflet"] }]

    How to fix:
        Cite the source where it bears something out: `source = ["minutes", "leaflet"]`. Where it bears
        out a note, name it there: `[leaflet]`. Otherwise take it off the list.

    Source:
        For the signing of the Colombian agreement in Cartagena in 2016, the European Parliament's
        research service has 26 September, Wikipedia 27 September. A record that lists both and cites
        one hides that the dates differ.
    """
    known = cited(case.talks, len(case.talks.rounds))
    for source in case.talks.sources:
        if source.id not in known:
            hint = f'cite it: source = "{source.id}", or leave it out'
            yield Problem(f"nothing cites `{source.id}`", AtKey(("sources", source.id)), hint=hint)


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
    speakers.update(cell.party for cell, _ in case.moves())
    wholes = {demand.part_of for demand in case.talks.demands}
    for demand in case.talks.demands:
        if demand.id not in named and demand.id not in wholes:
            hint = "record what was said of it, or leave it out"
            yield Problem(f"no statement names `{demand.id}`", AtKey(("demands", demand.id)), hint=hint)
    for party in case.talks.parties:
        if party.role is Role.PRINCIPAL and party.id not in speakers:
            hint = "record its words, or give it a role in which its assent is not needed"
            yield Problem(f"`{party.id}` never speaks", AtKey(("parties", party.id)), hint=hint)


def quote_not_found(case: Case) -> Found:
    """Find a quote that does not occur in the text of its source.

    Why it matters:
        A quote is read as the party's own words. Where the source does not have them, they may be a
        paraphrase, belong to another document, or have been altered in copying.

    Fails:
        # minutes.txt: The union asks for four per cent.
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }
        sources = { minutes = { title = "Minutes of the talks", file = "minutes.txt" } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        source = "minutes"
        statements = [
          { says = "union proposes pay", quote = "asks for five per cent" },  # NT108
        ]

    Passes:
        # minutes.txt: The union asks for four per cent.
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }
        sources = { minutes = { title = "Minutes of the talks", file = "minutes.txt" } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        source = "minutes"
        statements = [
          { says = "union proposes pay", quote = "asks for four per cent" },
        ]

    How to fix:
        Copy the words from the text, with `...` where some are left out, or name the source that has
        them. Put a paraphrase into `note`.

    Source:
        The article by IRIA on the Sochi talks of 2022 quotes a clause of the leaders' statement and
        stops before its last words, which name the UN Charter and the Alma-Ata Declaration of 1991.
        Only a look at the text itself shows this.
    """
    quoting = [(said, files) for said in case.said if (files := _files(case, said))]
    if not case.read:
        yield from [Skip("nothing reads the files of the sources")][: len(quoting)]
        return
    texts = Texts(case.read)
    for said, files in quoting:
        found = [texts.of(file) for file in files]
        if not any(text is None or holds(text, said.statement.quote or "") for text in found):
            message = f"this `quote` does not occur in {quoted(files)}"
            hint = "quote word for word; `...` stands for words that are left out"
            yield Problem(message, said.key("quote"), hint=hint)
    for file, reason in texts.unread.items():
        yield Skip(f"`{file}` cannot be read: {reason}")


def circular_parts(case: Case) -> Found:
    """Find demands that are parts or successors of one another, or of themselves, in a circle.

    Why it matters:
        A newer demand takes the place of an older one, and a whole is settled by its parts. In a circle
        nothing comes first, so a reader can tell neither which demand is the newest nor which is the
        whole.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }

        [demands]
        offer = "First offer"
        second-offer = { title = "Second offer", succeeds = "second-offer" }  # NT109

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["employer proposes offer", "union rejects offer", "employer proposes second-offer"]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }

        [demands]
        offer = "First offer"
        second-offer = { title = "Second offer", succeeds = "offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["employer proposes offer", "union rejects offer", "employer proposes second-offer"]

    How to fix:
        Name the older demand in `succeeds`, and the whole in `part_of`: `succeeds = "offer"`. Where
        several demands form a circle, take out the line that runs the wrong way.

    Source:
        In October 2019 a revised protocol replaced the Northern Ireland backstop of the agreement that
        the United Kingdom and the European Union had reached in 2018. A succession of this kind runs
        one way, from older to newer.
    """
    demands = case.demands
    parents = {
        id_: [demand.part_of] if demand.part_of and demand.part_of in demands else []
        for id_, demand in demands.items()
    }
    for knot in knots(parents):
        message = f"`{knot[0]}` is part of itself{_by_way_of(knot)}"
        place = AtValue(("demands", knot[0], "part_of"))
        yield Problem(message, place, hint="leave out `part_of` of one of them", demands=knot)
    older = {id_: [one for one in demand.succeeds if one in demands] for id_, demand in demands.items()}
    for knot in knots(older):
        message = f"`{knot[0]}` succeeds itself{_by_way_of(knot)}"
        index = next(index for index, one in enumerate(demands[knot[0]].succeeds) if one in knot)
        place = AtValue(("demands", knot[0], "succeeds", index))
        yield Problem(message, place, hint="leave out `succeeds` of the oldest of them", demands=knot)


def circular_bloc(case: Case) -> Found:
    """Find a bloc that is its own member, directly or through other blocs.

    Why it matters:
        What a bloc says counts as said by its members. Where a bloc is among its own members, directly
        or by way of another bloc, it is unclear for whom it speaks.

    Fails:
        title = "Fish talks"
        demands = { quota = "Larger quota" }

        [parties]
        north = "North"
        south = "South"
        coast = { name = "Coast group", members = ["north", "south", "coast"] }  # NT110

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["coast proposes quota"]

    Passes:
        title = "Fish talks"
        demands = { quota = "Larger quota" }

        [parties]
        north = "North"
        south = "South"
        coast = { name = "Coast group", members = ["north", "south"] }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["coast proposes quota"]

    How to fix:
        Take the bloc off its own list: `members = ["north", "south"]`. Where two blocs name each other,
        keep the smaller one as a member of the larger.

    Source:
        In the UN climate talks groups lie within groups: the UNFCCC's page on party groupings has named
        the African Group and the least developed countries as groups within the Group of 77. Such lists
        are easily written in a circle.
    """
    found: set[str] = set()
    everyone = {
        party.id: [one.party for one in party.members if one.party in case.parties]
        for party in case.talks.parties
    }
    for number in case.turns if any(knots(everyone)) else ():
        members = _members(case, number)
        for knot in knots({bloc: list(places) for bloc, places in members.items()}):
            if found.isdisjoint(knot):
                found.update(knot)
                member, index = next((one, at) for one, at in members[knot[0]].items() if one in knot)
                message = f"`{knot[0]}` is a member of itself{_by_way_of(knot)}"
                place = AtValue(("parties", knot[0], "members", index, "party"))
                yield Problem(message, place, hint=f"take `{member}` off its members", parties=knot)


def _unknown(case: Case, kind: Kind, known: Iterable[str]) -> Found:
    """Give a problem for every mention of something of a kind that is not there."""
    hints: dict[str, str] = {}
    for mention in case.dangling:
        if mention.kind is kind:
            if mention.id not in hints:
                near = did_you_mean(mention.id, known) if len(hints) < _SUGGESTED else ""
                hints[mention.id] = near or _of_other_kind(case, mention) or _DECLARE[kind].format(mention.id)
            named = f", named here as {mention.what}" if mention.what != kind else ""
            yield Problem(
                f"there is no {kind} `{mention.id}`{named}",
                mention.place,
                hint=hints[mention.id],
                parties=(mention.id,) if kind is Kind.PARTY else (),
                demands=(mention.id,) if kind is Kind.DEMAND else (),
            )


def _of_other_kind(case: Case, mention: Dangling) -> str:
    """Say what the id of a party is, if it is that of a source."""
    is_source = mention.kind is Kind.PARTY and mention.id in case.sources
    return f'`{mention.id}` is a source: source = "{mention.id}"' if is_source else ""


_SUGGESTED = 20
"""For how many ids a known one is looked for that was meant: that takes long, and nobody reads more."""
_DECLARE = {
    Kind.PARTY: 'declare it under [parties]: {} = {{ name = "its name", role = "other" }}; without a role it decides',
    Kind.DEMAND: 'declare it under [demands]: {} = "its title"',
    Kind.ROUND: 'name a round by its `id`, or add one with id = "{}"',
    Kind.SOURCE: 'declare it under [sources]: {} = {{ title = "its title" }}',
}


def _by_way_of(knot: Sequence[str]) -> str:
    """Say through whom a circle runs, of those that are not named yet."""
    return f", by way of {quoted(knot[1:])}" if len(knot) > 1 else ""


def _members(case: Case, number: int) -> Mapping[str, Mapping[str, int]]:
    """Give for each party its members in a round, each with its place among all that are listed."""
    return {
        party.id: {
            place.party: index
            for index, place in enumerate(party.members)
            if place.party in case.parties and case.calendar.covers(place.joins, place.leaves, number)
        }
        for party in case.talks.parties
    }


def _files(case: Case, said: Said) -> list[str]:
    """Give the files of the sources of a statement with a quote; none where one of these has no file."""
    if not said.statement.quote:
        return []
    cited = dict.fromkeys(citation.id for citation in said.round.citations(said.statement))
    files = [source.file for id_ in cited if (source := case.sources.get(id_))]
    return [file for file in files if file] if all(files) and len(files) == len(cited) else []
