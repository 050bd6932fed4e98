"""Is it plain which text is meant, and what a new one says?"""

from negotrack.findings import Related
from negotrack.omissions import LeftOut, Omission
from negotrack.rules.case import Case
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import quoted
from negotrack.stances import Stance


def stale_acceptance(case: Case) -> Found:
    """Find a statement on another version of a text than the one on the table.

    Why it matters:
        Agreeing to one version is no agreement to the next. A statement on a version that is not on the
        table is kept but moves no position, so an outcome may look less settled than the talks were.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "employer proposes offer",
          { says = "employer amends offer", text = "Three per cent." },
          { says = "union accepts offer", version = 1 },  # NT204
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "employer proposes offer",
          { says = "employer amends offer", text = "Three per cent." },
          { says = "union accepts offer", version = 2 },
        ]

    How to fix:
        Check which text the party spoke of. Give the number of the current one, `version = 2`, or move
        the statement ahead of the amendment if it was made before it.

    Source:
        In Colombia in 2016 an agreement was signed in September, voters rejected it on 2 October, and a
        new text followed on 12 November with about 190 adjustments. What was said of the first text
        cannot be carried over to the second.
    """
    for words in case.talks.now.left_out:
        if words.why is Omission.OTHER_TEXT and words.demand:
            said = case.found(words.said, words.said_in)
            version, what = words.said.version, words.said.says.stance.noun
            yield Problem(
                f"{what} of `{words.demand}` is of text `{version}`, but text `{words.current}` is current",
                said.value("version"),
                hint=_which_text(words),
                related=_made(case, words.demand, words.current),
                demands=(words.demand,),
            )


def amends_without_text(case: Case) -> Found:
    """Find an amendment of one demand that does not give the new text.

    Why it matters:
        After an amendment the others answer to a new text. If the record does not have it, nobody can
        see what changed, nor what a later assent was given to.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union rejects offer",
          "employer amends offer",  # NT208
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union rejects offer",
          { says = "employer amends offer", text = "Three per cent." },
        ]

    How to fix:
        Add the text, in full or its operative part: `text = "Three per cent."`. Where it is not public,
        say so in `note`, and excuse the place with a reason.

    Source:
        When the accord on land between the Colombian Government and the FARC was reached on 26 May
        2013, its text was confidential and subject to change. The outcome was known, the text was not,
        and a record should say so.
    """
    for said in case.said:
        statement, (demand, *others) = said.statement, said.statement.says.demands
        is_amendment = statement.says.stance is Stance.AMENDS and not others and not statement.text
        if is_amendment and any(
            holder in case.parties and not said.is_account_of(holder) for holder in statement.says.holders
        ):
            message = f"the new text of `{demand}` is not recorded"
            hint = 'give it: text = "..."'
            yield Problem(message, said.demand(demand), hint=hint)


def misplaced_text(case: Case) -> Found:
    """Find a new text on a statement that is no amendment, or that amends several demands.

    Why it matters:
        A new text belongs to an amendment of one demand. On an acceptance it leaves open whether the
        party agreed to the old words or put forward new ones. On an amendment of several demands it
        leaves open which of them it is for.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "employer proposes offer",
          { says = "union accepts offer", text = "Three per cent." },  # NT209
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "employer proposes offer",
          { says = "union amends offer", text = "Three per cent." },
        ]

    How to fix:
        If the party put forward new words, write `amends`, one statement for each demand. If the words
        are those it spoke, put them into `quote`.

    Source:
        The UN Convention on Contracts for the International Sale of Goods (article 19) treats a reply
        that accepts an offer but modifies it as a counter-offer, unless the change is not material. The
        record draws the same line.
    """
    for said in case.said:
        says = said.statement.says
        if said.statement.text is not None and says.stance is not Stance.AMENDS:
            hint = "for a new text write `amends`; words of the source go under `quote`"
            yield Problem(
                f"`text` stands with `{says.stance}`, which makes no text", said.key("text"), hint=hint
            )
        elif said.statement.text is not None and len(says.demands) > 1:
            message = f"one `text` is given for {quoted(says.demands)}, and is used for none"
            yield Problem(message, said.key("text"), hint="write an amendment for each of them")


def _which_text(words: LeftOut) -> str:
    """Say how words about another text than the current one are put right."""
    if (words.said.version or 0) > words.current:
        return f"record the amendment that made it first, or write version = {words.current}"
    return f"if text {words.current} was meant, write version = {words.current}; else put it before the amendment"


def _made(case: Case, demand: str, number: int) -> tuple[Related, ...]:
    """Give where a text was made; nothing where it is the first."""
    made = next((one for one in case.talks.now.versions(demand) if one.number == number), None)
    if made is None or made.said is None or made.made_in is None:
        return ()
    return (Related(case.found(made.said, made.made_in).demand(demand), f"text {number} made here"),)
