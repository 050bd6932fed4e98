"""What does a check give, and what does the record itself have to say about it?"""

from __future__ import annotations

import copy
import inspect
import pickle
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product
from operator import ge, gt, le, lt
from typing import cast
from unittest.mock import patch

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

import negotrack as nt
from negotrack import checking
from negotrack.checked import CheckedFile, of_no_dossier, of_text, remarks, status
from negotrack.findings import Severity
from negotrack.locate.place import Extent
from negotrack.places import AtOffset, Place, locate
from negotrack.rules.help import Help
from negotrack.rules.rule import Found
from negotrack.testing import negotiations

_TALKS = """\
title = "Pay talks"
parties = { union = "Union", employer = "Employer" }
demands = { pay = "4% from April", hours = "36 hours a week" }
[[rounds]]
id = "march"
date = 2026-03-02
present = ["union"]
statements = [
  "union proposes pay",
  "union withdraws hours",
  "employer rejects pay",
]
"""
TALKS = nt.loads(_TALKS)
ALWAYS = ["NT202", "NT504"]
"""What is found in the talks in any case: hours are withdrawn unproposed, the employer was not present."""
STRICT = ["NT105", "NT105", "NT202", "NT105", "NT504"]
"""What is found in the talks strictly, line by line."""


def codes(findings: Sequence[nt.Finding]) -> list[str]:
    """Give the codes of findings."""
    return [finding.code for finding in findings]


def excusing(*excuses: nt.Excuse, talks: nt.Negotiation = TALKS) -> nt.Negotiation:
    """Give a record with excuses in it."""
    return evolve(talks, check=evolve(talks.check, ignore_at=excuses))


def rule(function: Callable[[nt.Case], Found], code: str = "XY101", severity: str = "info") -> nt.Rule:
    """Give a rule of one's own, of no more than its function."""
    return nt.Rule(code, function, severity)


def finding_at(*places: Place, message: str = "here", **more: object) -> Callable[[nt.Case], Found]:
    """Give a function that finds something at places, whatever the record."""

    def found_there(case: nt.Case) -> Found:
        """Find something at some places."""
        for place in places:
            yield nt.Problem(message, place, **more)  # type: ignore[arg-type] # whatever a test gives

    return found_there


# Which rules are run


def test_without_a_word_the_rules_of_the_tier_always_are_run() -> None:
    """What is found is what every record is checked for."""
    assert codes(nt.check(TALKS)) == ALWAYS


def test_strictly_all_rules_are_run() -> None:
    """`strict` adds the rules of the strict tier."""
    assert codes(nt.check(TALKS, strict=True)) == STRICT


@pytest.mark.parametrize("word", ["NT504", "nt504", "NT50", "NT5", "nt5", "not-present"])
def test_a_rule_is_selected_by_code_start_of_a_code_or_name(word: str) -> None:
    """A code, in capitals or not, the start of one and a name select; then no other rule is run."""
    assert codes(nt.check(TALKS, select=[word])) == ["NT504"]


@pytest.mark.parametrize("word", ["NT504", "nt504", "NT50", "NT5", "nt5", "not-present"])
def test_a_rule_is_ignored_by_the_same_words(word: str) -> None:
    """All rules but those that are ignored are run."""
    assert codes(nt.check(TALKS, ignore=[word])) == ["NT202"]


def test_words_add_up() -> None:
    """Several words select, or leave out, the rules of each."""
    assert codes(nt.check(TALKS, select=["NT504", "withdraws-unproposed"])) == ALWAYS
    assert codes(nt.check(TALKS, ignore=["NT504", "withdraws-unproposed"])) == []


def test_what_is_ignored_is_not_run_though_it_is_selected() -> None:
    """Of the rules that a word selects, some can be left out."""
    assert codes(nt.check(TALKS, select=["NT"], ignore=["NT1", "not-present"])) == ["NT202"]


def test_a_strict_rule_that_is_selected_is_run() -> None:
    """Whoever asks for a strict rule gets it, without being strict about the rest."""
    assert codes(nt.check(TALKS, select=["unsourced"])) == ["NT105"] * 3
    assert codes(nt.check(TALKS, select=["NT"])) == STRICT


def test_a_reading_rule_that_is_selected_finds_nothing() -> None:
    """What can be read was read: the rules of the loader have nothing to say about it."""
    assert nt.check(TALKS, select=["NT0"]) == ()


@pytest.mark.parametrize(
    ("word", "message"),
    [
        ("stale-aceptance", "no rule `stale-aceptance`; did you mean `stale-acceptance`?"),
        ("NT1000", "no rule `NT1000`; did you mean `NT110`?"),
        ("Not-Present", "no rule `Not-Present`; did you mean `not-present`?"),
        (
            "HQ101",
            r"no rule `HQ101`; a rule of your own applies where it is given: `--rules` .*, `rules` of `check`$",
        ),
        ("", "no rule ``; there are NT001, unreadable, NT002, "),
        ("\x1b[1m", r"no rule `\\u001b\[1m`; there are NT001"),
    ],
)
def test_a_word_that_names_no_rule_is_an_error(word: str, message: str) -> None:
    """What cannot be selected or ignored is told, with what was probably meant."""
    for select, ignore in (([word], []), ([], ["NT1", word])):
        with pytest.raises(nt.NoSuchRule, match=message.replace("?", r"\?")) as caught:
            nt.check(TALKS, select=select, ignore=ignore)
        assert caught.value.wanted == word
        assert {"NT901", "unused-excuse"} <= {*caught.value.known}


def test_words_may_come_from_any_iterable() -> None:
    """Rules and words can be given by what can be gone through once only."""
    own = rule(finding_at(nt.AtValue(("title",))))
    found = nt.check(TALKS, rules=iter([own]), select=iter(["XY101", "NT2"]), ignore=iter(["NT202"]))
    assert codes(found) == ["XY101"]


@pytest.mark.parametrize("how", ["select", "ignore"])
def test_one_text_is_no_list_of_words(how: str) -> None:
    """A text would fall apart into its letters, and `N` selects all rules."""
    with pytest.raises(TypeError, match=r"^give a list of texts, not the text 'NT504'$"):
        nt.check(TALKS, **{how: "NT504"})  # type: ignore[arg-type] # that is the point


