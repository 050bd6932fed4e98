"""Why does a word not count, in a few words?"""

from negotrack.model.parties import Role
from negotrack.positions import Held, Lapsed
from negotrack.state import State
from negotrack.views.cells import seems_counted


def whereabouts(state: State, party: str) -> str:
    """Say since when a party is out, or that it is not in yet; of one that is active nothing.

    Examples:
        >>> from negotrack import seed
        >>> whereabouts(seed("colombia-farc").now, "voters"), whereabouts(seed("colombia-farc").now, "farc")
        ('left in round 15', '')
    """
    if party not in state.inactive:
        return ""
    if party in state.unjoined:
        return "not joined yet"
    leaves = next(one.leaves for one in state.parties if one.id == party)
    number = next(number for number, round_ in enumerate(state.rounds, 1) if round_.id == leaves)
    return f"left in round {number}"


def why_uncounted(state: State, party: str, demand: str) -> str:
    """Say why a party is not among those that are counted for a demand.

    Examples:
        >>> from negotrack import seed
        >>> why_uncounted(seed("sochi-2022").now, "russia", "treaty")
        'no principal'
    """
    if state.standing(demand).is_composite:
        return "its parts decide"
    if out := whereabouts(state, party):
        return out
    between = state.between(demand)
    if party not in between:
        principals = {one.id for one in state.parties if one.role is Role.PRINCIPAL}
        return "no principal" if principals == {*between} else "others decide"
    position = state.timeline.position(party, demand, state.number)  # silent where the party is not there
    match position:
        case Held(stance=stance):
            return stance
        case Lapsed():
            return "lapsed"
        case _:
            return "silent"


def uncounted(state: State, party: str, demand: str) -> str:
    """Say behind a word that it is not counted, and why, where one would take it to be; of any other nothing.

    Nor of a bloc's: it is told with its members, whose word it is.

    Examples:
        >>> from negotrack import seed
        >>> uncounted(seed("uk-eu-withdrawal").at("lunch-2017"), "dup", "alignment")
        ' (not counted: no principal)'
    """
    position = state[party, demand]
    if not isinstance(position, Held) or party in state.standing(demand).deciders:
        return ""
    role = next(one.role for one in state.parties if one.id == party)
    if role is Role.BLOC or not seems_counted(position.stance, role is Role.PRINCIPAL):
        return ""
    return f" (not counted: {why_uncounted(state, party, demand)})"
