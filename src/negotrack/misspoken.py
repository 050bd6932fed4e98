"""What was probably meant where a text breaks off from the sentence form?"""

import re
from collections.abc import Mapping, Sequence
from itertools import takewhile

from negotrack.ids import RESERVED, is_id, suggest_id
from negotrack.nearest import slip_of
from negotrack.stances import VERBS, Stance
from negotrack.visible import visible


def of_order(before: Sequence[str], after: Sequence[str]) -> str:
    """Say what to do about the commonest ways of saying what the form says otherwise, or nothing.

    Args:
        before: the words before the fault.
        after: the others.

    Examples:
        >>> of_order(["the"], ["union", "accepts", "pay"])
        'leave out `the`'
    """
    text = f"{' '.join(before)}\n{' '.join(after)}".replace(" ,", ",")
    if len(text) > _LONG:
        return ""
    found = ((re.search(slip, text), cure) for slip, cure in _SLIPS.items())
    return next((visible(match.expand(cure)) for match, cure in found if match), "")


def of_verb(words: Sequence[str]) -> str:
    """Say which verb is meant by the first of the words; of a negation, that only of an acceptance.

    Examples:
        >>> of_verb(["has", "accepted", "pay"])
        'for `has accepted` write `accepts`'
    """
    if not words:
        return ""
    helping = list(takewhile(_HELPING.__contains__, words[:2]))
    match words[len(helping) :]:
        case ("not", verb, *_) if helping and _meant(verb) is Stance.ACCEPTS:
            return "a refusal is `rejects`; where nothing was said, write nothing"
        case (verb, *rest) if (meant := _meant(verb)) and _OBJECTS.match(
            " ".join(rest[_linked(verb, rest) :])
        ):
            said = [*helping, verb, *rest[: _linked(verb, rest)]]
            return (
                f"for `{' '.join(said)}` write `{meant}`" if said[1:] else f"the word for this is `{meant}`"
            )
        case _:
            return slip_of(words[0], VERBS) or f"the verbs are {', '.join(Stance)}"


def of_joint(word: str) -> str:
    """Say what to do about a word that joins demands in no way that the form has, or nothing."""
    return _NO_JOINTS[word] if word in _NO_JOINTS else slip_of(word, ("and", "if"))


def of_id(before: str, word: str) -> str:
    """Say what to do about a word in the place of an id, or nothing.

    Examples:
        >>> of_id("accepts", "cease_fire")
        'an id has lower-case letters, digits and hyphens: `cease-fire`'
    """
    if word == "provisionally" and before in VERBS and VERBS[before].is_assent:
        return f"write `provisionally {before}`"
    if (before, word) == ("", "if"):
        return "`if` stands at the end, behind the demands"
    if word in {"", ","} or is_id(word):
        return ""
    if word in RESERVED:
        return f"`{word}` is a word of the sentence form, and names nothing"
    suggestion = suggest_id(word)
    return f"an id has lower-case letters, digits and hyphens: `{suggestion}`" if suggestion else ""


def _meant(verb: str) -> Stance | None:
    """Give the stance that a verb means, in whatever tense; None: it may mean several, or none."""
    stems = [verb.removesuffix(end) for end in ("", "s", "d", "ed", "ing")]
    forms = [form for stem in stems for form in (stem, f"{stem}e", re.sub(r"(.)\1$", r"\1", stem))]
    return next((_STANCES[form] for form in forms if form in _STANCES), None)


def _linked(verb: str, rest: Sequence[str]) -> int:
    """Give how many words behind a verb belong to it: of `agrees to pay` one, of `refuses to accept pay` two."""
    match rest:
        case ("to", other, *more) if _meant(verb) is Stance.REJECTS and _meant(other) is Stance.ACCEPTS:
            return 2 + _linked(other, more)
        case ("to", *_):
            return int(verb.startswith(_WITH_TO))
        case ("on" | "for", *_):
            return 1
        case _:
            return 0


_WITH_TO = ("agree", "consent", "object")
"""Verbs behind which `to` leads to a demand; behind others it leads to what somebody would do."""
_HELPING = frozenset(("does", "do", "did", "has", "have", "had", "will", "shall"))

_STANCES = {
    **VERBS,
    **dict.fromkeys(("propose", "demand", "want", "request", "ask", "offer", "suggest"), Stance.PROPOSES),
    **dict.fromkeys(("change", "modify", "modifie", "revise"), Stance.AMENDS),
    **dict.fromkeys(("agree", "support", "approve", "endorse", "consent", "back"), Stance.ACCEPTS),
    **dict.fromkeys(("oppose", "refuse", "decline", "object", "deny", "denie"), Stance.REJECTS),
    **dict.fromkeys(("postpone", "delay", "adjourn"), Stance.DEFERS),
    **dict.fromkeys(("retract", "drop", "withdrew", "withdrawn"), Stance.WITHDRAWS),
}
"""Verbs that people write, without their endings, and the stance that they mean."""