def test_a_code_of_ones_own_is_told_from_a_slip() -> None:
    """Where a rule with the same letters is known, the nearest is suggested."""
    own = [rule(finding_at(), "HQ102")]
    with pytest.raises(nt.NoSuchRule, match=r"^no rule `HQ101`; did you mean `HQ102`\?$"):
        nt.check(TALKS, rules=own, select=["HQ101"])


# What the dossier says itself


def test_a_dossier_can_be_strict_with_itself() -> None:
    """`strict = true` under `[check]` does what the argument does."""
    assert codes(nt.check(nt.loads(_TALKS + "[check]\nstrict = true"))) == STRICT


@pytest.mark.parametrize("word", ["NT504", "NT5", "not-present"])
def test_a_dossier_can_leave_out_rules(word: str) -> None:
    """`ignore` under `[check]` does what the argument does, and both apply; a selected rule is left out, too."""
    talks = nt.loads(_TALKS + f'[check]\nignore = ["{word}"]')
    assert codes(nt.check(talks)) == ["NT202"]
    assert codes(nt.check(talks, ignore=["NT202"])) == []
    assert codes(nt.check(talks, select=["NT504", "NT202"])) == ["NT202"]


@pytest.mark.parametrize(("rounds", "stale"), [(1, True), (2, True), (3, False)])
def test_a_dossier_says_when_a_position_is_stale(rounds: int, *, stale: bool) -> None:
    """`stale_after` under `[check]` is how many rounds a position on a pending demand lasts."""
    said = nt.Round("r0", "2026", statements=["a proposes x"])
    silent = [nt.Round(f"r{number}", "2026", statements=["b proposes y"]) for number in (1, 2)]
    talks = nt.Negotiation(
        "T",
        parties=[nt.Party("a", "A"), nt.Party("b", "B")],
        demands=[nt.Demand("x", "X"), nt.Demand("y", "Y")],
        rounds=[said, *silent],
        check=nt.CheckSettings(stale_after=rounds),
    )
    found = nt.check(talks, select=["gone-stale"])
    assert [finding.demands for finding in found] == [("x",)] * stale


# Excuses


_RIGHT = {"party": "employer", "demand": "pay", "round": "march"}
_WRONG = {"party": "union", "demand": "hours", "round": "april"}


@pytest.mark.parametrize("choice", list(product([None, "right", "wrong"], repeat=3)), ids=str)
def test_an_excuse_is_for_all_that_it_names(choice: Sequence[str | None]) -> None:
    """An excuse fits where code, party, demand and round do, as many of them as it names; then it excuses."""
    named = {
        key: _RIGHT[key] if how == "right" else _WRONG[key]
        for key, how in zip(_RIGHT, choice, strict=True)
        if how
    }
    found = nt.check(excusing(nt.Excuse("NT504", "by letter", **named)), ignore=["NT901"])
    fits = "wrong" not in choice
    assert codes(found) == (["NT202"] if fits else ALWAYS)
    assert [(one.finding.code, one.reason) for one in found.excused] == [("NT504", "by letter")] * fits


def test_an_excuse_is_of_one_rule() -> None:
    """What another rule found at the same place stays."""
    found = nt.check(excusing(nt.Excuse("NT105", "known", demand="hours")), strict=True)
    assert codes(found) == ["NT105", "NT202", "NT105", "NT504"]


def test_what_is_excused_is_kept_as_it_was_found() -> None:
    """An excused finding is the one that would be there without the excuse, with the reason."""
    found = nt.check(excusing(nt.Excuse("NT504", "by letter")))
    assert found.excused == (nt.Excused(nt.check(TALKS)[1], "by letter"),)


def test_an_excuse_is_of_all_that_fits_in_the_order_of_the_record() -> None:
    """One excuse may excuse several findings."""
    found = nt.check(excusing(nt.Excuse("NT105", "from memory")), strict=True)
    places = [one.finding.place.path[3] for one in found.excused]
    assert (codes(found), places) == (ALWAYS, [0, 1, 2])


def test_every_excuse_that_fits_is_used() -> None:
    """Where two excuses fit one finding neither is unused; both reasons are kept, and the finding counts once."""
    excuses = nt.Excuse("NT504", "by letter"), nt.Excuse("NT504", "by phone", party="employer")
    found = nt.check(excusing(*excuses))
    assert codes(found) == ["NT202"]
    assert [one.reason for one in found.excused] == ["by letter", "by phone"]
    file = of_text(TALKS, found)
    assert list(remarks([file], with_counts=True)) == ["1 error in 1 file (1 excused)"]


def test_nothing_is_excused_without_excuses() -> None:
    """A record without excuses excuses nothing."""
    assert nt.check(TALKS).excused == ()


# Excuses that excuse nothing


_PUT_RIGHT = "put its code, round, demand or party right, or leave it out"


def unused(*excuses: nt.Excuse, **how: object) -> list[nt.Finding]:
    """Give what is found about the excuses of the talks."""
    found = nt.check(excusing(*excuses), **how)  # type: ignore[arg-type] # whatever a test gives
    return [finding for finding in found if finding.code == "NT901"]


def test_an_excuse_that_excuses_nothing_is_found() -> None:
    """Each of them is a warning at the code of the excuse, with what to do."""
    fitting, other = nt.Excuse("NT504", "by letter"), nt.Excuse("NT504", "by letter", party="union")
    (finding,) = unused(fitting, other)
    assert (finding.name, finding.severity) == ("unused-excuse", Severity.WARNING)
    assert finding.place == nt.AtValue(("check", "ignore_at", 1, "code"))
    assert (finding.message, finding.hint) == ("there is no `NT504` here to excuse", _PUT_RIGHT)


@pytest.mark.parametrize(
    ("code", "hint"),
    [
        ("NT 504", "did you mean `NT504`?"),
        ("nt504", "did you mean `NT504`?"),
        ("NT5", "write one code in full"),
        ("not-pres", "write one code in full"),
        (
            "HQ101",
            "a rule of your own applies where it is given: `--rules` of the command, `rules` of `check`",
        ),
        ("zzz", _PUT_RIGHT),
        ("", _PUT_RIGHT),
    ],
)
def test_an_excuse_from_what_is_no_rule_is_found(code: str, hint: str) -> None:
    """An excuse names the code of a rule in full; the nearest is suggested."""
    (finding,) = unused(nt.Excuse(code, "by letter"))
    assert (finding.message, finding.hint) == (f"no rule is called `{code}`", hint)


