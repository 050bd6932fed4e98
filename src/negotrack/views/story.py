"""Which story is asked for?"""

from datetime import date
from typing import assert_never

from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.subjects import Kind, Subject, subject
from negotrack.views.stories.demand import DemandStory
from negotrack.views.stories.party import PartyStory
from negotrack.views.stories.round import RoundStory
from negotrack.views.stories.source import SourceStory
from negotrack.views.view import View


def story(talks: Negotiation, of: str, *, at: str | int | date | None = None) -> View:
    r"""Give the whole story of a party, demand, round or source to print: `print(story(talks, "corridor"))`.

    Args:
        talks: the negotiation.
        of: the id of what it is about; `party:eu` where several share an id.
        at: the round as of which it is told, as `talks.at` takes it; None: the last.

    Raises:
        NoSuch: nothing has this id.
        Ambiguous: several things have it.
        NoSuchRound: there is no such round.
        TypeError: it is no negotiation, but for example a state; or what it is about is no text.

    Examples:
        >>> from negotrack import seed
        >>> print(*str(story(seed("sochi-2022"), "corridor")).splitlines()[:3], sep="\n")
        8.1 Zangezur corridor
        rejected since round 1, 31 Oct 2022
        Armenia refuses. Proposed by Azerbaijan.
    """
    if not isinstance(talks, Negotiation):
        raise TypeError(f"a story is of a negotiation and, by `at`, of one of its rounds, not of {talks!r}")
    return told(talks, talks.now if at is None else talks.at(at), subject(talks, of))


def told(talks: Negotiation, state: State, about: Subject) -> View:
    """Give the story of a party, demand, round or source, as of a state of the same talks.

    A round has the same story whenever it is told.
    """
    match about.kind:
        case Kind.PARTY:
            return PartyStory(talks, state, about.id)
        case Kind.DEMAND:
            return DemandStory(talks, state, about.id)
        case Kind.ROUND:
            return RoundStory(talks, about.id)
        case Kind.SOURCE:
            return SourceStory(talks, state, about.id)
        case _:
            assert_never(about.kind)
