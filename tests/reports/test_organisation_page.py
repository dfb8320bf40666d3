"""The organisation's pages and tables say the true figures, and text in them stays text."""

import csv
import json
import re
import zipfile
from datetime import datetime
from io import BytesIO, StringIO
from statistics import median
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from pikepdf import pdfa
from tests.organisations import DANGEROUS, FRAMEWORK, organisation, true_levels, without_placements
from tests.reports.reading import elements

from kompasskive.framework.model import Dimension
from kompasskive.profile.freezing import counted_here, preview
from kompasskive.profile.goals import goal_lines
from kompasskive.profile.organisation import OrganisationProfile
from kompasskive.profile.periods import parse_period
from kompasskive.profile.profile import make_profile
from kompasskive.reports import (
    comparison_notes,
    organisation_data,
    organisation_notes,
    organisation_tables,
    printed_pdf,
    provider_notes,
    spreadsheet,
)
from kompasskive.reports.printed import Printed

PERIOD = parse_period("2026")
PEOPLE = 14
BOOK = organisation(PEOPLE)
OCCASION = organisation_notes.Occasion(
    BOOK.organisation,
    PERIOD.name,
    datetime(2026, 11, 23, 14, 5),  # noqa: DTZ001
    "ORG.pdf",
)


def published(people: int = PEOPLE) -> OrganisationProfile:
    book = organisation(people)
    return preview(book, FRAMEWORK, counted_here(book, FRAMEWORK, PERIOD), PERIOD)


PROFILE = published()
LINES = goal_lines(FRAMEWORK, PROFILE, BOOK.goals)


def page(profile: OrganisationProfile = PROFILE) -> Printed:
    lines = goal_lines(FRAMEWORK, profile, BOOK.goals)
    earlier = [("2025", PROFILE)]
    return organisation_notes.compose(FRAMEWORK, profile, lines, BOOK.priorities, earlier, OCCASION)


def beside() -> Printed:
    talk = BOOK.dialogues[3]
    person = make_profile(FRAMEWORK, talk, "Person 3 Fortrolig", None)
    return comparison_notes.compose(FRAMEWORK, person, "Person 3 Fortrolig", PROFILE, OCCASION)


def providers() -> Printed:
    return provider_notes.compose(FRAMEWORK, PROFILE, LINES, BOOK.priorities, OCCASION)


