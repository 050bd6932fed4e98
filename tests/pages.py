"""What stands in the fenced blocks of a page, and what do its commands print?"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]


class Block(NamedTuple):
    """A fenced block of a page."""

    file: str
    """What it is to be saved as, named at the end of the line above it: "Save this as `pay.toml`:"; else empty."""
    kind: str
    text: str


_BLOCK = re.compile(r"(?:`([\w.-]+\.\w+)`:\n\n)?^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def blocks(page: str) -> list[Block]:
    """Give the fenced blocks of a page."""
    text = (ROOT / page).read_text(encoding="utf-8")
    return [Block(*found.groups("")) for found in _BLOCK.finditer(text)]


def save_files(page: str, folder: Path) -> None:
    """Save what a page says is to be saved."""
    for block in blocks(page):
        if block.file:
            (folder / block.file).write_text(block.text, encoding="utf-8")


def consoles(page: str) -> str:
    """Give what a page shows of a console, from its first command to its last."""
    return "".join(block.text for block in blocks(page) if block.kind == "console")


_STATUS = "echo $?"


def commands(page: str) -> list[str]:
    """Give the commands of a page."""
    lines = re.findall(r"^\$ (.*)$", consoles(page), re.MULTILINE)
    return [line for line in lines if line != _STATUS]


def session(page: str, folder: Path) -> str:
    """Run the commands of a page in a folder, and give what a console shows of that.

    A status other than 0 is asked for after its command: the page has to show it.
    """
    return "".join(shown for command in commands(page) for shown in _shown(command, folder))


def _shown(command: str, folder: Path) -> Iterator[str]:
    program, *arguments = shlex.split(command)
    assert program in {"negotrack", "pytest"}
    done = subprocess.run(
        [sys.executable, "-m", program, *arguments], cwd=folder, capture_output=True, check=False
    )
    yield f"$ {command}\n{done.stdout.decode()}{done.stderr.decode()}"
    if done.returncode:
        yield f"$ {_STATUS}\n{done.returncode}\n"
