"""What does a record look like under other names?"""

from typing import Any

from attrs import evolve, fields, has


def new_name(id_: str) -> str:
    """Give another id for each id, so that sorting the new ones turns the order of the old ones round."""
    return f"x{id_.translate(_MIRROR)}"


_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_MIRROR = str.maketrans(_LETTERS + "0123456789", _LETTERS[::-1] + "9876543210")


def renamed(value: Any, type_: Any = None) -> Any:
    """Give a record with every id in it renamed."""
    if isinstance(value, tuple):
        return tuple(renamed(one, type_) for one in value)
    if has(type(value)):
        return evolve(
            value,
            **{
                field.name: renamed(getattr(value, field.name), field.type)
                for field in fields(type(value))
                if field.init
            },
        )
    is_id = isinstance(value, str) and "an id" in str(type_)
    return new_name(value) if is_id else value
