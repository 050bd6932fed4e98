"""How records are made: what their constructors take and refuse, and what sort of values they are."""

import inspect
import pickle
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve, fields
from attrs.exceptions import FrozenInstanceError
from hypothesis import given

from hostile import read
from negotrack import (
    BadDate,
    BadField,
    BadId,
    BadSentence,
    CheckSettings,
    Citation,
    Claim,
    Decision,
    Delegate,
    Demand,
    DuplicateId,
    Event,
    Excuse,
    Meeting,
    Membership,
    Negotiation,
    Outcome,
    Party,
    Reservation,
    Role,
    Round,
    Sentence,
    Silence,
    Source,
    Stance,
    Statement,
    Tier,
    When,
    dumps,
    loads,
)
from negotrack.formats.shapes import KEYED
from negotrack.ids import Id
from negotrack.model.decision import DECISIONS, is_threshold
from negotrack.model.demands import Finality
from negotrack.testing import negotiations
from records import complete, inner, item, places

_POSITIONAL: dict[type, list[str]] = {
    Negotiation: ["title"],
    Party: ["id", "name"],
    Membership: ["party"],
    Source: ["id", "title"],
    Demand: ["id", "title"],
    Decision: ["needs"],
    Round: ["id", "date"],
    Meeting: ["title"],
    Delegate: ["party", "person"],
    Statement: ["says"],
    Sentence: ["holders", "stance", "demands", "conditions", "provisional"],
    Citation: ["id", "locator"],
    Claim: ["demand", "outcome"],
    Event: ["date", "title"],
    CheckSettings: [],
    Excuse: ["code", "reason"],
    When: ["text"],
}


def _records() -> dict[type, Any]:
    """Give one record of each class, with all of its fields."""
    whole = complete()
    round_ = whole.rounds[0]
    several = [
        *(
            whole,
            whole.parties[0],
            whole.parties[0].members[0],
            whole.sources[0],
            whole.demands[0],
            whole.events[0],
        ),
        *(
            round_,
            round_.meetings[0],
            round_.delegates[0],
            round_.claims[0],
            round_.date,
            round_.statements[0],
        ),
        *(round_.statements[0].says, round_.statements[0].source[0], whole.check, whole.check.ignore_at[0]),
        whole.demands[0].decision,
    ]
    return {type(record): record for record in several}


_RECORDS = _records()


def test_every_record_is_tested() -> None:
    """The classes below are those that a dossier is made of."""
    assert set(_RECORDS) == set(_POSITIONAL)
    assert {place.cls for place in places()} == set(_POSITIONAL) - {Sentence, When}


@pytest.mark.parametrize("cls", _POSITIONAL, ids=lambda cls: cls.__name__)
def test_only_what_names_a_record_is_positional(cls: type) -> None:
    """Ids, titles and the like go by position, all else by keyword only."""
    parameters = inspect.signature(cls).parameters.values()
    positional = [one.name for one in parameters if one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD]
    assert positional == _POSITIONAL[cls]


@pytest.mark.parametrize("record", _RECORDS.values(), ids=lambda record: type(record).__name__)
def test_records_cannot_be_changed(record: Any) -> None:
    """No field can be set, and no other attribute added."""
    for field in fields(type(record)):
        with pytest.raises(FrozenInstanceError):
            setattr(record, field.name, None)
    with pytest.raises((FrozenInstanceError, AttributeError)):
        record.other = 1


@pytest.mark.parametrize("record", _RECORDS.values(), ids=lambda record: type(record).__name__)
def test_records_are_values(record: Any) -> None:
    """A record equals a copy of itself, has its hash, and survives pickling; it does not equal what it is made of."""
    again = pickle.loads(pickle.dumps(record))  # noqa: S301 - our own bytes
    assert again == evolve(record) == record
    assert len({again, record}) == 1
    assert record != tuple(getattr(record, field.name) for field in fields(type(record)))


@given(negotiations() | negotiations(broken=True))
def test_a_negotiation_is_a_value(talks: Negotiation) -> None:
    """The same for all of a record that is drawn, also after something was computed from it."""
    assert talks.now.counts.total >= 0
    again = pickle.loads(pickle.dumps(talks))  # noqa: S301 - our own bytes
    assert again == evolve(talks) == talks
    assert hash(again) == hash(talks)
    assert again.now.counts == talks.now.counts


@pytest.mark.parametrize("cls", _POSITIONAL, ids=lambda cls: cls.__name__)
def test_classes_go_by_their_public_name(cls: type) -> None:
    """What a user sees of a class is `negotrack.Party`, not the module that it happens to stand in."""
    assert cls.__module__ == "negotrack"


