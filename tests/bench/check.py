"""How long does a check take, and does a statement of a large record cost more than one of a small one?

Run it: `python tests/bench/check.py`, with numbers of statements for other sizes. Each size is checked several times,
in turn with the others, after its states were settled; the quickest counts. The exit status is 1 where a statement of
the largest record costs more than so many times what one of the smallest does.
"""

import sys
import time
from random import Random

from negotrack import Claim, Demand, Negotiation, Party, Round, Source, check

SIZES = (10_000, 100_000)
RUNS = 3
ROUNDS = 100
BAR = 1.5
VERBS = ("proposes", "accepts", "rejects", "defers", "abstains on", "reserves", "amends")
WEIGHTS = (15, 50, 20, 10, 5, 10, 1)


def talks(statements: int) -> Negotiation:
    """Make talks of a hundred rounds: fifty parties and a bloc, two hundred demands, some of them rivals."""
    chosen = Random(statements)  # noqa: S311 - nothing secret
    parties = [f"p{number}" for number in range(50)]
    demands = [f"d{number}" for number in range(200)]

    def said() -> str:
        return f"{chosen.choice(parties)} {chosen.choices(VERBS, WEIGHTS)[0]} {chosen.choice(demands)}"

    return Negotiation(
        "Large talks",
        parties=[*(Party(id_, id_) for id_ in parties), Party("bloc", "Bloc", members=parties[:5])],
        sources=[Source("minutes", "Minutes")],
        demands=[
            Demand(
                id_,
                id_,
                excludes=["d0"] if place % 10 == 1 else (),
                requires=["d5"] if place % 7 == 3 else (),
            )
            for place, id_ in enumerate(demands)
        ],
        rounds=[
            Round(
                f"r{number}",
                f"{2000 + number // 12}-{1 + number % 12:02}",
                source="minutes",
                statements=[said() for _ in range(statements // ROUNDS)],
                claims=[Claim(chosen.choice(demands), "pending")],
            )
            for number in range(ROUNDS)
        ],
    )


def main(sizes: list[int]) -> int:
    """Time all sizes, and tell."""
    records = {size: talks(size) for size in sizes}
    quickest: dict[int, float] = {}
    for size, record in records.items():
        start = time.process_time()
        _ = record.now
        print(f"{size:>9,} statements: positions and outcomes {time.process_time() - start:6.2f} s")
    for _ in range(RUNS):
        for size, record in records.items():
            start = time.process_time()
            found = check(record, strict=True)
            took = time.process_time() - start
            quickest[size] = min(took, quickest.get(size, took))
            assert found
    for size, took in quickest.items():
        print(f"{size:>9,} statements: check {took:6.2f} s, {took / size * 1e6:5.1f} us a statement")
    ratio = quickest[sizes[-1]] / sizes[-1] / (quickest[sizes[0]] / sizes[0])
    print(f"a statement of the largest costs {ratio:.2f} times what one of the smallest does (bar {BAR})")
    return int(ratio > BAR)


if __name__ == "__main__":
    sys.exit(main([int(size) for size in sys.argv[1:]] or list(SIZES)))
