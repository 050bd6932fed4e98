"""How does what is written from right to left disturb none of its neighbours?

In a sentence of ours a browser would draw figures and signs behind an Arabic or Hebrew name into it. What is isolated
takes its direction from its own letters and ends where it ends.
"""

import re
from itertools import cycle

from markupsafe import Markup, escape

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefe\U00010800-\U00010fff\U0001e800-\U0001efff"
"""The blocks of Unicode whose scripts run from right to left."""
_STRETCH = re.compile(rf"([{_RTL}]+(?:(?:(?![{_RTL}])[\W\d_])*[{_RTL}]+)*)")
"""From one letter of these scripts to the last that follows without one of another script between."""


def isolated(text: str) -> Markup:
    """Give a text as HTML, what is written from right to left isolated from the rest.

    Examples:
        >>> isolated("\u05d9\u05d5\u05df refuses <1>")
        Markup('<bdi>\u05d9\u05d5\u05df</bdi> refuses &lt;1&gt;')
    """
    first, *parts = _STRETCH.split(text)
    return escape(first) + Markup("").join(
        Markup("<bdi>{}</bdi>").format(part) if is_isolated else part
        for part, is_isolated in zip(parts, cycle((True, False)), strict=False)
    )
