"""Laws and examples for the sentence form."""

import pickle
import re
from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.errors import InvalidArgument

from hostile import ACTING, acting, fault
from negotrack import BadField, BadId, BadSentence, Sentence, Stance, loads
from negotrack.sentence import _Parser, _shortest, enumerated, parse
from negotrack.stances import VERBS
from negotrack.testing import ids, sentences, statements

_SENTENCES = st.lists(ids(), min_size=4, max_size=8, unique=True).flatmap(
    lambda known: sentences(parties=known[::2], demands=known[1::2])
)
_WORDS = st.sampled_from(
    [*VERBS, "and", "if", "on", "provisionally", ",", "a", "b-1", "X", "no_id", "\u00e9", "3"]
)
_SPACES = (" ", "  ", "\t", "\n", "\r\n", "\u00a0", "\u2003", "\x1f")
_STYLES = st.randoms(use_true_random=False)


def _listed(style: Random, several: tuple[str, ...]) -> str:
    """Ids with commas, `and`, or both between them, and some of them again."""
    words = [*several, *style.sample(several, style.randrange(len(several)))]
    return words[0] + "".join(f"{style.choice([',', ' , ', ' and ', ', and '])} {word}" for word in words[1:])


def _told(style: Random, sentence: Sentence) -> str:
    """The sentence in other words of the same meaning."""
    verb = style.choice([sentence.stance.value, sentence.stance.plural])
    takes_on = sentence.stance in {Stance.ABSTAINS, Stance.RESERVES}
    words = [
        _listed(style, sentence.holders),
        *(["provisionally"] if sentence.provisional else []),
        verb + (" on" if takes_on and style.random() < 0.5 else ""),
        _listed(style, sentence.demands),
        *(["if", _listed(style, sentence.conditions)] if sentence.conditions else []),
    ]
    return "".join(style.choice(_SPACES) + word for word in " ".join(words).split(" ")) + style.choice(
        ["", " "]
    )


@given(_SENTENCES)
def test_what_is_written_is_read_back(sentence: Sentence) -> None:
    """`parse(str(s)) == s` for every sentence; `repr` is in the same form."""
    assert parse(str(sentence)) == sentence
    assert repr(sentence) == f"Sentence('{sentence}')"


@given(_SENTENCES, _STYLES)
def test_style_changes_no_meaning(sentence: Sentence, style: Random) -> None:
    """White space, either form of the verb, `, and`, `on` and repetition mean nothing."""
    assert parse(_told(style, sentence)) == sentence


@given(st.lists(_WORDS, min_size=3, max_size=3).map(" ".join) | _SENTENCES.map(str))
def test_three_words_are_read_as_any_other_sentence(text: str) -> None:
    """The quick reading of three words gives what the parser gives, and leaves to it what is no sentence."""
    quick = _shortest(text.split())
    assert quick is None or quick == _Parser(text).sentence()


@given(_SENTENCES)
def test_a_sentence_is_a_value(sentence: Sentence) -> None:
    """Sentences of the same parts are equal, hash alike and survive pickling."""
    again = Sentence(
        sentence.holders, sentence.stance.value, sentence.demands, sentence.conditions, sentence.provisional
    )
    assert again == sentence == pickle.loads(pickle.dumps(sentence))  # noqa: S301 - our own bytes
    assert hash(again) == hash(sentence)


@given(_SENTENCES, st.data())
def test_damage_is_found_at_a_word_or_just_past_the_end(sentence: Sentence, data: st.DataObject) -> None:
    """The place of an error is a whole word of the text, or the place just past its end; else the text is read."""
    words = str(sentence).replace(",", " ,").split(" ")
    for _ in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(words)))
        words[at : at + data.draw(st.integers(0, 1))] = data.draw(st.lists(_WORDS, max_size=2))
    text = data.draw(st.sampled_from(_SPACES)).join(words)
    _check_place(text)


@given(st.text() | st.lists(_WORDS).map(" ".join) | st.text(st.sampled_from(ACTING + " ,ab")))
def test_any_text_is_read_or_its_fault_has_a_place(text: str) -> None:
    """No text raises another exception than `BadSentence`, and what that says is safe to show."""
    _check_place(text)


