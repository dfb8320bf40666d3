import re
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import pdfa
from tests.reports.reading import elements, is_element, marked_texts, walk
from tests.reports.sample import Sample

from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import THEMES
from kompasskive.dialogue.model import About, Agreement, Note, NoteScope, ParkedTopic, Statement
from kompasskive.reports import dial_pdf, pdf


@pytest.fixture(scope="module")
def long(sample: Sample) -> Sample:
    """Pages of agreements, and two columns that both flow on."""
    agreements = tuple(Agreement(str(i), f"Aftale {i} med noget at læse") for i in range(60))
    text = "\n".join(f"Linje {i} om faglighed." for i in range(70))
    said = (Statement("s", About(), text),)
    notes = (Note("n", NoteScope.TALK, "", "Hej 😀\nR&D <kommentar>", None, True),)
    return sample.changed(agreements=agreements, strengths=said, potentials=said, notes=notes)


@pytest.fixture(scope="module", params=["draft", "approved", "grey", "empty", "long"])
def content(request: pytest.FixtureRequest, sample: Sample, empty: Sample, long: Sample) -> bytes:
    talks = {"draft": sample, "empty": empty, "long": long}
    talk = talks.get(request.param, sample.approved())
    return pdf.render(talk.report(), grey=request.param == "grey")


def test_every_report_is_a_valid_pdf_a_2b(content: bytes) -> None:
    report = pdfa.validate_written(BytesIO(content), "2b")
    assert report.passed, report.summary()


def test_the_dial_alone_is_a_valid_pdf_a_2b(sample: Sample) -> None:
    dial = sample.report().dial
    assert dial is not None
    picture = draw(dial.profile, 400, 300, DialOptions())
    report = pdfa.validate_written(BytesIO(dial_pdf.render(picture, THEMES["dark"])), "2b")
    assert report.passed, report.summary()