_NO_JOINTS = {
    **dict.fromkeys(("an", "any", "end", "in", "is", "it", "of"), ""),
    "or": "`or` cannot be said: what would do either way is a demand of its own",
    "unless": "`unless` cannot be said: write an assent with `if`, or else a refusal with a note",
    "but": "`but` cannot be said: write what each says as a statement of its own",
}
"""Words that people join demands by and the form does not have, and what is written in their place, or nothing."""

_LONG = 500
"""Of how many characters a text is that is no slip any more."""

_END = r"(?![^ ,\n])"
_VERB = f"(?:{'|'.join(VERBS)}){_END}"
_ASSENT = f"(?:{'|'.join(verb for verb, stance in VERBS.items() if stance.is_assent)}){_END}"
_NO_NAMES = "|".join((*RESERVED, "not", "no", "never", "neither", "nor", "none", "nothing"))
_NAME = rf"(?!(?:{_NO_NAMES}){_END})[^ ,\n]+"
_ID = rf"(?!(?:{_NO_NAMES}){_END})[a-z][a-z0-9-]*{_END}"
_IDS = rf"{_ID}(?:(?:,| and|, and) {_ID})*"
_OBJECTS = re.compile(
    rf"(?:the )?{_NAME}(?: (?:,|and|, and) (?:the )?{_NAME})*"
    rf"(?:$| (?:if|or|but|unless|provided|subject|when|once){_END})|$"
)
"""What stands behind a verb that says something of demands: names, and no other verb, no `not`, no `with` somebody."""
_SENTENCE = (
    rf"(?!(?:it|he|she|they|we) ){_IDS} (?:{_VERB} {_IDS}|(?:provisionally )?{_ASSENT} {_IDS}(?: if {_IDS})?)"
)
_SAYS = "(?:says?|said|states?|stated|claims?|claimed|reports?|reported|announces?|announced)"
_LEAVES = "(?:(?:leaves?|left|quits?|walks? out|walked out)(?: the [a-z]+)?|(?:walks? out|walked out) .*)$"
_IF = "(?:(?:provided|providing|on (?:the )?condition)(?: that)?|subject to|as long as|once|when)"
_SLIPS: Mapping[str, str] = {
    rf"^({_ID})\n{_SAYS} (?:that )?({_SENTENCE})$": r'write { says = "\2", according_to = "\1" }',
    rf"^according\nto ({_ID}),? ({_SENTENCE})$": r'write { says = "\2", according_to = "\1" }',
    rf"^({_ID})\n{_SAYS} that (?!(?:it|he|she|they|we) )": (
        r'what one says of another is { says = "...", according_to = "\1" }'
    ),
    rf"^(?:{_IDS}(?:,| and|, and) )?({_ID})\n{_LEAVES}": (
        r'write under [parties] \1 = { name = "...", leaves = "..." }, with the id of the first round without it'
    ),
    rf"^(?:{_IDS}(?:,| and|, and) )?({_ID})\n(?:joins?|joined)(?: the [a-z]+)?$": (
        r'write under [parties] \1 = { name = "...", joins = "..." }, with the id of the first round with it'
    ),
    rf"\nconditionally ({_ASSENT})": r"write `\1 ... if ...`",
    rf" ({_ASSENT}) .*\n(?:in principle|provisionally)$": r"write `provisionally \1`",
    rf'^(.+ amends? {_ID})\nto (?!.* if )([^"\\]+)$': (
        r'the new text goes beside it: { says = "\1", text = "\2" }'
    ),
    rf" if .*\naccepts? ({_ID})": r"behind `if` stand demands alone, such as `if \1`: they have to be agreed",
    rf" if .*\n{_VERB}": "behind `if` stand demands alone: they have to be agreed",
    rf" {_VERB} .*(?<! to)\n{_VERB}": "these are two statements: write each as one of its own",
    rf" {_ASSENT} .*\n({_IF}) (?:the )?{_IDS}$": r"for `\1` write `if`",
    rf" withdraws? (from)\n{_IDS}$": r"leave out `\1`",
    r"(?:^| )(the)\n|\n(The) [a-z]": r"leave out `\1\2`",
}
"""What people write, with a line break before the word that the form does not have there, and what to do about it."""
