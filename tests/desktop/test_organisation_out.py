"""Out of Organisation: files, paper, F5, the sheet for providers, and files brought together."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench
from tests.desktop.desk import Desk
from tests.desktop.organisations import AWKWARD, bury, come, open_page, organisation, said

from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.pages.organisation.contribution_dialogs import (
    NO_KEY,
    ContributionDialog,
    KeyDialog,
)
from kompasskive.desktop.pages.organisation.contributions import read_contributions
from kompasskive.desktop.pages.organisation.figures import counted_in
from kompasskive.desktop.pages.organisation.papers import NOT_FROZEN
from kompasskive.desktop.pages.organisation.providers_part import ProvidersPart
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.working import PATIENCE_MS, Progress, StoppedError, Working
from kompasskive.dialogue.model import Workbook
from kompasskive.handover.sealing import new_key
from kompasskive.profile.periods import parse_period
from kompasskive.reports.preview import page_count, page_text
from kompasskive.storage.workbook import create

Open = Callable[..., tuple[Bench, OrganisationPage]]
MANY = (6, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 1)


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Iterator[Open]:
    pages: list[OrganisationPage] = []

    def make(
        workbook: Workbook, view: int = 1, *, frozen: bool = True, person: str | None = ""
    ) -> tuple[Bench, OrganisationPage]:
        made, page = open_page(qtbot, settings, workbook, person=person, new_id=lambda: uuid4().hex)
        pages.append(page)
        page.switch.choose(1)
        come(made)
        if frozen:
            made.click(page.profile.tools.freeze_button)
            come(made)
        page.switch.choose(view)
        come(made)
        return made, page

    yield make
    bury(pages)


def texts(path: Path) -> str:
    pdf = path.read_bytes()
    return "\n".join(page_text(pdf, at) for at in range(page_count(pdf)))


@pytest.mark.parametrize(
    ("entry", "ending", "start"),
    [
        ("Gem som PDF …", ".pdf", b"%PDF"),
        ("Gem som Excel …", ".xlsx", b"PK"),
        ("Gem som CSV …", ".csv", b"\xef\xbb\xbf"),
        ("Gem skiven som SVG …", ".svg", b"<"),
        ("Gem skiven som PNG …", ".png", b"\x89PNG"),
    ],
)
def test_frozen_numbers_are_written_in_every_form(
    opened: Open, tmp_path: Path, entry: str, ending: str, start: bytes
) -> None:
    made, page = opened(organisation(MANY))
    made.answers.paths.append(tmp_path / "ud")
    made.choose(page.menu(), entry)
    come(made)
    written = tmp_path / f"ud{ending}"
    assert written.read_bytes().startswith(start)
    assert AWKWARD.split()[0].encode() not in written.read_bytes()
    assert page.messages.news.text().startswith(f"Gemt som »ud{ending}«")


def test_nothing_goes_out_before_it_is_frozen(opened: Open, tmp_path: Path) -> None:
    made, page = opened(organisation(MANY), frozen=False)
    made.answers.paths.append(tmp_path / "ud.pdf")
    made.choose(page.menu(), "Gem som PDF …")
    come(made)
    assert page.messages.error.text() == NOT_FROZEN
    assert not list(tmp_path.glob("ud*"))


def test_the_named_overview_has_no_way_out(opened: Open) -> None:
    _, page = opened(organisation(MANY), view=0)
    entries = [action.text() for action in page.menu().actions()]
    assert not any(entry.startswith(("Gem", "Udskriv")) for entry in entries)


def test_the_person_is_laid_beside_on_paper_too(opened: Open, tmp_path: Path) -> None:
    made, page = opened(organisation(MANY))
    page.profile.tools.mode.choose(1)
    come(made)
    made.answers.paths.append(tmp_path / "side.pdf")
    made.choose(page.menu(), f"Gem siden med {AWKWARD.split()[0]} som PDF …")
    come(made)
    told = texts(tmp_path / "side.pdf")
    assert AWKWARD in told
    assert "Del erfaringer" in told
    assert "Person 01" not in told


def test_a_file_that_cannot_be_written_says_so(opened: Open, tmp_path: Path) -> None:
    made, page = opened(organisation(MANY))
    made.answers.paths.append(tmp_path / "findes ikke" / "ud.pdf")
    made.choose(page.menu(), "Gem som PDF …")
    come(made)
    assert page.messages.error.isVisible()
    assert page.messages.error.text()


def test_providers_see_the_very_sheet_that_is_saved(opened: Open, tmp_path: Path) -> None:
    made, page = opened(organisation(MANY), view=2)
    part = page.part
    assert isinstance(part, ProvidersPart)
    assert len(part.preview.pages) >= 2
    made.answers.paths.append(tmp_path / "ark.pdf")
    made.click(part.save_button)
    come(made)
    told = texts(tmp_path / "ark.pdf")
    assert "Spørgsmål til jer" in told
    assert "Person 01" not in told
    assert AWKWARD not in told


def test_providers_are_told_to_wait_until_the_period_is_frozen(opened: Open) -> None:
    made, page = opened(organisation(MANY), view=2, frozen=False)
    part = page.part
    assert isinstance(part, ProvidersPart)
    assert part.about.text().startswith("Det, der deles, er altid et frosset øjebliksbillede.")
    assert not part.save_button.isVisible()
    made.click(part.way)
    assert page.part is page.profile


def test_f5_shows_the_profile_and_never_the_team(opened: Open) -> None:
    made, page = opened(organisation(MANY), view=0)
    assert AWKWARD in said(page)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_F5)
    come(made)
    shared = page.shared
    assert shared is not None
    assert shared.geometry() == page.window().rect()
    told = said(shared)
    assert "Tallene er uden navne" in told
    assert AWKWARD not in told
    assert "Person 01" not in told
    assert not shared.view.change_goals.isVisible()
    assert shared.view.heat.hasFocus()
    QTest.keyClick(shared.view.heat, Qt.Key.Key_Escape)
    made.settle()
    assert page.shared is None


def key_of(made: Bench, page: OrganisationPage) -> str:
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, KeyDialog)
        dialog.show()
        QTest.mouseClick(dialog.copy, Qt.MouseButton.LeftButton)
        seen.append(dialog.key.text())

    made.answers.forms.append(look)
    made.choose(page.menu(), "Organisationens nøgle …")
    return seen[0]


def send(made: Bench, page: OrganisationPage, public: str, path: Path) -> None:
    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, ContributionDialog)
        dialog.show()
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
        assert dialog.fault() == NO_KEY
        QTest.keyClicks(dialog.key, public)
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    made.answers.forms.append(fill)
    made.answers.paths.append(path)
    made.choose(page.menu(), "Lav et bidrag til HR …")
    come(made)


def test_contributions_travel_are_counted_once_and_can_be_undone(
    opened: Open, tmp_path: Path
) -> None:
    hr, office = opened(Workbook("hr", organisation="HR"), frozen=False, person=None)
    assert not office.switch.isVisible()
    public = key_of(hr, office)
    assert public.startswith("age1")
    leader, page = opened(organisation(MANY), frozen=False)
    for name in ("bidrag", "igen"):
        send(leader, page, public, tmp_path / name)
        assert page.messages.news.text().endswith("Send det til HR.")
    files = [tmp_path / f"{name}.kompasbidrag" for name in ("bidrag", "igen")]
    assert all(AWKWARD.encode() not in file.read_bytes() for file in files)
    (tmp_path / "andet.kompasbidrag").write_bytes(b"noget andet")
    hr.answers.paths += [*files, tmp_path / "andet.kompasbidrag"]
    office.activateWindow()
    hr.choose(office.menu(), "Læs bidrag ind …")
    come(hr)
    told = office.messages.error.text()
    assert "bidrag.kompasbidrag: Nyt bidrag (14 samtaler)" in told
    assert "igen.kompasbidrag: Erstattede det tidligere bidrag (14 samtaler)" in told
    assert "andet.kompasbidrag: Bidraget blev ikke læst" in told
    included = office.profile.included
    assert office.switch.isVisible()
    assert included.own.text() == "14 godkendte samtaler er talt med. Heraf 14 fra bidrag."
    assert len(included.rows.rows) == 1
    hr.click(included.rows.rows[0].remove_button)
    come(hr)
    assert hr.context.document.value.contributions == ()
    hr.undo()
    assert len(hr.context.document.value.contributions) == 1
    hr.undo()
    assert not hr.context.document.value.contributions
    assert hr.context.document.value.organisation_keys[0].public == public


def test_a_file_with_many_talks_counts_the_same_by_itself(tmp_path: Path) -> None:
    workbook, period = organisation(MANY), parse_period("2026H2")
    path = tmp_path / "mange.kompas"
    create(path, workbook).close()
    by_file, by_hand = (
        counted_in(workbook, workbook.frameworks[0], period, screening=False, path=where)
        for where in (path, None)
    )
    assert by_file.histograms == by_hand.histograms
    assert set(by_file.members) == set(by_hand.members)


def test_reading_in_can_be_stopped_between_files(tmp_path: Path) -> None:
    from tests.desktop.desk import NOW

    workbook = replace(Workbook("w"), organisation_keys=(new_key(NOW),))
    progress = Progress()
    progress.stop()
    with pytest.raises(StoppedError):
        read_contributions(workbook, [tmp_path / "a"], NOW, progress.tell)


def test_progress_shows_only_when_work_takes_its_time(qtbot: QtBot) -> None:
    working = Working(Theme())
    qtbot.addWidget(working)
    tell = working.begin("Tallene lægges sammen …")
    tell(1, 4)
    assert not working.isVisible()
    qtbot.waitUntil(working.isVisible, timeout=4 * PATIENCE_MS)
    tell(3, 4)
    assert (working.bar.value(), working.bar.maximum()) == (3, 4)
    QTest.mouseClick(working.stop_button, Qt.MouseButton.LeftButton)
    with pytest.raises(StoppedError):
        tell(4, 4)
    working.end()
    assert not working.isVisible()


def test_f9_covers_the_page_and_gives_it_back(desk: Desk) -> None:
    desk.show()
    desk.show_example()
    desk.press(Qt.Key.Key_8, Qt.KeyboardModifier.AltModifier)
    page = desk.window.page
    assert isinstance(page, OrganisationPage)
    page.background.wait()
    desk.settle()
    desk.press(Qt.Key.Key_F9)
    assert desk.window.cover.isVisible()
    desk.press(Qt.Key.Key_F9)
    assert not desk.window.cover.isVisible()
    page.finish()
