"""Does what each party says agree with what it said before? The rules NT2."""

from collections.abc import Iterable, Iterator, Sequence

from negotrack.findings import Related
from negotrack.journal import Cell
from negotrack.omissions import LeftOut, Omission
from negotrack.positions import OWN, Held, Position
from negotrack.rules.backing import Backing, backing, is_open
from negotrack.rules.case import Case
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import quoted, verb
from negotrack.stances import Stance


def self_contradiction(case: Case) -> Found:
    """Find a party that agrees to a demand and refuses it in one round, its text unchanged.

    Why it matters:
        Both cannot be the party's answer at the end of the round. The later word counts, which may hide
        a change of mind, two speakers of one party, or a slip.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "employer proposes offer",
          "union accepts offer",
          "union rejects offer",  # NT201
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { offer = "The employer's offer" }

        [[rounds]]
        id = "morning"
        date = 2024-03-04
        statements = ["employer proposes offer", "union accepts offer"]

        [[rounds]]
        id = "evening"
        date = 2024-03-04
        statements = ["union rejects offer"]

    How to fix:
        Keep the word that was the party's answer. If it did change its mind, divide the round, so that
        the record shows when. If one of the two is somebody else's report, say whose:
        `according_to = "employer"`.

    Source:
        On 4 December 2017 a text on the Irish border collapsed at the lunch of Theresa May and
        Jean-Claude Juncker, after a call with the Democratic Unionist Party. A position can turn within
        a day, and a record should then show when.
    """
    for number in range(1, len(case.talks.rounds) + 1):
        latest: dict[Cell, Held] = {}
        for cell, held in _own(case.talks.timeline.changes(number)):
            earlier = latest.get(cell)
            if earlier and _is_against(held, earlier):
                yield _against(
                    case, cell, (held, earlier), f"and {verb(earlier.stance)} it in the same round"
                )
            if held.stance.is_assent or held.stance is Stance.REJECTS:
                latest[cell] = held


def withdraws_unproposed(case: Case) -> Found:
    """Find a withdrawal by a party that has not put the demand forward before.

    Why it matters:
        Only who put a demand forward can take it off the table. From anyone else the word changes
        nothing, and often a refusal was meant, or a proposal is missing from the record.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union proposes pay",
          "employer withdraws pay",  # NT202
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
          "union withdraws pay",
        ]

    How to fix:
        Name the party that withdrew. If the party refused, write `"employer rejects pay"`. If it had
        put the demand forward earlier, enter that statement too.

    Source:
        Under the rules of procedure of the UN General Assembly (rule 80), a motion may be withdrawn by
        its proposer. Other rules of procedure have similar provisions.
    """
    for words in case.talks.now.left_out:
        if words.why is Omission.NOT_PUT_FORWARD and words.party and words.demand:
            said = case.found(words.said, words.said_in)
            yield Problem(
                f"`{words.party}` withdraws `{words.demand}`, which it has not put forward",
                said.holder(words.party),
                hint="record the proposal first; a refusal of what others propose is `rejects`",
                parties=(words.party,),
                demands=(words.demand,),
            )


def condition_on_itself(case: Case) -> Found:
    """Find an assent to a demand on condition of that same demand.

    Why it matters:
        A condition says what has to be agreed first. A demand that waits for itself can never be agreed
        by that word, and the condition that the party did set is lost.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise", hours = "Shorter hours" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "employer proposes hours",
          "union accepts pay if pay",  # NT203
        ]

    Passes:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise", hours = "Shorter hours" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "employer proposes hours",
          "union accepts pay if hours",
        ]

    How to fix:
        Name the demand that the party waits for: `"union accepts pay if hours"`. If it set no
        condition, leave out the words from `if` on.

    Source:
        The article by IRIA on the Sochi talks of 2022 reports that Azerbaijan agreed to initiate a
        peace treaty under a condition on borders. What is agreed to and what it depends on are two
        demands, and the record keeps them apart.
    """
    for said in case.said:
        says = said.statement.says
        for condition in says.conditions:
            if condition in says.demands:
                message = f"the assent to `{condition}` waits for `{condition}` itself"
                hint = "name the demand that the assent depends on, or leave out `if`"
                yield Problem(message, said.condition(condition), hint=hint, demands=(condition,))


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


