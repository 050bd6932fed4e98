"""How is the search for circles of objects kept away from work that makes many, none of them in circles?"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def paused() -> Iterator[None]:
    """Pause the search while work goes on: it would look through all that is there, again and again, for nothing."""
    was_searching = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_searching:
            gc.enable()


def grow_old() -> None:
    """Count all that is there as old, so that a search does not begin with it; not where somebody froze objects.

    It is for what was made once and stays. Done again and again, it would keep garbage from ever being found.
    """
    if not gc.get_freeze_count():
        gc.freeze()
        gc.unfreeze()
