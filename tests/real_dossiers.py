"""Which real dossiers are there to test with, and what is left of them when they are damaged?"""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from negotrack import dumps, load, seed
from negotrack.origin import FileFormat
from negotrack.testing import damaged_texts
from records import complete

SEEDS = sorted(Path(__file__).parents[1].glob("seeds/*.toml"))
TALKS = [complete(), *(load(seed) for seed in SEEDS)]
"""Real negotiations, and one with every field."""

SHORT = [TALKS[0], seed("sochi-2022")]
"""Of these two that are short, for what takes many texts."""

DOSSIERS = [
    *(("talks.toml", text) for text in (*(seed.read_text() for seed in SEEDS), *map(dumps, TALKS))),
    *(("talks.json", dumps(talks, "json")) for talks in TALKS),
]
"""The same as dossiers, in both formats: the name of a file, and its text."""


def damaged_files(breaking: str = "") -> st.SearchStrategy[tuple[str, str]]:
    """Give the name of a file and what is left of a dossier in it."""
    files = [
        st.tuples(
            st.just(f"talks.{format_}"),
            damaged_texts(of=st.sampled_from(TALKS), format=format_, breaking=breaking),
        )
        for format_ in FileFormat
    ]
    return st.one_of(files)
