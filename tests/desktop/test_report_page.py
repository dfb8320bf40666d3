"""Rapport: what is shown is what is saved, and only what was chosen."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench, example
from tests.desktop.desk import NOW

from kompasskive.desktop.pages.report import ReportPage
from kompasskive.desktop.pages.report_preview import A4, MOST_PIXELS, page_width
from kompasskive.desktop.pages.report_tools import ZOOMS
from kompasskive.desktop.printing import full_page_printer, paint_pages
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.dialogue import plan
from kompasskive.dialogue.approval import approve, read_through
from kompasskive.dialogue.model import About, DialogueKind, Employee
from kompasskive.dialogue.plan import StatementKind

AWKWARD = 'R&D <kommentar> "æøå"'
Open = Callable[..., tuple[Bench, ReportPage]]


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Open:
    def make(**options: object) -> tuple[Bench, ReportPage]:
        made = bench(qtbot, settings, ReportPage, **options)  # type: ignore[arg-type]
        assert isinstance(made.page, ReportPage)
        drawn(made)
        return made, made.page

    return make


def drawn(made: Bench) -> None:
    """Wait until nothing is being drawn any more."""
    assert isinstance(made.page, ReportPage)
    for _ in range(3):
        made.page.finish()
        made.settle()


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.split())


def save(made: Bench, page: ReportPage, path: Path) -> bytes:
    made.answers.paths.append(path)
    made.click(page.output.save_button)
    drawn(made)
    return path.read_bytes()


def test_saves_the_very_bytes_that_are_shown(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    assert len(page.preview.pages) == 2
    saved = save(made, page, tmp_path / "profil.pdf")
    assert page.output.paper is not None
    assert saved == page.output.paper.pdf
    assert "KLADDE" in text_of(saved)
    assert "KOMPETENCEPROFIL FOR: JENS JENSEN" in text_of(saved)
    assert page.messages.news.text() == f"Gemt som »profil.pdf« i mappen »{tmp_path.name}«."


def test_what_was_typed_is_printed_literally(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    typed = plan.add_statement(made.talk, StatementKind.POTENTIAL, "p", About(), AWKWARD)
    made.context.document.edit_dialogue("Potentiale tilføjet", typed)
    drawn(made)
    assert AWKWARD in text_of(save(made, page, tmp_path / "profil.pdf"))


def test_what_is_not_ticked_is_not_there(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    assert "Profilen i ord" in text_of(save(made, page, tmp_path / "a.pdf"))
    made.click(page.choices.boxes["words"])
    drawn(made)
    assert "Profilen i ord" not in text_of(save(made, page, tmp_path / "b.pdf"))


def test_greys_are_another_paper(opened: Open) -> None:
    made, page = opened()
    assert page.output.paper is not None
    colours = page.output.paper.pdf
    made.click(page.choices.grey_box)
    drawn(made)
    assert page.output.paper is not None
    assert page.output.paper.pdf != colours


def test_only_the_latest_choice_is_drawn(opened: Open) -> None:
    made, page = opened()
    for box in ("dial", "words", "agreements", "dial"):
        made.click(page.choices.boxes[box])
    drawn(made)
    assert page.output.paper is not None
    text = text_of(page.output.paper.pdf)
    assert "Profilen i ord" not in text
    assert "Det har vi aftalt" not in text
    assert "Grundlæggende" in text
    assert len(page.preview.pages) == len(page.output.paper.texts)


def test_the_name_can_stay_out_of_the_file_name(opened: Open, settings: Settings) -> None:
    made, page = opened()
    assert page.output.file_name == "Kompetenceprofil_Jens_Jensen_2026-11-23.pdf"
    made.click(page.choices.name_box)
    drawn(made)
    assert page.output.file_name == "Kompetenceprofil_2026-11-23.pdf"
    assert not settings.name_in_file


def test_the_notes_that_are_deleted_are_another_paper(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    kept = next(note.text for note in made.talk.notes if note.to_file)
    thrown = next(note.text for note in made.talk.notes if not note.to_file)
    made.click(page.choices.notes_button)
    drawn(made)
    text = text_of(save(made, page, tmp_path / "noter.pdf"))
    assert "SAMTALENOTER: JENS JENSEN" in text
    assert thrown in text
    assert kept not in text
    assert page.choices.audience.text().endswith("Slettes, når profilen er godkendt.")
    assert not page.choices.boxes["words"].isVisible()
    assert not page.output.others[".docx"].isVisible()
    assert page.output.file_name == "Samtalenoter_Jens_Jensen_2026-11-23.pdf"
    made.click(page.choices.profile_button)
    drawn(made)
    assert kept in text_of(save(made, page, tmp_path / "profil.pdf"))


def test_the_profile_can_be_one_page(opened: Open) -> None:
    made, page = opened()
    made.click(page.choices.page_box)
    drawn(made)
    assert len(page.preview.pages) == 1
    assert not page.choices.boxes["words"].isEnabled()
    assert page.choices.boxes["agreements"].isChecked()
    made.click(page.choices.page_box)
    drawn(made)
    assert page.choices.boxes["words"].isChecked()


@pytest.mark.parametrize(
    ("ending", "start"),
    [(".html", b"<!DOCTYPE"), (".txt", b"\xef\xbb\xbfKLADDE"), (".docx", b"PK")],
)
def test_the_report_is_saved_in_other_forms(
    opened: Open, tmp_path: Path, ending: str, start: bytes
) -> None:
    made, page = opened()
    made.answers.paths.append(tmp_path / "Jens. udkast")
    made.click(page.output.others[ending])
    drawn(made)
    assert (tmp_path / f"Jens. udkast{ending}").read_bytes().startswith(start)
    assert page.messages.news.text().startswith(f"Gemt som »Jens. udkast{ending}«")


def test_an_approved_talk_is_no_draft(opened: Open, tmp_path: Path) -> None:
    workbook = example()
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    approved = approve(read_through(talk), NOW)
    dialogues = tuple(approved if d.id == talk.id else d for d in workbook.dialogues)
    made, page = opened(workbook=replace(workbook, dialogues=dialogues))
    text = text_of(save(made, page, tmp_path / "profil.pdf"))
    assert "KLADDE" not in text
    assert "enige om, at den gengiver samtalen" in text
    assert page.context_line() == "Rapport  ·  godkendt af begge 23. november 2026"


def test_a_folder_that_cannot_be_written_is_one_danish_sentence(
    opened: Open, tmp_path: Path
) -> None:
    made, page = opened()
    made.answers.paths.append(tmp_path / "findes-ikke" / "profil.pdf")
    made.click(page.output.save_button)
    drawn(made)
    assert page.messages.error.isVisible()
    assert page.messages.error.text().startswith("»profil.pdf« blev ikke gemt")
    made.click(page.messages.closers[0])
    assert not page.messages.error.isVisible()


def test_the_file_gets_its_ending(opened: Open, tmp_path: Path) -> None:
    made, page = opened()
    made.answers.paths.append(tmp_path / "Jens. udkast")
    made.click(page.output.save_button)
    drawn(made)
    assert (tmp_path / "Jens. udkast.pdf").exists()


def test_pages_are_turned_and_told(opened: Open) -> None:
    made, page = opened()
    assert page.tools.page.text() == "Side 1 af 2"
    assert not page.tools.back.isEnabled()
    made.click(page.tools.forward)
    assert page.tools.page.text() == "Side 2 af 2"
    assert not page.tools.forward.isEnabled()
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    QTest.keyClick(page, Qt.Key.Key_PageUp)
    made.settle()
    assert page.tools.page.text() == "Side 1 af 2"
    first = page.preview.pages[0]
    assert first.accessibleName() == "Side 1 af 2"
    assert "KOMPETENCEPROFIL" in first.accessibleDescription()


def test_a_whole_page_fits_the_view(opened: Open) -> None:
    made, page = opened()
    wide = page.preview.pages[0].width()
    made.click(page.tools.fit)
    drawn(made)
    assert page.preview.pages[0].height() <= page.preview.viewport().height()
    made.click(page.tools.fit)
    drawn(made)
    assert page.preview.pages[0].width() == wide


def test_zooms_by_buttons_and_keys_and_back_to_what_fits(opened: Open) -> None:
    made, page = opened()
    sizes = [page.preview.pages[0].width()]
    made.click(page.tools.larger)
    drawn(made)
    sizes.append(page.preview.pages[0].width())
    QTest.keyClick(page, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    drawn(made)
    sizes.append(page.preview.pages[0].width())
    assert sizes == sorted(set(sizes))
    assert page.preview.horizontalScrollBar().maximum() > 0
    for _ in range(9):
        QTest.keyClick(page, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    drawn(made)
    assert page.preview.pages[0].width() < sizes[0]
    assert not page.tools.smaller.isEnabled()
    made.click(page.tools.fit)
    made.click(page.tools.fit)
    drawn(made)
    assert page.preview.pages[0].width() == sizes[0]
    assert page.tools.smaller.isEnabled()


@given(
    st.integers(120, 1100), st.sampled_from(ZOOMS), st.integers(1, 300), st.sampled_from([1.0, 2.0])
)
def test_however_many_pages_and_large_they_do_not_take_all_memory(
    fitting: int, zoom: float, pages: int, ratio: float
) -> None:
    width = page_width(fitting, zoom, pages, ratio)
    assert 0 < width <= fitting * zoom
    assert pages * (width * ratio) ** 2 * A4 <= MOST_PIXELS
    if zoom <= 1 and pages <= 9:
        assert width == int(fitting * zoom)


def test_says_who_may_see_it(opened: Open) -> None:
    _, page = opened()
    assert "Jens Jensen, Mette Holm og personaleafdelingen" in page.choices.audience.text()


def test_choices_say_what_there_is(opened: Open) -> None:
    _, page = opened()
    assert page.choices.boxes["notes"].accessibleName() == "Noter: 2 af 3 er valgt"
    assert not page.choices.boxes["case"].isEnabled()


def test_prints_every_page_edge_to_edge(opened: Open, tmp_path: Path) -> None:
    _, page = opened()
    assert page.output.paper is not None
    printer = full_page_printer("Kompetenceprofil")
    printer.setResolution(100)
    target = tmp_path / "printet.pdf"
    printer.setOutputFileName(str(target))
    paint_pages(page.output.paper.pdf, printer)
    document = pypdfium2.PdfDocument(target.read_bytes())
    sizes = [document.get_page_size(index) for index in range(len(document))]
    document.close()
    assert [tuple(round(side) for side in size) for size in sizes] == [(595, 842)] * 2


def test_the_paper_goes_to_the_chosen_printer_behind_the_window(
    opened: Open, tmp_path: Path
) -> None:
    made, page = opened()
    target = tmp_path / "printet.pdf"

    def choose(dialog: QDialog) -> None:
        assert isinstance(dialog, QPrintDialog)
        dialog.printer().setResolution(72)
        dialog.printer().setOutputFileName(str(target))
        dialog.done(QDialog.DialogCode.Accepted)

    made.answers.forms.append(choose)
    made.click(page.output.print_button)
    assert page.messages.news.text() == "Sender til printeren …"
    drawn(made)
    assert page.messages.news.text() == "Sendt til printeren."
    document = pypdfium2.PdfDocument(target)
    assert len(document) == 2
    document.close()


def test_one_alone_is_spoken_to_as_one(opened: Open) -> None:
    workbook = example()
    own = tuple(replace(d, kind=DialogueKind.SELF_REFLECTION) for d in workbook.dialogues)
    _, page = opened(workbook=replace(workbook, dialogues=own))
    assert page.choices.profile_button.text() == "Egen refleksion: det, du har valgt at gemme"
    assert page.choices.notes_button.text() == "Samtalenoter: resten, som du sletter"
    assert page.choices.boxes["remark"].accessibleName() == "Mine bemærkninger"
    assert page.choices.page_box.text() == "Kun én side: skive og plan"


def test_ctrl_p_asks_for_a_printer(opened: Open) -> None:
    made, page = opened()
    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert len(made.answers.asked) == 1


def test_a_person_without_a_talk_is_invited(opened: Open) -> None:
    workbook = example()
    ida = Employee("ida", "Ida Lund")
    _, page = opened(workbook=replace(workbook, people=(*workbook.people, ida)), person="ida")
    assert page.empty.button.isVisible()
    assert not page.tools.isVisible()


def test_one_column_at_200_percent(opened: Open) -> None:
    _, page = opened(size=(1280, 640), theme=Theme("light", 2.0))
    assert page.split.stacked
    assert page.width() == 1280
    assert page.split.horizontalScrollBar().maximum() == 0
    assert page.choices.geometry().top() < page.sheet.geometry().top()
