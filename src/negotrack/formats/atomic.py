"""How is a file written whole or not at all?"""

import errno
import os
import stat
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    r"""Write a text file so that a reader finds the old file or the new one, never a part of one.

    It writes a temporary file beside it, in UTF-8 with `\\n` at line ends, and renames that. A link is followed; an
    existing file keeps its permissions.

    Raises:
        OSError: it cannot be written. The old file is as it was.
    """
    target = Path(os.path.realpath(path))
    if not target.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
    if target.is_symlink() or (target.exists() and not (target.is_file() or target.is_dir())):
        raise OSError(errno.EINVAL, "it is no regular file", str(path))
    mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    temporary = target.with_name(f".negotrack-{os.urandom(8).hex()}")
    try:
        with open(temporary, "x", encoding="utf-8", newline="\n", opener=_private) as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(mode)
        temporary.replace(target)
    except BaseException:  # Ctrl-C as well, from before the file is there
        temporary.unlink(missing_ok=True)
        raise


def _private(path: str, flags: int) -> int:
    """Open a file so that nobody else reads it before it is whole."""
    return os.open(path, flags, 0o600)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
