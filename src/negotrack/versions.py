"""Which texts has a demand had?"""

from typing import final

from attrs import frozen

from negotrack.model.demands import Demand
from negotrack.model.statements import Statement
from negotrack.visible import visible


@final
@frozen(kw_only=True)
class Version:
    """A text of a demand: the first, or one that an amendment made.

    Attributes:
        number: 1 for the first text, and one more with each amendment.
        text: the text; None: not recorded.
        made_in: the id of the round of the amendment; None: the first text, which stood before the first round.
        said: the amendment; None: the first text.

    Examples:
        >>> from negotrack import seed
        >>> version = seed("colombia-farc").now.version("land")
        >>> print(version)
        text 2: Toward a new Colombian countryside. The rural reform takes 15 years.
        >>> version.made_in
        'new-text'
    """

    __module__ = "negotrack"

    number: int
    text: str | None
    made_in: str | None
    said: Statement | None

    def __str__(self) -> str:
        return f"text {self.number}: {'not recorded' if self.text is None else visible(self.text)}"


def first_text(demand: Demand) -> Version:
    """Give the text that a demand has to begin with.

    Examples:
        >>> first_text(Demand("pay", "Pay", text="4% from April")).text
        '4% from April'
    """
    return Version(number=1, text=demand.text, made_in=None, said=None)
