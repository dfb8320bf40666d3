"""Builds the small parts of a framework: words, expressions, learning forms, readings, source."""

from kompasskive.framework import words
from kompasskive.framework.model import (
    PLACEMENT_LEVELS,
    Arena,
    ArenaText,
    Dimension,
    DimensionText,
    Expression,
    Judgement,
    LearningForm,
    Mark,
    MarkText,
    PlacementText,
    Prompt,
    PromptKind,
    Reading,
    Source,
)
from kompasskive.framework.table import Table

JUDGEMENT_STEPS = 5
NAME_PLACEHOLDER = "{name}"


def source(table: Table) -> Source:
    """Where the framework comes from."""
    made = Source(
        title=table.text("titel"),
        publisher=table.text("udgiver"),
        reference=table.text("henvisning"),
        note=table.text("note"),
    )
    table.close()
    return made


def judgement(table: Table) -> Judgement:
    """The professional judgement and its five steps."""
    made = Judgement(
        name=table.text("navn"),
        meaning=table.text("betydning"),
        steps=table.texts("trin", JUDGEMENT_STEPS),
    )
    table.close()
    return made


def learning_form(table: Table) -> LearningForm:
    """A learning form; without `dimension` it suits all three."""
    dimension = table.choice("dimension", words.DIMENSIONS) if table.has("dimension") else None
    made = LearningForm(
        id=table.identifier("læringsform"),
        name=table.unique("navn", "læringsformens navn"),
        dimension=dimension,
    )
    table.close("dimension")
    return made


def general_prompt(table: Table) -> Prompt:
    """A prompt that belongs to no field."""
    made = Prompt(table.identifier("spørgsmål"), table.text("tekst"), PromptKind.GENERAL)
    table.close()
    return made


def dimension(table: Table) -> tuple[Dimension, DimensionText] | None:
    """A dimension and its words; None when it is unknown."""
    key = table.choice("dimension", words.DIMENSIONS)
    texts = [table.text(name) for name in ("navn", "betydning", "spoergsmaal")]
    return (key, DimensionText(key, *texts)) if key else None


def arena(table: Table) -> tuple[Arena, ArenaText] | None:
    """An arena and its name; None when it is unknown."""
    key, name = table.choice("arena", words.ARENAS), table.text("navn")
    return (key, ArenaText(key, name)) if key else None


def expression(table: Table) -> tuple[tuple[Dimension, Arena], Expression] | None:
    """One cell of the 3x3 table; None when dimension or arena is unknown."""
    row = table.choice("dimension", words.DIMENSIONS)
    column = table.choice("arena", words.ARENAS)
    text = table.text("tekst")
    return ((row, column), Expression(row, column, text)) if row and column else None


def mark(table: Table) -> tuple[Mark, MarkText] | None:
    """A mark and its wordings; None when it is unknown."""
    key = table.choice("markering", words.MARKS)
    texts = [table.text("ord"), table.text("betydning")]
    wordings = [_wording(table, name) for name in ("medarbejder", "leder", "faelles")]
    return (key, MarkText(key, *texts, *wordings)) if key else None


def placement(table: Table) -> tuple[int, PlacementText] | None:
    """A placement level and its word; None when it is not 0-6."""
    level, word, meaning = table.number("trin"), table.text("ord"), table.text("betydning")
    if level is not None and level not in PLACEMENT_LEVELS:
        table.faults.add(table.at("trin"), f"»trin« skal være fra 0 til 6, ikke {level}")
        return None
    return None if level is None else (level, PlacementText(level, word, meaning))


def reading(table: Table) -> tuple[str, Reading] | None:
    """One of the four readings; None when it is unknown."""
    key = table.choice("id", {name: name for name in words.READING_IDS})
    texts = [table.text(name) for name in ("navn", "betydning", "handling")]
    return (key, Reading(key, *texts)) if key else None


def _wording(table: Table, key: str) -> str:
    text = table.text(key)
    if any(brace in text.replace(NAME_PLACEHOLDER, "") for brace in "{}"):
        table.faults.add(table.at(key), f"»{key}« må kun have pladsholderen {NAME_PLACEHOLDER}")
    return text
