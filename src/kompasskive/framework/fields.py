"""Builds the fields of a framework with their items and prompts."""

from kompasskive.framework import words
from kompasskive.framework.model import CompetenceField, Item, Prompt, PromptKind, Provenance
from kompasskive.framework.table import Table

FIELDS_MIN, FIELDS_MAX = 3, 8
_TARGETS = "felt eller punkt"


def competence_fields(root: Table) -> tuple[CompetenceField, ...]:
    """All fields, in the file's order."""
    tables = root.tables("felt")
    if tables and not FIELDS_MIN <= len(tables) <= FIELDS_MAX:
        wanted = f"der skal være {FIELDS_MIN} til {FIELDS_MAX}"
        root.faults.add(root.at("felt"), f"rammen har {len(tables)} felter – {wanted}")
    return tuple(_field(table) for table in tables)


def _field(table: Table) -> CompetenceField:
    made = CompetenceField(
        id=table.identifier(_TARGETS),
        name=table.unique("navn", "feltets navn"),
        definition=table.text("definition"),
        description=table.text("beskrivelse"),
        items=_items(table),
        prompts=tuple(
            prompt for row in table.tables("spoergsmaal", optional=True) if (prompt := _prompt(row))
        ),
    )
    table.close()
    return made


def _items(table: Table) -> tuple[Item, ...]:
    rows = table.tables("punkt")
    items = tuple(item for row in rows if (item := _item(row)))
    in_use = {item.level for item in items if not item.retired}
    for word, level in words.LEVELS.items():
        if rows and level not in in_use:
            table.faults.add(table.path, f"feltet har ingen punkter på niveauet »{word}«")
    return items


def _item(table: Table) -> Item | None:
    item_id, text = table.identifier(_TARGETS), table.text("tekst")
    level = table.choice("niveau", words.LEVELS)
    provenance = table.choice("oprindelse", words.PROVENANCES, Provenance.SOURCE)
    retired = table.flag("udgaaet")
    table.close()
    if level is None:
        return None
    return Item(item_id, text, level, provenance or Provenance.SOURCE, retired)


def _prompt(table: Table) -> Prompt | None:
    prompt_id, text = table.identifier("spørgsmål"), table.text("tekst")
    kind = table.choice("slags", words.FIELD_PROMPTS)
    about = kind is PromptKind.DIMENSION or table.has("dimension")
    dimension = table.choice("dimension", words.DIMENSIONS) if about else None
    if kind in (PromptKind.FIELD, PromptKind.DEPTH) and about:
        table.faults.add(table.at("dimension"), "»dimension« hører kun til slags »dimension«")
    table.close("dimension")
    return Prompt(prompt_id, text, kind, dimension) if kind else None
