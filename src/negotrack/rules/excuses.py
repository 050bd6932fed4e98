"""What is excused that needs no excuse? NT901, called by the runner."""

from negotrack.findings import Finding, Severity
from negotrack.places import Place


def unused_excuse(place: Place, message: str, hint: str) -> Finding:
    """Find an excuse under `[[check.ignore_at]]` or `ignore` that excuses nothing.

    Why it matters:
        An excuse tells readers that a finding was looked at and why it may stand. When the finding is
        gone, the excuse explains nothing, and it could hide a new one at the same place.

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
        present = ["union", "employer"]
        statements = ["employer rejects pay"]
        [[check.ignore_at]]
        code = "NT504"  # NT901
        round = "spring"
        reason = "The employer took part by letter."

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
        present = ["union", "employer"]
        statements = ["employer rejects pay"]

    How to fix:
        Take the excuse out. Where it was meant for something else, put its `code`, `round`, `demand` or
        `party` right.

    Source:
        A waiver under Article IX:4 of the WTO Agreement states the circumstances that justify it and
        the date on which it ends, and one for longer than a year is reviewed each year.
    """
    return Finding("NT901", "unused-excuse", Severity.WARNING, message, place, hint)
