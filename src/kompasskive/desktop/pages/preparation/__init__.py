"""Forberedelse: who, when and how long, where to go deep, and two blind starting points."""

from kompasskive.desktop.pages.preparation.page import PreparationPage

__all__ = ["PreparationPage"]
