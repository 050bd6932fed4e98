"""Which parties and demands of a state are shown?"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import final

from attrs import frozen

from negotrack.errors import NoSuchDemand, NoSuchParty, NoSuchTag
from negotrack.model.claims import Outcome
from negotrack.model.parties import Party, Role
from negotrack.outline import Entry
from negotrack.state import State


@final
@frozen(eq=False)
class Selection:
    """Some parties and demands of a state, or all that there is something to show of.

    Raises:
        NoSuchParty: a party that is asked for is not there.
        NoSuchDemand: a demand that is asked for is not there.
        NoSuchTag: no demand has a tag that is asked for.
    """

    state: State
    parties: Sequence[str] = ()
    """The ids of the parties; none: all."""
    demands: Sequence[str] = ()
    """The ids of the demands, each with its parts; none: all."""
    tags: Sequence[str] = ()
    """Only demands with one of these tags; none: all."""
    outcomes: Sequence[Outcome] = ()
    """Only demands with one of these outcomes; none: all."""

    def __attrs_post_init__(self) -> None:
        known_parties = {party.id: None for party in self.state.parties}
        for party in self.parties:
            if party not in known_parties:
                raise NoSuchParty(party, known_parties)
        for demand in self.demands:
            if demand not in self.state.numbers:
                raise NoSuchDemand(demand, self.state.numbers)
        if self.tags:
            known_tags = dict.fromkeys(tag for demand in self.state.demands for tag in demand.tags)
            for tag in self.tags:
                if tag not in known_tags:
                    raise NoSuchTag(tag, known_tags)

    @property
    def is_everything(self) -> bool:
        """Whether nothing was asked for in particular."""
        return not (self.parties or self.demands or self.tags or self.outcomes)

    @cached_property
    def columns(self) -> Sequence[Party]:
        """The parties that are asked for; else the principals, whoever else has spoken, and whoever decides a row."""
        parties = self.state.parties
        if self.parties:
            return [party for party in parties if party.id in self.parties]
        shown = {*self.state.voices, *(party.id for party in parties if party.role is Role.PRINCIPAL)}
        if any(party.id not in shown for party in parties):
            shown.update(*(self.state.standing(one.demand.id).deciders for one in self.raised))
        return [party for party in parties if party.id in shown]

    @property
    def silent(self) -> Sequence[Party]:
        """The parties that have joined, but no column, as they have said nothing; none where columns were asked for."""
        told = {party.id for party in (*self.columns, *self.unjoined)}
        return [] if self.parties else [party for party in self.state.parties if party.id not in told]

    @property
    def unjoined(self) -> Sequence[Party]:
        """The parties that have not joined yet; none where columns were asked for."""
        return (
            [] if self.parties else [party for party in self.state.parties if party.id in self.state.unjoined]
        )

    @cached_property
    def entries(self) -> Sequence[Entry]:
        """The demands that are asked for, unraised ones included, in order."""
        entries = self.state.within(self.demands) if self.demands else self.state.outline
        return [entry for entry in entries if self._is_wanted(entry)]

    @cached_property
    def raised(self) -> Sequence[Entry]:
        """Those of them that were raised."""
        outcome = self.state.outcome
        return [entry for entry in self.entries if outcome(entry.demand.id) is not Outcome.UNRAISED]

    @property
    def unraised(self) -> Sequence[Entry]:
        """Those of them that were not."""
        if not self.state.unraised:
            return []
        unraised = set(self.state.unraised)
        return [entry for entry in self.entries if entry.demand.id in unraised]

    def counted(self) -> Iterator[str]:
        """Count what is shown, where that is not everything."""
        if not self.is_everything:
            yield (
                f"Shown: {len(self.entries)} of {len(self.state.demands)} demands, "
                f"{len(self.columns)} of {len(self.state.parties)} parties."
            )

    def _is_wanted(self, entry: Entry) -> bool:
        has_tag = not self.tags or not set(self.tags).isdisjoint(entry.demand.tags)
        return has_tag and (not self.outcomes or self.state.outcome(entry.demand.id) in self.outcomes)