@pytest.mark.parametrize(
    ("key", "id_", "hint"),
    [
        ("round", "marhc", "did you mean `march`?"),
        ("demand", "hour", "did you mean `hours`?"),
        ("party", "emplyer", "did you mean `employer`?"),
        ("round", "zzz", _PUT_RIGHT),
        ("demand", "zzz", _PUT_RIGHT),
        ("party", "zzz", _PUT_RIGHT),
    ],
)
def test_an_excuse_names_what_is_there(key: str, id_: str, hint: str) -> None:
    """A round, demand or party that there is not is found at its own place, with the nearest that there is."""
    fitting = nt.Excuse("NT504", "by letter")
    (finding,) = unused(fitting, nt.Excuse("NT504", "by letter", **{key: id_}))
    assert finding.place == nt.AtValue(("check", "ignore_at", 1, key))
    assert (finding.message, finding.hint) == (f"there is no {key} `{id_}` to excuse `NT504` of", hint)


def test_each_id_of_an_excuse_that_is_not_there_is_found() -> None:
    """All that is unknown in one excuse is told at once; what is known is not mentioned."""
    found = unused(nt.Excuse("NT504", "by letter", round="april", demand="pay", party="boss"))
    assert {finding.place.path[-1] for finding in found} == {"round", "party"}
    assert len(found) == 2


def test_an_excuse_may_name_what_a_finding_names() -> None:
    """Where the finding is that a party is unknown, the excuse has to name that party, and is used."""
    talks = nt.loads(_TALKS.replace("employer rejects", "emplyer rejects"))
    found = nt.check(excusing(nt.Excuse("NT101", "as in the minutes", party="emplyer"), talks=talks))
    assert {"NT101", "NT901"}.isdisjoint(codes(found))
    assert codes([one.finding for one in found.excused]) == ["NT101"]


@pytest.mark.parametrize("reason", ["", " ", "\t\n"])
@pytest.mark.parametrize("code", ["NT504", "not-present", "NT105"])
def test_an_excuse_without_a_reason_excuses_nothing(code: str, reason: str) -> None:
    """An empty reason is found, whether or not its rule is run, and the finding that it is for stays."""
    found = nt.check(excusing(nt.Excuse(code, reason)))
    assert sorted(codes(found)) == [*ALWAYS, "NT901"]
    assert found.excused == ()
    (finding,) = unused(nt.Excuse(code, reason))
    assert finding.place == nt.AtKey(("check", "ignore_at", 0, "reason"))
    assert (finding.message, finding.hint) == (f"this excuse of `{code}` has an empty `reason`", "say why")


def test_an_excuse_may_be_from_a_rule_of_ones_own() -> None:
    """Where the rule is given its excuse is used, or unused; where it is not, the code is unknown."""
    excuse = nt.Excuse("XY101", "fine")
    assert unused(excuse, rules=[rule(finding_at(nt.AtValue(("title",))))]) == []
    assert [one.message for one in unused(excuse, rules=[rule(finding_at())])] == [
        "there is no `XY101` here to excuse"
    ]
    (finding,) = unused(excuse)
    assert finding.message == "no rule is called `XY101`"
    assert (
        finding.hint
        == "a rule of your own applies where it is given: `--rules` of the command, `rules` of `check`"
    )


@pytest.mark.parametrize(
    ("word", "hint"),
    [
        ("NT999", "did you mean `NT901`?"),
        ("not-pres", "did you mean `not-present`?"),
        (
            "HQ101",
            "a rule of your own applies where it is given: `--rules` of the command, `rules` of `check`",
        ),
        ("zzz", "leave it out"),
        ("", "leave it out"),
    ],
)
def test_a_rule_to_ignore_that_there_is_not_is_found(word: str, hint: str) -> None:
    """What a dossier ignores and no rule is called is a finding at the word; the rest of its settings applies."""
    talks = evolve(TALKS, check=nt.CheckSettings(ignore=["NT202", word, "NT504"]))
    (finding,) = nt.check(talks)
    assert (finding.code, finding.place) == ("NT901", nt.AtValue(("check", "ignore", 1)))
    assert (finding.message, finding.hint) == (f"no rule is called `{word}`", hint)


@pytest.mark.parametrize(
    "how",
    [{"ignore": ["NT105"]}, {"select": ["NT901"]}, {"strict": False}, {"select": ["NT901", "NT504"]}],
    ids=str,
)
def test_an_excuse_from_a_rule_that_is_not_run_is_no_finding(how: dict[str, object]) -> None:
    """What the rule would have found is not known, so that nothing can be said of the excuse."""
    assert unused(nt.Excuse("NT105", "known", round="april"), **how) == []


def test_an_excuse_from_a_rule_that_could_not_tell_is_no_finding() -> None:
    """The same goes for a rule that was skipped, wholly or in part."""

    def unsure(case: nt.Case) -> Found:
        """Find nothing for sure."""
        yield nt.Skip("it is dark")

    assert unused(nt.Excuse("XY101", "fine"), rules=[rule(unsure)]) == []


@pytest.mark.parametrize(
    "how", [{"ignore": ["NT901"]}, {"ignore": ["unused-excuse"]}, {"select": ["NT5"]}], ids=str
)
def test_excuses_are_not_looked_at_where_that_is_not_wanted(how: dict[str, object]) -> None:
    """The rule on excuses can be ignored, or not selected, like any other."""
    assert unused(nt.Excuse("NT999", "by letter"), nt.Excuse("NT504", "", party="union"), **how) == []


def test_an_excuse_from_the_rule_on_excuses_is_unused() -> None:
    """An excuse that is needed for nothing cannot itself be excused."""
    found = unused(nt.Excuse("NT999", "by letter"), nt.Excuse("NT901", "so what"))
    assert [finding.message for finding in found] == [
        "no rule is called `NT999`",
        "there is no `NT901` here to excuse",
    ]


# What could not be told


