"""How does a negotiation become one page, to be sent, opened offline and printed?"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from negotrack.course import interleaved
from negotrack.model.parties import Party, Role
from negotrack.model.sources import Event
from negotrack.negotiation import Negotiation
from negotrack.outline import Entry
from negotrack.state import State
from negotrack.views import summary
from negotrack.views.days import spoken
from negotrack.views.lines import Piece
from negotrack.views.listing import text_words
from negotrack.views.log import Log
from negotrack.views.matrix import Matrix
from negotrack.views.naming import event_proof, event_words, round_words
from negotrack.views.reasons import Reasons
from negotrack.views.selection import Selection
from negotrack.views.theme import OUTCOMES
from negotrack.visible import visible
from negotrack.web.proofs import Proofs
from negotrack.web.replay import Data, Replay
from negotrack.web.templates import rendered, text

_SCRIPTS = ("elements", "record", "address", "matrix", "panel", "controls")
"""The parts of the script of the page, each of which uses what stands before it, and some what comes behind."""

_MOST = 20_000
"""Up to how many cells the page holds the last round whole, for where no script runs."""


def page(talks: Negotiation) -> str:
    """Give a negotiation as a web page, whole in one file: `Path("talks.html").write_text(page(talks), "utf-8")`.

    It shows the matrix as of any round, what moved, and behind each cell who said what, and where it is written. It
    fetches nothing, and whatever a dossier says is shown and not obeyed. Where no script runs it shows the last round;
    printed, it is a report of the round that it shows.

    Raises:
        TypeError: it is no negotiation, but for example a state.

    Examples:
        >>> from negotrack import seed
        >>> page(seed("sochi-2022")).splitlines()[6]
        '<title>Sochi trilateral summit, 31 October 2022</title>'
    """
    if not isinstance(talks, Negotiation):
        raise TypeError(f"a page is of a negotiation, not of {talks!r}")
    proofs, log = Proofs(talks), Log(talks)
    return rendered(
        "page.html",
        visible(talks.title).strip() or "Negotiation",
        styles=[text("style.css"), text("page.css")],
        scripts=["\n".join(text(f"scripts/{name}.js") for name in _SCRIPTS)],
        note=visible(talks.note or ""),
        count=len(talks.rounds),
        last=_last(talks.now),
        course=list(_course(log)),
        sources=proofs.sources(),
        blocks=dict(_blocks(talks, proofs, log)),
    )


def _blocks(talks: Negotiation, proofs: Proofs, log: Log) -> Iterator[tuple[str, Markup]]:
    """Give the data of the page by name; what is not there from the start is read when it is asked for."""
    sources = [{"id": one["id"], "words": one["words"]} for one in proofs.sources()]
    yield "talks", _written({**_frame(talks), **Replay(talks).data(), "sources": sources})
    for kind, told in (
        ("demand", proofs.demands()),
        ("party", proofs.parties()),
        ("round", proofs.rounds(log)),
    ):
        for place, one in enumerate(told):
            yield f"{kind}-{place}", _written(one)


def _written(data: object) -> Markup:
    """Give data as JSON that nothing in it can end, nor turn into markup; letters of all scripts stay as they are."""
    plain = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(  # noqa: S704 - nothing of what makes markup is left in it
        plain.replace("&", r"\u0026").replace("<", r"\u003c").replace(">", r"\u003e")
    )


def _frame(talks: Negotiation) -> Data:
    """Give who takes part, about what, in which rounds."""
    names = Reasons.of(talks.now).names
    return {
        "parties": [
            {
                "id": one.id,
                "name": names[one.id].strip() or one.id,
                "role": one.role.value,
                "head": _head(one, names),
            }
            for one in talks.parties
        ],
        "demands": [
            {
                "id": entry.demand.id,
                "number": entry.number,
                "title": visible(entry.demand.title if entry.demand.title.strip() else entry.demand.id),
                "depth": entry.depth,
                "tags": [visible(tag) for tag in entry.demand.tags],
                "titles": _titles(talks, entry.demand.id),
            }
            for entry in talks.now.outline
        ],
        "rounds": [
            {
                "id": one.id,
                "day": spoken(one.date),
                "words": round_words(one),
                **_above_and_below(talks.at(number)),
            }
            for number, one in enumerate(talks.rounds, 1)
        ],
    }


def _head(party: Party, names: Mapping[str, str]) -> str:
    """Give what stands over a column: the name, with the id where two have the same, and the role."""
    return names[party.id] + ("" if party.role is Role.PRINCIPAL else f" ({party.role})")


def _titles(talks: Negotiation, demand: str) -> Mapping[int, str]:
    """Give what is added to the title of a demand that was amended, by the number of the round from which on it is."""
    made = [talks.round_number(version.made_in) for version in talks.now.versions(demand) if version.made_in]
    return {number: text_words(talks.at(number), demand) for number in made}


def _above_and_below(state: State) -> Data:
    """Give what is said of a state above and below its matrix."""
    return {
        "asOf": summary.as_of(state),
        "counts": summary.counts(state) if state.counts.total else "Nothing is on the table yet.",
        "notes": [
            *summary.absent(Selection(state)),
            *Matrix(state).accounts_of_unraised(),
            *summary.package(state),
            *summary.left_out_of(state.left_out),
        ],
    }


def _last(state: State) -> Data:
    """Give the matrix of the last round, cell by cell; of a large one the outcomes alone."""
    matrix = Matrix(state)
    shown = matrix.selection
    is_large = len(shown.raised) * len(shown.columns) > _MOST
    heads, rows = _outcomes(state, shown.raised) if is_large else matrix.styled()
    counts = summary.counts(state) if state.counts.total else ""
    below = [] if is_large else matrix.around()[3 if counts else 2 :]
    return {
        "as_of": summary.as_of(state),
        "counts": counts,
        "heads": heads,
        "rows": rows,
        "below": below,
        "is_large": is_large,
    }


def _outcomes(state: State, entries: Iterable[Entry]) -> tuple[Sequence[str], Sequence[Sequence[Piece]]]:
    """Give what became of demands, and in figures why."""
    reasons, standings = Reasons.of(state), [state.standing(entry.demand.id) for entry in entries]
    rows = [
        [
            Piece(entry.number),
            Piece(visible(entry.demand.title) + text_words(state, entry.demand.id)),
            Piece(("~" if standing.is_provisional else "") + standing.outcome, OUTCOMES[standing.outcome]),
            Piece(reasons.in_figures(standing)),
        ]
        for entry, standing in zip(entries, standings, strict=True)
    ]
    return ["", "demand", "outcome", "reason"], rows


def _course(log: Log) -> Iterator[Data]:
    """Give the rounds with the counts after them, and the events before, between and after them."""
    counts = list(log.counts())
    for one in interleaved(log.talks):
        if isinstance(one, Event):
            yield {"event": event_words(one), "proof": event_proof(one)}
        else:
            chapter = log.course[one - 1]
            found = chapter.after.counts
            yield {
                "number": one,
                "id": chapter.round.id,
                "words": round_words(chapter.round),
                "counts": counts[one - 1][2:],
                "bars": [found.agreed, found.pending, found.rejected],
            }
