"""What do people write for a word, an id, a date or a sentence that is none?"""

from collections.abc import Sequence

from negotrack.ids import RESERVED
from negotrack.stances import VERBS, Stance
from negotrack.testing.drawing import Dice


def slip_of(dice: Dice, word: str) -> str:
    """Give a word as it is mistyped: with a letter too many or too few, a capital, two exchanged, or another joint."""
    at = dice.number(max(0, len(word) - 2))
    return dice.pick(
        (
            word + "s",
            word[:at] + word[at + 1 :],
            word[:at] + word[at : at + 1] + word[at:],
            word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :],
            word.capitalize(),
            word.upper(),
            word.replace("_", "-"),
            word.replace("_", ""),
        )
    )


def no_id(dice: Dice, known: str) -> str:
    """Give a text that is no id: one that is known, as it must not be written, or another."""
    return dice.pick(
        (
            known.upper() or "A",
            known.replace("-", "_") + "_",
            f"the {known}",
            f"1{known}",
            *sorted(RESERVED),
            "",
            "Bad Id",
            f"{known}.",
            "\u00e9tat",
            f"\u202e{known}",
        )
    )


NO_DATES: Sequence[str] = (
    "soon",
    "",
    "3/4/2024",
    "31.10.2022",
    "2022-13",
    "2022-02-30",
    "2022-1-5",
    "22-10-31",
    "2022/2021",
    "2022-10-31/2022-10-01",
    "2022-10-31/",
    "2022-10-31T12:00",
    "2022-10-31 ",
    "ca. 2022",
    "October 2022",
    "~2022",
    "2022-10-31??",
    "0000-01-01",
)


def no_sentence(dice: Dice, sentence: str) -> str:
    """Give a sentence as people write it who do not know the form, or make a slip; of what is none, another."""
    sentence = sentence.strip()
    words = sentence.split()
    at = next((place for place, word in enumerate(words) if word in VERBS), 0)
    before, behind = " ".join(words[:at]), " ".join(words[at + 1 :])
    return dice.pick(
        (
            f"{before} {dice.pick(_NO_VERBS)} {behind}",
            f"{before} {' '.join(words[at : at + 1])}",
            behind,
            f"{sentence} or more",
            f"{sentence} if",
            f"{sentence}.",
            f"{sentence.capitalize()}",
            f"{before} does not {' '.join(words[at:])}",
            f"{before} provisionally {Stance.REJECTS} {behind}",
            f"and {sentence}",
            f"{sentence},",
            "",
            " ",
        )
    )


_NO_VERBS = ("likes", "acepts", "agrees to", "is for", "ACCEPTS", "refuses", "wants", "=", "")