@pytest.mark.parametrize(
    ("record", "shown"),
    [
        (Party("a", "A"), "Party('a', 'A')"),
        (Party("a", "A", role="mediator"), "Party('a', 'A', role='mediator')"),
        (Demand("a", "A", tags=["t"]), "Demand('a', 'A', tags=('t',))"),
        (Event("2022", "E"), "Event('2022', 'E')"),
        (Meeting(date="2022"), "Meeting(date='2022')"),
        (Round("r", "2022"), "<Round 'r', 2022: 0 statements>"),
        (Round("r", "2022", statements=["a accepts x"]), "<Round 'r', 2022: 1 statement>"),
        (Statement("a accepts x"), "Statement('a accepts x')"),
        (
            Statement("a accepts x", source=["s", "t"], locator="p. 1", according_to="b"),
            "Statement('a accepts x', according_to='b', source=['s', 't'], locator='p. 1')",
        ),
        (Negotiation("T"), "<Negotiation 'T': 0 parties, 0 demands, 0 rounds, 0 statements>"),
        (
            Negotiation(
                "T", parties=[Party("a", "A")], rounds=[Round("r", "2022", statements=["a accepts x"])]
            ),
            "<Negotiation 'T': 1 party, 0 demands, 1 round, 1 statement>",
        ),
        (Sentence(["a"], "accepts", ["x"]), "Sentence('a accepts x')"),
        (When("2022"), "When('2022')"),
    ],
)
def test_repr_is_the_call_that_makes_it_or_its_counts(record: object, shown: str) -> None:
    """At the prompt a record is shown as it is written, with what was given; what holds others by their number."""
    assert repr(record) == shown


@pytest.mark.parametrize(
    "record", [Party("a", "A\nB\x1b"), Demand("a", "A\nB\x1b"), Event("2022", "A\nB\x1b")]
)
def test_repr_is_one_line(record: object) -> None:
    """A title does not act at the prompt of Python either."""
    assert repr(record).isprintable()


# --- ids -----------------------------------------------------------------------------------

_IDS = [
    pytest.param(place.cls, place.field.name, id=f"{place.cls.__name__}.{place.field.name}")
    for place in {(place.cls, place.field.name): place for place in places()}.values()
    if item(place.field.type) is Id
]


@pytest.mark.parametrize(("cls", "name"), _IDS)
def test_what_a_record_holds_can_be_read_back(cls: type, name: str) -> None:
    """A constructor takes no id that a dossier could not hold: what is made in Python can be saved and loaded."""
    with pytest.raises(BadId, match=r"^`Not OK` is no id; `not-ok` would do$"):
        evolve(_RECORDS[cls], **{name: "Not OK" if inner(_type(cls, name)) is Id else ["a", "Not OK"]})


def _type(cls: type, name: str) -> Any:
    return next(place.field.type for place in places() if (place.cls, place.field.name) == (cls, name))


@pytest.mark.parametrize("cls", KEYED, ids=lambda cls: cls.__name__)
def test_the_id_of_a_record_is_checked(cls: type) -> None:
    """The same goes for the id that is the key in a file."""
    with pytest.raises(BadId, match=r"^`accept` is a word of the sentence form; `accept-1` would do$"):
        evolve(_RECORDS[cls], **{KEYED[cls]: "accept"})


@pytest.mark.parametrize("kind", ["parties", "demands", "rounds", "sources"])
def test_ids_are_given_once(kind: str) -> None:
    """Two things of one kind cannot share an id; two of different kinds can."""
    whole: Any = complete()
    (one,) = getattr(whole, kind)
    singular = "party" if kind == "parties" else kind[:-1]
    with pytest.raises(DuplicateId, match=rf"^two {kind} have the id `a`; give each its own$") as caught:
        evolve(whole, **{kind: [one, one]})
    assert (caught.value.what, caught.value.id) == (singular, "a")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)  # noqa: S301 - our own bytes


# --- lists ---------------------------------------------------------------------------------

_SEVERAL = [
    (Party, "aliases"),
    (Party, "members"),
    (Decision, "veto"),
    *((Demand, name) for name in ("excludes", "requires", "between", "tags")),
    *(
        (Round, name)
        for name in ("mediators", "present", "tags", "statements", "meetings", "delegates", "claims")
    ),
    (Meeting, "present"),
    (Statement, "tags"),
    (CheckSettings, "ignore"),
    (CheckSettings, "ignore_at"),
    *((Negotiation, name) for name in ("between", "parties", "sources", "demands", "rounds", "events")),
]


