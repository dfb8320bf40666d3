"""What another PDF program makes of the file: structure, fonts and metadata by poppler."""

import subprocess
from pathlib import Path

import pytest
from tests.reports.sample import Sample

from kompasskive.reports import pdf

pytestmark = pytest.mark.print


@pytest.fixture
def printed(sample: Sample, tmp_path: Path) -> Path:
    path = tmp_path / "profil.pdf"
    path.write_bytes(pdf.render(sample.approved().report()))
    return path


def _told(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_poppler_reads_the_structure_in_order(printed: Path) -> None:
    told = _told("pdfinfo", "-struct-text", printed)
    assert told.splitlines()[0] == "Document"
    order = ["H1 (block)", "Figure", "Styrkepositioner", "Det har vi aftalt", "Profilen i ord"]
    places = [told.index(each) for each in order]
    assert places == sorted(places)
    assert told.count("/Scope /Column") == 5 + 6
    assert told.count("/Scope /Row") == 3 + 6


def test_poppler_finds_every_font_embedded_as_a_subset(printed: Path) -> None:
    lines = _told("pdffonts", printed).splitlines()[2:]
    assert len(lines) == 3
    for line in lines:
        name, *_, embedded, subset, unicode_map, _number, _generation = line.split()
        assert "+SourceSans3-" in name
        assert (embedded, subset, unicode_map) == ("yes", "yes", "yes")


def test_poppler_finds_it_tagged_a4_and_described(printed: Path) -> None:
    told = _told("pdfinfo", printed)
    facts = dict(line.split(":", 1) for line in told.splitlines())
    assert facts["Tagged"].strip() == "yes"
    assert facts["Metadata Stream"].strip() == "yes"
    assert facts["Page size"].strip().endswith("(A4)")
    assert "Jens" not in told
