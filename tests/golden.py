"""What is a golden output, and how is it compared?"""

from __future__ import annotations

from pathlib import Path

import pytest

FOLDER = Path(__file__).parent / "golden"


class Golden:
    """Whole outputs that were looked at, one file each.

    `pytest --rewrite-golden` writes those that the tests ask for anew; look at the difference before it is committed.
    """

    def __init__(self, *, rewrites: bool) -> None:
        self._rewrites = rewrites

    def holds(self, name: str, output: str) -> bool:
        """Tell whether an output is the one on file, word for word."""
        file = FOLDER / f"{name}.txt"
        if self._rewrites:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(output, encoding="utf-8")
        return output == read(name)


def read(name: str) -> str:
    """Give a golden output; "" where there is none."""
    file = FOLDER / f"{name}.txt"
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def add_option(parser: pytest.Parser) -> None:
    """Declare the option that rewrites them."""
    parser.addoption("--rewrite-golden", action="store_true", help="write the golden outputs anew")
