"""Where a name stands in the place of an id, the id of what is called so is suggested."""

import json

import pytest

import negotrack as nt
from negotrack.places import locate

TALKS = """
title = "Talks"
between = ["{decider}", "armenia"]

[parties]
armenia = "Armenia"
az = {{ name = "Azerbaijan", aliases = ["Baku", "the Azerbaijani side"] }}

[sources]
iria = "IRIA article"

[demands]
corridor = "The Zangezur corridor"
pay = "Pay, and more"
one = "Twin"
other = {{ title = "twin", part_of = "{whole}" }}

[[rounds]]
id = "sochi"
title = "Sochi summit"
date = 2022-10-31
statements = [{{ says = "{says}", according_to = "{giver}", source = "{source}" }}]
claims = {{ "{claimed}" = "agreed" }}
"""
GIVEN = {
    "decider": "az",
    "whole": "corridor",
    "says": "armenia accepts corridor",
    "giver": "az",
    "source": "iria",
    "claimed": "corridor",
}


def text(**given: str) -> str:
    """Give a dossier with something else in some places."""
    return TALKS.format(**GIVEN | given)


@pytest.mark.parametrize(
    ("place", "name", "id_"),
    [
        ("decider", "Baku", "az"),
        ("decider", "the Azerbaijani side", "az"),
        ("whole", "The Zangezur Corridor", "corridor"),
        ("giver", "AZERBAIJAN", "az"),
        ("source", "IRIA article", "iria"),
        ("claimed", "Pay, and more", "pay"),
    ],
)
def test_name_in_a_value_is_told_with_its_id(place: str, name: str, id_: str) -> None:
    """Case and signs do not count."""
    with pytest.raises(nt.Unreadable) as caught:
        nt.loads(text(**{place: name}))
    told = [(finding.message, finding.hint) for finding in caught.value.findings]
    assert told == [(f"`{name}` is a name, and no id", f"write its id: `{id_}`")]


@pytest.mark.parametrize(
    ("says", "name", "id_"),
    [
        ("Azerbaijan accepts pay", "Azerbaijan", "az"),
        ("armenia and Baku accept pay", "Baku", "az"),
        ("armenia accepts The Zangezur corridor, pay", "The Zangezur corridor", "corridor"),
        ("armenia accepts Pay, and more if corridor", "Pay, and more", "pay"),
        ("armenia accepts pay if The Zangezur corridor", "The Zangezur corridor", "corridor"),
    ],
)
def test_name_in_a_sentence_is_marked_whole_and_told_with_its_id(says: str, name: str, id_: str) -> None:
    """A name may be of several words, and hold what joins ids."""
    with pytest.raises(nt.Unreadable) as caught:
        nt.loads(text(says=says))
    (finding,) = caught.value.findings
    assert finding.hint == f"write the id of `{name}`: `{id_}`"
    assert locate(finding.place, caught.value.origin).length == len(name)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"whole": "Twin"}, "`Twin` is no id; `twin` would do"),
        ({"decider": "Armenia"}, "`Armenia` is no id; `armenia` would do"),
        ({"decider": "Georgia"}, "`Georgia` is no id; `georgia` would do"),
        ({"says": "armenia accepts Baku"}, "an id has lower-case letters, digits and hyphens: `baku`"),
        ({"says": "IRIA accepts pay"}, "an id has lower-case letters, digits and hyphens: `iria`"),
    ],
)
def test_what_is_the_name_of_nothing_or_of_several_is_told_as_before(
    given: dict[str, str], told: str
) -> None:
    """A title of two demands names neither, and a party is no demand."""
    with pytest.raises(nt.Unreadable) as caught:
        nt.loads(text(**given))
    (finding,) = caught.value.findings
    assert told in (finding.message, finding.hint)


@pytest.mark.parametrize("key", ["parties", "demands", "sources"])
def test_what_gets_an_id_is_told_which_would_do(key: str) -> None:
    """Where a thing is declared its id is for its author to choose, even if another is called so."""
    data = {"title": "T", key: {"a": "The Other", "The Other": "B"}}
    with pytest.raises(nt.Unreadable, match="`The Other` is no id; `the-other` would do"):
        nt.loads(json.dumps(data))


@pytest.mark.parametrize(
    "odd", [3, None, "x", [3], [{"title": 3}], {"a": 3}, {"a": {"name": 3, "aliases": 3}}]
)
@pytest.mark.parametrize("key", ["parties", "demands", "sources", "rounds"])
def test_names_are_looked_for_in_data_at_fault(key: str, odd: object) -> None:
    """Whatever else is wrong in a file, all of it is found."""
    with pytest.raises(nt.Unreadable) as caught:
        nt.loads(json.dumps({"title": "T", "between": ["Baku"], key: odd}))
    messages = [finding.message for finding in caught.value.findings]
    assert "`Baku` is no id; `baku` would do" in messages
    assert len(messages) > 1


@pytest.mark.parametrize(
    ("given", "message", "hint"),
    [
        ({"decider": "baku"}, "there is no party `baku`, named here as decider", "did you mean `az`?"),
        ({"says": "azerbaijan accepts pay"}, "there is no party `azerbaijan`", "did you mean `az`?"),
        ({"whole": "the-zangezur-corridor"}, "there is no demand `the-zangezur", "did you mean `corridor`?"),
        ({"source": "iria-article"}, "there is no source `iria-article`", "did you mean `iria`?"),
        ({"whole": "twin"}, "there is no demand `twin`", "declare it under [demands]: "),
        (
            {"giver": "iria"},
            "there is no party `iria`, named here as giver of an account",
            '`iria` is a source: source = "iria"; `according_to` takes the party whose account it is',
        ),
        ({"says": "iria accepts pay"}, "there is no party `iria`", '`iria` is a source: source = "iria"'),
    ],
)
def test_name_that_would_do_as_an_id_is_told_with_its_id(
    given: dict[str, str], message: str, hint: str
) -> None:
    """What is read, and names nothing, may be the name of something."""
    (finding, *_) = nt.check(nt.loads(text(**given)), select=["NT1"], ignore=["NT106", "NT107"])
    assert finding.message.startswith(message)
    assert finding.hint.startswith(hint)


def test_round_is_told_by_its_title() -> None:
    """A round at which a party joins may be named as it is called."""
    talks = nt.loads(text().replace('aliases = ["Baku"', 'joins = "sochi-summit", aliases = ["Baku"'))
    (finding,) = nt.check(talks, select=["NT103"])
    assert finding.hint == "did you mean `sochi`?"
