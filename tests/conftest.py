"""What holds for every test: laws are tried as long as they need, on however busy a machine."""

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from kompasskive.desktop.application import Application

settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")


@pytest.fixture(scope="session")
def qapp_cls() -> "type[Application]":
    """Windows are tested in the program's own application."""
    from kompasskive.desktop.application import Application

    return Application


def pytest_addoption(parser: pytest.Parser) -> None:
    """How long the random runs of `-m faults` are."""
    words = "times as many kills, cuts and spoiled files as in CI"
    parser.addoption("--fault-runs", type=int, default=1, metavar="N", help=words)
