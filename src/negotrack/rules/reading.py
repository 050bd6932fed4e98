"""What keeps a text from being read as a dossier? The loader calls these rules."""

from collections.abc import Iterable, Sequence

from negotrack.dates import BadDate
from negotrack.findings import Finding, Related, Severity
from negotrack.ids import BadId
from negotrack.locate.place import Path
from negotrack.nearest import slip_of
from negotrack.places import AtKey, AtValue, InText, Place
from negotrack.sentence import BadSentence, enumerated
from negotrack.visible import shortened


def unreadable(message: str, place: Place, *, hint: str = "", related: Iterable[Related] = ()) -> Finding:
    """Find a file that cannot be read as TOML or JSON at all.

    Why it matters:
        Nothing can be shown or checked until the file can be read. One missing quotation mark is enough
        to hide everything that follows it.

    Fails:
        title = "Wage talks

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

    How to fix:
        Go to the place that the message names and close the quotation mark or the bracket there:
        `title = "Wage talks"`. Save the file as UTF-8. Where the message speaks of a newer format,
        install a newer negotrack.

    Source:
        The TOML specification (toml.io) and RFC 8259 for JSON say which files can be read; both ask for
        UTF-8. No single negotiation shows the need: every record rests on it.
    """
    return _finding("NT001", "unreadable", message, place, hint=hint, related=related)


def unknown_key(path: Path, known: Iterable[str], elsewhere: Sequence[str] = (), stray: str = "") -> Finding:
    """Find a key that the format does not have.

    Why it matters:
        A misspelt key says nothing to the tool, however clear it is to a reader. Here one missing
        letter would lose the fact that the two seats exclude each other.

    Fails:
        title = "Seat of the secretariat"

        [parties]
        north = "North"
        south = "South"

        [demands.geneva]
        title = "Seat in Geneva"

        [demands.vienna]
        title = "Seat in Vienna"
        exclude = ["geneva"]  # NT002

    Passes:
        title = "Seat of the secretariat"

        [parties]
        north = "North"
        south = "South"

        [demands.geneva]
        title = "Seat in Geneva"

        [demands.vienna]
        title = "Seat in Vienna"
        excludes = ["geneva"]

    How to fix:
        Write the key as the format has it: `excludes = ["geneva"]`. Put what the format has no key for
        into a `note`, or into a comment that begins with `#`.

    Source:
        Data sets on negotiations fix the name and meaning of every field in a codebook; the PA-X Peace
        Agreements Database does so.
    """
    key, names = str(path[-1]), list(known)
    others = f"`{key}` belongs to {enumerated(elsewhere)}" if elsewhere else stray
    meant = _OTHER_KEYS.get(key)
    for_this = f"the key for this is `{meant}`" if meant in names else ""
    all_known = "; ".join(filter(None, (others, f"known here: {', '.join(names)}")))
    hint = slip_of(key, names) or for_this or all_known
    return _finding("NT002", "unknown-key", f"unknown key `{shortened(key)}`", AtKey(path), hint=hint)


_OTHER_KEYS = {"excuse": "ignore_at", "excuses": "ignore_at"}
"""Keys that people write, and those that mean the same."""


def wrong_type(path: Path, message: str, hint: str = "") -> Finding:
    """Find a value of another kind than its key takes, or a word that is not on its list.

    Why it matters:
        "Settled", "accepted" and "done" say different things to different readers. A short list of
        words, each with one meaning, lets records be compared.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union and employer accept pay"]
        claims = { pay = "settled" }  # NT003

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union and employer accept pay"]
        claims = { pay = "agreed" }

    How to fix:
        Use a word from the list that the message gives: `claims = { pay = "agreed" }`. Put names and
        sentences in quotation marks, and leave `true`, `false` and numbers without them.

    Source:
        The UK-EU draft of 19 March 2018 marked its text in three ways and gave each a fixed meaning:
        green (agreed at negotiators' level), yellow (policy objective agreed) and white (text proposed
        by the Union).
    """
    return _finding("NT003", "wrong-type", message, AtValue(path), hint=hint)


def bad_id(place: Place, error: BadId, meant: str = "") -> Finding:
    """Find an id that breaks the rules for ids, or that is a word of the sentence form.

    Why it matters:
        Ids are the short names that statements use. With one plain form for all of them, a sentence can
        be read in one way only, and a place or a group that is spelt in many ways has one id.

    Fails:
        title = "Truce talks"

        [parties]
        north = "North"
        south = "South"

        [demands]
        cease_fire = "Cease-fire"  # NT004
        maps = "Exchange of maps"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["north proposes maps"]

    Passes:
        title = "Truce talks"

        [parties]
        north = "North"
        south = "South"

        [demands]
        cease-fire = "Cease-fire"
        maps = "Exchange of maps"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["north proposes maps"]

    How to fix:
        Begin with a lower-case letter and use lower-case letters, digits and hyphens:
        `cease-fire = "Cease-fire"`. Choose another word than those of the sentence form, such as
        `accepts`, `and`, `if` or `on`. Keep the full name as the title, and other names of a party
        under `aliases`.

    Source:
        Reports on the Sochi talks of 31 October 2022 and the process around them write Nakhichevan,
        Nakhchivan or Nakhijevan for one place. One plain id holds such a record together.
    """
    if meant in {"", error.suggestion}:
        return _finding("NT004", "bad-id", str(error), place)
    name = shortened(error.text)
    return _finding(
        "NT004", "bad-id", f"`{name}` is a name, and no id", place, hint=f"write its id: `{meant}`"
    )


