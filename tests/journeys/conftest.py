"""The window under test, as the page tests have it."""

from tests.desktop.conftest import desk, settings

__all__ = ["desk", "settings"]
