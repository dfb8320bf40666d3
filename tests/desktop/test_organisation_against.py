"""Organisation: the threshold, and a team's own dial in the organisation's place."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench
from tests.desktop.organisations import AWKWARD, bury, come, open_page, organisation, placed

from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.pages.organisation.profile_part import ProfilePart
from kompasskive.desktop.pages.organisation.threshold_dialog import TITLE, ThresholdDialog
from kompasskive.desktop.settings import Settings
from kompasskive.dialogue.model import DialogueKind, DialogueState, Team, Workbook
from kompasskive.profile.thresholds import CELL_MIN
from kompasskive.reports.preview import page_count, page_text

Open = Callable[[Workbook], tuple[Bench, OrganisationPage, ProfilePart]]


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Iterator[Open]:
    pages: list[OrganisationPage] = []

    def make(workbook: Workbook) -> tuple[Bench, OrganisationPage, ProfilePart]:
        made, page = open_page(qtbot, settings, workbook)
        pages.append(page)
        page.switch.choose(1)
        come(made)
        assert isinstance(page.part, ProfilePart)
        return made, page, page.part

    yield make
    bury(pages)


def texts(path: Path) -> str:
    """All that a PDF says."""
    pdf = path.read_bytes()
    return "\n".join(page_text(pdf, at) for at in range(page_count(pdf)))


def test_the_threshold_is_chosen_said_and_undone(opened: Open) -> None:
    made, page, part = opened(organisation((6, 5, 4, 3, 2, 1)))
    view = part.view

    def choose(number: int) -> Callable[[QDialog], object]:
        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, ThresholdDialog)
            assert dialog.field.minimum() == CELL_MIN
            dialog.field.setValue(number)
            dialog.yes.click()

        return fill

    assert not view.refusal.isVisible()
    made.answers.forms.append(choose(7))
    made.choose(page.menu(), f"{TITLE} …")
    come(made)
    assert "kræver mindst 7" in view.refusal.text()
    assert "færre end 7 personer" in page.strip.words.text()
    made.context.document.stack.undo()
    come(made)
    assert not view.refusal.isVisible()
    assert "færre end 5 personer" in page.strip.words.text()


def with_team(levels: tuple[int, ...], team_level: int) -> Workbook:
    """An organisation with a team that has placed one dial together, and one that has not."""
    book, own = organisation(levels), placed("", team_level)
    talk = replace(own, id="t-team", employee_id=None, team_id="t", kind=DialogueKind.TEAM)
    draft = replace(talk, id="t-2", team_id="u", state=DialogueState.IN_PROGRESS)
    teams = (Team("t", "Unge & <job>"), Team("u", "Uden skive"))
    return replace(book, teams=teams, dialogues=(*book.dialogues, talk, draft))


def test_where_the_organisation_is_too_small_a_team_stands_in_its_place(
    opened: Open, tmp_path: Path
) -> None:
    made, page, part = opened(with_team((5, 2), 2))
    made.context.position.open_person("p0")
    assert not part.tools.against.isVisible()
    part.tools.mode.choose(1)
    come(made)
    assert part.tools.against.isVisible()
    assert [part.tools.against.itemText(i) for i in range(part.tools.against.count())] == [
        "Mod organisationen",
        "Mod Unge & <job>",
    ]
    assert not part.view.readings.lines
    part.tools.against.setCurrentIndex(1)
    part.tools.against.activated.emit(1)
    come(made)
    readings = part.view.readings
    assert readings.section.heading.text().endswith("og Unge & <job>s fælles skive")
    assert "Organisatorisk læringspotentiale" in readings.lines
    assert "Unge & <job> har placeret sammen" in part.view.legend.text()
    made.answers.paths.append(tmp_path / "side.pdf")
    made.choose(page.menu(), f"Gem siden med {AWKWARD.split()[0]} som PDF …")
    come(made)
    told = "".join(texts(tmp_path / "side.pdf").split())
    assert "Unge&<job>sfællesskive" in told
    assert "klammerneviserteametsfællesplacering" in told
    assert "organisationensmedian" not in told
    part.tools.mode.choose(0)
    come(made)
    assert part.tools.team_id == ""
    assert not part.view.readings.isVisible()
