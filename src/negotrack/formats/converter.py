"""What turns plain data into records and back, for every format?"""

from cattrs import Converter

from negotrack.formats import structuring, unstructuring


def _converter() -> Converter:
    made = Converter(forbid_extra_keys=True)
    structuring.register(made)
    unstructuring.register(made)
    return made


converter: Converter = _converter()
"""The one converter: it reads strictly, and what it has written it reads as an equal record."""
