"""How is a statement written in words, and read back?"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from sys import intern
from typing import Any, final

from attrs import Attribute, field, frozen

from negotrack import misspoken
from negotrack.fields import BadField, checked, choice, once
from negotrack.ids import Id, check_ids, is_id
from negotrack.stances import VERBS, Stance
from negotrack.visible import visible

_TOKEN = re.compile(r",|[^\s,]+")
_A_VERB = "a verb (proposes, accepts, rejects, ...)"


class BadSentence(ValueError):
    """A text that is no statement.

    Attributes:
        text: the whole sentence.
        column: where in it the fault is, counted in characters from 1; one past the end where something
            is missing there.
        length: how many characters the offending word has; 1 at the end.
        expected: what was expected in its place.
        hint: what to do about it, or "".

    Examples:
        >>> parse("employer likes pay")
        Traceback (most recent call last):
            ...
        negotrack.BadSentence: expected a verb (proposes, accepts, rejects, ...) at column 10
            employer likes pay
                     ^^^^^
        the verbs are proposes, amends, accepts, rejects, reserves, abstains, defers, withdraws
    """

    __module__ = "negotrack"

    def __init__(self, text: str, column: int, length: int, expected: str, hint: str = "") -> None:
        super().__init__(text, column, length, expected, hint)
        self.text = text
        self.column = column
        self.length = length
        self.expected = expected
        self.hint = hint

    @property
    def message(self) -> str:
        """What is wrong, without where.

        Examples:
            >>> BadSentence("employer likes pay", 10, 5, "a verb").message
            'expected a verb'
        """
        return f"expected {self.expected}"

    def __str__(self) -> str:
        from rich.cells import cell_len  # noqa: PLC0415 - wanted for an error only

        before, word = self.text[: self.column - 1], self.text[self.column - 1 :][: self.length]
        marker = " " * cell_len(visible(before)) + "^" * max(1, cell_len(visible(word)))
        lines = [f"{self.message} at column {self.column}", f"    {visible(self.text)}", f"    {marker}"]
        return "\n".join([*lines, self.hint] if self.hint else lines)


def _stance(value: str) -> Stance:
    return choice(Stance, value, "stance")


@final
@frozen(repr=False, field_transformer=checked)
class Sentence:
    """Who says what about which demands: the words of a statement, without its evidence.

    Several holders and several demands are a product: the sentence means the same as one for each pair.
    Who or what is named twice counts once.

    Attributes:
        holders: the ids of the parties that say it, at least one, in the order in which they are named.
        stance: what they say.
        demands: the ids of what they say it of, at least one, in the order in which they are named.
        conditions: the ids of the demands that have to be agreed for an assent to count, in the order in which they
            are named; empty where it counts at once.
        provisional: whether an assent is given ad referendum or in principle.

    Raises:
        BadId: a holder, demand or condition is no id.
        BadField: there is no holder or no demand, or a qualifier stands with what is no assent, or there is
            no such stance.
        TypeError: a value is of another kind than its field takes.

    Examples:
        >>> Sentence(["armenia"], "rejects", ["corridor"])
        Sentence('armenia rejects corridor')
        >>> parse("a, b and c accept x if y").conditions
        ('y',)
    """

    __module__ = "negotrack"

    holders: tuple[Id, ...] = field(converter=once, validator=check_ids)
    stance: Stance = field(converter=_stance)
    demands: tuple[Id, ...] = field(converter=once, validator=check_ids)
    conditions: tuple[Id, ...] = field(default=(), converter=once, validator=check_ids)
    provisional: bool = field(default=False)

    @demands.validator
    def _is_about_something(self, _: "Attribute[Any]", demands: tuple[str, ...]) -> None:
        for field_, ids in (("holders", self.holders), ("demands", demands)):
            if not ids:
                raise BadField(field_, "are empty: a sentence has at least one of each")

    @provisional.validator
    def _qualifies_an_assent(self, _: "Attribute[Any]", provisional: bool) -> None:  # noqa: FBT001
        if (provisional or self.conditions) and not self.stance.is_assent:
            raise BadField("stance", f"`{self.stance}` takes neither conditions nor `provisionally`")

    def __str__(self) -> str:
        verb = self.stance.value if len(self.holders) == 1 else self.stance.plural
        words = [
            enumerated(self.holders),
            *(["provisionally"] if self.provisional else []),
            verb + (" on" if self.stance is Stance.ABSTAINS else ""),
            enumerated(self.demands),
            *(["if", enumerated(self.conditions)] if self.conditions else []),
        ]
        return " ".join(words)

    def __repr__(self) -> str:
        return f"Sentence({str(self)!r})"


def enumerated(words: Iterable[str]) -> str:
    """Join words as the sentence form does.

    Examples:
        >>> enumerated(["a", "b", "c"])
        'a, b and c'
    """
    *most, last = words
    return f"{', '.join(most)} and {last}" if most else last


def parse(text: str) -> Sentence:
    """Read a statement in the sentence form. `parse(str(sentence)) == sentence` for every sentence.

    Raises:
        BadSentence: the text does not have the form; it says where, and what was expected there.

    Examples:
        >>> parse("union provisionally accepts pay, hours, and leave").demands
        ('pay', 'hours', 'leave')
    """
    return _shortest(text.split()) or _Parser(text).sentence()


def _shortest(words: Sequence[str]) -> Sentence | None:
    """Read a sentence of three words, as most are, without a parser; None: it has others, or has not the form."""
    match words:
        case (holder, verb, demand) if verb in VERBS and is_id(holder) and is_id(demand):
            return Sentence(_alone(holder), VERBS[verb], _alone(demand))
        case _:
            return None


@lru_cache(maxsize=1 << 12)
def _alone(id_: str) -> tuple[str]:
    """Give a list of one id: the same whenever it is asked for, so that a large record holds it once."""
    return (intern(id_),)


class _Parser:
    """Recursive descent over the words of one sentence; columns are found only when something fails."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = [*text.replace(",", " , ").split(), _END]
        self._next = 0

    def sentence(self) -> Sentence:
        holders = self._ids("a party", then=_A_VERB)
        place = self._next
        provisional = self._skip("provisionally")
        stance = self._stance()
        if provisional and not stance.is_assent:
            self._next = place
            raise self._bad("the verb: `provisionally` goes with an assent only")
        if stance.takes_on:
            self._skip("on")
        demands = self._ids(
            "a demand", then="`if`, `and` or the end" if stance.is_assent else "`and` or the end"
        )
        conditions = self._conditions(stance)
        if self._words[self._next] != _END:
            raise self._bad("the end")
        return Sentence(holders, stance, demands, conditions, provisional)

    def _conditions(self, stance: Stance) -> tuple[str, ...]:
        if not self._skip("if"):
            return ()
        if not stance.is_assent:
            self._next -= 1
            raise self._bad("the end: `if` goes with an assent only")
        return self._ids("a demand", then="`and` or the end")

    def _stance(self) -> Stance:
        stance = VERBS.get(self._words[self._next])
        if stance is None:
            raise self._bad(_A_VERB, hint=misspoken.of_verb(self._words[self._next : -1]))
        self._next += 1
        return stance

    def _ids(self, what: str, *, then: str) -> tuple[str, ...]:
        found = [self._id(what)]
        word = self._words[self._next]
        while word in _JOINTS:
            self._next += 1
            if word == ",":
                self._skip("and")
            found.append(self._id(what))
            word = self._words[self._next]
        if word not in _AFTER_IDS:
            words = self._words[self._next : -1]
            raise self._bad(
                then, hint=misspoken.of_verb(words) if then == _A_VERB else misspoken.of_joint(word)
            )
        return tuple(found)

    def _id(self, what: str) -> str:
        word = self._words[self._next]
        if not is_id(word):
            before = self._words[self._next - 1] if self._next else _END
            raise self._bad(f"the id of {what}", hint=misspoken.of_id(before, word))
        self._next += 1
        return intern(word)

    def _skip(self, word: str) -> bool:
        """Step over a word where it is there."""
        is_there = self._words[self._next] == word
        self._next += is_there
        return is_there

    def _bad(self, expected: str, hint: str = "") -> BadSentence:
        spans = [found.span() for found in _TOKEN.finditer(self._text)]
        end = len(self._text)
        start, stop = spans[self._next] if self._next < len(spans) else (end, end + 1)
        meant = misspoken.of_order(self._words[: self._next], self._words[self._next : -1]) or hint
        return BadSentence(self._text, start + 1, stop - start, expected, meant)


_END = ""
"""What stands behind the last word."""
_JOINTS = (",", "and")
_AFTER_IDS = frozenset((*VERBS, "provisionally", "if", _END))
