"""In what can two records of a negotiation differ?"""

from typing import final

from attrs import frozen

from negotrack.alignment import Named, Renaming, title_of
from negotrack.positions import Position, sides
from negotrack.readings import ASPECTS, Reading, words
from negotrack.standing import Result
from negotrack.subjects import Kind
from negotrack.visible import visible


@final
@frozen
class OnlyOld:
    """A party, a demand, a round or a source that the newer record does not have.

    Examples:
        >>> from negotrack import Negotiation, Party, compare
        >>> print(*compare(Negotiation("Talks", parties=[Party("press", "The press")]), Negotiation("Talks")).things)
        only old: party press: The press
    """

    __module__ = "negotrack"

    what: Named

    def __str__(self) -> str:
        return f"only old: {_told(self.what)}"


@final
@frozen
class OnlyNew:
    """A party, a demand, a round or a source that the older record does not have.

    Examples:
        >>> from negotrack import Negotiation, Party, compare
        >>> print(*compare(Negotiation("Talks"), Negotiation("Talks", parties=[Party("press", "The press")])).things)
        only new: party press: The press
    """

    __module__ = "negotrack"

    what: Named

    def __str__(self) -> str:
        return f"only new: {_told(self.what)}"


@final
@frozen
class Added:
    """A reading that the older record does not have.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> print(*compare(talks, talks.saying("russia accepts treaty")).readings)
        added: russia on treaty: accepts
    """

    __module__ = "negotrack"

    reading: Reading

    def __str__(self) -> str:
        return f"added: {self.reading}"


@final
@frozen
class Removed:
    """A reading that the newer record does not have.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> print(*compare(talks.saying("russia accepts treaty"), talks).readings)
        removed: russia on treaty: accepts
    """

    __module__ = "negotrack"

    reading: Reading

    def __str__(self) -> str:
        return f"removed: {self.reading}"


@final
@frozen
class Reread:
    """One party's word on one demand in one round, of which the newer record makes something else.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> old, new = talks.saying("russia accepts treaty"), talks.saying("russia accepts treaty if non-force")
        >>> (reread,) = compare(old, new).readings
        >>> print(reread)
        re-read: russia on treaty: accepts -> accepts if non-force
        >>> reread.aspects, reread.is_said_otherwise, reread.reading is reread.new
        (('conditions',), True, True)
    """

    __module__ = "negotrack"

    old: Reading
    new: Reading

    @property
    def reading(self) -> Reading:
        """What the newer record makes of it."""
        return self.new

    @property
    def aspects(self) -> tuple[str, ...]:
        """In what the two differ, at least one: `stance` and so on, and then `source` and so on, in a fixed order."""
        return self.old.differences(self.new)

    @property
    def is_said_otherwise(self) -> bool:
        """Whether they differ in what was said, and not in the evidence for it alone."""
        return any(ASPECTS[name].is_said for name in self.aspects)

    def __str__(self) -> str:
        old, new = words(self.old), words(self.new)
        changed = f"{old} -> {new}" if old != new else ", ".join(self.aspects)
        return f"re-read: {self.new.party} on {self.new.demand}: {changed}"


@final
@frozen
class Edited:
    """A field of the record that holds something else: a title, a date, who decides.

    Examples:
        >>> from negotrack import Negotiation, compare
        >>> compare(Negotiation("Talks"), Negotiation("Talks on pay")).edits
        (Edited(kind=None, id='', field='title', old='Talks', new='Talks on pay'),)
    """

    __module__ = "negotrack"

    kind: Kind | None
    """Of what; None: of the negotiation itself."""
    id: str
    """The id of that; "" for the negotiation itself."""
    field: str
    """The name of the field, as in the file."""
    old: object
    new: object

    def __str__(self) -> str:
        return f"edited: {f'{self.kind} {self.id}' if self.kind else 'the negotiation'}: {self.field}"


@final
@frozen
class OtherPosition:
    """A party's position on a demand that is another in the newer record, as of the same rounds.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> print(*compare(talks, talks.saying("russia accepts non-force")).positions)
        russia on non-force: silent -> accepts
    """

    __module__ = "negotrack"

    party: str
    demand: str
    old: Position
    new: Position
    rounds: tuple[str, ...]
    """The ids of the rounds as of which it is so, in order."""

    def __str__(self) -> str:
        old, new = sides(self.old, self.new)
        return f"{self.party} on {self.demand}: {old} -> {new}"


@final
@frozen
class OtherOutcome:
    """A demand of which something else became in the newer record, as of the same rounds.

    Examples:
        >>> from negotrack import compare, seed
        >>> talks = seed("sochi-2022")
        >>> print(*compare(talks, talks.saying("azerbaijan accepts delimitation")).outcomes)
        delimitation: pending -> agreed
    """

    __module__ = "negotrack"

    demand: str
    old: Result
    new: Result
    rounds: tuple[str, ...]
    """The ids of the rounds as of which it is so, in order."""

    def __str__(self) -> str:
        return f"{self.demand}: {self.old} -> {self.new}"


Recoding = Added | Removed | Reread
"""A difference in the readings of two records: a closed union, made to be matched."""

Difference = Renaming | OnlyOld | OnlyNew | Edited | Recoding | OtherPosition | OtherOutcome
"""One of the differences of two records: likewise."""


def _told(what: Named) -> str:
    return f"{type(what).__name__.lower()} {what.id}: {visible(title_of(what))}"