_CLAIMED = """\
title = "Pay talks"
parties = { union = "Union", employer = "Employer" }
demands = { pay = "4% from April" }
[[rounds]]
id = "march"
date = 2026-03-02
statements = ["union proposes pay", "BOSS accepts pay"]
claims = { pay = "agreed" }
"""
_DOUBT = "outcomes cannot be relied on while there is no party `emplyer`"


def test_outcomes_are_not_judged_where_ids_dangle() -> None:
    """A claim is not compared with an outcome that is another once the ids are right; the rule says so."""
    found = nt.check(nt.loads(_CLAIMED.replace("BOSS", "emplyer")))
    assert codes(found) == ["NT101"]
    assert found.skipped == (nt.Skipped("NT301", _DOUBT),)
    mended = nt.check(nt.loads(_CLAIMED.replace("BOSS", "employer")))
    assert (mended, mended.skipped) == ((), ())


def test_every_rule_on_outcomes_says_that_it_does_not_judge() -> None:
    """Each rule that needs outcomes and had something to look at is skipped, once."""
    demands = """[demands]
        x = { title = "X", excludes = ["y"], requires = ["y"], final = "all" }
        y = { title = "Y", part_of = "x" }"""
    text = (
        _CLAIMED.replace('demands = { pay = "4% from April" }', demands)
        .replace("pay", "x")
        .replace('"agreed"', '{ outcome = "agreed", according_to = "union" }')
    )
    found = nt.check(
        nt.loads(text.replace("BOSS", "emplyer") + '[[rounds]]\nid = "april"\ndate = "2026"'), strict=True
    )
    assert [skip.code for skip in found.skipped] == [
        "NT301",
        "NT302",
        "NT303",
        "NT304",
        "NT305",
        "NT403",
        "NT506",
    ]
    assert {skip.reason for skip in found.skipped} == {_DOUBT}


_QUOTING = """\
title = "Pay talks"
parties = { union = "Union" }
demands = { pay = "4% from April" }
sources = { minutes = { title = "Minutes", file = "minutes.txt" }, letter = { title = "L", file = "letter.txt" } }
[[rounds]]
id = "march"
date = 2026-03-02
source = "minutes"
statements = [
  { says = "union proposes pay", quote = "four per cent" },
  { says = "union proposes pay", quote = "or we strike", source = "letter" },
]
"""
_FILES = {"minutes.txt": "We ask for four\nper cent.", "letter.txt": "Four per cent, or we strike."}


def _reading(files: dict[str, str]) -> Callable[[str], str]:
    def read(name: str) -> str:
        if name not in files:
            raise FileNotFoundError(2, "No such file or directory", name)
        return files[name]

    return read


def test_quotes_are_looked_for_in_what_is_read() -> None:
    """With what reads the files of the sources every quote is judged."""
    for files, expected in ((_FILES, []), ({**_FILES, "letter.txt": "No."}, ["NT108"])):
        found = nt.check(nt.loads(_QUOTING), read=_reading(files))
        assert (codes(found), found.skipped) == (expected, ())


def test_quotes_are_not_judged_without_a_reader() -> None:
    """Where nothing reads files the rule says that it is skipped, once; where nothing is quoted it is not."""
    found = nt.check(nt.loads(_QUOTING))
    assert (codes(found), found.skipped) == (
        [],
        (nt.Skipped("NT108", "nothing reads the files of the sources"),),
    )
    assert nt.check(TALKS).skipped == ()


def test_quotes_are_judged_as_far_as_files_can_be_read() -> None:
    """Of a file that cannot be read the rule is skipped, with the reason; what is in the others is judged."""
    found = nt.check(nt.loads(_QUOTING), read=_reading({"letter.txt": "No."}))
    assert codes(found) == ["NT108"]
    reason = "`minutes.txt` cannot be read: No such file or directory"
    assert found.skipped == (nt.Skipped("NT108", reason, (nt.AtValue(("sources", "minutes", "file")),)),)


def test_a_rule_says_once_why_it_could_not_tell() -> None:
    """The same reason, given twice, is kept once; others beside it, in order."""

    def unsure(case: nt.Case) -> Found:
        """Find nothing for sure."""
        yield from [nt.Skip("it is dark"), nt.Skip("it is cold"), nt.Skip("it is dark")]

    found = nt.check(TALKS, rules=[rule(unsure)], select=["XY"])
    assert found.skipped == (nt.Skipped("XY101", "it is dark"), nt.Skipped("XY101", "it is cold"))


# Rules that silence others


_HERE, _THERE = nt.AtValue(("parties", "union")), nt.AtValue(("parties", "employer"))


def _silencing(*silenced: str) -> list[nt.Rule]:
    """Give a rule that finds something here, and says that others need not speak, and another: here and there."""
    special = nt.Rule("XY101", finding_at(_HERE), Severity.INFO, silences=silenced)
    return [special, rule(finding_at(_HERE, _THERE), "XY102")]


@pytest.mark.parametrize("way", [1, -1])
def test_a_silenced_rule_does_not_speak_at_the_same_place(way: int) -> None:
    """Where a rule says more of a mistake the other keeps quiet, there and nowhere else, in either order."""
    found = nt.check(TALKS, rules=_silencing("XY102")[::way], select=["XY"])
    assert [(one.code, one.place) for one in found] == [("XY101", _HERE), ("XY102", _THERE)]


def test_other_rules_are_not_silenced() -> None:
    """A rule that is not named speaks at the same place."""
    found = nt.check(TALKS, rules=_silencing("XY103"), select=["XY"])
    assert codes(found) == ["XY101", "XY102", "XY102"]


def test_a_rule_that_is_not_run_silences_nothing() -> None:
    """The more general rule speaks where the more specific is ignored."""
    assert codes(nt.check(TALKS, rules=_silencing("XY102"), select=["XY102"])) == ["XY102"] * 2


def test_an_excused_finding_silences_still() -> None:
    """An excuse from the specific rule does not bring up the general one, which tells of the same."""
    talks = excusing(nt.Excuse("XY101", "fine"))
    found = nt.check(talks, rules=_silencing("XY102"), select=["XY"])
    assert ([one.place for one in found], len(found.excused)) == ([_THERE], 1)


_REFUSED = nt.Negotiation(
    "Pay talks",
    parties=[nt.Party("union", "Union"), nt.Party("employer", "Employer")],
    demands=[nt.Demand("pay", "4%")],
    rounds=[nt.Round("march", "2026-03-02", statements=["union proposes pay", "union rejects pay"])],
)


