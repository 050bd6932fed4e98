"""How can a dossier be written?"""

from hypothesis.strategies import SearchStrategy, sampled_from

from negotrack.negotiation import Negotiation
from negotrack.origin import FileFormat
from negotrack.testing.arguments import Given, one_of, together
from negotrack.testing.drawing import Dice, rolled
from negotrack.testing.negotiations import a_negotiation, negotiations
from negotrack.testing.writing.hands import Hand
from negotrack.testing.writing.shapes import shaped
from negotrack.testing.writing.texts import text_of

ANY_NEGOTIATION = negotiations()
ANY_FORMAT: SearchStrategy[FileFormat] = sampled_from(FileFormat)


def dossier_texts(
    *,
    of: Given[Negotiation] = ANY_NEGOTIATION,
    format: Given[FileFormat] | Given[str] = ANY_FORMAT,  # noqa: A002 - as `dumps` has it
) -> SearchStrategy[str]:
    r"""Give dossiers as texts, laid out in the many ways in which people and programs write them.

    `loads` reads from each a negotiation equal to the one drawn. A short form or a table, keys with dots, lists over
    several lines, comments, quotation marks and escapes of every kind, the order of keys and sections where it means
    nothing, spaces and line ends: each writer has habits. Shrinks towards what `dumps` writes.

    Args:
        of: the negotiation.
        format: `toml` or `json`.

    Raises:
        InvalidArgument: an argument is not what it says here.

    Examples:
        >>> from hypothesis import find
        >>> from negotrack import loads
        >>> talks = loads('title = "Talks"')
        >>> find(dossier_texts(of=talks, format="toml"), lambda text: loads(text) == talks)
        'format = 1\ntitle = "Talks"\n'
    """
    return together(
        lambda talks, format_: rolled(_text, talks, format_),
        talks=a_negotiation("of", of),
        format_=one_of("format", format, FileFormat),
    )


def _text(dice: Dice, talks: Negotiation, format_: FileFormat) -> str:
    hand = Hand(dice)
    return text_of(hand, shaped(hand, talks), format_)
