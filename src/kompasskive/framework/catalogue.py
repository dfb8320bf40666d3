"""The frameworks that come with the program."""

from functools import cache

from kompasskive.assets import framework_path
from kompasskive.framework.model import Framework
from kompasskive.framework.reading import load_framework


@cache
def bundled() -> Framework:
    """The framework new talks are held with, read once."""
    return load_framework(framework_path())
