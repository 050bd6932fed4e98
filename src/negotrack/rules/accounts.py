"""What rests on somebody else's word?"""

from collections.abc import Iterator, Sequence
from typing import assert_never

from negotrack.findings import Related
from negotrack.model.claims import Outcome
from negotrack.model.decision import Silence
from negotrack.positions import SILENT, Account, Held, Lapsed, Silent
from negotrack.rules.case import Case
from negotrack.rules.entries import Claimed
from negotrack.rules.rule import Found, Problem
from negotrack.rules.wording import be, quoted, verb


def disputed(case: Case) -> Found:
    """Find a position that its holder and another party describe differently.

    Why it matters:
        Each side leaves a meeting with its own readout. Where they differ, a reader should see both and
        who gave which. This is no fault of the record: it is what the record is for.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "employer rejects pay",
          { says = "employer accepts pay", according_to = "union" },  # NT401
        ]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "employer rejects pay",
          { says = "employer accepts pay", according_to = "union" },
        ]
        [[rounds]]
        id = "autumn"
        date = 2024-09-01
        statements = ["employer accepts pay"]

    How to fix:
        Check both against their sources, and leave them where they stand if the parties do differ.
        Record the holder's next word when it comes, for instance `"employer accepts pay"`: if it bears
        the account out, the dispute is over.

    Source:
        Of the meeting near Chisinau on 1 June 2023, Armenia's foreign minister Mirzoyan said that
        President Aliyev had not objected to the map of 1975 (News.am); Azerbaijan's foreign ministry
        denied it (Azatutyun).
    """
    for account in _last_accounts(case):
        position = case.talks.now[account.party, account.demand]
        if isinstance(position, Held):
            own = case.taken(position)
            related = Related(own.demand(account.demand), f"{account.party} {verb(position.stance)} it here")
            yield _told(case, account, f"and {verb(position.stance)} it by its own word", related)


def hearsay(case: Case) -> Found:
    """Find a position that is known only from what another party says of its holder.

    Why it matters:
        Nobody can accept for another. What one party says of another is an account: it is kept and
        shown, but it decides nothing until the holder speaks for itself.

    Fails:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "union proposes pay",
          { says = "employer accepts pay", according_to = "union" },  # NT402
        ]

    Passes:
        title = "Wage talks"
        [parties]
        union = "Union"
        employer = "Employer"
        [demands]
        pay = "Pay rise"
        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "union proposes pay",
          { says = "employer accepts pay", according_to = "union" },
          "employer accepts pay",
        ]

    How to fix:
        Look for a source in which the holder speaks for itself, and record that:
        `"employer accepts pay"`. Where there is none, leave the account as it is.

    Source:
        In the sources read on the Sochi talks of 31 October 2022, Azerbaijan's view of a Russian draft
        is reported through Russia's foreign minister Lavrov (News.am and APA).
    """
    for account in _last_accounts(case):
        match case.talks.now[account.party, account.demand]:
            case Held():
                continue
            case Lapsed():
                yield _told(case, account, "and has itself said nothing of the current text")
            case Silent():
                yield _told(case, account, "and has itself said nothing of it")
            case position:
                assert_never(position)


def one_sided(case: Case) -> Found:
    """Find an outcome that one party claims as agreed while another decider has said nothing.

    Why it matters:
        One side's word that a thing is agreed is no agreement while the other side is silent. A reader
        of the claim alone would take it for one. Where the decision makes it agreed all the same, by
        the others' votes or because silence counts as assent, nothing is found.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay"]
        claims = { pay = { outcome = "agreed", according_to = "union" } }  # NT403

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay", "employer accepts pay"]
        claims = { pay = { outcome = "agreed", according_to = "union" } }

    How to fix:
        Look for the other party's own word and record it: `"employer accepts pay"`. Where there is
        none, excuse the claim with a reason under `[[check.ignore_at]]`.

    Source:
        The readouts of the meeting in Abu Dhabi on 10 July 2025 are unequal: Azerbaijan's mentions the
        corridor and initialling, Armenia's does not. What one readout alone holds needs the other
        side's word.
    """
    for claimed in claims_of_one(case):
        claim = claimed.claim
        state = case.talks.at(claimed.number)
        standing, rule = state.standing(claim.demand), case.terms.rule(case.demands[claim.demand])
        silent = [party for party in standing.deciders if state[party, claim.demand] == SILENT]
        others = [party for party in silent if party != claim.according_to]
        is_borne_out = standing.outcome is Outcome.AGREED or rule.silence is Silence.ASSENT
        if others and not is_borne_out:
            yield Problem(
                f"`{claim.demand}` is `agreed` by the word of `{claim.according_to}` alone: "
                f"{quoted(others)} {be(others)} silent",
                claimed.outcome,
                hint="look for the other side's word, and record it as a statement",
                parties=tuple(others),
            )


def claims_of_one(case: Case) -> Sequence[Claimed]:
    """Give the claims by which one party says that a demand is agreed."""
    return [
        claimed
        for claimed in case.claimed
        if claimed.claim.according_to
        and claimed.claim.outcome is Outcome.AGREED
        and claimed.claim.demand in case.demands
    ]


def _last_accounts(case: Case) -> Iterator[Account]:
    """Give the latest open account of each cell that has one."""
    latest = {(account.party, account.demand): account for account in case.talks.now.open_accounts}
    yield from latest.values()


def _told(case: Case, account: Account, words: str, *related: Related) -> Problem:
    """Give the problem that somebody else tells where a party stands."""
    said = case.found(account.said, account.given_in)
    return Problem(
        f"`{account.party}` {verb(account.stance)} `{account.demand}` according to `{account.according_to}`, {words}",
        said.holder(account.party),
        hint="" if related else "look for its own word, and record it",
        related=related,
        parties=(account.party,),
        demands=(account.demand,),
    )