def _check_place(text: str) -> None:
    error = fault(text)
    if error is None:
        assert parse(str(parse(text))) == parse(text)
        return
    places = {(found.start() + 1, len(found[0])) for found in re.finditer(r",|[^\s,]+", text)}
    assert (error.column, error.length) in {*places, (len(text) + 1, 1)}
    assert error.message == f"expected {error.expected}"
    assert not acting(str(error))
    assert str(pickle.loads(pickle.dumps(error))) == str(error)  # noqa: S301 - our own bytes


_VERB = "a verb (proposes, accepts, rejects, ...)"
_GRAMMAR = "an id has lower-case letters, digits and hyphens: "
_CASES = [
    ("", 1, 1, "the id of a party", ""),
    ("   ", 4, 1, "the id of a party", ""),
    ("armenia", 8, 1, _VERB, ""),
    ("armenia ", 9, 1, _VERB, ""),
    ("armenia likes corridor", 9, 5, _VERB, "the verbs are proposes, "),
    ("armenia acepts corridor", 9, 6, _VERB, "did you mean `accepts`?"),
    ("Armenia accepts corridor", 1, 7, "the id of a party", f"{_GRAMMAR}`armenia`"),
    ("armenia accepts", 16, 1, "the id of a demand", ""),
    ("armenia accepts cease_fire", 17, 10, "the id of a demand", f"{_GRAMMAR}`cease-fire`"),
    ("armenia accepts 3", 17, 1, "the id of a demand", ""),
    ("armenia accepts a,, b", 19, 1, "the id of a demand", ""),
    ("armenia, accepts a", 10, 7, "the id of a party", "`accepts` is a word of the sentence form"),
    ("armenia accepts a and", 22, 1, "the id of a demand", ""),
    ("armenia accepts a b", 19, 1, "`if`, `and` or the end", ""),
    ("armenia rejects a b", 19, 1, "`and` or the end", ""),
    ("armenia accepts a iff b", 19, 3, "`if`, `and` or the end", "did you mean `if`?"),
    ("armenia accepts a if", 21, 1, "the id of a demand", ""),
    ("armenia accepts a if b c", 24, 1, "`and` or the end", ""),
    ("armenia accepts a if b if c", 24, 2, "the end", ""),
    ("armenia rejects a if b", 19, 2, "the end: `if` goes with an assent only", ""),
    ("armenia provisionally rejects a", 9, 13, "the verb: `provisionally` goes with an assent only", ""),
    ("armenia provisionally a", 23, 1, _VERB, "the verbs are proposes, amends, "),
    ("armenia accepts a provisionally", 19, 13, "the end", "write `provisionally accepts`"),
    ("armenia accepts a accepts b", 19, 7, "the end", "these are two statements: write each as one"),
    ("armenia and , b accept a", 13, 1, "the id of a party", ""),
    ("armenia accepts if b", 17, 2, "the id of a demand", "`if` is a word of the sentence form"),
    ("if a armenia accepts b", 1, 2, "the id of a party", "`if` stands at the end, behind the demands"),
    ("a accepts provisionally b", 11, 13, "the id of a demand", "write `provisionally accepts`"),
    ("a and b propose provisionally c", 17, 13, "the id of a demand", "write `provisionally propose`"),
    (
        "a rejects provisionally b",
        11,
        13,
        "the id of a demand",
        "`provisionally` is a word of the sentence form",
    ),
    ("armenia rejects on a", 17, 2, "the id of a demand", "`on` is a word of the sentence form"),
    ("armenia\n  accepts\n  Corridor", 21, 8, "the id of a demand", f"{_GRAMMAR}`corridor`"),
    ("\u4e2d\u56fd accepts a", 1, 2, "the id of a party", ""),
]


