"""How two records differ, case by case."""

from collections.abc import Sequence

import pytest
from attrs import evolve

import negotrack as nt
from negotrack import Citation, Demand, Negotiation, Party, Round, Statement

FIRM, UNION = Party("firm", "Firm"), Party("union", "Union")


def talks(
    *statements: str | Statement,
    parties: Sequence[Party] = (FIRM, UNION),
    demands: Sequence[Demand] = (Demand("pay", "4%"), Demand("hours", "35 hours")),
    source: Sequence[Citation] = (),
) -> Negotiation:
    """Give talks of one round."""
    round_ = Round("march", "2026-03-02", source=source, statements=statements)
    return Negotiation("Pay talks", parties=parties, demands=demands, rounds=[round_])


def told(old: Negotiation, new: Negotiation) -> list[str]:
    """Give all differences in words."""
    return list(map(str, nt.compare(old, new)))


# --- what is the same


def test_statement_that_is_put_together_otherwise_is_the_same() -> None:
    """Several holders and demands mean the same as one statement for each pair."""
    assert (
        told(
            talks("firm and union accept pay and hours"),
            talks(
                *(f"{party} accepts {demand}" for demand in ("hours", "pay") for party in ("union", "firm"))
            ),
        )
        == []
    )


def test_source_of_the_round_is_that_of_its_statements() -> None:
    """Whether the round names it or each statement does, the readings are the same; the field of the round is not."""
    old = talks("firm accepts pay", source=[Citation("minutes")])
    new = talks(Statement("firm accepts pay", source="minutes"))
    assert told(old, new) == ["edited: round march: source"]


def test_own_account_of_own_words_is_ones_word() -> None:
    """By the definitions it is no account at all."""
    assert told(talks("firm accepts pay"), talks(Statement("firm accepts pay", according_to="firm"))) == []


# --- what is read otherwise


@pytest.mark.parametrize(
    ("new", "aspects"),
    [
        (Statement("firm rejects pay"), ("stance",)),
        (Statement("firm accepts pay if hours"), ("conditions",)),
        (Statement("firm provisionally accepts pay"), ("provisional",)),
        (Statement("firm accepts pay", according_to="union"), ("according_to",)),
        (Statement("firm accepts pay", red_line=True), ("red_line",)),
        (Statement("firm accepts pay", version=1), ("version",)),
        (Statement("firm accepts pay", source="minutes"), ("source",)),
        (Statement("firm accepts pay", locator="p. 2"), ("locator",)),
        (Statement("firm accepts pay", quote="yes"), ("quote",)),
        (Statement("firm accepts pay", date="2026-03-01"), ("date",)),
        (Statement("firm accepts pay", note="late"), ("note",)),
        (Statement("firm accepts pay", tags=["wages"]), ("tags",)),
    ],
)
def test_reading_names_in_what_it_differs(new: Statement, aspects: tuple[str, ...]) -> None:
    """Each aspect by its name in the file."""
    (found,) = nt.compare(talks("firm accepts pay"), talks(new)).readings
    assert isinstance(found, nt.Reread)
    assert found.aspects == aspects


def test_words_that_say_the_same_are_taken_for_one_another() -> None:
    """Of several words in a cell, those that differ in their evidence alone are not crossed with others."""
    old = talks("firm proposes pay", "firm rejects pay")
    new = talks(Statement("firm rejects pay", quote="no"))
    assert [str(one) for one in nt.compare(old, new).readings] == [
        "re-read: firm on pay: quote",
        "removed: firm on pay: proposes",
    ]


def test_order_of_words_in_a_cell_is_told() -> None:
    """Of two words of a party on a demand the later stands, and so another stands."""
    old, new = talks("firm accepts pay", "firm rejects pay"), talks("firm rejects pay", "firm accepts pay")
    assert told(old, new) == [
        "edited: round march: statements",
        "firm on pay: rejects -> accepts",
        "pay: rejected -> pending",
    ]


def test_order_of_texts_is_told() -> None:
    """Of two texts of one party in a round the later is current, though nobody stands elsewhere."""
    texts = [Statement("firm amends pay", text=text) for text in ("3%", "2%")]
    assert told(talks(*texts), talks(*texts[::-1])) == ["edited: round march: statements"]


def test_order_of_rounds_is_told() -> None:
    """It is the order of what was said."""
    old = Negotiation("Talks", rounds=[Round("a", "2026"), Round("b", "2026")])
    assert told(old, evolve(old, rounds=old.rounds[::-1])) == ["edited: the negotiation: rounds"]


# --- what is called otherwise


def test_nothing_is_renamed_onto_an_id_that_is_in_use() -> None:
    """The old record has words of an `x` that it does not declare: these are not the renamed party's."""
    old = talks("firm rejects pay", "x accepts pay")
    new = talks("x rejects pay", parties=[Party("x", "Firm"), UNION])
    assert nt.compare(old, new).renamings == ()
    assert nt.compare(new, old).renamings == ()


def test_meetings_called_alike_are_not_taken_for_one_another() -> None:
    """A title that comes again tells nothing, and of two dates one is another meeting."""
    rounds = [
        Round(id_, f"2026-0{month}", title="Plenary") for month, id_ in enumerate(("jan", "feb", "mar"), 1)
    ]
    old, new = (Negotiation("Talks", rounds=some) for some in (rounds[:2], rounds[1:]))
    assert told(old, new) == ["only old: round jan: Plenary", "only new: round mar: Plenary"]


def test_title_does_not_act() -> None:
    """What is printed of a difference is safe to print."""
    new = talks(
        demands=[Demand("pay", "4%\x1b[2J"), Demand("hours", "35 hours"), Demand("d", "x\nremoved: y")]
    )
    assert told(talks(), new) == [
        "only new: demand d: x\\u000aremoved: y",
        "edited: demand pay: title",
    ]


def test_what_is_no_negotiation_is_refused() -> None:
    """The message says what is compared."""
    with pytest.raises(TypeError, match=r"negotiations are compared, as `load` gives them, not <State"):
        nt.compare(talks().now, talks())  # type: ignore[arg-type]
