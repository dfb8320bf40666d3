"""Follow-up days leave the window from Medarbejdere and from Udviklingsplan."""

from pathlib import Path

from pytestqt.qtbot import QtBot
from tests.desktop.bench import bench

from kompasskive.desktop.pages.calendar_file import SAVE
from kompasskive.desktop.pages.people import PeoplePage
from kompasskive.desktop.pages.plan import PlanPage
from kompasskive.desktop.settings import Settings
from kompasskive.dialogue.model import Workbook
from kompasskive.reports.calendar import agreed_days, all_days


def test_everyones_days_are_saved_from_the_list(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    made = bench(qtbot, settings, lambda context: PeoplePage(context, print))
    made.answers.paths = [tmp_path / "kalender"]
    page = made.page
    assert isinstance(page, PeoplePage)
    action = next(a for a in page.more_button.menu().actions() if a.text() == SAVE)
    action.trigger()
    text = (tmp_path / "kalender.ics").read_bytes().decode()
    assert text.count("BEGIN:VEVENT") == len(all_days(made.context.document.value)) > 0
    assert made.answers.asked == ["Gem til kalenderen"]


def test_one_plans_days_are_saved_from_the_plan(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    made = bench(qtbot, settings, PlanPage)
    page, path = made.page, tmp_path / "plan.ics"
    made.answers.paths = [path]
    assert isinstance(page, PlanPage)
    made.click(page.to_calendar)
    assert path.read_bytes().count(b"BEGIN:VEVENT") == len(agreed_days(made.talk.agreements)) > 0


def test_nothing_is_written_when_no_day_waits(
    qtbot: QtBot, settings: Settings, tmp_path: Path
) -> None:
    made = bench(qtbot, settings, lambda context: PeoplePage(context, print), Workbook("tom"), None)
    made.answers.paths = [tmp_path / "tom.ics"]
    page = made.page
    assert isinstance(page, PeoplePage)
    next(a for a in page.more_button.menu().actions() if a.text() == SAVE).trigger()
    assert list(tmp_path.glob("*.ics")) == []
    assert made.answers.asked == ["Gem til kalenderen"]