def test_refusal_of_ones_own_proposal_is_said_once() -> None:
    """A refusal of one's own demand contradicts oneself as well; the rule that says more speaks."""
    assert codes(nt.check(_REFUSED, select=["NT2"])) == ["NT205"]
    assert codes(nt.check(_REFUSED, select=["NT201"])) == ["NT201"]


# In which order


_PLACES: Sequence[Place] = [
    nt.AtValue(("title",)),
    nt.AtKey(("parties", "union")),
    nt.AtKey(("parties", "employer")),
    nt.AtKey(("demands", "pay")),
    nt.AtKey(("demands", "hours")),
    nt.AtValue(("rounds", 0, "date")),
    nt.AtValue(("rounds", 0, "statements", 0)),
    nt.AtValue(("rounds", 0, "statements", 2)),
]


@given(st.permutations(_PLACES))
def test_findings_come_line_by_line(places: list[Place]) -> None:
    """Of a record that was read they come in the order of the text."""
    assert TALKS.origin
    found = nt.check(TALKS, rules=[rule(finding_at(*places))], select=["XY"])
    spans = [locate(one.place, TALKS.origin) for one in found]
    assert spans == sorted(spans)


@given(st.permutations(_PLACES))
def test_findings_come_part_by_part(places: list[Place]) -> None:
    """Of a record made in Python they come in the order of its parts, whatever these are called."""
    talks = evolve(TALKS)
    assert talks.origin is None
    found = nt.check(talks, rules=[rule(finding_at(*places))], select=["XY"])
    assert [one.place for one in found] == _PLACES


@pytest.mark.parametrize("talks", [TALKS, evolve(TALKS)], ids=["read", "made"])
def test_findings_at_one_place_come_by_code(talks: nt.Negotiation) -> None:
    """At one place the codes decide, then the messages."""
    own = [
        rule(finding_at(_HERE, message="b"), "XY9"),
        rule(finding_at(_HERE, message="a"), "XY10"),
        rule(finding_at(_HERE, message="a"), "XY8"),
    ]
    found = nt.check(talks, rules=[*own, rule(finding_at(_HERE, message="c"), "XY11")], select=["XY"])
    assert codes(found) == ["XY10", "XY11", "XY8", "XY9"]
    twice = rule(lambda _: iter([nt.Problem("b", _HERE), nt.Problem("a", _HERE)]))
    assert [one.message for one in nt.check(talks, rules=[twice], select=["XY"])] == ["a", "b"]


def test_the_code_goes_before_the_column() -> None:
    """On one line findings come by code, wherever on it they are."""
    first, last = nt.AtKey(("parties", "union")), nt.AtKey(("parties", "employer"))
    own = [rule(finding_at(first), "XY2"), rule(finding_at(last), "XY1")]
    assert codes(nt.check(TALKS, rules=own, select=["XY"])) == ["XY1", "XY2"]


@pytest.mark.parametrize(
    "place", [AtOffset(Extent(0, 1)), nt.AtValue(("nowhere", 3)), nt.AtValue(())], ids=str
)
def test_a_place_outside_the_record_comes_first(place: Place) -> None:
    """A rule may point at what is no part of the record: that has its place in the order, too."""
    for talks in (TALKS, evolve(TALKS)):
        own = rule(finding_at(_THERE, place))
        assert [one.place for one in nt.check(talks, rules=[own], select=["XY"])] == [place, _THERE]


def test_excused_findings_come_in_order() -> None:
    """What is excused comes in the order of the text as well."""
    own = rule(finding_at(*reversed(_PLACES)))
    found = nt.check(evolve(excusing(nt.Excuse("XY101", "fine"))), rules=[own], select=["XY"])
    assert [one.finding.place for one in found.excused] == _PLACES


@given(negotiations() | negotiations(broken=True), st.booleans(), st.randoms(use_true_random=False))
def test_the_order_of_the_rules_changes_nothing(talks: nt.Negotiation, is_read: bool, random: object) -> None:  # noqa: FBT001 - drawn
    """The findings of a record are the same in whatever order the rules are run."""
    shuffled = list(nt.RULES)
    random.shuffle(shuffled)  # type: ignore[attr-defined] # it is a random.Random
    record = nt.loads(nt.dumps(talks)) if is_read else talks
    found = nt.check(record, strict=True)
    with patch.object(checking, "RULES", tuple(shuffled)):
        again = nt.check(record, strict=True)
    assert again == found
    assert again.excused == found.excused
    assert {*again.skipped} == {*found.skipped}


@given(negotiations() | negotiations(broken=True))
def test_a_check_changes_nothing_and_repeats_itself(talks: nt.Negotiation) -> None:
    """The record is as it was, and checked again it gives the same."""
    before = copy.deepcopy(talks)
    found = nt.check(talks, strict=True)
    again = nt.check(talks, strict=True)
    assert talks == before
    assert (again, again.skipped, again.excused) == (found, found.skipped, found.excused)


# Rules of one's own


def unnamed_place(case: nt.Case) -> Found:
    """Find rounds that do not say where they were held.

    Why it matters:
        Nobody can look it up.
    """
    for index, round_ in enumerate(case.talks.rounds):
        if not round_.place:
            yield nt.Problem(
                f"nothing says where `{round_.id}` was held", nt.AtValue(("rounds", index, "id"))
            )


def test_a_rule_of_ones_own_is_run_beside_the_others() -> None:
    """A rule that is given finds what it finds, under its code and the name of its function."""
    found = nt.check(TALKS, rules=[rule(unnamed_place, severity="warning")])
    assert codes(found) == ["XY101", "NT202", "NT504"]
    assert str(found[0]) == "warning[XY101] at rounds.0.id: nothing says where `march` was held"
    assert found[0].name == "unnamed-place"


@pytest.mark.parametrize("word", ["XY101", "xy1", "XY", "unnamed-place"])
def test_a_rule_of_ones_own_is_selected_and_ignored_like_others(word: str) -> None:
    """Code, start of a code and name go for rules of one's own, in the arguments and in the dossier."""
    own = [rule(unnamed_place)]
    assert codes(nt.check(TALKS, rules=own, select=[word])) == ["XY101"]
    assert codes(nt.check(TALKS, rules=own, ignore=[word])) == ALWAYS
    talks = evolve(TALKS, check=nt.CheckSettings(ignore=[word]))
    assert codes(nt.check(talks, rules=own)) == ALWAYS


