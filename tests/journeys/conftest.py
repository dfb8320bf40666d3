"""The window under test, as the page tests have it."""

from tests.desktop.conftest import another, desk, rubbish, settings

__all__ = ["another", "desk", "rubbish", "settings"]