def test_colours_are_defined_and_the_metadata_agree_and_name_nobody(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as document:
        (intent,) = document.Root.OutputIntents
        assert intent.S == "/GTS_PDFA1"
        assert b"acsp" in intent.DestOutputProfile.read_bytes()[:64]
        metadata = document.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B")
        assert metadata["dc:title"] == str(document.docinfo.Title)
        assert metadata["pdf:Producer"] == str(document.docinfo.Producer)
        assert metadata["dc:language"] == {"da-DK"}
        packet = document.Root.Metadata.read_bytes().decode("utf-8")
        assert not re.search(r"Jens|Mette|root|Profil\.pdf", packet)
        assert document.Root.Lang == "da-DK"
        assert bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert bool(document.Root.MarkInfo.Marked)
        assert not any("/Trans" in page for page in document.pages)


def test_all_content_is_tagged_once_and_the_tree_leads_back_from_every_page(content: bytes) -> None:
    with pikepdf.open(BytesIO(content)) as document:
        tree = document.Root.StructTreeRoot
        owners = {}
        for element, pieces in walk(tree.K[0]):
            for key in pieces:
                assert key not in owners
                owners[key] = element.objgen
        rows = list(tree.ParentTree.Nums)
        parents = dict(zip(map(int, rows[::2]), rows[1::2], strict=True))
        seen = 0
        for page in document.pages:
            numbers = sorted(marked_texts(page))
            column = parents[int(page.StructParents)]
            assert numbers == list(range(len(column)))
            assert all(owners[page.objgen, n] == column[n].objgen for n in numbers)
            seen += len(numbers)
        assert seen == len(owners)


def test_headings_come_in_reading_order(sample: Sample) -> None:
    said = elements(pdf.render(sample.approved().report()))
    assert [text for role, text in said if role == "H1"] == ["KOMPETENCEPROFIL FOR: JENS JENSEN"]
    assert [text for role, text in said if role == "H2"] == [
        "Styrkepositioner",
        "Udviklingspotentialer",
        "Det har vi aftalt",
        "Profilen i ord",
        "Siden sidst",
        "Kursen",
        "Hvad skal ledelsen gøre?",
        "Noter fra samtalen",
        "Det vender vi tilbage til",
        "Medarbejderens bemærkninger",
    ]


def test_a_draft_says_so_before_anything_else(sample: Sample) -> None:
    assert elements(pdf.render(sample.report()))[0] == ("P", "KLADDE")


def test_lines_that_end_with_a_word_do_not_run_together(sample: Sample) -> None:
    words = " ".join(f"ord{i}" for i in range(90))
    unbroken = "x" * 300
    notes = tuple(Note(t[:4], NoteScope.TALK, "", t, None, True) for t in (words, unbroken))
    texts = [text for _, text in elements(pdf.render(sample.changed(notes=notes).report()))]
    assert words in texts
    assert unbroken in texts


def test_a_paragraph_that_flows_on_is_one_and_columns_are_read_one_by_one(sample: Sample) -> None:
    text = " ".join(f"ord{i}" for i in range(260))
    said = tuple(Statement(f"s{i}", About(), text) for i in range(3))
    told = sample.changed(strengths=said, potentials=said)
    said_aloud = elements(pdf.render(told.report()))
    assert said_aloud.count(("P", text)) == 6
    places = [i for i, (_, shown) in enumerate(said_aloud) if shown == text]
    heading = said_aloud.index(("H2", "Udviklingspotentialer"))
    assert sum(place < heading for place in places) == 3


def test_a_repeated_head_is_read_once_and_tells_what_it_heads(long: Sample) -> None:
    content = pdf.render(long.report())
    assert elements(content).count(("P", "Hvad gør vi?")) == 1
    with pikepdf.open(BytesIO(content)) as document:
        tables = _all(document.Root.StructTreeRoot.K[0], "/Table")
        assert len(tables) == 2
        for table in tables:
            widths = {len(row.K) for row in table.K}
            assert len(widths) == 1
            first, *rest = table.K
            assert all(c.A.Scope == "/Column" for c in first.K if c.S == "/TH")
            assert all([c.A.Scope for c in row.K if c.S == "/TH"] == ["/Row"] for row in rest)


def test_points_are_lists_whose_items_have_a_label_and_a_body(sample: Sample) -> None:
    parked = (ParkedTopic("a", "Den ene sag"), ParkedTopic("b", "Den anden sag\nmed en linje til"))
    content = pdf.render(sample.changed(parked=parked).report())
    with pikepdf.open(BytesIO(content)) as document:
        lists = _all(document.Root.StructTreeRoot.K[0], "/L")
        assert [str(each.A.ListNumbering) for each in lists] == ["/Disc"] * 3
        for items in (each.K for each in lists):
            assert {str(item.S) for item in items} == {"/LI"}
            assert all([str(k.S) for k in item.K] == ["/Lbl", "/LBody"] for item in items)
        assert [len(item.K[1].K) for item in lists[2].K] == [1, 2]
    said = elements(content)
    at = said.index(("P", "Den ene sag"))
    assert said[at - 1 : at + 4] == [
        ("Lbl", "•"),
        ("P", "Den ene sag"),
        ("Lbl", "•"),
        ("P", "Den anden sag"),
        ("P", "med en linje til"),
    ]


def test_a_list_in_two_columns_is_one_list_in_one_place(sample: Sample) -> None:
    report = sample.report()
    said = elements(pdf.render(report))
    told = [f"{p.lead} {p.text}".replace("\u00a0", " ") for p in report.since_last]
    assert len(told) > 3
    first = said.index(("P", told[0]))
    assert [text for role, text in said[first : first + 2 * len(told)] if role == "P"] == told


def test_the_dial_is_a_figure_with_its_words(sample: Sample) -> None:
    with pikepdf.open(BytesIO(pdf.render(sample.report()))) as document:
        (figure,) = _all(document.Root.StructTreeRoot.K[0], "/Figure")
        said = str(figure.Alt)
        left, bottom, right, top = map(float, figure.A.BBox)
    assert "Nålen peger på" in said
    assert "1 Arbejdsmarked & Uddannelse." in said
    assert 0 < left < right < 596
    assert 0 < bottom < top < 842


def test_a_name_with_any_characters_keeps_the_file_valid(sample: Sample) -> None:
    named = sample.named("Åse \u202e<&> 😀 عمر (\\)")
    report = replace(named.report(file_name="(a)\\b<&>.pdf"), kicker="]]> \x00")
    checked = pdfa.validate_written(BytesIO(pdf.render(report)), "2b")
    assert checked.passed, checked.summary()


def _all(element: Any, role: str) -> list[Any]:
    found = [element] if role == element.S else []
    for kid in filter(is_element, element.K):
        found += _all(kid, role)
    return found
