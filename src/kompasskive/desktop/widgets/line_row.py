"""One line of the long list, as the eye and the screen reader get it."""

from dataclasses import dataclass

from kompasskive.dialogue.lines import Line
from kompasskive.framework.model import BASELINE, Framework, Level
from kompasskive.profile.model import Bead, Cell, CellState, FieldProfile, Profile

PLACED = "Hvordan kommer det til udtryk?"
ITEM_KEYS = "1–4 markér, V vil gerne udvikle, I ikke relevant, 0 ryd"
CELL_KEYS = "0–6 placér, I ikke relevant, Delete ryd"
_LEVELS = {
    Level.BASIC: "Grundlæggende – forventes af alle",
    Level.SPECIALISED: "Specialiseret – dybde, som nogle har",
}
_GAP = "  ·  "


@dataclass(frozen=True, slots=True)
class LineRow:
    """A bead or a cell with its code; `field` and `group` stand above the first of their kind."""

    line: Line
    text: str
    under: str
    word: str
    bead: Bead | None
    cell: Cell | None
    field: str = ""
    group: str = ""

    @property
    def id(self) -> str:
        """The code, which no other line has."""
        return self.line.code

    @property
    def name(self) -> str:
        """Code and text."""
        return f"{self.line.code} {self.text}"

    @property
    def spoken(self) -> str:
        """The line in one sentence."""
        parts = (self.field, self.group, self.line.code, self.text, self.word, self.under)
        return ", ".join(part for part in parts if part)

    @property
    def described(self) -> str:
        """The keys that say something here."""
        return ITEM_KEYS if self.cell is None else CELL_KEYS

    @property
    def said(self) -> bool:
        """Whether anything is said on the line."""
        if self.cell is not None:
            return self.cell.state is not CellState.NOT_DISCUSSED
        bead = self.bead
        return bead is not None and (bead.mark is not None or bead.not_relevant)

    @property
    def wish(self) -> bool:
        """Whether "Vil gerne udvikle" is ticked."""
        return self.bead is not None and self.bead.wish


def line_rows(
    framework: Framework, lines: tuple[Line, ...], profile: Profile
) -> tuple[LineRow, ...]:
    """A row per line, with what the profile says on it."""
    fields = {field.field_id: field for field in profile.fields}
    found, before = [], ("", "")
    for line in lines:
        own = fields[line.field.id]
        field, group = f"{own.number}  {own.name}", _group(framework, line)
        turned = field != before[0]
        shown = (field if turned else "", group if turned or group != before[1] else "")
        found.append(_row(framework, line, own, shown))
        before = field, group
    return tuple(found)


def _row(framework: Framework, line: Line, own: FieldProfile, above: tuple[str, str]) -> LineRow:
    field, group = above
    if line.dimension is not None:
        cell, words = own.cell(line.dimension), framework.dimension(line.dimension)
        last = f"Sidst: {cell.previous_word}" if cell.previous_word else ""
        under = _GAP.join(part for part in (words.question, last) if part)
        return LineRow(line, words.name, under, cell.word, None, cell, field, group)
    bead = next(b for b in (*own.basic, *own.specialised) if b.item_id == line.item_id)
    last = f"Sidst: {bead.previous_word}" if bead.previous_word else ""
    states = ("Ikke relevant" if bead.not_relevant else "", last)
    wish = "Vil gerne udvikle" if bead.wish else ""
    under = _GAP.join(part for part in (*states, wish) if part)
    return LineRow(line, bead.text, under, bead.word, bead, None, field, group)


def _group(framework: Framework, line: Line) -> str:
    if line.item is not None:
        return _LEVELS[line.item.level]
    words = [f"{p.level}\u00a0{p.word.replace(' ', chr(160))}" for p in framework.placements]
    low, high = words[: BASELINE + 1], words[BASELINE + 1 :]
    return f"{PLACED}   {' · '.join(low)} ‖ {' · '.join(high)}"