def test_a_strict_rule_of_ones_own_waits_to_be_asked() -> None:
    """The tier applies to rules of one's own."""
    own = [nt.Rule("XY101", unnamed_place, Severity.INFO, nt.RuleTier.STRICT)]
    assert codes(nt.check(TALKS, rules=own)) == ALWAYS
    assert "XY101" in codes(nt.check(TALKS, rules=own, strict=True))


@pytest.mark.parametrize("code", ["NT504", "NT901", "NT001", "XY101"])
def test_two_rules_of_one_code_are_an_error(code: str) -> None:
    """A code names one rule: neither one of negotrack's nor one of one's own can have it again."""
    own = [rule(unnamed_place, "XY101"), rule(finding_at(), code)]
    with pytest.raises(
        nt.DuplicateId, match=f"^two rules have the id `{code}`; give each its own$"
    ) as caught:
        nt.check(TALKS, rules=own)
    assert (caught.value.what, caught.value.id) == ("rule", code)


def test_the_same_finding_given_twice_is_one() -> None:
    """A rule that comes by a problem twice has found one."""
    assert len(nt.check(TALKS, rules=[rule(finding_at(_HERE, _HERE))], select=["XY"])) == 1


def test_a_problem_can_be_worse_than_the_rule_says() -> None:
    """The severity of the problem, if it has one, goes before that of the rule."""
    own = [rule(finding_at(_HERE), "XY1"), rule(finding_at(_HERE, severity="error"), "XY2")]
    found = nt.check(TALKS, rules=own, select=["XY"])
    assert [one.severity for one in found] == [Severity.INFO, Severity.ERROR]


def test_a_finding_has_all_that_the_problem_has() -> None:
    """Hint, related places and what it has to do with go into the finding, lists as tuples."""
    related = [nt.Related(_THERE, "the other")]
    own = rule(finding_at(_HERE, hint="h", related=related, parties=["a"], demands=["b"], rounds=["c"]))
    (found,) = nt.check(TALKS, rules=[own], select=["XY"])
    assert (found.hint, found.related) == ("h", (nt.Related(_THERE, "the other"),))
    assert (found.parties, found.demands, found.rounds) == (("a",), ("b",), ("c",))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("parties", "a"),
        ("demands", "a"),
        ("rounds", "a"),
        ("related", "a"),
        ("related", [_HERE]),
        ("severity", "bad"),
    ],
)
def test_a_problem_takes_what_it_says(field: str, value: object) -> None:
    """A text in the place of several, or a word outside its list, is refused when the problem is made."""
    with pytest.raises((TypeError, ValueError), match=r"give|takes error, warning or info"):
        nt.Problem("m", _HERE, **{field: value})  # type: ignore[arg-type] # that is the point


@pytest.mark.parametrize("code", ["", "XY", "101", "xy101", "XY-101", "XY101 ", "\x1b1"])
def test_a_code_is_letters_and_digits(code: str) -> None:
    """What is no code is refused."""
    with pytest.raises(nt.BadField, match="`code` is capital letters and digits, such as XY101, not "):
        rule(unnamed_place, code)


def test_words_of_a_rule_are_in_their_lists() -> None:
    """A severity or a tier that there is not is refused, with the nearest; a word that there is is taken."""
    made = nt.Rule("XY1", unnamed_place, "warning", "strict")
    assert (made.severity, made.tier) == (Severity.WARNING, nt.RuleTier.STRICT)
    with pytest.raises(ValueError, match="did you mean `error`"):
        rule(unnamed_place, severity="eror")
    with pytest.raises(ValueError, match="`tier` takes always or strict, not 'often'"):
        nt.Rule("XY1", unnamed_place, Severity.INFO, "often")
    with pytest.raises(TypeError, match="give a list of texts"):
        nt.Rule("XY1", unnamed_place, Severity.INFO, silences="NT201")


def test_a_rule_tells_what_its_docstring_says() -> None:
    """Headings that the docstring does not have are empty; without one all are."""

    def untold(case: nt.Case) -> Found:
        return iter(())

    assert rule(unnamed_place).help == Help(
        "Find rounds that do not say where they were held.", "Nobody can look it up.", "", "", "", ""
    )
    assert rule(untold).help == Help("", "", "", "", "", "")


# Rules that break


def _raising(error: BaseException) -> Callable[[nt.Case], Found]:
    def broken(case: nt.Case) -> Found:
        """Find nothing, and break."""
        yield nt.Problem("m", _HERE)
        raise error

    return broken


@pytest.mark.parametrize(
    "error", [KeyError("place"), ValueError("a\x1b[1m"), RecursionError(), SystemExit(3)], ids=repr
)
def test_a_rule_that_raises_is_named(error: BaseException) -> None:
    """The exception says which rule broke, what it raised, and in which file and line; it keeps the cause."""
    broken = _raising(error)
    lines, start = inspect.getsourcelines(broken)
    with pytest.raises(nt.RuleFailed, match="the rule XY101") as caught:
        nt.check(TALKS, rules=[rule(broken)])
    failed = caught.value
    where = f"in test_checking.py, line {start + len(lines) - 1}"
    assert (failed.code, failed.name) == ("XY101", "broken")
    assert failed.reason == f"{type(error).__name__}: {error}, {where}"
    assert failed.__cause__ is error
    assert "\x1b" not in str(failed)


def _anything_else(case: nt.Case) -> Iterator[object]:
    """Find what is no problem."""
    yield "a title"