def rejects_own_proposal(case: Case) -> Found:
    """Find a party that refuses the demand that it has itself put forward.

    Why it matters:
        To withdraw a proposal and to refuse it are two things. A refusal by its own proponent is
        recorded as rejecting the demand, although the party may only have taken it back, or the refusal
        may be another party's.

    Fails:
        title = "Pay talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { pay = "Pay rise" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "union proposes pay",
          "union rejects pay",  # NT205
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
          "union withdraws pay",
        ]

    How to fix:
        If the party took its proposal back, write `"union withdraws pay"`. If another party refused,
        name that one. If the text had changed in between, enter the amendment.

    Source:
        The draft Withdrawal Agreement of 19 March 2018 shows in white the text that the European Union
        proposed and that was still under discussion. Each such text has an owner, who can take it back,
        while the other side accepts or refuses it.
    """
    proposals: dict[Cell, Held] = {}
    for cell, held in _own(case.moves()):
        match held.stance:
            case Stance.PROPOSES | Stance.AMENDS:
                proposals[cell] = held
            case Stance.WITHDRAWS:
                proposals.pop(cell, None)
            case Stance.REJECTS:
                proposal = proposals.pop(cell, None)
                if proposal and proposal.version == held.version:
                    yield _against(case, cell, (held, proposal), "which it put forward itself", _TAKE_BACK)
            case _:
                pass


def crossed_red_line(case: Case) -> Found:
    """Find a position that contradicts one that the party had called a red line.

    Why it matters:
        A party that calls a position non-negotiable asks others to rely on it. If it then does the
        opposite on the same text, this is either the news of the round or a slip in the record, and a
        reader should know which.

    Fails:
        title = "Plant talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { closure = "Closing the plant" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["employer proposes closure", { says = "union rejects closure", red_line = true }]

        [[rounds]]
        id = "autumn"
        date = 2024-09-02
        statements = ["union accepts closure"]  # NT206

    Passes:
        title = "Plant talks"
        parties = { union = "Union", employer = "Employer" }
        demands = { closure = "Closing the plant" }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = ["employer proposes closure", { says = "union rejects closure", red_line = true }]

        [[rounds]]
        id = "autumn"
        date = 2024-09-02
        statements = [{ says = "employer amends closure", text = "In 2030." }, "union accepts closure"]

    How to fix:
        Check both statements. If the text had changed, enter the amendment first. If the party did
        cross its red line, excuse the place with a reason in `[[check.ignore_at]]`.

    Source:
        A slide that Michel Barnier presented to the European Council on 15 December 2017 sets the
        United Kingdom's red lines against the kinds of agreement open to it. Such a reading holds for
        as long as the red lines do.
    """
    lines: dict[Cell, dict[Stance, Held]] = {}
    for cell, held in _held(case.moves()):
        drawn = lines.get(cell, {})
        crossed = [line for line in drawn.values() if _crosses(held, line)]
        for line in crossed:
            del drawn[line.stance]
        for line in crossed[-1:]:
            words = f"though it called its `{line.stance}` a red line"
            yield _against(case, cell, (held, line), words, hint=_RED_LINE)
        if held.red_line and held.basis == OWN:
            lines.setdefault(cell, {})[held.stance] = held


