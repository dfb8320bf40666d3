"""The bundled framework is whole, and says word for word what the source says."""

import hashlib
import re
from collections import Counter
from pathlib import Path

import pytest

from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import (
    BASELINE,
    PLACEMENT_LEVELS,
    Arena,
    Dimension,
    Framework,
    Level,
    Mark,
    PromptKind,
    Provenance,
)

COPY = Path(__file__).parents[1] / "data" / "kilde.txt"
ORIGINAL = Path(__file__).parents[3] / "shared" / "kilde" / "000_3bcb9b74cb4b8f32.txt"
SHA256 = "1de6c3270394de2e6468fc9b18cb9025d3cb25ca68fe9a5043af5534e587dff1"
SOURCE = COPY.read_text(encoding="utf-8")
LEVEL_HEADINGS = {Level.BASIC: "GRUNDLÆGGENDE NIVEAU", Level.SPECIALISED: "SPECIALISERET NIVEAU"}
ARENA_HEADINGS = {
    Arena.INDIVIDUAL: "INDIVIDUELT",
    Arena.CITIZEN_AND_BUSINESS: "BORGER- OG VIRKSOMHEDSVENDT",
    Arena.ORGANISATIONAL: "ORGANISATORISK",
}
DIMENSION_HEADINGS = ["PRAKTISKE", "REFLEKSIVE", "RELATIONELLE"]


def paragraphs(text: str) -> list[str]:
    """The paragraphs and list points of a part of the source, each on one line."""
    parts = re.split(r"\n\s*\n|\n(?=- )", text)
    return [" ".join(part.split()) for part in parts if part.strip()]


def definitions() -> dict[str, str]:
    """Field name to definition, from the list "De seks felter omfatter"."""
    listed = SOURCE.split("De seks felter omfatter:")[1].split("\n\n\n")[0]
    pattern = re.compile(r"- \*\*(.+?):\*\* (.+)")
    matches = [pattern.fullmatch(point) for point in paragraphs(listed)]
    return {match[1]: match[2] for match in matches if match}


def points(field_name: str, level: Level) -> list[str]:
    """The items of one field and level, from the field's own pages."""
    pages = SOURCE.split(f"\n{field_name.upper()}\n")[1]
    listed = pages.split(LEVEL_HEADINGS[level])[1]
    found: list[str] = []
    for paragraph in paragraphs(listed)[1:]:
        if not paragraph.startswith("- "):
            break
        found.append(paragraph.removeprefix("- "))
    return found


def table() -> dict[tuple[Dimension, Arena], str]:
    """The nine expressions, from the table on page 25."""
    page = SOURCE.split("\nPRAKTISKE\n")[1].split("\n4. Strategisk kompetenceudvikling\n")[0]
    cells = [part for part in paragraphs(page) if part not in DIMENSION_HEADINGS]
    found = {}
    for arena, heading in ARENA_HEADINGS.items():
        row = cells[cells.index(heading) + 1 :][:3]
        found.update({(d, arena): cell for d, cell in zip(Dimension, row, strict=True)})
    return found


@pytest.fixture(scope="module")
def framework() -> Framework:
    return bundled()


def test_the_copy_of_the_source_is_the_source() -> None:
    assert hashlib.sha256(COPY.read_bytes()).hexdigest() == SHA256


@pytest.mark.skipif(not ORIGINAL.exists(), reason="the source lies beside a project checkout only")
def test_the_copy_equals_the_shared_source() -> None:
    assert COPY.read_bytes() == ORIGINAL.read_bytes()


def test_names_and_definitions_are_the_sources(framework: Framework) -> None:
    assert len(framework.fields) == 6
    assert {field.name: field.definition for field in framework.fields} == definitions()
    assert [field.name for field in framework.fields] == list(definitions())


@pytest.mark.parametrize("level", Level)
def test_items_are_the_sources(framework: Framework, level: Level) -> None:
    for field in framework.fields:
        assert [item.text for item in field.at(level)] == points(field.name, level)


def test_items_are_61_and_none_is_changed(framework: Framework) -> None:
    counts = [tuple(len(field.at(level)) for level in Level) for field in framework.fields]
    assert counts == [(6, 5), (5, 5), (4, 5), (6, 5), (5, 5), (6, 4)]
    items = [item for field in framework.fields for item in field.items]
    assert len(items) == 61
    assert {item.provenance for item in items} == {Provenance.SOURCE}


def test_expressions_are_the_sources(framework: Framework) -> None:
    assert {(e.dimension, e.arena): e.text for e in framework.expressions} == table()


def test_words_come_in_the_order_of_the_model(framework: Framework) -> None:
    assert [text.dimension for text in framework.dimensions] == list(Dimension)
    assert [text.name for text in framework.dimensions] == ["Praktisk", "Refleksiv", "Relationel"]
    assert [text.arena for text in framework.arenas] == list(Arena)
    assert [text.mark for text in framework.marks] == list(Mark)
    assert [text.word for text in framework.marks] == ["Nyt", "På vej", "Sikker", "Deler"]
    for dimension in Dimension:
        assert [e.arena for e in framework.expressions_of(dimension)] == list(Arena)


def test_placements_and_the_baseline(framework: Framework) -> None:
    assert [text.level for text in framework.placements] == list(PLACEMENT_LEVELS)
    assert framework.placement_word(0) == "Nyt område"
    assert framework.placement_word(BASELINE) == "Mestrer"
    assert framework.placement_word(6) == "Ressourceperson"


def test_mark_wordings_fit_their_viewpoint(framework: Framework) -> None:
    for mark in framework.marks:
        assert mark.employee.startswith("Jeg ")
        assert mark.leader.startswith("{name} ")
        assert mark.agreed.startswith("Vi er enige om, at ")


def test_learning_forms_per_dimension(framework: Framework) -> None:
    counts = Counter(form.dimension for form in framework.learning_forms)
    assert counts == {
        Dimension.PRACTICAL: 3,
        Dimension.REFLEXIVE: 3,
        Dimension.RELATIONAL: 5,
        None: 6,
    }


def test_prompts_are_enough_and_all_different(framework: Framework) -> None:
    prompts = [prompt for field in framework.fields for prompt in field.prompts]
    assert len(framework.prompts) >= 6
    for field in framework.fields:
        assert len(field.prompts) >= 4
        assert {prompt.dimension for prompt in field.prompts} == {None, *Dimension}
        assert PromptKind.DEPTH in {prompt.kind for prompt in field.prompts}
    texts = [prompt.text for prompt in (*prompts, *framework.prompts)]
    assert len(texts) == len(set(texts))


def test_readings_and_judgement(framework: Framework) -> None:
    assert [reading.name for reading in framework.readings] == [
        "Fælles styrkeposition",
        "Fælles udviklingsområde",
        "Individuelt læringsbehov",
        "Organisatorisk læringspotentiale",
    ]
    assert all(reading.meaning.startswith("Kan pege på") for reading in framework.readings)
    assert framework.judgement.steps == (
        "Situation",
        "Muligheder",
        "Konsekvenser",
        "Valg",
        "Virkning",
    )


def test_own_words_keep_to_one_spelling(framework: Framework) -> None:
    own = [text.meaning for text in framework.dimensions]
    own += [field.description for field in framework.fields]
    own += [prompt.text for field in framework.fields for prompt in field.prompts]
    assert not re.search("reflektiv|virksomhedsrettet", " ".join(own), re.IGNORECASE)