def bad_sentence(path: Path, error: BadSentence) -> Finding:
    """Find a statement that does not follow the sentence form.

    Why it matters:
        "Agrees to", "welcomes" and "could live with" leave open what a party has committed itself to.
        The sentence form makes the author of the record choose one stance that everybody reads alike.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "union proposes pay",
          "employer agrees to pay",  # NT005
        ]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = [
          "union proposes pay",
          "employer accepts pay",
        ]

    How to fix:
        Write who, what stance and which demand: `"employer accepts pay"`. The stances are proposes,
        amends, accepts, rejects, reserves, abstains, defers and withdraws. Keep the words of the source
        as `quote`.

    Source:
        Of work on the border the article by IRIA on the Sochi talks of 2022 says that Armenia's Prime
        Minister "declared his readiness to commence the work". Here that is read as `accepts`, and the
        words are the quote.
    """
    place = InText(path, error.column - 1, error.length)
    return _finding("NT005", "bad-sentence", error.message, place, hint=error.hint)


def bad_date(path: Path, error: BadDate) -> Finding:
    """Find a date that is none, such as 3/4/2024, or a span that ends before it begins.

    Why it matters:
        3/4/2024 is 3 April to some readers and 4 March to others. Rounds, statements and sources are
        compared by date, so a date must name one day, month, year or span.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = "3/4/2024"  # NT006
        statements = ["union proposes pay"]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-04-03
        statements = ["union proposes pay"]

    How to fix:
        Write year, month and day: `date = 2024-04-03`. Where less is known, write `"2024-04"`,
        `"2024"`, a span such as `"2024-04-03/2024-04-05"`, or `"2024-04~"` for about then.

    Source:
        ISO 8601 fixes the order of year, month and day, and its second part the signs for about and
        uncertain. One outlet dates the Brussels meeting of 6 April 2022 to 7 April: a span can hold
        both.
    """
    message = f"`{shortened(error.text)}` {error.reason}"
    return _finding("NT006", "bad-date", message, AtValue(path), hint=error.hint)


def missing_key(path: Path, key: str) -> Finding:
    """Find a required key that is missing, such as the date of a round.

    Why it matters:
        A record is read in order of time, and people find their way by names. A round without a date,
        or a demand without a title, leaves a gap that no view can fill.

    Fails:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]  # NT007
        id = "spring"
        statements = ["union proposes pay"]

    Passes:
        title = "Wage talks"

        [parties]
        union = "Union"
        employer = "Employer"

        [demands]
        pay = "Pay rise"

        [[rounds]]
        id = "spring"
        date = 2024-03-01
        statements = ["union proposes pay"]

    How to fix:
        Add the key that the message names: `date = 2024-03-01`. Where the day is not known, give what
        is known: `date = "2024"`.

    Source:
        The PA-X Peace Agreements Database lists each agreement under its title and date, as the one
        made at Sochi under 31 October 2022 (agreement 2454).
    """
    return _finding(
        "NT007", "missing-key", f"`{key}` is missing", AtValue(path), hint=f"add the key `{key}` here"
    )


def duplicate_id(path: Path, first: Path, id_: str) -> Finding:
    """Find two rounds that have the same id.

    Why it matters:
        A round is named by its id, in views, in comparisons and where a party joins or leaves. With two
        rounds of one id, nobody can tell which of them is meant.

    Fails:
        title = "Border talks"

        [parties]
        north = "North"
        south = "South"

        [[rounds]]
        id = "geneva"
        date = 2023-11-26

        [[rounds]]
        id = "geneva"  # NT008
        date = 2024-10-31

    Passes:
        title = "Border talks"

        [parties]
        north = "North"
        south = "South"

        [[rounds]]
        id = "geneva"
        date = 2023-11-26

        [[rounds]]
        id = "geneva-2"
        date = 2024-10-31

    How to fix:
        Give the later round an id of its own: `id = "geneva-2"`. A year makes a good ending too:
        `id = "geneva-2024"`.

    Source:
        The leaders of Armenia, Azerbaijan and Russia met at Sochi on 26 November 2021 and again on 31
        October 2022. An id that names only the place would stand for both.
    """
    related = [Related(AtValue(first), "the first of them")]
    return _finding(
        "NT008", "duplicate-id", f"a second round has the id `{id_}`", AtValue(path), related=related
    )


def _finding(
    code: str, name: str, message: str, place: Place, *, hint: str = "", related: Iterable[Related] = ()
) -> Finding:
    return Finding(code, name, Severity.ERROR, message, place, hint, tuple(related))
