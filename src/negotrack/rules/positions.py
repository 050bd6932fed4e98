"""Does what each party says agree with what it said before?"""

from collections.abc import Container, Iterator

from negotrack.findings import Related
from negotrack.journal import Cell
from negotrack.model.statements import Statement
from negotrack.omissions import Omission
from negotrack.positions import OWN
from negotrack.rules.case import Case
from negotrack.rules.entries import Taking
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import verb
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
    latest: dict[tuple[int, Cell], Taking] = {}
    for taking in _own(case, case.cells_with(_assents, _rejects)):
        earlier = latest.get((taking.number, taking.cell))
        if earlier and _is_against(taking, earlier):
            yield _against(case, taking, earlier, f"and {verb(earlier.stance)} it in the same round")
        if taking.stance.is_assent or taking.stance is Stance.REJECTS:
            latest[taking.number, taking.cell] = taking


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
        A condition says what has to be agreed first. An assent that waits for its own demand counts only
        once that is agreed without it. So it settles nothing, and the condition that the party did set
        is lost. The demand may stand in the package all the same.

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
    proposals: dict[Cell, Taking] = {}
    for taking in _own(case, case.cells_with(_puts_forward, _rejects)):
        match taking.stance:
            case Stance.PROPOSES | Stance.AMENDS:
                proposals[taking.cell] = taking
            case Stance.WITHDRAWS:
                proposals.pop(taking.cell, None)
            case Stance.REJECTS:
                proposal = proposals.pop(taking.cell, None)
                if proposal and proposal.version == taking.version:
                    yield _against(case, taking, proposal, "which it put forward itself", _TAKE_BACK)
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
    lines: dict[Cell, dict[Stance, Taking]] = {}
    for taking in case.takings(case.cells_with(_draws_red_line)):
        drawn = lines.get(taking.cell, {})
        crossed = [line for line in drawn.values() if _crosses(taking, line)]
        for line in crossed:
            del drawn[line.stance]
        for line in crossed[-1:]:
            words = f"though it called its `{line.stance}` a red line"
            yield _against(case, taking, line, words, hint=_RED_LINE)
        if taking.said.red_line and taking.basis == OWN:
            lines.setdefault(taking.cell, {})[taking.stance] = taking


def _assents(said: Statement) -> bool:
    return said.says.stance.is_assent


def _rejects(said: Statement) -> bool:
    return said.says.stance is Stance.REJECTS


def _puts_forward(said: Statement) -> bool:
    return said.says.stance.puts_forward


def _draws_red_line(said: Statement) -> bool:
    return said.red_line


def _own(case: Case, cells: Container[int]) -> Iterator[Taking]:
    """Give the words by which somebody took a position itself, and not through a bloc."""
    return (taking for taking in case.takings(cells) if taking.basis == OWN)


def _is_against(one: Taking, other: Taking) -> bool:
    """Tell whether one position is assent and the other refusal, to the same text."""
    stances = {one.stance.is_assent, other.stance.is_assent}
    is_refusal = Stance.REJECTS in (one.stance, other.stance)
    return one.version == other.version and is_refusal and len(stances) > 1


def _crosses(taking: Taking, line: Taking) -> bool:
    """Tell whether a position contradicts one that was called a red line: by refusal, assent or withdrawal."""
    is_taken_back = line.stance.is_assent and taking.stance is Stance.WITHDRAWS
    return _is_against(taking, line) or (is_taken_back and taking.version == line.version)


def _against(case: Case, taking: Taking, earlier: Taking, words: str, hint: str = "") -> Problem:
    """Give the problem that a position goes against an earlier one of the same cell."""
    party, demand = taking.cell
    through = f" through `{taking.basis}`" if taking.basis != OWN else ""
    return Problem(
        f"`{party}` {verb(taking.stance)} `{demand}`{through}, {words}",
        case.taken_by(taking).demand(demand),
        hint=hint,
        related=(Related(case.taken_by(earlier).demand(demand), f"it {verb(earlier.stance)} it here"),),
        parties=(party,),
        demands=(demand,),
    )


_TAKE_BACK = "a party takes back its own proposal with `withdraws`"

_RED_LINE = (
    'if it gave the line up, excuse this with the reason: [[check.ignore_at]] code = "NT206", demand = ...'
)
