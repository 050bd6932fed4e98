"""In which words can a sentence be put that all say the same?"""

from collections.abc import Sequence

from negotrack.stances import VERBS, Stance
from negotrack.testing.writing.hands import Hand, Way


def worded(hand: Hand, sentence: str) -> str:
    """Give a sentence in other words. Shrinks towards the same ones."""
    words = sentence.replace(",", " ,").split(" ")
    if hand.does(Way.VERBS):
        words = [other for word in words for other in _verb(word)]
    if hand.does(Way.COMMAS):
        words = [other for word in words for other in _joint(hand, word)]
    return _spaced(hand, words)


def _joint(hand: Hand, word: str) -> Sequence[str]:
    """Give another way to join two ids; what joins none stays what it is."""
    return hand.dice.pick(((word,), (",",), (",", "and"), ("and",))) if word in {"and", ","} else (word,)


def _verb(word: str) -> Sequence[str]:
    """Give the other form of a verb, and of one that takes `on` the form with it; all else stays what it is."""
    if word not in VERBS:
        return () if word == "on" else (word,)
    stance = VERBS[word]
    other = stance.plural if word == stance.value else stance.value
    return (other, "on") if stance is Stance.RESERVES else (other,)


def _spaced(hand: Hand, words: Sequence[str]) -> str:
    if not hand.does(Way.SPACES_IN_SENTENCES):
        return " ".join(words).replace(" ,", ",")
    start, end = hand.dice.pick(("", " ")), hand.dice.pick(("", "\t"))
    return start + "".join(_behind(hand, word) for word in words).strip() + end


def _behind(hand: Hand, word: str) -> str:
    return word + hand.dice.pick((" ", "  ", "\t", "\u00a0"))