@pytest.mark.parametrize(
    ("function", "reason"),
    [
        (_anything_else, "TypeError: a rule gives a Problem or a Skip, not 'a title'"),
        (lambda _: None, "TypeError: 'NoneType' object is not iterable"),
        (lambda: None, "TypeError: "),
        (
            lambda _: [nt.Problem("m", cast("Place", ("title",)))],
            "AttributeError: 'tuple' object has no attribute 'path'",
        ),
        (
            lambda _: [nt.Problem("m", nt.AtValue(("rounds", 9, "id")))],
            "LookupError: it points to rounds.9.id, which the record does not have",
        ),
        (
            lambda _: [nt.Problem("m", nt.AtValue(("rounds", 0, "statements", 9, "says")))],
            "LookupError: it points to rounds.0.statements.9.says, which the record does not have",
        ),
        (
            lambda _: [nt.Problem("m", nt.AtValue(cast("tuple[str]", ["title"])))],
            "TypeError: unhashable type: 'list'",
        ),
    ],
)
def test_a_rule_that_gives_something_else_is_named(function: Callable[[nt.Case], Found], reason: str) -> None:
    """What a rule may not give, or where it may not point, is told as an exception of the rule."""
    with pytest.raises(nt.RuleFailed, match="the rule XY101") as caught:
        nt.check(TALKS, rules=[rule(function)])
    assert caught.value.reason.startswith(reason)


def test_an_interruption_is_no_failure_of_a_rule() -> None:
    """Ctrl-C while a rule runs is Ctrl-C."""
    with pytest.raises(KeyboardInterrupt):
        nt.check(TALKS, rules=[rule(_raising(KeyboardInterrupt()))])


def test_failures_of_rules_survive_pickling() -> None:
    """The exceptions cross from one process to another."""
    failed = nt.RuleFailed("XY101", "broken", "KeyError: 'place', in my_rules.py, line 7")
    missing = nt.NoRules("my_rules", "there is none")
    for error in (failed, missing):
        again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
        assert (type(again), str(again), again.args) == (type(error), str(error), error.args)


# Findings


def test_findings_are_a_tuple() -> None:
    """They equal a tuple of the same findings, are as long, hash and print like it, and are taken apart like it."""
    found = nt.check(excusing(nt.Excuse("NT504", "by letter")))
    plain = tuple(found)
    assert (found, hash(found), repr(found), len(found)) == (plain, hash(plain), repr(plain), 1)
    assert type(plain) is tuple
    (only,) = found
    assert (found[0], found[:1], only in found) == (only, plain, True)


def test_clean_is_false() -> None:
    """Without findings they are nothing, though something is excused: `if check(talks)` asks for findings."""
    found = nt.check(excusing(nt.Excuse("NT504", "by letter"), nt.Excuse("NT202", "off the record")))
    assert not found
    assert len(found.excused) == 2


@pytest.mark.parametrize("protocol", range(2, pickle.HIGHEST_PROTOCOL + 1))
def test_findings_survive_pickling(protocol: int) -> None:
    """With them what was skipped and what was excused crosses from one process to another."""
    talks = evolve(
        nt.loads(_CLAIMED.replace("BOSS", "emplyer")),
        check=nt.CheckSettings(ignore_at=[nt.Excuse("NT101", "fine")]),
    )
    found = nt.check(talks)
    assert found.skipped
    assert found.excused
    for again in (
        pickle.loads(pickle.dumps(found, protocol)),  # noqa: S301 - our own bytes
        copy.copy(found),
        copy.deepcopy(found),
    ):
        assert type(again) is nt.Findings
        assert (again, again.skipped, again.excused) == (found, found.skipped, found.excused)


def test_findings_can_be_made() -> None:
    """They are made of their parts, from any iterable, without any of them, too."""
    assert (nt.Findings(), nt.Findings().skipped, nt.Findings().excused) == ((), (), ())
    found = nt.check(TALKS)
    made = nt.Findings(iter(found), iter([nt.Skipped("NT301", "why")]), iter([nt.Excused(found[0], "so")]))
    assert (made, made.skipped[0].code, made.excused[0].reason) == (found, "NT301", "so")


_ABOUT = {
    ("title",): ((), (), ()),
    ("parties", "union", "name"): (("union",), (), ()),
    ("demands", "pay"): ((), ("pay",), ()),
    ("rounds", 0, "date"): ((), (), ("march",)),
    ("rounds", 0, "statements"): ((), (), ("march",)),
    ("rounds", 0, "statements", 2, "says"): (("employer",), ("pay",), ("march",)),
    ("rounds", 0, "claims", "pay", "outcome"): ((), ("pay",), ("march",)),
    ("rounds", 0, "claims", "pay", 0, "outcome"): ((), ("pay",), ("march",)),
    ("rounds",): ((), (), ()),
    ("sources", "minutes"): ((), (), ()),
    (): ((), (), ()),
}


@pytest.mark.parametrize(("path", "about"), list(_ABOUT.items()), ids=str)
def test_a_finding_has_to_do_with_what_its_place_is_in(
    path: tuple[str | int, ...], about: tuple[tuple[str, ...], ...]
) -> None:
    """Parties, demands and rounds are those of the place, unless the rule names others."""
    (found,) = nt.check(TALKS, rules=[rule(finding_at(nt.AtValue(path)))], select=["XY"])
    assert (found.parties, found.demands, found.rounds) == about


def test_all_holders_and_demands_of_a_statement_count() -> None:
    """A place in a statement has to do with each of its holders and demands; the rest is as it was given."""
    talks = nt.loads(_TALKS.replace("union proposes pay", "union, employer propose pay, hours"))
    place = nt.AtValue(("rounds", 0, "statements", 0, "says"))
    (found,) = nt.check(talks, rules=[rule(finding_at(place, demands=("x",)))], select=["XY"])
    assert (found.parties, found.demands, found.rounds) == (("union", "employer"), ("x",), ("march",))


@pytest.mark.parametrize(
    ("place", "shown"),
    [
        (nt.AtValue(("rounds", 0, "id")), "error[NT1] at rounds.0.id: no"),
        (nt.AtValue(()), "error[NT1]: no"),
        (nt.AtValue(("\x1b",)), r"error[NT1] at \u001b: no"),
    ],
)
def test_a_finding_prints_as_one_line(place: Place, shown: str) -> None:
    """Severity, code, path and message; nothing in them acts."""
    assert str(nt.Finding("NT1", "n", Severity.ERROR, "no", place)) == shown


_WORST_LAST = ["info", "warning", "error"]


