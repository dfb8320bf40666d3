"""A whole talk played through the real window with nothing but keys and mouse."""

from kompasskive.desktop.walkthrough.play import play

__all__ = ["play"]