@pytest.mark.parametrize(("cls", "name"), _SEVERAL, ids=[f"{cls.__name__}.{name}" for cls, name in _SEVERAL])
def test_a_text_is_no_list(cls: type, name: str) -> None:
    """A text where a list belongs is refused with a word on what belongs there: it would fall apart into letters."""
    with pytest.raises(TypeError, match=r"give a list of .*, not the text 'france'"):
        evolve(_RECORDS[cls], **{name: "france"})


@pytest.mark.parametrize(("cls", "name"), _SEVERAL, ids=[f"{cls.__name__}.{name}" for cls, name in _SEVERAL])
def test_lists_are_kept_as_tuples(cls: type, name: str) -> None:
    """A list that is changed later does not change the record."""
    given_ = list(getattr(_RECORDS[cls], name))
    made = evolve(_RECORDS[cls], **{name: given_})
    given_.clear()
    assert getattr(made, name) == getattr(_RECORDS[cls], name)
    assert isinstance(getattr(made, name), tuple)


@pytest.mark.parametrize(
    ("field", "record"),
    [("succeeds", Demand), *(("source", cls) for cls in (Round, Statement, Claim, Event))],
)
def test_one_can_stand_for_a_list_of_one(field: str, record: type) -> None:
    """A demand succeeds one other as a rule, and what is written is in one source."""
    one, several = (evolve(_RECORDS[record], **{field: given_}) for given_ in ("a", ["a"]))
    assert one == several


# --- single fields -------------------------------------------------------------------------


def test_a_party_with_members_is_a_bloc() -> None:
    """The role need not be said where there are members, and cannot be another then."""
    assert Party("a", "A", members=["b", Membership("c", leaves="r")]).role is Role.BLOC
    assert Party("a", "A").role is Role.PRINCIPAL
    assert Party("a", "A", role="bloc").members == ()
    with pytest.raises(BadField, match=r"^`members` go with the role `bloc`, not with `mediator`$"):
        Party("a", "A", role="mediator", members=["b"])


def test_delegates_can_be_a_table() -> None:
    """A mapping from parties to people is as good as a list, which names no party twice."""
    assert Round("r", "2022", delegates={"a": "A"}) == Round("r", "2022", delegates=[Delegate("a", "A")])
    with pytest.raises(BadField, match=r"^`delegates` name a party twice; put all its people into one text$"):
        Round("r", "2022", delegates=[Delegate("a", "A"), Delegate("a", "B")])


def test_claims_are_kept_by_demand() -> None:
    """The order of claims means nothing, so that of one demand they stand together; among them it stays."""
    claims = [Claim("b", "agreed"), Claim("a", "agreed"), Claim("b", "rejected"), Claim("a", "pending")]
    kept = Round("r", "2022", claims=claims).claims
    assert [(claim.demand, claim.outcome.value) for claim in kept] == [
        ("a", "agreed"),
        ("a", "pending"),
        ("b", "agreed"),
        ("b", "rejected"),
    ]


@pytest.mark.parametrize("outcome", [Outcome.UNRAISED, Outcome.WITHDRAWN])
def test_not_every_outcome_can_be_claimed(outcome: Outcome) -> None:
    """Sources claim that a demand is agreed, rejected or pending."""
    with pytest.raises(
        BadField, match=rf"^`outcome` of a claim is agreed, rejected or pending, not {outcome}$"
    ):
        Claim("x", outcome)


@pytest.mark.parametrize("stance", [stance for stance in Stance if stance is not Stance.RESERVES])
def test_a_reservation_needs_its_verb(stance: Stance) -> None:
    """Only who reserves has a kind of reservation."""
    with pytest.raises(BadField, match=rf"^`reservation` goes with `reserves`, not with `{stance}`$"):
        Statement(Sentence(["a"], stance, ["x"]), reservation="scrutiny")
    assert Statement("a reserves x", reservation="scrutiny").reservation is Reservation.SCRUTINY


@pytest.mark.parametrize(
    "needs", ["all", "majority", 0, 1, 10, "1/2", "2/3", "3/2", "0/1", "001/002", "999999999/1"]
)
def test_thresholds_there_are(needs: str | int) -> None:
    """All, a majority, a count and a share can be needed; whether they make sense is for `check` to say."""
    assert is_threshold(needs)
    assert Decision(needs).needs == needs


@pytest.mark.parametrize(
    "needs",
    [
        "",
        "most",
        "All",
        "1",
        "1/0",
        "1/00",
        "-1/2",
        "1/2/3",
        " 1/2",
        "1/2\n",
        "1.5",
        -1,
        1.0,
        True,
        None,
        [],
        "\u0661/\u0662",
    ],
)
def test_thresholds_there_are_not(needs: Any) -> None:
    """Anything else is refused with the forms that there are."""
    assert not is_threshold(needs)
    with pytest.raises(
        BadField, match=r"^`needs` takes all, majority, a count or a fraction such as 3/5, not "
    ):
        Decision(needs)


