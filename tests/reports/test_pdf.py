import re
import time
from collections.abc import Callable
from dataclasses import replace

import pypdfium2
import pytest
from tests.reports.sample import Sample, page_texts, squeezed

from kompasskive.dialogue.model import About, Agreement, Note, NoteScope, Statement
from kompasskive.framework.model import Arena
from kompasskive.reports import pdf
from kompasskive.reports.fonts import printable
from kompasskive.reports.model import Included, ProfileReport
from kompasskive.reports.said import AGREED, DIFFERING
from kompasskive.reports.styles import BOTTOM, LEFT, PAGE_HEIGHT, PAGE_WIDTH, RIGHT, TOP

UNBROKEN = "abcdefghijklmnopqrstuvwxyzæøå" * 690
LONG = "\n".join(f"Linje {i} om faglighed & virkning i <praksis>." for i in range(410))
NASTY = "<&>\"æøå <b>fed</b> &amp; </para> <img src='x'/> 😀 \u202eomvendt ]]> %s {0}"


def _note(text: str) -> tuple[Note, ...]:
    return (Note("n", NoteScope.TALK, "", text, None, True),)


def _all_text(content: bytes) -> str:
    return squeezed("".join(page_texts(content)))


def _boxes(content: bytes) -> list[tuple[float, float, float, float]]:
    document = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage() for page in document]
    boxes = [text.get_charbox(i) for text in texts for i in range(text.count_chars())]
    document.close()
    return boxes


def test_the_example_fills_exactly_two_pages(sample: Sample) -> None:
    for each in (sample, sample.approved()):
        for grey in (False, True):
            first, second = page_texts(pdf.render(each.report(), grey))
            assert "KOMPETENCEPROFIL FOR: JENS JENSEN" in first
            assert "Det har vi aftalt" in first
            assert "Profilen i ord" in second
            assert "Side 2 af 2" in second


def test_all_that_the_report_says_is_on_paper(sample: Sample) -> None:
    report = replace(sample.report(Included(case=True)), dial=None)
    printed = _all_text(pdf.render(report))
    for text in report.texts():
        for part in printable(text).splitlines():
            assert squeezed(part) in printed


def test_nothing_is_left_out_of_an_empty_talk(empty: Sample) -> None:
    first, second = page_texts(pdf.render(empty.report()))
    assert "Arbejdsmarked & Uddannelse" in first
    assert "Ikke drøftet" in second


@pytest.mark.parametrize("name", [NASTY, "R&D <kommentar>", "Ærø Ångström-Øst", "Å" * 119 + "<"])
def test_names_are_printed_as_typed(sample: Sample, name: str) -> None:
    printed = _all_text(pdf.render(sample.named(name).report()))
    assert squeezed(printable(name.upper())) in printed
    assert squeezed(printable(name)) in printed


def _sixty(sample: Sample) -> Sample:
    agreements = tuple(
        Agreement(str(i), f"Aftale {i} {'der fylder en del ' * (i % 9)}#{i}#", who="Jens")
        for i in range(60)
    )
    return sample.changed(agreements=agreements)


def _unbroken(sample: Sample) -> Sample:
    field = sample.workbook.frameworks[0].fields[0]
    return sample.changed(
        strengths=(Statement("s", About(field.id), UNBROKEN),),
        notes=(Note("n", NoteScope.ITEM, field.items[0].id, UNBROKEN, Arena.INDIVIDUAL, True),),
        agreements=(Agreement("a", UNBROKEN, who=UNBROKEN[:5000], management=UNBROKEN),),
    )


def _wordy(sample: Sample) -> Sample:
    said = (Statement("s", About(), LONG),)
    return sample.approved(LONG).changed(
        strengths=said, potentials=said, directions=said, notes=_note(LONG), remark=LONG
    )


HUGE: list[tuple[Callable[[Sample], Sample], tuple[str, ...]]] = [
    (_sixty, tuple(f"#{i}#" for i in range(60))),
    (_unbroken, (UNBROKEN[:1500], UNBROKEN[-1000:])),
    (_wordy, ("Linje0om", "Linje409omfaglighed")),
]


@pytest.mark.parametrize(("change", "expected"), HUGE, ids=["sixty", "unbroken", "wordy"])
def test_huge_contents_flow_on_whole_and_inside_the_margins(
    sample: Sample, change: Callable[[Sample], Sample], expected: tuple[str, ...]
) -> None:
    report = change(sample).report()
    started = time.process_time()
    content = pdf.render(report)
    assert time.process_time() - started < 10
    for left, bottom, right, top in _boxes(content):
        assert left >= LEFT - 2
        assert right <= PAGE_WIDTH - RIGHT + 2
        assert bottom >= BOTTOM - 26
        assert top <= PAGE_HEIGHT - TOP + 8
    printed = _bodies(content, report)
    assert all(part in printed for part in expected)


def _bodies(content: bytes, report: ProfileReport) -> str:
    """The printed text without heads and feet, which come between the lines that flow on."""
    heads = {squeezed(report.title), "KLADDE", "Ikkegodkendtendnu"}
    lines = (squeezed(text) for page in page_texts(content) for text in page.splitlines())
    running = re.compile(r"Side\d+af\d+|udskrevet|" + squeezed(report.confidentiality))
    return "".join(text for text in lines if text not in heads and not running.search(text))


def test_a_table_repeats_its_head_on_every_page_it_takes(sample: Sample) -> None:
    pages = page_texts(pdf.render(_sixty(sample).report()))
    with_rows = [page for page in pages if re.search(r"#\d+#", page)]
    assert len(with_rows) > 2
    assert all("Hvad gør vi?" in page for page in with_rows)


