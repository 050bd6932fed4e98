"""When did they talk, who was there, and what was said?"""

from collections.abc import Iterable, Mapping
from typing import Any, final

from attrs import Attribute, evolve, field, frozen

from negotrack.dates import When, when, when_or_none
from negotrack.fields import BadField, as_made, as_text, checked, optional_texts, records, texts
from negotrack.ids import Id, check_id, check_ids
from negotrack.model.citations import Citation, citations
from negotrack.model.claims import Claim
from negotrack.model.statements import Statement
from negotrack.sentence import Sentence


@final
@frozen(repr=False, field_transformer=checked)
class Meeting:
    """One sitting of a round: the leaders, the foreign ministers, a plenary.

    Attributes:
        present: the ids of the parties that were there, in any order; None: not recorded.

    Raises:
        BadDate: `date` is none.
        BadId: one of those present is none.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Meeting("Foreign ministers", present=["armenia", "azerbaijan"])
        Meeting('Foreign ministers', present=('armenia', 'azerbaijan'))
    """

    __module__ = "negotrack"

    title: str | None = field(default=None)
    present: tuple[Id, ...] | None = field(
        default=None, kw_only=True, converter=optional_texts, validator=check_ids
    )
    date: When | None = field(default=None, kw_only=True, repr=as_text, converter=when_or_none)
    place: str | None = field(default=None, kw_only=True)
    note: str | None = field(default=None, kw_only=True)

    __repr__ = as_made


@final
@frozen(repr=False, field_transformer=checked)
class Delegate:
    """Who spoke for a party.

    Attributes:
        person: name and office, in free text.

    Raises:
        BadId: `party` is none.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Delegate("armenia", "Nikol Pashinyan, Prime Minister").party
        'armenia'
    """

    __module__ = "negotrack"

    party: Id = field(validator=check_id)
    person: str = field()

    __repr__ = as_made


def _statements(given: Iterable[str | Sentence | Statement]) -> tuple[Statement, ...]:
    if isinstance(given, str):
        raise TypeError(f"give a list of statements, not the text {given!r}")
    return tuple(one if isinstance(one, Statement) else Statement(one) for one in given)


def _delegates(given: Mapping[str, str] | Iterable[Delegate]) -> tuple[Delegate, ...]:
    if isinstance(given, Mapping):
        return tuple(Delegate(party, person) for party, person in given.items())
    return records(given, Delegate)


def _meetings(given: Iterable[Meeting]) -> tuple[Meeting, ...]:
    return records(given, Meeting)


def _by_demand(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Keep claims of one demand together: a file has them by demand, and their order means nothing."""
    return tuple(sorted(records(claims, Claim), key=lambda claim: claim.demand))


@final
@frozen(repr=False, field_transformer=checked)
class Round:
    """A meeting, or whatever else moved the negotiation on: an exchange of letters, a referendum, a signing.

    Attributes:
        format: in free text: a summit, letters, shuttle diplomacy.
        mediators: the ids of those who mediated, in any order.
        present: the ids of the parties that took part, in any order; None: not recorded.
        delegates: who spoke for which party, in any order.
        meetings: the sittings that make it up, in the order in which they are shown.
        source: the sources of the statements and claims that name none, in any order.
        tags: words to group by, in any order; they have no meaning of their own.
        statements: what was said, in order: of two statements on one demand the later stands.
        claims: what sources say came out, in the order of the ids of the demands. Several may speak of one demand.

    Raises:
        BadId: `id`, or an id it names, is none.
        BadDate: `date` is none.
        BadSentence: a statement given as a text does not have the sentence form.
        BadField: two delegates are given for one party.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Round("march", "2026-03-02", statements=["union proposes pay and hours"])
        <Round 'march', 2026-03-02: 1 statement>
    """

    __module__ = "negotrack"

    id: Id = field(validator=check_id)
    date: When = field(converter=when)
    title: str | None = field(default=None, kw_only=True)
    place: str | None = field(default=None, kw_only=True)
    format: str | None = field(default=None, kw_only=True)
    mediators: tuple[Id, ...] = field(default=(), kw_only=True, converter=texts, validator=check_ids)
    present: tuple[Id, ...] | None = field(
        default=None, kw_only=True, converter=optional_texts, validator=check_ids
    )
    delegates: tuple[Delegate, ...] = field(default=(), kw_only=True, converter=_delegates)
    meetings: tuple[Meeting, ...] = field(default=(), kw_only=True, converter=_meetings)
    source: tuple[Citation, ...] = field(default=(), kw_only=True, converter=citations)
    note: str | None = field(default=None, kw_only=True)
    tags: tuple[str, ...] = field(default=(), kw_only=True, converter=texts)
    statements: tuple[Statement, ...] = field(default=(), kw_only=True, converter=_statements)
    claims: tuple[Claim, ...] = field(default=(), kw_only=True, converter=_by_demand)

    @delegates.validator
    def _speak_one_for_each(self, _: "Attribute[Any]", delegates: tuple[Delegate, ...]) -> None:
        if len({delegate.party for delegate in delegates}) < len(delegates):
            raise BadField("delegates", "name a party twice; put all its people into one text")

    def citations(self, of: Statement | Claim) -> tuple[Citation, ...]:
        """Give where a statement or a claim of this round is written: in what it names, else in the round's sources.

        The place in the source (`locator`) that a statement gives goes with each of its sources that has none of its
        own, and takes the place of what the round gives for its sources. They come in the
        order in which these name them.

        Examples:
            >>> said = Statement("union proposes pay", locator="p. 2")
            >>> Round("march", "2026-03-02", source="minutes", statements=[said]).citations(said)
            (Citation('minutes', 'p. 2'),)
        """
        cited = of.source or self.source
        locator = of.locator if isinstance(of, Statement) else None
        if locator is None:
            return cited
        return tuple(one if one.locator and of.source else evolve(one, locator=locator) for one in cited)

    def __repr__(self) -> str:
        count = len(self.statements)
        return f"<Round {self.id!r}, {self.date}: {count} statement{'s'[: count != 1]}>"
