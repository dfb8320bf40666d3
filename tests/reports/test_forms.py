import re
from collections.abc import Callable
from dataclasses import replace
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import docx
import pytest
from docx.text.paragraph import Paragraph
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reports.sample import Sample, squeezed

from kompasskive.dialogue.model import Agreement
from kompasskive.errors import OutputError
from kompasskive.reports import forms
from kompasskive.reports.characters import legible
from kompasskive.reports.model import Included

NASTY = "<&>\"'æøå <b>fed</b> &amp; ]]> </p><script>x</script> 😀 \u202eomvendt \x07 عمر e\u0301"
VOID = {"meta", "rect", "path", "circle", "br"}


class Page(HTMLParser):
    """The text, the elements with their attributes, and whether every one is closed in order."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.words: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self._open: list[str] = []
        self.feed(content.decode("utf-8"))
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not {"style", "script"} & set(self._open):
            self.words.append(data)

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.elements if name == tag]


def _html(content: bytes) -> str:
    return "".join(Page(content).words)


def _style(paragraph: Paragraph) -> str:
    return str(paragraph.style.name) if paragraph.style is not None else ""


def _word(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


READERS: dict[str, Callable[[bytes], str]] = {
    ".html": _html,
    ".txt": lambda content: content.decode("utf-8-sig"),
    ".docx": _word,
}


@pytest.mark.parametrize("ending", [".html", ".txt"])
def test_text_and_html_say_all_that_the_report_says(sample: Sample, ending: str) -> None:
    told = sample.approved("Vi ser forskelligt.").report(Included(case=True, remark=True))
    report = replace(told, dial=None)
    said = squeezed(READERS[ending](forms.render(ending, report)))
    for text in report.texts():
        for part in legible(text).splitlines():
            assert squeezed(part) in said or part in (report.file_name, "Felt")


def test_word_has_the_plan_and_nothing_that_was_said_besides(sample: Sample) -> None:
    report = sample.report()
    said = _word(forms.render(".docx", report))
    for row in report.agreements:
        assert row.what in said
        assert row.due in said
    for point in (*report.strengths, *report.potentials, *report.directions):
        assert f"{point.lead} {point.text}" in said
    assert all(text in said for text in (*report.management, report.audience, report.title))
    assert not any(note.text in said for note in report.notes)
    assert said.startswith("KLADDE")
    assert "KLADDE" not in _word(forms.render(".docx", sample.approved().report()))


def test_word_has_headings_a_table_head_that_repeats_and_names_nobody(sample: Sample) -> None:
    document = docx.Document(BytesIO(forms.render(".docx", sample.report())))
    styles = [_style(paragraph) for paragraph in document.paragraphs]
    assert styles.count("Title") == 1
    assert styles.count("Heading 1") == 5
    head = document.tables[0].rows[0]._tr.trPr
    assert head is not None
    assert any(each.tag.endswith("tblHeader") for each in head)
    known = document.core_properties
    assert (known.author, known.last_modified_by, known.comments) == ("Kompasskive",) * 2 + ("",)
    assert "Jens" not in known.title
    with ZipFile(BytesIO(forms.render(".docx", sample.report()))) as parts:
        assert {name for name in parts.namelist() if name.startswith("docProps/")} == {
            "docProps/core.xml"
        }
        assert b'w:lang w:val="da-DK"' in parts.read("word/styles.xml")


def test_what_management_does_in_word_is_a_list_when_there_is_more_than_one(
    sample: Sample,
) -> None:
    agreements = (Agreement("a", "Øver", management="Finder tid"), Agreement("b", "Deler"))
    report = sample.changed(agreements=agreements, management="Spørger").report()
    document = docx.Document(BytesIO(forms.render(".docx", report)))
    assert [p.text for p in document.paragraphs if _style(p) == "List Bullet"] == [
        "Spørger",
        "Finder tid (Øver)",
    ]


def test_words_table_fills_the_width_between_the_margins(sample: Sample) -> None:
    document = docx.Document(BytesIO(forms.render(".docx", sample.report())))
    (page,) = document.sections
    whole, left, right = (
        side or 0 for side in (page.page_width, page.left_margin, page.right_margin)
    )
    assert round(whole / 36_000) == 210
    room = whole - left - right
    widths = [cell.width or 0 for cell in document.tables[0].rows[1].cells]
    assert abs(sum(widths) - room) < room / 100


@pytest.mark.parametrize("ending", [".html", ".txt", ".docx"])
def test_markup_and_strange_characters_are_shown_as_typed(sample: Sample, ending: str) -> None:
    statement = sample.talk.strengths[0]
    changed = type(statement)("s", statement.about, NASTY)
    content = forms.render(ending, sample.changed(strengths=(changed,)).report())
    assert squeezed(legible(NASTY)) in squeezed(READERS[ending](content))
    assert "[U+202E]" in READERS[ending](content)


@settings(max_examples=25, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gives_sound_files_that_say_it(sample: Sample, text: str) -> None:
    statement = sample.talk.strengths[0]
    said = type(statement)("s", statement.about, f"START{text}SLUT")
    report = sample.changed(strengths=(said,)).report()
    for ending, read in READERS.items():
        shown = read(forms.render(ending, report))
        assert squeezed(f"START{legible(text)}SLUT") in squeezed(shown)


def test_html_needs_nothing_beside_it_and_runs_nothing(sample: Sample) -> None:
    page = Page(forms.render(".html", sample.report()))
    assert not {"script", "link", "img", "iframe", "object"} & {name for name, _ in page.elements}
    for _, attributes in page.elements:
        assert not any(name.startswith("on") or name in ("src", "href") for name in attributes)
    (title,) = [i for i, (name, _) in enumerate(page.elements) if name == "title"][:1]
    assert title
    assert b"url(http" not in forms.render(".html", sample.report())


def test_the_dials_few_letters_are_no_font_for_the_text_around_it(sample: Sample) -> None:
    text = forms.render(".html", sample.report()).decode("utf-8")
    embedded = set(re.findall(r"@font-face\{font-family:'([^']+)'", text))
    assert embedded
    rules = re.search(r"<style>(.*?)</style>", text, re.DOTALL)
    assert rules is not None
    assert not any(family in rules[1] for family in embedded)


def test_headings_lead_and_every_table_head_says_what_it_heads(sample: Sample) -> None:
    page = Page(forms.render(".html", sample.approved().report()))
    levels = [name for name, _ in page.elements if re.fullmatch(r"h\d", name)]
    assert levels[0] == "h1"
    assert set(levels[1:]) == {"h2"}
    assert all(cell.get("scope") in ("row", "col") for cell in page.all("th"))
    assert len(page.all("section")) == len(page.all("h2"))
    names = [region["aria-label"] for region in page.all("div") if "aria-label" in region]
    assert len(set(names)) == len(names) == len(page.all("table"))
    order = [name for name, _ in page.elements]
    svg = order.index("svg")
    assert order[svg + 1 : svg + 3] == ["title", "desc"]


def test_html_can_be_found_ones_way_in(sample: Sample) -> None:
    page = Page(forms.render(".html", sample.report()))
    assert page.all("html") == [{"lang": "da"}]
    assert len(page.all("h1")) == len(page.all("main")) == 1
    assert {cell["scope"] for cell in page.all("th")} == {"col", "row"}
    (picture,) = page.all("svg")
    assert picture["role"] == "img"
    assert picture["aria-labelledby"] == "title desc"
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert sorted(map(str, ids)) == ["desc", "title"]


def test_the_picture_inside_html_is_sound_svg_and_grey_when_asked(sample: Sample) -> None:
    text = forms.render(".html", sample.report(), grey=True).decode("utf-8")
    svg = text[text.index("<svg") : text.index("</svg>") + 6]
    ET.fromstring(svg)
    colours = set(re.findall(r'"#([0-9A-F]{6})"', svg))
    assert colours
    assert all(c[:2] == c[2:4] == c[4:] for c in colours)


@pytest.mark.parametrize("ending", forms.ENDINGS)
def test_every_form_is_written_by_its_ending(sample: Sample, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"Profil æøå{ending.upper()}"
    forms.write(path, sample.report())
    starts = {".pdf": b"%PDF", ".docx": b"PK", ".txt": b"\xef\xbb\xbf", ".html": b"<!DOCTYPE html>"}
    assert path.read_bytes().startswith(starts[ending])
    with pytest.raises(OutputError):
        forms.write(tmp_path / "væk" / path.name, sample.report())


def test_word_files_are_the_same_bytes_twice(sample: Sample) -> None:
    report = sample.report()
    assert forms.render(".docx", report) == forms.render(".docx", report)
