"""Kappa and alpha come out as published, to the digits printed; where they have no value, they say why."""

from collections.abc import Callable, Hashable, Sequence
from fractions import Fraction

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negotrack.coefficients import Undefined, alpha, kappa

TABLES = {
    "Wikipedia, Cohen's kappa, grants": ([[20, 5], [10, 15]], "0.4"),
    "Wikipedia, same percentages, first": ([[45, 15], [25, 15]], "0.1304"),
    "Wikipedia, same percentages, second": ([[25, 35], [5, 35]], "0.2593"),
    "Cohen 1960, p. 45": ([[88, 14, 18], [10, 40, 10], [2, 6, 12]], "0.492"),
    "Sim and Wright 2005, table 1": ([[22, 2], [4, 11]], "0.67"),
    "Sim and Wright 2005, table 2": (
        [[15, 3, 1, 1], [4, 18, 3, 2], [4, 5, 16, 4], [1, 2, 4, 17]],
        "0.55",
    ),
    "Artstein and Poesio 2008, p. 558": ([[20, 10], [20, 50]], "0.348"),
    "Artstein and Poesio 2008, p. 568": ([[46, 0, 0], [6, 32, 6], [0, 0, 10]], "0.8013"),
    "Agresti 1992, p. 202": ([[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]], "0.493"),
    "Zwick 1988, p. 376": ([[20, 0, 0, 5], [0, 10, 15, 0], [0, 15, 10, 0], [5, 0, 0, 20]], "0.467"),
    "Gwet, irrCAC, abstractors": ([[13, 0, 0], [0, 20, 7], [0, 4, 56]], "0.7964094"),
    "SAS, in the tests of statsmodels: one category that only one coder uses": (
        [[0, 4, 1], [0, 8, 0], [0, 1, 5]],
        "0.4842",
    ),
}
"""Tables of counts, the first coder's codes down and the second's across, and kappa as printed. The figures of Cohen,
Artstein and Poesio, Agresti and Zwick were read in the tests of DKPro Statistics, which give the pages; those of Sim
and Wright in a test in R that cites them."""

N = None
"""Not coded."""
CODES: dict[str, tuple[Sequence[Sequence[object]], str]] = {
    "Krippendorff 2011, A: two values, two coders": (
        ((0, 1, 0, 0, 0, 0, 0, 0, 1, 0), (1, 1, 1, 0, 0, 1, 0, 0, 0, 0)),
        "0.095",
    ),
    "Krippendorff 2011, B: five categories, two coders": (("aabbdcccedda", "babbbccceddd"), "0.692"),
    "Krippendorff 2011, C: four coders, with missing codes": (
        (
            (1, 2, 3, 3, 2, 1, 4, 1, 2, N, N, N),
            (1, 2, 3, 3, 2, 2, 4, 1, 2, 5, N, 3),
            (N, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, N),
            (1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, N),
        ),
        "0.743",
    ),
    "Wikipedia, Krippendorff's alpha: three coders, with missing codes": (
        (
            (N, N, N, N, N, 3, 4, 1, 2, 1, 1, 3, 3, N, 3),
            (1, N, 2, 1, 3, 3, 4, 3, N, N, N, N, N, N, N),
            (N, N, 2, 1, 3, 4, 4, N, 2, 1, 1, 3, 3, N, 4),
        ),
        "0.691358",
    ),
    "Krippendorff 1980, p. 139: three coders": (
        ((1, 1, 2, 4, 1, 2, 1, 3, 2), (1, 2, 2, 4, 4, 2, 2, 3, 2), (1, 2, 2, 4, 4, 2, 3, 3, 2)),
        "0.642",
    ),
    "Krippendorff 2004, p. 227: two coders": (("aabbbbbccccc", "abbbbbcccccc"), "0.734"),
    "krippendorff on PyPI, issue 27: always unlike": (("AB", "BA"), "-0.5"),
    "krippendorff on PyPI, issue 11: chance alone, with missing codes": (
        ((3, 3, 3, 3, 3), (3, 3, 3, 3, 3), (3, 3, N, N, 3), (3, 3, 3, 3, 1), (3, N, 3, 3, 3)),
        "0",
    ),
}
"""The codes of each coder, unit by unit, and alpha as printed. Those of Krippendorff 2011 were read in pages that quote
the paper, those of his books in the tests of DKPro Statistics, that of Wikipedia in the documentation of krippendorff
on PyPI."""

