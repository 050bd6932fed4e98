"""Which are the lowest versions that are allowed? Each of what negotrack needs, as constraints for pip."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

from packaging.requirements import Requirement


def lowest(requirement: Requirement) -> Iterator[str]:
    """Give the lowest version that a requirement allows; nothing where it names none."""
    for bound in requirement.specifier:
        if bound.operator == ">=":
            yield f"{requirement.name}=={bound.version}"


project = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
needed = [*project["dependencies"], *project["optional-dependencies"]["hypothesis"]]
for one in needed:
    print(*lowest(Requirement(one)), sep="\n")
