"""Which story is asked for?"""

from typing import assert_never

from negotrack.negotiation import Negotiation
from negotrack.state import State
from negotrack.subjects import Kind, Subject
from negotrack.views.stories.demand import DemandStory
from negotrack.views.stories.party import PartyStory
from negotrack.views.stories.round import RoundStory
from negotrack.views.stories.source import SourceStory
from negotrack.views.view import View


def story(talks: Negotiation, state: State, subject: Subject) -> View:
    """Give the story of a party, demand, round or source, as of a state of the same talks.

    A round has the same story whenever it is told.
    """
    match subject.kind:
        case Kind.PARTY:
            return PartyStory(talks, state, subject.id)
        case Kind.DEMAND:
            return DemandStory(talks, state, subject.id)
        case Kind.ROUND:
            return RoundStory(talks, subject.id)
        case Kind.SOURCE:
            return SourceStory(talks, state, subject.id)
        case _:
            assert_never(subject.kind)