def backs_rivals(case: Case) -> Found:
    """Find a party that agrees, without conditions, to two demands that exclude each other.

    Why it matters:
        Only one of the two can be carried out. Backing both may be meant as a choice for the others to
        make, but the record would let both be agreed.

    Fails:
        title = "River crossing"
        parties = { city = "City", builder = "Builder" }
        demands = { bridge = "Bridge", tunnel = { title = "Tunnel", excludes = ["bridge"] } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "city proposes bridge and tunnel",  # NT207
          "builder accepts tunnel",
        ]

    Passes:
        title = "River crossing"
        parties = { city = "City", builder = "Builder" }
        demands = { bridge = "Bridge", tunnel = { title = "Tunnel", excludes = ["bridge"] } }

        [[rounds]]
        id = "spring"
        date = 2024-03-04
        statements = [
          "city proposes tunnel",
          "builder accepts tunnel",
        ]

    How to fix:
        Keep the one that the party stands by, and enter the withdrawal of the other if there was one:
        `"city withdraws bridge"`. If both can stand side by side, take out `excludes`.

    Source:
        Reports of 2023 and 2024 on the talks between Armenia and Azerbaijan name more than one starting
        point for the border: a map of 1975, or the situation early in the twentieth century. One
        stretch of border cannot follow both.
    """
    told: set[Backing] = set()
    for number, backer in backing(case):
        state = case.talks.at(number)
        if backer not in told and all(is_open(state, demand) for demand in backer.rivals):
            told.add(backer)
            both = [state[backer.party, demand] for demand in backer.rivals]
            yield _for_both(case, backer, [held for held in both if isinstance(held, Held)])


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


def _held(changes: Iterable[tuple[Cell, Position]]) -> Iterator[tuple[Cell, Held]]:
    """Give the changes by which somebody took a position."""
    for cell, position in changes:
        if isinstance(position, Held):
            yield cell, position


def _own(changes: Iterable[tuple[Cell, Position]]) -> Iterator[tuple[Cell, Held]]:
    """Give the changes by which somebody took a position itself, and not through a bloc."""
    for cell, held in _held(changes):
        if held.basis == OWN:
            yield cell, held


def _is_against(one: Held, other: Held) -> bool:
    """Tell whether one position is assent and the other refusal, to the same text."""
    stances = {one.stance.is_assent, other.stance.is_assent}
    is_refusal = Stance.REJECTS in (one.stance, other.stance)
    return one.version == other.version and is_refusal and len(stances) > 1


def _crosses(held: Held, line: Held) -> bool:
    """Tell whether a position contradicts one that was called a red line: by refusal, assent or withdrawal."""
    is_taken_back = line.stance.is_assent and held.stance is Stance.WITHDRAWS
    return _is_against(held, line) or (is_taken_back and held.version == line.version)


def _against(case: Case, cell: Cell, both: tuple[Held, Held], words: str, hint: str = "") -> Problem:
    """Give the problem that a position goes against an earlier one of the same cell."""
    held, earlier = both
    through = f" through `{held.basis}`" if held.basis != OWN else ""
    before = case.taken(earlier)
    return Problem(
        f"`{cell.party}` {verb(held.stance)} `{cell.demand}`{through}, {words}",
        case.taken(held).demand(cell.demand),
        hint=hint,
        related=(Related(before.demand(cell.demand), f"it {verb(earlier.stance)} it here"),),
        parties=(cell.party,),
        demands=(cell.demand,),
    )


def _for_both(case: Case, backer: Backing, both: Sequence[Held]) -> Problem:
    """Give the problem that a party backs two rivals, at the later of its words."""
    words = [(case.taken(held), demand) for held, demand in zip(both, backer.rivals, strict=True)]
    (before, older), (said, newer) = sorted(words, key=lambda word: word[0].path)
    return Problem(
        f"`{backer.party}` assents to `{newer}` and to `{older}`, which exclude each other",
        said.demand(newer),
        hint="record which of the two it gave up, or make the assents conditional",
        related=(
            Related(before.demand(older), f"assents to {older} here"),
            Related(case.rivals[backer.rivals], "they exclude each other"),
        ),
        parties=(backer.party,),
        demands=backer.rivals,
    )


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


_TAKE_BACK = "a party takes back its own proposal with `withdraws`"
_RED_LINE = (
    'if it gave the line up, excuse this with the reason: [[check.ignore_at]] code = "NT206", demand = ...'
)
