"""The page on which every rule stands with a broken file and what is printed of it: `docs/rules.md`."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import negotrack as nt
from command import ROOT, call
from negotrack.rules.catalogue import FAMILIES
from negotrack.rules.rule import BuiltIn, Rule, RuleTier

PAGE = ROOT / "docs" / "rules.md"
_INTRODUCTION = """\
# The rules

`negotrack check` finds what cannot be right in a dossier, or may mislead. Each rule has a code and a name, which are
[promised](python.md#what-is-promised). An **error** says that the record cannot be right; a **warning**, that it may
well be wrong or mislead a reader; an **info** is worth knowing and may be as it should be. *Strict* rules apply with
`--strict` or where they are asked for. Under each rule stands a file that breaks it, and what `negotrack check` prints
of that file; of a strict rule, with `--select` and its code.

This page is made of what the rules say of themselves, as `negotrack explain` shows it; the files are run as tests. How
to use the command stands in [commands](commands.md), and how to write rules of your own in [own rules](own-rules.md).
"""


def page() -> str:
    """Give the page."""
    return "\n".join([_INTRODUCTION, *_table(), *_families()])


def _table() -> Iterator[str]:
    yield "| code | name | severity | finds |"
    yield "|---|---|---|---|"
    for rule in nt.RULES:
        link = f"[{rule.code}](#{rule.code.lower()}-{rule.name})"
        yield f"| {link} | {rule.name} | {_severity(rule)} | {rule.help.summary} |"
    yield ""


def _families() -> Iterator[str]:
    for prefix, title in FAMILIES.items():
        yield f"## {title}\n"
        for rule in nt.RULES:
            if rule.code.startswith(prefix):
                yield from _section(rule)


def _section(rule: BuiltIn | Rule) -> Iterator[str]:
    told = rule.help
    yield f"### {rule.code} {rule.name}\n"
    yield f"{_severity(rule).capitalize()}. {told.summary}\n"
    yield f"**Why it matters.** {_flowing(told.why)}\n"
    yield f"```toml\n{told.fails}\n```\n"
    yield f"```text\n{printed(rule)}```\n"
    yield f"**Put right:**\n\n```toml\n{told.passes}\n```\n"
    yield f"**How to fix.** {_flowing(told.fix)}\n"
    yield f"**Source.** {_flowing(told.source)}\n"


def printed(rule: BuiltIn | Rule) -> str:
    """Give what the command prints of the file that breaks a rule."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, f"{rule.code}.toml")
        file.write_text(rule.help.fails + "\n", encoding="utf-8")
        for name, text in texts(rule.help.fails).items():
            Path(folder, name).write_text(text, encoding="utf-8")
        select = ["--select", rule.code] if rule.tier is RuleTier.STRICT else []
        done = call("check", str(file), "--width", "80", *select)
        return done.out.replace(f"{file}", file.name)


def texts(dossier: str) -> Mapping[str, str]:
    """Give the files that the first lines of a dossier tell of: `# minutes.txt: what it holds`."""
    return dict(re.findall(r"^# ([a-z]+\.txt): (.*)$", dossier, re.MULTILINE))


def _severity(rule: BuiltIn | Rule) -> str:
    return f"{rule.severity}, strict" if rule.tier is RuleTier.STRICT else rule.severity.value


def _flowing(text: str) -> str:
    return " ".join(text.split())