@pytest.mark.parametrize("name", DECISIONS)
def test_named_rules_can_be_named(name: str) -> None:
    """A demand and a negotiation take a rule by its name."""
    assert (
        Demand("x", "X", decision=name).decision
        == Negotiation("T", decision=name).decision
        == DECISIONS[name]
    )


def test_an_unknown_rule_is_refused() -> None:
    """The message lists the names."""
    with pytest.raises(
        BadField,
        match=r"^`decision` takes unanimity, .* or two-thirds, not 'consenus'; did you mean `consensus`\?$",
    ):
        Demand("x", "X", decision="consenus")


_WORDS: list[tuple[Callable[[str], object], str]] = [
    (lambda word: Party("a", "A", role=word), "mediator"),
    (lambda word: Source("a", "A", tier=word), "press"),
    (lambda word: Demand("a", "A", final=word), "all"),
    (lambda word: Decision(silence=word), "absent"),
    (lambda word: Claim("a", word), "agreed"),
    (lambda word: Statement("a reserves x", reservation=word), "scrutiny"),
]


@pytest.mark.parametrize(("make", "word"), _WORDS, ids=[word for _, word in _WORDS])
def test_a_word_outside_its_list_is_refused(make: Callable[[str], object], word: str) -> None:
    """Choices are given by their word or their member, and by nothing else; the message lists them."""
    with pytest.raises(BadField, match=rf"^`\w+` takes .*\b{word}\b.*, not 'bogus'$"):
        make("bogus")


def test_words_and_members_are_the_same() -> None:
    """A choice can be given either way."""
    assert Party("a", "A", role="mediator") == Party("a", "A", role=Role.MEDIATOR)
    assert Source("a", "A", tier="press") == Source("a", "A", tier=Tier.PRESS)
    assert Demand("a", "A", final="all") == Demand("a", "A", final=Finality.ALL)
    assert Decision(silence="absent") == Decision(silence=Silence.ABSENT)


_DATED: list[Callable[[Any], Any]] = [
    lambda given_: Round("r", given_),
    lambda given_: Event(given_, "E"),
    lambda given_: Source("s", "S", date=given_),
    lambda given_: Meeting(date=given_),
    lambda given_: Statement("a accepts x", date=given_),
]


@pytest.mark.parametrize("make", _DATED, ids=["Round", "Event", "Source", "Meeting", "Statement"])
def test_dates_are_given_as_texts_or_days(make: Callable[[Any], Any]) -> None:
    """A text, a day of Python and a date are the same; what is none is refused, with a word on it."""
    assert make("2022-10-31") == make(date(2022, 10, 31)) == make(When("2022-10-31"))
    with pytest.raises(BadDate, match=r"^`soon` is no date"):
        make("soon")
    with pytest.raises((BadDate, TypeError), match="date"):
        make(2022)


def test_a_statement_reads_its_sentence() -> None:
    """A text is read in the sentence form; a sentence is taken as it is."""
    assert Statement("a accept x") == Statement(Sentence(["a"], "accepts", ["x"]))
    with pytest.raises(
        BadSentence, match=r"^expected a verb \(proposes, accepts, rejects, ...\) at column 3\n"
    ):
        Statement("a likes x")
    with pytest.raises(BadSentence, match=r"^expected a verb"):
        Round("r", "2022", statements=["a accepts x", "a likes x"])


def test_a_round_reads_its_statements() -> None:
    """Texts, sentences and statements can stand in one list."""
    kept = Round(
        "r", "2022", statements=["a accepts x", Sentence(["a"], "accepts", ["x"]), Statement("a accepts x")]
    )
    assert set(kept.statements) == {Statement("a accepts x")}


def test_citations_can_be_given_by_id() -> None:
    """A source is cited by its id, or with a place in it."""
    assert Statement("a accepts x", source=["s", Citation("t", "p. 2")]).source == (
        Citation("s"),
        Citation("t", "p. 2"),
    )
    assert Statement("a accepts x").source == ()


def test_what_was_not_recorded_is_not_what_was_recorded_as_nothing() -> None:
    """Nobody present is not the same as no list of those present, and comes back so from a file."""
    silent, empty = Round("r", "2022"), Round("r", "2022", present=[])
    assert silent != empty
    for round_ in (silent, empty):
        talks = Negotiation("T", rounds=[round_])
        assert loads(dumps(talks)) == read(dumps(talks, "json")) == talks