@pytest.mark.parametrize("lines", range(0, 60, 3))
def test_signatures_never_stand_alone(sample: Sample, lines: int) -> None:
    text = "\n".join(f"Bemærkning {i}" for i in range(lines + 1))
    last = page_texts(pdf.render(sample.changed(remark=text).report()))[-1]
    assert "Dato og underskrift, medarbejder" in last
    assert f"Bemærkning {lines}" in last
    approved = page_texts(pdf.render(sample.approved().changed(remark=text).report()))[-1]
    assert AGREED in approved
    assert "Dato og underskrift, leder" in approved


def test_a_differing_view_stays_with_the_words_before_it_and_the_signatures(
    sample: Sample,
) -> None:
    view = "Jens ser sig selv som ressourceperson; lederen vil vente til efter kurset."
    last = page_texts(pdf.render(sample.approved(view).report()))[-1]
    assert DIFFERING in last
    assert squeezed(view) in squeezed(last)
    assert "Dato og underskrift, leder" in last


def test_a_few_lines_to_write_on_less_save_a_page(sample: Sample) -> None:
    view = "Jens ser sig selv som ressourceperson; lederen vil vente til efter kurset."
    assert len(page_texts(pdf.render(sample.approved(view).report()))) == 2


def test_without_a_dial_the_words_follow_at_once(sample: Sample) -> None:
    first, *_ = page_texts(pdf.render(sample.report(Included(dial=False))))
    assert "Profilen i ord" in first


def test_drafts_say_so_on_every_page_and_approved_talks_never(sample: Sample) -> None:
    long = sample.changed(notes=_note(LONG))
    drafts = page_texts(pdf.render(long.report()))
    assert len(drafts) > 3
    assert all("KLADDE" in page for page in drafts)
    assert AGREED not in " ".join(drafts)
    approved = page_texts(pdf.render(long.approved().report()))
    assert not any("KLADDE" in page for page in approved)
    assert AGREED in " ".join(approved)


def test_only_ticked_notes_reach_the_file(sample: Sample) -> None:
    notes = (*_note("MÅ PRINTES"), Note("m", NoteScope.TALK, "", "KUN FOR OS", None, False))
    printed = _all_text(pdf.render(sample.changed(notes=notes).report()))
    assert "MÅPRINTES" in printed
    assert "KUNFOROS" not in printed


def test_every_page_is_a4_and_numbered(sample: Sample) -> None:
    content = pdf.render(_sixty(sample).report(file_name="x" * 250 + ".pdf"))
    document = pypdfium2.PdfDocument(content)
    sizes = {document.get_page_size(i) for i in range(len(document))}
    document.close()
    assert {(round(w), round(h)) for w, h in sizes} == {(595, 842)}
    pages = page_texts(content)
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in page
        assert "udskrevet 23.11.2026 kl. 14.05" in page
        assert "Fortroligt – hører til i personalesagen" in page


@pytest.mark.parametrize("grey", [False, True])
def test_every_font_is_an_embedded_subset(sample: Sample, grey: bool) -> None:
    content = pdf.render(sample.report(), grey)
    fonts = set(re.findall(rb"/BaseFont /(\S+)", content))
    assert {name.split(b"+")[1] for name in fonts} == {
        b"SourceSans3-Regular",
        b"SourceSans3-SemiBold",
        b"SourceSans3-Bold",
    }
    assert b"Helvetica" not in content
    assert content.count(b"/FontFile2") == len(fonts)


def test_the_metadata_names_nobody_and_gives_title_language_and_bookmarks(sample: Sample) -> None:
    report = sample.changed(notes=_note("hemmelighed")).report(file_name="Jens.pdf")
    content = pdf.render(report)
    document = pypdfium2.PdfDocument(content)
    metadata = document.get_metadata_dict()
    bookmarks = [(b.get_title(), b.get_dest().get_index()) for b in document.get_toc()]
    document.close()
    assert metadata["Title"] == "Kompetenceprofil – samtale 23. november 2026"
    assert not re.search(r"Jens|Mette|hemmelighed|root|/", " ".join(metadata.values()))
    assert b"/Lang (da-DK)" in content
    assert bookmarks[0] == ("Kompasskiven", 0)
    assert ("Profilen i ord", 1) in bookmarks
    assert ("Medarbejderens bemærkninger", 1) in bookmarks


def test_the_greyscale_print_out_has_no_colour(sample: Sample) -> None:
    document = pypdfium2.PdfDocument(pdf.render(sample.report(), grey=True))
    images = [page.render(scale=1).to_pil().convert("RGB") for page in document]
    document.close()
    for image in images:
        assert all(r == g == b for _, (r, g, b) in image.getcolors(maxcolors=1 << 20))


def test_replaced_characters_can_be_told_of_and_are_explained_on_paper(sample: Sample) -> None:
    report = sample.changed(notes=_note("hej 😀")).report()
    assert pdf.replaced(report) == ("😀",)
    assert "Tegn, som skriften ikke har" in " ".join(page_texts(pdf.render(report)))
    assert pdf.replaced(sample.report()) == ()


def test_a_report_of_nothing_but_its_head_can_be_printed(sample: Sample) -> None:
    nothing = Included(**dict.fromkeys((name for name, _ in Included.labels()), False))
    (only,) = page_texts(pdf.render(sample.report(nothing)))
    assert "JENS JENSEN" in only
    assert "Dato og underskrift, leder" in only
