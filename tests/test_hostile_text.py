"""Text from outside never acts: whatever is shown or written, no terminal obeys it and nothing in it is hidden."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from command import call, run
from hostile import ACTING, TEXTS, acting, read
from negotrack import Negotiation, Unreadable, dump, dumps, load, loads, matrix
from negotrack.formats.json.matrix import matrix as matrix_json
from negotrack.testing.damaging.trees import paths, renamed, replaced
from negotrack.visible import visible
from real_dossiers import TALKS
from records import Place, complete, text_places

_ANY = (
    st.sampled_from(list(TEXTS.values()))
    | st.text(st.sampled_from(ACTING + '[]/"\\ab'), max_size=12)
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
)
_PLACES = text_places()
_EVERY_KIND = " ".join(TEXTS.values())
_FORMATS = ["toml", "json"]
_TREES = [json.loads(dumps(talks, "json")) for talks in TALKS]


@pytest.mark.parametrize("place", _PLACES, ids=str)
def test_text_in_any_place_is_shown_and_written_safely(place: Place) -> None:
    """For every field that holds text: it does not act in the matrix, nor in a file, and comes back from it whole."""
    talks = complete(_EVERY_KIND, place)
    assert not acting(str(matrix(talks.now)))
    for format_ in _FORMATS:
        text = dumps(talks, format_)
        assert not acting(text)
        assert loads(text) == talks


def test_every_text_has_a_place() -> None:
    """The fields are taken from the records, and none of them is forgotten."""
    assert len(_PLACES) >= 35
    assert dumps(complete("@@@")).count("@@@") == len({place.path for place in _PLACES})


@given(_ANY)
def test_a_record_full_of_it_is_shown_safely(text: str) -> None:
    """The matrix of a record that holds a text wherever it can is safe to show, before and after the round."""
    talks = complete(text)
    assert not acting(str(matrix(talks.now)) + str(matrix(talks.at("start"))))


@given(_ANY, st.sampled_from(_FORMATS))
def test_a_record_full_of_it_is_written_safely(text: str, format_: str) -> None:
    """What `dumps` gives is safe to show, and `loads` reads the same record from it."""
    talks = complete(text)
    assert not acting(dumps(talks, format_))
    assert loads(dumps(talks, format_)) == talks


@given(_ANY)
def test_titles_are_printed_word_for_word(text: str) -> None:
    """Markup means nothing: what does not act is printed as it is written, but for blanks at the end."""
    lines = str(matrix(complete(text).now)).splitlines()
    assert lines[0] == visible(text).rstrip(" ")


@pytest.mark.parametrize("text", [TEXTS["bold"], TEXTS["closing"], TEXTS["link"], TEXTS["brackets"]])
def test_markup_is_printed_verbatim(text: str) -> None:
    """A party called `[bold]US[/bold]` is printed so, as the title of a demand is."""
    shown = str(matrix(complete(text).now))
    assert visible(text) in shown.splitlines()[3]
    assert f"\n1 {visible(text)}" in shown


@given(_ANY)
def test_the_json_document_is_safe_and_means_the_text(text: str) -> None:
    """The JSON that the command prints does not act, and a parser gets the original text from it."""
    done = call("matrix", "-", "--format", "json", stdin=dumps(complete(text)).encode())
    assert (done.status, done.err) == (0, "")
    assert not acting(done.out)
    assert json.loads(done.out) == matrix_json(complete(text).now)
    assert json.loads(done.out)["negotiation"] == text


@given(_ANY, st.data())
def test_faults_are_told_safely(text: str, data: st.DataObject) -> None:
    """With a text as any key or value of a dossier, whatever is said of it in consequence does not act."""
    tree = data.draw(st.sampled_from(_TREES))
    path = data.draw(st.sampled_from(list(paths(tree))))
    is_key = isinstance(path[-1], str) and data.draw(st.booleans())
    broken = renamed(tree, path, text) if is_key else replaced(tree, path, text)
    outcome = read(json.dumps(broken), f"{text}.json")
    done = call("matrix", "-", stdin=json.dumps(broken).encode())
    assert not acting(done.out + done.err)
    assert isinstance(outcome, Negotiation) or not acting(str(outcome))


@given(_ANY, st.sampled_from(["title = ", "title = '", "# ", "[", "x", '{"title": "', '{"title": 3, "']))
def test_faults_of_syntax_are_told_safely(text: str, before: str) -> None:
    """Whatever a parser says of a text, or shows of it, does not act."""
    done = call("matrix", "-", stdin=(before + text).encode())
    assert not acting(done.out + done.err)


@given(_ANY.filter(lambda text: "\0" not in text))
def test_names_of_files_are_told_safely(text: str) -> None:
    """A file that is not there is named safely, by the command as well as by the exception."""
    with pytest.raises(Unreadable, match="cannot be opened") as caught:
        load(f"/nowhere/{text}")
    assert not acting(str(caught.value))
    assert not acting(call("matrix", f"/nowhere/{text}").err)


@given(_ANY)
def test_arguments_are_told_safely(text: str) -> None:
    """Rounds, formats, options and commands that there are not are named safely."""
    for arguments in (
        ("matrix", "sochi-2022", f"--at={text}x"),
        ("matrix", "sochi-2022", f"--format={text}"),
        ("matrix", "sochi-2022", f"--{text}x"),
        ("matrix", "sochi-2022", f"x{text}"),
        (f"x{text}",),
    ):
        done = call(*arguments)
        assert (done.status, done.out) == (2, "")
        assert done.err
        assert not acting(done.err)


@pytest.mark.parametrize("name", [name for name, text in TEXTS.items() if "\0" not in text])
def test_a_real_terminal_gets_nothing_that_acts(tmp_path: Path, name: str) -> None:
    """The same in a process of its own: a dossier full of it, under such a name, and such arguments."""
    path = tmp_path / f"{TEXTS[name].replace('/', '')}.toml"
    dump(complete(TEXTS[name]), path)
    for arguments in (
        ("matrix", str(path)),
        ("matrix", str(path), "--at", f"x{TEXTS[name]}"),
        (f"x{TEXTS[name]}",),
    ):
        done = run(*arguments)
        assert not acting(done.out + done.err)
        assert "Traceback" not in done.err


def test_names_that_are_no_utf_8_are_told_safely(tmp_path: Path) -> None:
    """A file name of bytes that are no text is named with escapes."""
    done = run("matrix", b"caf\xe9\x1b.toml", cwd=tmp_path)
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("caf\\udce9\\u001b.toml: error[NT001] the file cannot be opened: ")


@given(_ANY)
def test_a_saved_file_is_safe_to_print(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Who prints a file that was saved, with `cat`, gets nothing that acts."""
    path = tmp_path_factory.mktemp("saved") / "talks.toml"
    dump(complete(text), path)
    assert not acting(path.read_bytes().decode())
    assert load(path) == complete(text)
