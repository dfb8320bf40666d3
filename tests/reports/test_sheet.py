from dataclasses import replace
from io import BytesIO

import pikepdf
import pypdfium2
import pytest
from pikepdf import pdfa
from tests.reports.reading import elements
from tests.reports.sample import page_texts, squeezed

from kompasskive.framework.catalogue import bundled
from kompasskive.framework.codes import item_codes
from kompasskive.framework.model import Framework, Level
from kompasskive.reports.sheet import AUDIENCE, QUESTIONS, render

WHOLE = bundled()
CIRCLES = 61 * 4 + 18 * 7


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(WHOLE)


def test_every_item_and_placement_has_a_code_of_its_own(content: bytes) -> None:
    said = [text for _, text in elements(content)]
    codes = [
        (code, item.text)
        for field in WHOLE.fields
        for item, code in zip(
            (*field.at(Level.BASIC), *field.at(Level.SPECIALISED)),
            item_codes(field, WHOLE.number(field.id)).values(),
            strict=True,
        )
    ]
    assert len({code for code, _ in codes}) == 61
    for code, text in codes:
        assert said[said.index(code) + 1] == text
    placements = [f"{number}{letter}" for number in range(1, 7) for letter in "abc"]
    assert all(said.count(code) == 1 for code in placements)


def test_every_line_has_its_circles(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as document:
        drawn = 0
        for page in list(document.pages)[1:]:
            names = [str(i.operator) for i in pikepdf.parse_content_stream(page)]
            drawn += names.count("c") // 4
    assert drawn == CIRCLES


def test_the_front_has_a_blank_dial_four_questions_and_says_whose_it_is(content: bytes) -> None:
    front, *others = page_texts(content)
    assert all(squeezed(question) in squeezed(front) for question in QUESTIONS)
    assert "Papiret er dit – du bestemmer, hvad du deler." in " ".join(front.split())
    assert all(field.name.split()[0] in front for field in WHOLE.fields)
    assert all(AUDIENCE in page for page in (front, *others))
    assert f"Side 1 af {len(others) + 1}" in front
    assert all("Nyt" in page for page in others)


def test_the_sheet_is_grey_kept_and_read_aloud(content: bytes) -> None:
    assert pdfa.validate_written(BytesIO(content), "2b").passed
    document = pypdfium2.PdfDocument(content)
    image = document[0].render(scale=1).to_pil().convert("RGB")
    document.close()
    assert all(r == g == b for _, (r, g, b) in image.getcolors(maxcolors=1 << 20))
    headings = [text for role, text in elements(content) if role == "H2"]
    assert headings == [*QUESTIONS, *(f"{WHOLE.number(f.id)} {f.name}" for f in WHOLE.fields)]


@pytest.mark.parametrize("count", [3, 8])
def test_a_framework_of_another_size_has_its_sheet(count: int) -> None:
    fields = (*WHOLE.fields, *(replace(f, id=f"{f.id}-2") for f in WHOLE.fields))[:count]
    own: Framework = replace(WHOLE, fields=fields)
    content = render(own)
    assert pdfa.validate_written(BytesIO(content), "2b").passed
    assert f"{count}c" in "".join(page_texts(content))
