"""How is text from outside made safe to show?

A terminal obeys some characters instead of showing them: escape sequences colour and erase, bidirectional overrides
swap words, zero-width characters make two different words look alike. Here such characters become visible.
"""

import re

# C0, DEL and C1 controls, line and paragraph separators, lone surrogates, interlinear annotation
# marks, and what Unicode calls Default_Ignorable_Code_Point (drawn as nothing), less the variation
# selectors, which only choose how the character before them is drawn.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufff9-\ufffb"
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff]"
)


def visible(text: str) -> str:
    r"""Give `text` with every character that would act or hide written as an escape.

    What is left is one line: tabs and line breaks are escaped as well. Letters of every script, combining marks and
    emoji stay as they are. The escapes are those of TOML basic strings. It does not undo itself: a text that holds a
    backslash keeps it.

    Examples:
        >>> visible("talks\x1b[31m \u202eflip")
        'talks\\u001b[31m \\u202eflip'
        >>> visible("Հայաստան, Azərbaycan")
        'Հայաստան, Azərbaycan'
    """
    return _HIDDEN.sub(_escape, text)


def shortened(text: str) -> str:
    """Give a text as a message quotes it: what is long is cut, and ends in dots.

    Examples:
        >>> shortened("Armenia"), len(shortened("ha" * 100))
        ('Armenia', 43)
    """
    return text if len(text) <= _QUOTED else text[:_QUOTED] + "..."


_QUOTED = 40
"""How many characters of a text a message quotes."""


def visible_in_json(text: str) -> str:
    r"""Give a JSON document with the same characters as `visible` written as JSON escapes, where they stand in strings.

    The document means what it meant. Line breaks stay: JSON has them between its tokens only.

    Examples:
        >>> print(visible_in_json('["\u202eflip",\n"\U000e0001"]'))
        ["\u202eflip",
        "\udb40\udc01"]
    """
    return _HIDDEN.sub(_escape_in_json, text)


def visible_in_toml(text: str) -> str:
    r"""Give a TOML document with the same characters written as TOML escapes, where they stand in basic strings.

    The document means what it meant, if it has no literal strings and no such characters in comments. Line breaks
    stay.

    Examples:
        >>> print(visible_in_toml('a = "\u202eflip"\n'), end="")
        a = "\u202eflip"
    """
    return _HIDDEN.sub(lambda match: "\n" if match[0] == "\n" else _escape(match), text)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}" if match[0] <= "\uffff" else f"\\U{ord(match[0]):08x}"


def _escape_in_json(match: re.Match[str]) -> str:
    if match[0] == "\n":
        return "\n"
    units = match[0].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i : i + 2].hex()}" for i in range(0, len(units), 2))