@pytest.mark.parametrize(
    ("text", "column", "length", "expected", "hint"), _CASES, ids=[case[0] for case in _CASES]
)
def test_fault_has_its_place_and_says_what_was_expected(
    text: str, column: int, length: int, expected: str, hint: str
) -> None:
    """Each fault is found at the word that cannot stand there, with what could and what to do."""
    with pytest.raises(
        BadSentence, match=f"^{re.escape(f'expected {expected} at column {column}')}\n"
    ) as caught:
        parse(text)
    error = caught.value
    assert (error.text, error.column, error.length, error.expected) == (text, column, length, expected)
    assert error.hint.startswith(hint) if hint else error.hint == ""


def test_message_shows_the_sentence_with_a_marker() -> None:
    """The exception prints the sentence, a marker under the word, and the hint."""
    with pytest.raises(BadSentence, match="expected") as caught:
        parse("union acepts\tpay")
    assert str(caught.value).splitlines() == [
        "expected a verb (proposes, accepts, rejects, ...) at column 7",
        "    union acepts\\u0009pay",
        "          ^^^^^^",
        "did you mean `accepts`?",
    ]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a accepts x", "a accepts x"),
        ("a accept x", "a accepts x"),
        ("a, b and c accepts x, y, and z if v and w", "a, b and c accept x, y and z if v and w"),
        ("a,b provisionally propose x", "a and b provisionally propose x"),
        ("a abstains x", "a abstains on x"),
        ("a abstain on x", "a abstains on x"),
        ("a reserves on x", "a reserves x"),
        ("a and a reject x and x", "a rejects x"),
        ("a accepts x if y, y", "a accepts x if y"),
    ],
)
def test_there_is_one_way_to_write_it(text: str, plain: str) -> None:
    """Whatever the style, the sentence is written in one."""
    assert str(parse(text)) == plain


@pytest.mark.parametrize("stance", [stance for stance in Stance if not stance.is_assent])
def test_only_assent_is_qualified(stance: Stance) -> None:
    """Conditions and `provisionally` go with assent; the constructor says so as well."""
    with pytest.raises(BadField, match=f"^`stance` `{stance}` takes neither conditions nor `provisionally`$"):
        Sentence(["a"], stance, ["x"], ["y"])
    with pytest.raises(BadField, match=f"^`stance` `{stance}` takes neither"):
        Sentence(["a"], stance, ["x"], provisional=True)


@pytest.mark.parametrize(
    ("holders", "demands", "field"), [([], ["x"], "holders"), (["a"], [], "demands"), ([], [], "holders")]
)
def test_somebody_speaks_of_something(holders: list[str], demands: list[str], field: str) -> None:
    """A sentence has a holder and a demand."""
    with pytest.raises(BadField, match=f"^`{field}` are empty: a sentence has at least one of each$"):
        Sentence(holders, "accepts", demands)


@pytest.mark.parametrize("field", ["holders", "demands", "conditions"])
def test_every_id_of_a_sentence_is_checked(field: str) -> None:
    """Nothing in a sentence that is no id gets into the record."""
    parts = {"holders": ["a"], "demands": ["x"], "conditions": ["y"]} | {field: ["ok", "Not OK"]}
    with pytest.raises(BadId, match=r"^`Not OK` is no id; `not-ok` would do$"):
        Sentence(parts["holders"], "accepts", parts["demands"], parts["conditions"])


@pytest.mark.parametrize("field", ["holders", "demands", "conditions"])
def test_a_text_is_no_list_of_ids(field: str) -> None:
    """A text where a list belongs would fall apart into letters, and is refused."""
    parts = {"holders": ["a"], "demands": ["x"], "conditions": ["y"]} | {field: "armenia"}
    with pytest.raises(TypeError, match=rf"^`{field}`: give a list of texts, not the text 'armenia'$"):
        Sentence(parts["holders"], "accepts", parts["demands"], parts["conditions"])


def test_unknown_stance_is_refused() -> None:
    """The constructor takes stances and their words, no other verb."""
    with pytest.raises(BadField, match=r"`stance` takes proposes, amends, .* or withdraws, not 'likes'"):
        Sentence(["a"], "likes", ["x"])


