"""Profil, Udviklingsplan and Rapport by keyboard and screen reader."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from tests.desktop.bench import bench, stops

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.page import Page
from kompasskive.desktop.pages.plan import PlanPage
from kompasskive.desktop.pages.profile import ProfilePage
from kompasskive.desktop.pages.report import ReportPage
from kompasskive.desktop.settings import Settings

PAGES = (ProfilePage, PlanPage, ReportPage)


@pytest.mark.parametrize("make", PAGES)
def test_every_stop_has_a_name_and_a_role(
    qtbot: QtBot, settings: Settings, make: Callable[[Context], Page]
) -> None:
    page = bench(qtbot, settings, make).page
    found = list(stops(page))
    assert len(found) > 5
    for widget in found:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None
        assert told.text(QAccessible.Text.Name), widget
        assert told.role() is not QAccessible.Role.NoRole


def test_tab_reads_the_plan_from_the_top_even_after_rows_came(
    qtbot: QtBot, settings: Settings
) -> None:
    made = bench(qtbot, settings, PlanPage)
    assert isinstance(made.page, PlanPage)
    made.click(made.page.potentials.add_button)
    made.click(made.page.agreements.rows.rows[1].face)
    sheet = [w for w in stops(made.page) if made.page.agreements.isAncestorOf(w)]
    tops = [w.mapTo(made.page.agreements, QPoint(0, w.height() // 2)).y() for w in sheet]
    assert all(below >= above - 8 for above, below in pairwise(tops))
    order = list(stops(made.page))
    editor = made.page.potentials.rows.rows[-1].editor
    assert order.index(made.page.potentials.rows.rows[0].more) < order.index(editor.field)
    assert order.index(editor.done) < order.index(made.page.suggestions.rows.rows[0].take)
    assert order.index(sheet[-1]) < order.index(made.page.course.management)
