"""How far do codings agree, beyond what chance would make of it?

Codes are nominal: two are the same or they are not, and no two are nearer to each other than others.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from enum import StrEnum, unique
from fractions import Fraction


@unique
class Undefined(StrEnum):
    """Why a coefficient has no value.

    Examples:
        >>> kappa([("yes", "yes")] * 5)
        <Undefined.ONE_CATEGORY: 'all codes are the same'>
        >>> alpha([["yes"], ["no"]])
        <Undefined.NOTHING_CODED_TWICE: 'nothing was coded twice'>
    """

    __module__ = "negotrack"

    NOTHING_CODED_TWICE = "nothing was coded twice"
    """There is no unit with two codes, so there is nothing to compare."""
    ONE_CATEGORY = "all codes are the same"
    """Agreement and what chance makes of it are both complete: the formula divides nothing by nothing. Of codes that
    never vary nobody can tell whether they would vary where they should."""


def kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> Fraction | Undefined:
    """Give Cohen's kappa of two coders: the share of units coded alike, beyond chance.

    It is (o - e) / (1 - e), where o is the share of the units to which both gave the same code, and e the share to be
    expected if each coder gave its codes as often as it did, but at random. 1 is full agreement, 0 what chance makes,
    below 0 less than that.

    Args:
        pairs: for each unit that both coded the codes of the first and the second coder.

    Raises:
        TypeError: a code is not equal to itself (NaN), or what is given cannot be counted.
        ValueError: what is given for a unit is no pair.

    Source: Jacob Cohen, A coefficient of agreement for nominal scales, Educational and Psychological Measurement
    20 (1960), 37-46.

    Examples:
        >>> grants = [("yes", "yes")] * 20 + [("yes", "no")] * 5 + [("no", "yes")] * 10 + [("no", "no")] * 15
        >>> float(kappa(grants))
        0.4
    """
    return kappa_of(Counter(pairs))


def kappa_of(table: Mapping[tuple[Hashable, Hashable], int]) -> Fraction | Undefined:
    """Give Cohen's kappa of a table: how many units have which codes of the first and the second coder."""
    count = sum(table.values())
    if not count:
        return Undefined.NOTHING_CODED_TWICE
    first, second = Counter[Hashable](), Counter[Hashable]()
    for (one, other), times in table.items():
        first[_code(one)] += times
        second[_code(other)] += times
    observed = Fraction(sum(times for (one, other), times in table.items() if one == other), count)
    expected = Fraction(sum(first[code] * second[code] for code in first), count**2)
    return Undefined.ONE_CATEGORY if expected == 1 else (observed - expected) / (1 - expected)


def alpha(units: Iterable[Sequence[Hashable]]) -> Fraction | Undefined:
    """Give Krippendorff's alpha of any number of coders, for nominal codes; codes may be missing.

    It is 1 - d / e, where d is how often two codes of one unit differ and e how often two codes of all units do,
    whatever the unit. 1 is full agreement, 0 what chance makes, below 0 less than that.

    Args:
        units: for each unit the codes that it was given, in any order, without those that are missing. A unit with
            fewer than two codes says nothing of agreement, and counts neither in d nor in e.

    Raises:
        TypeError: a code is not equal to itself (NaN).

    Source: Klaus Krippendorff, Computing Krippendorff's Alpha-Reliability, University of Pennsylvania (2011).

    Examples:
        >>> meg, owen = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0], [1, 1, 1, 0, 0, 1, 0, 0, 0, 0]
        >>> round(float(alpha(zip(meg, owen))), 3)
        0.095
    """
    return alpha_of(Counter(map(tuple, units)))


def alpha_of(
    units: Mapping[tuple[Hashable, Hashable], int] | Mapping[tuple[Hashable, ...], int],
) -> Fraction | Undefined:
    """Give Krippendorff's alpha of units that are alike taken together: how many have which codes."""
    totals, differing = Counter[Hashable](), Fraction(0)
    for codes, times in units.items():
        if len(codes) > 1:
            of_unit = Counter(map(_code, codes))
            differing += Fraction(_unlike(of_unit) * times, len(codes) - 1)
            for code, number in of_unit.items():
                totals[code] += number * times
    if not totals:
        return Undefined.NOTHING_CODED_TWICE
    expected = Fraction(_unlike(totals), totals.total() - 1)
    return Undefined.ONE_CATEGORY if not expected else 1 - differing / expected


def _code(code: Hashable) -> Hashable:
    """Give a code, unless it is unlike itself, as the mark of a missing number is."""
    if code != code:  # noqa: PLR0124 - that is what is asked
        raise TypeError(f"{code!r} is no code: leave out what was not coded")
    return code


def _unlike(codes: Counter[Hashable]) -> int:
    """Count the ordered pairs of codes that differ."""
    return codes.total() ** 2 - sum(times**2 for times in codes.values())
