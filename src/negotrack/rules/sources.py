"""Does what is recorded rest on its sources?"""

from negotrack.citing import cited
from negotrack.places import AtKey, AtValue
from negotrack.rules.case import Case
from negotrack.rules.entries import Said
from negotrack.rules.quotes import Texts, holds
from negotrack.rules.rule import Found, Problem, Skip
from negotrack.rules.wording import quoted


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
    quoting = [(said, files) for said in case.said if said.statement.quote and (files := _files(case, said))]
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
        naming = [AtValue(("sources", id_, "file")) for id_, one in case.sources.items() if one.file == file]
        yield Skip(f"`{file}` cannot be read: {reason}", (*naming,))


def _files(case: Case, said: Said) -> list[str]:
    """Give the files of the sources of a statement; none where one of these has no file."""
    cited = said.sources
    files = [source.file for id_ in cited if (source := case.sources.get(id_))]
    return [file for file in files if file] if all(files) and len(files) == len(cited) else []
