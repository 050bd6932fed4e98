"""On which machine, and with which versions, was something measured?"""

import os
import platform
import re
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

import psutil

PACKAGES = (
    "negotrack",
    "attrs",
    "cattrs",
    "deepdiff",
    "duckdb",
    "numpy",
    "orjson",
    "pandas",
    "polars",
    "pydantic",
    "rich",
    "tomli",
)


def described() -> str:
    """Tell the day, the machine and the versions in a sentence each; no name of a host, and no path."""
    day = datetime.now(UTC).date().isoformat()
    memory = psutil.virtual_memory().total / 2**30
    versions = ", ".join(f"{package} {version(package)}" for package in PACKAGES)
    return (
        f"Measured on {day}, on {processor()} with {os.cpu_count()} cores and {memory:.0f} GiB of memory.\n"
        f"Python {platform.python_version()}, {versions}.\n"
    )


def processor() -> str:
    """Give the model of the processor, as far as the system tells."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8") if told.exists() else ""
    found = re.search(r"^model name\s*:\s*(.+)$", lines, re.MULTILINE)
    return found[1] if found else platform.processor() or "a processor of no name"
