"""The nine pages of the rail; each is imported and made the first time it is shown."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from kompasskive.desktop.context import with_own_theme
from kompasskive.desktop.pages.entry import PageEntry

if TYPE_CHECKING:
    from collections.abc import Callable

    from kompasskive.desktop.care import Care
    from kompasskive.desktop.context import Context
    from kompasskive.desktop.pages.page import Page
    from kompasskive.desktop.pages.start import StartPage


def page_entries(
    context: Context, start: StartPage, care: Callable[[], Care]
) -> tuple[PageEntry, ...]:
    """Their places, from the top of the rail."""
    return (
        PageEntry("start", "Start", "start", 1, lambda: start, False),
        PageEntry("people", "Medarbejdere", "people", 2, partial(_people, context, care)),
        PageEntry("preparation", "Forberedelse", "prepare", 3, partial(_preparation, context)),
        PageEntry("talk", "Samtale", "talk", 4, partial(_talk, context)),
        PageEntry("profile", "Profil", "profile", 5, partial(_profile, context)),
        PageEntry("plan", "Udviklingsplan", "plan", 6, partial(_plan, context)),
        PageEntry("history", "Historik", "history", 7, partial(_history, context, care)),
        PageEntry(
            "organisation", "Organisation", "organisation", 8, partial(_organisation, context)
        ),
        PageEntry("report", "Rapport", "report", 9, partial(_report, context)),
    )


def _people(context: Context, care: Callable[[], Care]) -> Page:
    from kompasskive.desktop.pages.people import PeoplePage

    return PeoplePage(with_own_theme(context), care().delete_person)


def _preparation(context: Context) -> Page:
    from kompasskive.desktop.pages.preparation import PreparationPage

    return PreparationPage(with_own_theme(context))


def _talk(context: Context) -> Page:
    from kompasskive.desktop.pages.talk import TalkPage

    return TalkPage(with_own_theme(context))


def _profile(context: Context) -> Page:
    from kompasskive.desktop.pages.profile import ProfilePage

    return ProfilePage(with_own_theme(context))


def _plan(context: Context) -> Page:
    from kompasskive.desktop.pages.plan import PlanPage

    return PlanPage(with_own_theme(context))


def _history(context: Context, care: Callable[[], Care]) -> Page:
    from kompasskive.desktop.pages.history import HistoryPage

    return HistoryPage(with_own_theme(context), care().delete_talk)


def _organisation(context: Context) -> Page:
    from kompasskive.desktop.pages.organisation import OrganisationPage

    return OrganisationPage(with_own_theme(context))


def _report(context: Context) -> Page:
    from kompasskive.desktop.pages.report import ReportPage

    return ReportPage(with_own_theme(context))