@pytest.mark.parametrize(("one", "other"), list(product(_WORST_LAST, repeat=2)))
def test_severities_compare_by_how_bad_they_are(one: str, other: str) -> None:
    """Not by the alphabet: an error is more than a warning, and that more than an info, also as words."""
    left, right = _WORST_LAST.index(one), _WORST_LAST.index(other)
    by_badness = (left < right, left <= right, left > right, left >= right, left == right)
    pairs: list[tuple[str, str]] = [
        (Severity(one), Severity(other)),
        (Severity(one), other),
        (one, Severity(other)),
    ]
    for a, b in pairs:
        assert (a < b, a <= b, a > b, a >= b, a == b) == by_badness
    assert sorted(Severity) == _WORST_LAST
    assert max(Severity) is Severity.ERROR


@pytest.mark.parametrize("compare", [lt, le, gt, ge])
def test_severities_compare_with_severities_only(compare: Callable[[object, object], bool]) -> None:
    """A word that is no severity is refused, on either side."""
    for pair in ((Severity.ERROR, "eror"), ("eror", Severity.ERROR), (Severity.INFO, "")):
        with pytest.raises(ValueError, match="is not a valid Severity"):
            compare(*pair)


# Several files


def test_a_record_made_in_python_is_of_no_file() -> None:
    """What was found in it is of a text without a name."""
    file = of_text(evolve(TALKS), nt.check(TALKS))
    assert (file.origin.file, file.origin.text, file.is_readable) == ("<text>", "", True)


def _checked(*found: str, file: str = "a.toml") -> CheckedFile:
    """Give a file in which findings of these severities were found."""
    findings = [nt.Finding("XY1", "n", Severity(one), "m", nt.AtValue(())) for one in found]
    return of_text(nt.loads('title = "T"', file=file), nt.Findings(findings))


@pytest.mark.parametrize(
    ("found", "by_severity"),
    [
        ([], [0, 0, 0]),
        (["info"], [0, 0, 1]),
        (["info", "warning"], [0, 1, 1]),
        (["error", "info"], [1, 1, 1]),
    ],
)
def test_status_is_by_the_worst_finding(found: list[str], by_severity: list[int]) -> None:
    """Something as bad as said, or worse, in any of the files gives 1."""
    files = [_checked(), *map(_checked, found)]
    assert [status(files, one) for one in Severity] == by_severity


def test_a_file_that_is_no_dossier_gives_status_2() -> None:
    """That goes before everything that was found."""
    with pytest.raises(nt.Unreadable, match="NT003") as caught:
        nt.loads("title = 3")
    files = [_checked("error"), of_no_dossier(caught.value)]
    assert [status(files, one) for one in Severity] == [2, 2, 2]


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ([["error"]], "1 error in 1 file"),
        ([["error"] * 2, ["info"]], "2 errors and 1 info in 2 files"),
        ([["error"], ["warning"] * 2, ["info"] * 3], "1 error, 2 warnings and 3 infos in 3 files"),
    ],
)
def test_findings_are_counted(files: list[list[str]], said: str) -> None:
    """How many there are of each severity, and in how many files, is one line, if it is wanted."""
    found = [_checked(*severities) for severities in files]
    assert list(remarks(found, with_counts=True)) == [said]
    assert list(remarks(found, with_counts=False)) == []


def test_nothing_is_counted_where_there_is_nothing() -> None:
    """Without findings nothing is said; where something is excused, that is."""
    assert list(remarks([_checked()], with_counts=True)) == []
    excuse = nt.Excused(_checked("error").findings[0], "so")
    file = _checked()._replace(findings=nt.Findings((), (), [excuse]))
    assert list(remarks([file], with_counts=True)) == ["nothing in 1 file (1 excused)"]


def test_rules_that_could_not_tell_are_listed_by_file_and_reason() -> None:
    """Those that give one reason share a line; nothing in it acts."""
    skips = [nt.Skipped(code, why) for code, why in [("NT301", "dark"), ("NT108", "\x1b"), ("NT302", "dark")]]
    files = [_checked(file=name)._replace(findings=nt.Findings((), skips)) for name in ("a.toml", "b.toml")]
    assert list(remarks(files, with_counts=True)) == [
        "a.toml: not judged: NT301, NT302: dark",
        r"a.toml: not judged: NT108: \u001b",
        "b.toml: not judged: NT301, NT302: dark",
        r"b.toml: not judged: NT108: \u001b",
    ]


def test_a_rule_that_fails_within_the_library_is_placed_in_its_own_file() -> None:
    """Where a rule raises deep inside something else, the line of the rule is named."""

    def asks_for_nobody(case: nt.Case) -> Found:
        yield nt.Problem(str(case.talks.now["nobody", "nothing"]), nt.AtKey(("title",)))

    with pytest.raises(nt.RuleFailed, match=r"NoSuchParty.* in test_checking.py, line"):
        nt.check(nt.Negotiation("Talks"), rules=[nt.Rule("XY101", asks_for_nobody, "error")])


def test_a_rule_is_made_of_a_function_with_a_name() -> None:
    """What has no name cannot be called by one."""
    with pytest.raises(nt.BadField, match="is a function, after which the rule is named"):
        nt.Rule("XY101", cast("Callable[[nt.Case], Found]", partial(print)), "error")


def test_a_failure_outside_any_function_of_a_rule_is_placed_all_the_same() -> None:
    """A rule may be a class whose instances are iterated; then the last line that was run is named."""

    class Broken:
        def __init__(self, case: nt.Case) -> None:
            raise KeyError(case.talks.title)

    with pytest.raises(nt.RuleFailed, match=r"KeyError: 'Talks', in test_checking.py, line"):
        nt.check(
            nt.Negotiation("Talks"), rules=[nt.Rule("XY101", cast("Callable[..., Found]", Broken), "error")]
        )


def test_a_check_is_of_a_negotiation() -> None:
    """Whoever checks a state is told what a check is of."""
    with pytest.raises(TypeError, match=r"^a check is of a negotiation, not of <State as of"):
        nt.check(TALKS.now)  # type: ignore[arg-type]  # that is the point


def test_what_could_not_be_judged_is_no_empty_answer() -> None:
    """At the prompt a check that could not tell does not look like one that found nothing."""
    skipped = nt.Skipped("NT108", "nothing reads it")
    assert repr(nt.Findings()) == "()"
    assert repr(nt.Findings(skipped=[skipped])) == "<Findings (), 1 not judged>"
