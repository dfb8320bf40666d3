"""Kompasskive: an offline conversation tool for competence talks in Danish job centres."""

__version__ = "0.1.0"
