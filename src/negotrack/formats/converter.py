"""What turns plain data into records and back, for every format?"""

from cattrs import Converter

from negotrack.formats import structuring, unstructuring
from negotrack.state import State


def _document(state: State) -> object:
    from negotrack.formats.json.matrix import matrix  # noqa: PLC0415 - a dossier needs none

    return matrix(state)


def _converter() -> Converter:
    made = Converter(forbid_extra_keys=True)
    structuring.register(made)
    unstructuring.register(made)
    made.register_unstructure_hook(State, _document)
    return made


converter = _converter()
"""The one converter: it reads strictly, and what it has written it reads as an equal record."""
