"""What do rules of one's own say that repeat whatever a dossier holds? For the tests of hostile dossiers."""

from negotrack import AtValue, Case, Problem, Related, Rule, Severity, Skip
from negotrack.rules.rule import Found


def title(case: Case) -> Found:
    """Find that a dossier has a title."""
    place = AtValue(("title",))
    told = case.talks.title
    yield Problem(told, place, hint=told, related=(Related(place, told),), parties=(told,), demands=(told,))


def reason(case: Case) -> Found:
    """Find nothing, because of the title."""
    yield Skip(case.talks.title)


RULES = [Rule("XY101", title, Severity.INFO), Rule("XY102", reason, Severity.INFO)]