codes = st.sampled_from("abc")


def printed(value: Fraction | Undefined, like: str) -> str:
    """Print a value with as many digits as another."""
    assert isinstance(value, Fraction)
    return f"{float(value):.{len(like.partition('.')[2])}f}"


def units(coders: Sequence[Sequence[object]]) -> list[list[Hashable]]:
    """Give for each unit its codes, without those that are missing."""
    return [[code for code in unit if code is not None] for unit in zip(*coders, strict=True)]


@pytest.mark.parametrize(("table", "value"), TABLES.values(), ids=TABLES)
def test_kappa_is_as_published(table: Sequence[Sequence[int]], value: str) -> None:
    """Cohen's kappa comes out to the digits printed."""
    pairs = [(i, j) for i, row in enumerate(table) for j, times in enumerate(row) for _ in range(times)]
    assert printed(kappa(pairs), value) == value


@pytest.mark.parametrize(("coders", "value"), CODES.values(), ids=CODES)
def test_alpha_is_as_published(coders: Sequence[Sequence[object]], value: str) -> None:
    """Krippendorff's alpha comes out to the digits printed."""
    assert printed(alpha(units(coders)), value) == value


def test_kappa_of_a_single_category_is_undefined() -> None:
    """As in scikit-learn (issue 14256: two coders who give five units the same code), which gives no number."""
    assert kappa([(1, 1)] * 5) is Undefined.ONE_CATEGORY


def test_alpha_of_a_single_category_is_undefined() -> None:
    """As in statsmodels ("because alpha is 0 / 0 then") and grassr; the case is that of krippendorff-alpha, issue 1."""
    assert alpha([(1, 1, 1)] * 3) is Undefined.ONE_CATEGORY


def test_alpha_knows_only_codes_that_can_be_paired() -> None:
    """A second category that only a unit with one code has makes no difference (NLTK, issue 3264)."""
    assert alpha([(1, 1), (2,)]) is Undefined.ONE_CATEGORY


def test_nothing_coded_twice_is_undefined() -> None:
    """Where no unit has two codes there is nothing to compare."""
    assert {kappa([]), alpha([(1,), (2,)])} == {Undefined.NOTHING_CODED_TWICE}


@given(st.lists(st.tuples(codes, codes), min_size=1))
def test_coders_may_change_places(pairs: list[tuple[str, str]]) -> None:
    """Neither coefficient depends on who is first."""
    turned = [(other, one) for one, other in pairs]
    assert (kappa(pairs), alpha(pairs)) == (kappa(turned), alpha(turned))


@given(st.lists(codes, min_size=2))
def test_full_agreement_is_one(given_twice: list[str]) -> None:
    """Coders who agree in everything, on more than one category, have 1 by both."""
    assume(len(set(given_twice)) > 1)
    pairs = [(code, code) for code in given_twice]
    assert {kappa(pairs), alpha(pairs)} == {Fraction(1)}


@given(st.lists(st.lists(codes, max_size=4)), st.lists(codes, max_size=1))
def test_unit_with_a_single_code_makes_no_difference(several: list[list[str]], single: list[str]) -> None:
    """Alpha is of the units with at least two codes."""
    assert alpha([*several, single]) == alpha(several)


@pytest.mark.parametrize(
    "coefficient",
    [lambda nan: kappa([(nan, 1), (1, 1)]), lambda nan: alpha([(nan, 1), (1, 1)])],
    ids=["kappa", "alpha"],
)
def test_missing_number_is_no_code(coefficient: Callable[[float], object]) -> None:
    """What is not equal to itself cannot agree with anything; it is to be left out."""
    with pytest.raises(TypeError, match="nan is no code: leave out what was not coded"):
        coefficient(float("nan"))