def text_of(content: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(content)
    try:
        return [p.get_textpage().get_text_range() for p in document]
    finally:
        document.close()


PAGES = {
    "organisation": page,
    "small": lambda: page(published(8)),
    "comparison": beside,
    "providers": providers,
}


@pytest.mark.parametrize("which", PAGES)
@pytest.mark.parametrize("grey", [False, True])
def test_every_page_is_a_valid_tagged_pdf_a_2b(which: str, grey: bool) -> None:
    content = printed_pdf.render(PAGES[which](), grey)
    report = pdfa.validate_written(BytesIO(content), "2b")
    assert report.passed, report.summary()
    roles = [role for role, _ in elements(content)]
    assert roles.count("Figure") == (0 if which == "providers" else 2)
    assert "H1" in roles


def told(count: int) -> str:
    """A number of people as it may be told of the organisation's 14."""
    if count <= 2:
        return "højst 2"
    return "mindst 12" if count >= PEOPLE - 2 else str(count)


def test_dial_heat_map_and_gaps_stand_on_the_first_page_with_the_true_figures() -> None:
    first = " ".join(text_of(printed_pdf.render(page()))[0].split())
    deepest: dict[str, int] = {}
    for f, field in enumerate(FRAMEWORK.fields):
        assert field.name.split()[0] in first
        for d in range(3):
            levels = true_levels(PEOPLE, f, d)
            broad, deep = (sum(x >= least for x in levels) for least in (3, 4))
            assert re.search(f"bredde {told(broad)} (· )?dybde {told(deep)} af 14", first)
            deepest[field.id] = max(deepest.get(field.id, 0), deep)
    assert f"3 IT & Digital – Kompetencehul. Dybde: {told(deepest['it'])} af ønskede 20" in first
    assert "2 Lov & Myndighed – Overrepræsentation. Bredde:" in first


def test_the_published_numbers_are_the_true_ones() -> None:
    for f, field in enumerate(FRAMEWORK.fields):
        for d, dimension in enumerate(Dimension):
            cell = PROFILE.cell(field.id, dimension)
            levels = true_levels(PEOPLE, f, d)
            assert cell.median == median(levels)
            assert cell.breadth is not None
            assert cell.breadth.words == told(sum(x >= 3 for x in levels))


def test_nothing_personal_is_on_a_page_to_share() -> None:
    for made in (page(), providers()):
        text = "\n".join(text_of(printed_pdf.render(made)))
        assert "ortrolig" not in text.replace("Fortroligt", "")
        assert "1.9.2026" not in text


def test_what_is_withheld_says_for_faa_and_what_is_missing_says_so() -> None:
    few = "\n".join(text_of(printed_pdf.render(page(published(5)))))
    assert "flest" in few
    assert "dybde" not in text_of(printed_pdf.render(page(published(5))))[0].split("»for få«")[1]
    book = without_placements(organisation(12))
    items_only = preview(book, FRAMEWORK, counted_here(book, FRAMEWORK, PERIOD), PERIOD)
    text = "\n".join(text_of(printed_pdf.render(page(items_only))))
    assert "Dimensionerne er ikke placeret endnu." in text


def test_the_comparison_reads_every_cell_and_only_points_at_things() -> None:
    text = " ".join("\n".join(text_of(printed_pdf.render(beside()))).split())
    assert "Kan pege på" in text
    assert "Del erfaringer – hvem kan være mentor?" in text
    assert "Felt for felt" in text
    assert text.count("Praktisk") >= 6


def test_providers_get_language_priorities_questions_and_room() -> None:
    text = " ".join("\n".join(text_of(printed_pdf.render(providers()))).split())
    assert "Det aftaler vi" in text
    assert "Spørgsmål til jer" in text
    assert "+45 kurser" in text
    for field in FRAMEWORK.fields:
        assert field.definition in text.replace("\u00ad", "")


def sheets() -> Any:
    return organisation_tables.sheets(FRAMEWORK, PROFILE, LINES, BOOK.priorities)


def test_excel_has_numbers_as_numbers_text_as_text_and_a_chart() -> None:
    with zipfile.ZipFile(BytesIO(spreadsheet.render(sheets(), "Titel"))) as book:
        names = book.namelist()
        pages = [n for n in names if n.startswith("xl/worksheets/sheet")]
        assert len(pages) == 8
        assert any(n.startswith("xl/charts/chart") for n in names)
        for name in pages:
            root = ET.fromstring(book.read(name))
            tags = {re.sub("{.*}", "", e.tag) for e in root.iter()}
            assert "f" not in tags
            assert "hyperlink" not in tags
        strings = book.read("xl/sharedStrings.xml").decode()
        assert f">{DANGEROUS}<" in strings
        assert ">@HR<" in strings
        first = ET.fromstring(book.read("xl/worksheets/sheet1.xml"))
        priorities = ET.fromstring(book.read("xl/worksheets/sheet8.xml"))
    days = [c for c in priorities.iter() if c.attrib.get("r", "").startswith("E")][1:]
    assert days
    assert all("t" not in day.attrib for day in days)
    setups = [e for p in (first, priorities) for e in p.iter() if e.tag.endswith("}pageSetup")]
    assert [e.attrib["fitToHeight"] for e in setups] == ["0", "0"]
    row = [r for r in first.iter() if r.tag.endswith("}row")][1]
    kinds = {c.attrib["r"]: c.attrib.get("t") for c in row}
    assert kinds["A2"] is None
    assert kinds["B2"] == "s"
    assert kinds["E2"] is None


def test_csv_is_danish_and_safe_to_open() -> None:
    content = organisation_data.csv_bytes(sheets()).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(content), delimiter=";"))
    assert rows[0] == ["Kompasskiven"]
    middle = f"{median(true_levels(PEOPLE, 0, 0)):g}".replace(".", ",")
    assert rows[2][:5] == ["1", "Arbejdsmarked & Uddannelse", "Praktisk", "14", middle]
    assert all(not cell.startswith(("=", "+", "@")) for row in rows for cell in row)
    assert any(cell == f"'{DANGEROUS}" for row in rows for cell in row)


def test_json_names_what_is_suppressed() -> None:
    small = published(5)
    document = json.loads(organisation_data.json_bytes(FRAMEWORK, small, LINES))
    assert document["people"] == 5
    assert {c["shown"] for c in document["cells"]} == {"coarse"}
    assert {c["median"] for c in document["cells"]} == {None}
    hidden = [g for g in document["groups"] if g["shown"] == "hidden"]
    assert hidden
    assert all(g["people"] is None and g["deep"] is None for g in hidden)