@given(st.lists(ids(), min_size=1, max_size=5))
def test_enumerated_words_are_joined_as_in_the_form(words: list[str]) -> None:
    """Several words have commas and one `and` before the last."""
    assert re.split(", | and ", enumerated(words)) == words
    assert enumerated(words).count(" and ") == (1 if words[1:] else 0)


@pytest.mark.parametrize(
    ("verb", "hint"),
    [
        ("agrees", "the word for this is `accepts`"),
        ("oppose", "the word for this is `rejects`"),
        ("modifies", "the word for this is `amends`"),
        ("acepts", "did you mean `accepts`?"),
        ("does not accept", "a refusal is `rejects`; where nothing was said, write nothing"),
        ("did not agree", "a refusal is `rejects`; where nothing was said, write nothing"),
        ("does not reject", f"the verbs are {', '.join(Stance)}"),
        ("does not propose", f"the verbs are {', '.join(Stance)}"),
        ("is", "the verbs are proposes, amends, accepts, rejects, reserves, abstains, defers, withdraws"),
    ],
)
def test_a_hint_never_turns_the_meaning_round(verb: str, hint: str) -> None:
    """A verb of another word for it is answered with the right one, not with one that looks like it."""
    with pytest.raises(BadSentence, match="expected a verb") as caught:
        parse(f"armenia {verb} treaty")
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("word", "cure"),
    [
        ("or", "what would do either way is a demand of its own"),
        ("unless", "write an assent with `if`, or else a refusal with a note"),
        ("but", "write what each says as a statement of its own"),
    ],
)
def test_what_cannot_be_said_is_told_apart(word: str, cure: str) -> None:
    """A sentence joins with `and` and `if` alone; each other way of joining gets a hint of its own.

    Two statements with `if` are no `or`: of one party about one demand in one round, the later replaces the earlier.
    """
    with pytest.raises(BadSentence, match="expected `if`, `and` or the end") as caught:
        parse(f"armenia accepts treaty {word} corridor")
    assert caught.value.hint == f"`{word}` cannot be said: {cure}"


_BESIDE = [
    ("a says that b accepts x", 'write { says = "b accepts x", according_to = "a" }'),
    ("a claims b and c accept x, y", 'write { says = "b and c accept x, y", according_to = "a" }'),
    ("according to a, b accepts x if y", 'write { says = "b accepts x if y", according_to = "a" }'),
    (
        "a amends x to 10 weeks, paid",
        'the new text goes beside it: { says = "a amends x", text = "10 weeks, paid" }',
    ),
]


