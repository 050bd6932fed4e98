"""What all tests share: Hypothesis profiles, and golden outputs."""

import os
from collections.abc import Iterator

import pytest
from coverage import Coverage
from hypothesis import HealthCheck, settings

import golden

_SLOW_IS_FINE = [HealthCheck.too_slow]

settings.register_profile("dev", max_examples=25, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile(
    "ci", max_examples=30, deadline=None, derandomize=True, suppress_health_check=_SLOW_IS_FINE
)
settings.register_profile("deep", max_examples=1000, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add our option to those of pytest."""
    golden.add_option(parser)


@pytest.fixture
def goldens(request: pytest.FixtureRequest) -> golden.Golden:
    """Give what compares golden outputs."""
    return golden.Golden(rewrites=request.config.getoption("--rewrite-golden"))


@pytest.fixture
def uncounted() -> Iterator[None]:
    """Let coverage not count the lines that a test reaches: many times, and others reach them, too."""
    counting = Coverage.current()
    if counting:
        counting.stop()
    yield
    if counting:
        counting.start()
