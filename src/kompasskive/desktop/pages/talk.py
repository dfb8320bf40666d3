"""Where the Samtale page will be; `OpenTalk` lives in `open_talk`."""

from kompasskive.desktop.pages.open_talk import OpenTalk

__all__ = ["OpenTalk"]