@pytest.mark.parametrize(("text", "hint"), _BESIDE)
def test_what_goes_beside_a_sentence_is_told_as_the_table_that_is_read(text: str, hint: str) -> None:
    """Whose account it is, and a new text, are keys of a statement: the hint writes it out."""
    error = fault(text)
    assert error is not None
    assert error.hint == hint
    round_ = f'id = "r", date = "2026", statements = [{hint[hint.index("{") :]}]'
    (statement,) = loads(f'title = "T"\nrounds = [{{ {round_} }}]').rounds[0].statements
    assert (statement.according_to == "a") or statement.text == "10 weeks, paid"


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("a accepted x", "a accepts x"),
        ("a has accepted x", "a accepts x"),
        ("a and b will accept x", "a and b accept x"),
        ("a agreed to x", "a accepts x"),
        ("a deferred x", "a defers x"),
        ("a withdrew x", "a withdraws x"),
        ("a denied x", "a rejects x"),
        ("a dropped x", "a withdraws x"),
        ("a revising x", "a amends x"),
        ("the a accepts x", "a accepts x"),
        ("The a accepts x", "a accepts x"),
        ("b and the a accept x", "b and a accept x"),
        ("a accepts the x", "a accepts x"),
        ("a accepts x if the y", "a accepts x if y"),
        ("a withdraws from x", "a withdraws x"),
        ("a accepts x provided y", "a accepts x if y"),
        ("a accepts x provided that y", "a accepts x if y"),
        ("a proposes x subject to y", "a proposes x if y"),
        ("a accepts x on condition that y", "a accepts x if y"),
        ("a accepts x when y", "a accepts x if y"),
        ("a refuses to accept x", "a rejects x"),
        ("a declined to agree to x", "a rejects x"),
        ("a agrees on x", "a accepts x"),
        ("a asks for x and y", "a proposes x and y"),
    ],
)
def test_a_hint_that_is_followed_gives_the_statement_that_was_meant(text: str, plain: str) -> None:
    """Other tenses, articles and other words for `if` are told with what to write for them, or to leave out."""
    error = fault(text)
    assert error is not None
    marked = text[error.column - 1 :][: error.length]
    given, word = [marked, *re.findall("`(.*?)`", error.hint)][-2:]
    leaves_out = error.hint.startswith("leave out")
    mended = text.replace(f"{word} ", "", 1) if leaves_out else text.replace(given, word, 1)
    assert parse(mended) == parse(plain)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        (
            "a accepts x if b accepts y",
            "behind `if` stand demands alone, such as `if y`: they have to be agreed",
        ),
        ("a proposes x and b accepts x", "these are two statements: write each as one of its own"),
        ("a proposes x and rejects y", "these are two statements: write each as one of its own"),
        (
            "a leaves",
            'write under [parties] a = { name = "...", leaves = "..." }, with the id of the first round w',
        ),
        (
            "a and b walk out",
            'write under [parties] b = { name = "...", leaves = "..." }, with the id of the first',
        ),
        (
            "a joins the talks",
            'write under [parties] a = { name = "...", joins = "..." }, with the id of the first',
        ),
        (
            "a accepts x if b rejects y",
            "behind `if` stand demands alone: they have to be agreed",
        ),
        ("a accepts x and y in principle", "write `provisionally accepts`"),
        ("a conditionally accepts x", "write `accepts ... if ...`"),
        ("a says that b is right", 'what one says of another is { says = "...", according_to = "a" }'),
        ("a has not accepted x", "a refusal is `rejects`; where nothing was said, write nothing"),
    ],
)
def test_what_is_said_elsewhere_or_otherwise_is_told_so(text: str, hint: str) -> None:
    """What no sentence can hold is told with where it goes."""
    error = fault(text)
    assert error is not None
    assert error.hint.startswith(hint)


_CONTRARY = (
    "a agrees to drop x",
    "a agreed not to propose x",
    "a backs down on x",
    "a drops its objection to x",
    "a refuses to withdraw x",
    "a opposes rejecting x",
    "a wants b to accept x",
    "a wants no x",
    "a denies that b accepts x",
    "a accepts x as long as not y",
    "a accepts x once b rejects y",
    "a accepts x provided that y is rejected",
    "a proposes to reject x",
    "a withdraws from the talks",
    "a leaves x open",
    "a joins b in rejecting x",
    "a accepts x left",
    "a accepts x in part",
    "a accepts x is agreed",
    "a accepts x of y",
    "a rejects x in principle",
    "a provisionally leaves",
    "a says it accepts x",
    "a says b never accepts x",
    "according to a and b, c accepts x",
)
"""What says something else than the words in it that look like slips: a hint about these would turn it round."""


@pytest.mark.parametrize(
    "text",
    [
        "a accepts x accept-deal",
        "a accepts x once-more",
        "a leave-pay x",
        "a rejects x provided y",
        "a accepts x " + "if b accepts y " * 100,
        "a will reject-all x",
        *_CONTRARY,
    ],
)
def test_what_only_looks_like_a_slip_is_none(text: str) -> None:
    """A word that begins like one of the form is another, as one with another object; a long text is no slip."""
    error = fault(text)
    assert error is not None
    assert error.hint in {"", f"the verbs are {', '.join(Stance)}"}


@pytest.mark.parametrize("strategy", [sentences, statements])
@pytest.mark.parametrize("kind", ["parties", "demands"])
def test_strategies_need_somebody_and_something(strategy: Callable[..., object], kind: str) -> None:
    """A sentence without a party or a demand cannot be drawn, which is said at once."""
    with pytest.raises(InvalidArgument, match=f"{kind} takes a list of 1 or more ids"):
        strategy(**{kind: []})
