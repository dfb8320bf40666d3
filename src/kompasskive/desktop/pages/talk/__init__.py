"""Samtale, the page where the two talk a field through; its parts have a module each."""

from kompasskive.desktop.pages.talk.page import TalkPage

__all__ = ["TalkPage"]
