"""How is the command run at a terminal in a test?"""

from __future__ import annotations

import errno
import os
import pty
import struct
import subprocess
import sys
from collections.abc import Mapping
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from threading import Thread
from types import MappingProxyType

from command import ROOT, Done

START = "import sys\nfrom negotrack.__main__ import main\nsys.exit(main())"
"""The code by which the command starts."""


def at_terminal(
    *arguments: str,
    columns: int = 80,
    cwd: Path = ROOT,
    prepared: str = "",
    environment: Mapping[str, str] = MappingProxyType({}),
) -> Done:
    """Run the command with standard output and standard error on two terminals of their own.

    Args:
        arguments: what the command is given.
        columns: how wide both terminals are.
        cwd: the folder that it runs in.
        prepared: code that is run before it, in its process.
        environment: variables that are set besides.
    """
    (out, out_end), (err, err_end) = pty.openpty(), pty.openpty()
    for end in (out_end, err_end):
        ioctl(end, TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    inherited = {key: value for key, value in os.environ.items() if key not in {"COLUMNS", "NO_COLOR"}}
    process = subprocess.Popen(
        [sys.executable, "-c", f"{prepared}\n{START}", *arguments],
        stdin=subprocess.DEVNULL,
        stdout=out_end,
        stderr=err_end,
        cwd=cwd,
        env={**inherited, "TERM": "xterm", **environment},
    )
    os.close(out_end)
    os.close(err_end)
    told: dict[int, bytes] = {}
    readers = [Thread(target=lambda end=end: told.update({end: _all_of(end)})) for end in (out, err)]
    for reader in readers:
        reader.start()
    status = process.wait()
    for reader in readers:
        reader.join()
    return Done(status, told[out].decode(), told[err].decode())


def _all_of(end: int) -> bytes:
    """Read all that is printed on a terminal, with line ends as they were printed."""
    found = b""
    try:
        while part := os.read(end, 10_000):
            found += part
    except OSError as error:
        assert error.errno == errno.EIO  # noqa: PT017 - so ends a terminal whose other end is closed
    os.close(end)
    return found.replace(b"\r\n", b"\n")
