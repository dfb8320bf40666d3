"""Whatever is typed: printed as typed or shown by its number, inside the page, nothing on top."""

import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import product

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import pdfa
from tests.reports.reading import elements
from tests.reports.sample import Sample, squeezed

from kompasskive.dialogue.model import (
    About,
    Agreement,
    AgreementStatus,
    AgreementStep,
    Note,
    NoteScope,
    Statement,
)
from kompasskive.reports import pdf
from kompasskive.reports.fonts import printable
from kompasskive.reports.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP
from kompasskive.reports.variants import one_page

SECONDS = 10
PLACES = 12
ARABIC = "عمر بن الخطاب"
COMBINED = "e\u0301 a\u030a q\u0307\u0323 \u0301 Z\u0351\u036b\u0343"
MARKUP = "<b>fed</b> &amp; <para></para> ]]> <!-- --> <font color='red'> %s {0} \\"
CONTROLS = "a\x00b\x07c\x1bd\u0085e\u2028f\u202eg\u2066h\x7f"
EMOJI = "😀 👩‍👩‍👧‍👦 🇩🇰 ❤️ ☺"
ALPHABET = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from(ARABIC + COMBINED + MARKUP + CONTROLS + EMOJI + "æøåÆØÅ \t\n"),
)
TEXTS = st.text(ALPHABET, max_size=250)


def _said(sample: Sample, text: str) -> Sample:
    """The text in every place that a person can write it."""
    field = sample.workbook.frameworks[0].fields[0].id
    statement = Statement("s", About(field), text)
    note = Note("n", NoteScope.TALK, "", text, None, True)
    steps = (AgreementStep(date(2027, 2, 3), AgreementStatus.DROPPED, text),)
    agreement = Agreement("a", text, field, (), (text,), text, text, None, text, steps=steps)
    return sample.changed(
        strengths=(statement,),
        potentials=(statement,),
        directions=(statement,),
        notes=(note,),
        agreements=(agreement,),
        remark=text,
    )


def _read(content: bytes) -> str:
    return squeezed("".join(text for _, text in elements(content)))


def _boxes(content: bytes) -> Iterator[list[tuple[str, tuple[float, float, float, float]]]]:
    """Each page's characters, spaces and combining marks aside, with left, bottom, right, top."""
    document = pypdfium2.PdfDocument(content)
    for page in document:
        text = page.get_textpage()
        whole = text.get_text_range(0, text.count_chars())
        if len(whole) != text.count_chars():
            whole = "".join(text.get_text_range(i, 1) or " " for i in range(text.count_chars()))
        yield [
            (char, text.get_charbox(index))
            for index, char in enumerate(whole)
            if char.strip() and unicodedata.category(char)[0] not in "MC"
        ]
    document.close()


def _assert_apart_and_inside(content: bytes) -> None:
    for characters in _boxes(content):
        cells: dict[tuple[int, int], list[tuple[float, float, float, float]]] = {}
        for char, box in characters:
            left, bottom, right, top = box
            assert left >= LEFT - 3, char
            assert right <= PAGE_WIDTH - RIGHT + 3, char
            assert bottom >= BOTTOM - 26, char
            assert top <= PAGE_HEIGHT - TOP + 9, char
            x, y = int((left + right) // 16), int((bottom + top) // 16)
            near = product(range(x - 1, x + 2), range(y - 1, y + 2))
            for other in (o for cell in near for o in cells.get(cell, ())):
                assert _shared(box, other) < 0.4, char
            cells.setdefault((x, y), []).append(box)


def _shared(
    one: tuple[float, float, float, float], other: tuple[float, float, float, float]
) -> float:
    """How much of the smaller box the other covers, from 0 to 1."""
    width = min(one[2], other[2]) - max(one[0], other[0])
    height = min(one[3], other[3]) - max(one[1], other[1])
    areas = [(b[2] - b[0]) * (b[3] - b[1]) for b in (one, other)]
    return width * height / min(areas) if min(width, height, *areas) > 0 else 0.0


@settings(max_examples=25, deadline=None)
@given(TEXTS)
def test_what_was_typed_can_be_read_back(sample: Sample, text: str) -> None:
    content = pdf.render(_said(sample, f"FRA{text}TIL").report())
    assert _read(content).count(squeezed(f"FRA{printable(text)}TIL")) == PLACES
    assert pdfa.validate_written(BytesIO(content), "2b").passed


@settings(max_examples=15, deadline=None)
@given(st.text(ALPHABET, min_size=1, max_size=120))
def test_any_name_is_printed_as_typed(sample: Sample, name: str) -> None:
    said = _read(pdf.render(sample.named(name).report()))
    assert squeezed(printable(name.upper())) in said
    assert squeezed(printable(name)) in said


@settings(max_examples=10, deadline=None)
@given(TEXTS)
def test_nothing_lies_on_top_of_other_or_leaves_the_page(sample: Sample, text: str) -> None:
    _assert_apart_and_inside(pdf.render(_said(sample, text).report()))


@pytest.mark.parametrize("text", [ARABIC, COMBINED, MARKUP, CONTROLS, EMOJI])
def test_what_the_font_lacks_is_shown_by_its_number_and_told_of(sample: Sample, text: str) -> None:
    report = _said(sample, text).report()
    said = _read(pdf.render(report))
    lacking = pdf.replaced(report)
    assert all(f"[U+{ord(char):04X}]" in said for char in lacking)
    assert not set(lacking) & set(said)
    typed = set(unicodedata.normalize("NFC", text)) - set(lacking)
    silent = {c for c in typed if unicodedata.category(c)[0] in "CZ" or c in "\ufe0f\u200d"}
    assert typed - silent <= set(said)


def test_arabic_is_never_printed_unshaped(sample: Sample) -> None:
    said = _read(pdf.render(_said(sample, ARABIC).report()))
    assert not any(unicodedata.bidirectional(char) in ("R", "AL") for char in said)


def test_the_mark_of_a_draft_lies_on_nothing(sample: Sample) -> None:
    report = one_page(sample.report())
    _assert_apart_and_inside(pdf.render(report))
    _assert_apart_and_inside(pdf.render(replace(report, kicker="LANG OVERLINJE " * 9)))


def _unbroken(sample: Sample) -> Sample:
    return _said(sample, "abcdefghijklmnopqrstuvwxyzæøå" * 690)


def _three_hundred(sample: Sample) -> Sample:
    agreements = tuple(
        Agreement(str(i), f"#{i}# {'der fylder en del ' * (i % 9)}", management=f"Ledelsen {i}.")
        for i in range(300)
    )
    return sample.changed(agreements=agreements)


def _full_of_everything(sample: Sample) -> Sample:
    line = f"{MARKUP} {EMOJI} {ARABIC} {COMBINED} og så dansk."
    return _said(sample, "\n".join([line] * (20_000 // len(line))))


@pytest.mark.parametrize("huge", [_unbroken, _three_hundred, _full_of_everything])
def test_the_largest_content_is_whole_apart_inside_and_in_time(
    sample: Sample, huge: Callable[[Sample], Sample]
) -> None:
    report = replace(huge(sample).report(), dial=None)
    started = time.process_time()
    content = pdf.render(report)
    assert time.process_time() - started < SECONDS
    said = _read(content)
    for text in (*report.management, *(point.text for point in report.notes)):
        assert squeezed(printable(text)) in said
    assert all(squeezed(printable(row.what)) in said for row in report.agreements)
    _assert_apart_and_inside(content)
