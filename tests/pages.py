"""What stands in the fenced blocks of a page, and what do its commands print?"""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Block(NamedTuple):
    """A fenced block of a page."""

    at_end: str
    """Whether it is to be added to the file, as in "Add this at the end of `pay.toml`:"; else empty."""
    file: str
    """What it is to be saved as, or put into, named at the end of the line above it: "Save this as `pay.toml`:"; else
    empty."""
    kind: str
    text: str


_BLOCK = re.compile(
    r"(?:(end of )?`([\w./-]*\.\w+)`:\n\n)?^```(\w*|\{\w+\})[^\n]*\n(.*?)^```$", re.MULTILINE | re.DOTALL
)


def blocks(page: str) -> list[Block]:
    """Give the fenced blocks of a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [Block(*found.groups("")) for found in _BLOCK.finditer(text)]


def save_files(page: str, folder: Path) -> None:
    """Save what a page says is to be saved."""
    for block in blocks(page):
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")


def follow(page: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Do in a folder what a page says, in its order: save files, run commands.

    A function that is to be put into a file that is there already takes the place of the one of its name. What comes
    of it is, for each console of the page, what the page shows and what is printed.
    """
    for block in blocks(page):
        if block.file:
            _put(folder / block.file, block.text)
        elif block.kind == "sh":
            for line in block.text.splitlines():
                _run(line, folder).check_returncode()
        elif block.kind == "console":
            printed = [shown for line in _commands(block.text) for shown in _shown(line, folder)]
            yield block.text, "".join(printed)


def walked(page: str, folder: Path) -> str:
    """Do in a folder what a page says, in its order, and give the page with what its commands print now."""

    def step(found: re.Match[str]) -> str:
        block = Block(*found.groups(""))
        assert not block.file or block.kind != "console", f"{page} saves a console as {block.file}"
        if block.at_end:
            _put(folder / block.file, (folder / block.file).read_text(encoding="utf-8") + block.text)
        elif block.file:
            _put(folder / block.file, block.text)
        if block.kind != "console":
            return found[0]
        printed = "".join(shown for line in _commands(block.text) for shown in _shown(line, folder))
        return f"```console\n{printed}```"

    return _BLOCK.sub(step, (ROOT / page).read_text(encoding="utf-8"))


def _put(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    function = re.match(r"def \w+\(", text)
    if function and file.exists():
        whole = file.read_text(encoding="utf-8")
        start = whole.index(function[0])
        after = re.compile(r"^[^\s)]", re.MULTILINE).search(whole, start + 1)
        text = whole[:start] + text + "\n\n" + (whole[after.start() :] if after else "")
    file.write_text(text, encoding="utf-8")


def is_shown(shown: str, printed: str) -> bool:
    """Tell whether a page shows what is printed, but for how long it took, and for spaces at the ends of lines.

    Dots on a line of their own stand for lines that the page leaves out.
    """
    parts = [re.escape(part) for part in _settled(shown).split("\n...\n")]
    return re.fullmatch("\n(?s:.*\n)?".join(parts), _settled(printed)) is not None


def _settled(text: str) -> str:
    untimed = re.sub(r" in [0-9.]+s( \([0-9:]+\))?", "", text)
    return re.sub(r" +$", "", untimed, flags=re.MULTILINE)


def consoles(page: str) -> str:
    """Give what a page shows of a console, from its first command to its last."""
    return "".join(block.text for block in blocks(page) if block.kind == "console")


_STATUS = "echo $?"


def commands(page: str) -> list[str]:
    """Give the commands of a page."""
    return _commands(consoles(page))


def _commands(console: str) -> list[str]:
    lines = re.findall(r"^\$ (.*)$", console, re.MULTILINE)
    return [line for line in lines if line != _STATUS]


def session(page: str, folder: Path) -> str:
    """Run the commands of a page in a folder, and give what a console shows of that.

    A status other than 0 is asked for after its command: the page has to show it.
    """
    return "".join(shown for command in commands(page) for shown in _shown(command, folder))


def rewrite(page: str, folder: Path) -> None:
    """Put under each command of a page what it prints in a folder."""
    file = ROOT / page
    text = file.read_text(encoding="utf-8")
    for block in blocks(page):
        if block.kind == "console":
            printed = "".join(shown for line in _commands(block.text) for shown in _shown(line, folder))
            text = text.replace(f"```console\n{block.text}```", f"```console\n{printed}```")
    file.write_text(text, encoding="utf-8")


def _shown(command: str, folder: Path) -> Iterator[str]:
    done = _run(command, folder)
    yield f"$ {command}\n{done.stdout.decode()}{done.stderr.decode()}"
    if done.returncode:
        yield f"$ {_STATUS}\n{done.returncode}\n"


_NOBODY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    **{f"GIT_{who}_{what}": "nobody" for who in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")},
}


def _run(command: str, folder: Path) -> "subprocess.CompletedProcess[bytes]":
    program = command.split(maxsplit=1)[0]
    assert program in {"negotrack", "pytest", "pip", "git", "sh", "tombi"}
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    return subprocess.run(
        ["/bin/sh", "-c", command],
        cwd=folder,
        env={**os.environ, **_NOBODY, "NO_COLOR": "1", "PATH": path},
        capture_output=True,
        check=False,
    )
