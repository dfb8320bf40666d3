"""The sheet with the recovery code: one page, archived as the others, the name as it is written."""

from datetime import datetime
from io import BytesIO

import pypdfium2
import pytest
from pikepdf import pdfa
from tests.reports.reading import elements
from tests.reports.sample import page_texts

from kompasskive.reports.recovery_page import SAID, render
from kompasskive.storage.recovery_code import code_of, secret_of

AT = datetime(2026, 11, 23, 14, 5).astimezone()
SECRET = bytes(range(7, 39))
NAME = "Samtaler <b> & Æ 2026.kompas"


@pytest.fixture(scope="module")
def content() -> bytes:
    return render(code_of(SECRET), NAME, AT)


def test_it_is_one_page_with_the_code_and_what_to_do(content: bytes) -> None:
    (page,) = page_texts(content)
    flat = " ".join(page.split())
    assert " ".join(" ".join(code_of(SECRET)).split()) in flat
    assert f"»{NAME}«" in flat
    assert all(title in flat for title, _ in SAID)


def test_what_is_copied_from_it_opens_the_file(content: bytes) -> None:
    lines = [text for _, text in elements(content) if text[:4] == code_of(SECRET)[0][:4]]
    assert lines
    (page,) = page_texts(content)
    start = page.index(code_of(SECRET)[0][:4])
    end = page.index(SAID[0][0])
    assert secret_of(page[start:end]) == SECRET


def test_it_is_a_valid_pdf_a_2b_that_names_no_file_in_its_title(content: bytes) -> None:
    report = pdfa.validate_written(BytesIO(content), "2b")
    assert report.passed, report.summary()
    document = pypdfium2.PdfDocument(content)
    assert document.get_metadata_dict()["Title"] == "Gendannelseskode"
    document.close()


@pytest.mark.parametrize("name", ["x" * 300, "a " * 150, "\u202egnp.kompas", "日本.kompas"])
def test_any_name_stays_on_its_page(name: str) -> None:
    assert len(page_texts(render(code_of(SECRET), name, AT))) == 1
