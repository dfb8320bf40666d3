"""Up to three priorities of a period, and how those of the period before went."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtWidgets import QWidget

from kompasskive import danish
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.buttons import Button
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import flowing, set_text
from kompasskive.dialogue.organisation import (
    LEVER_WORDS,
    PRIORITIES_MAX,
    STATUS_WORDS,
    Priority,
)
from kompasskive.framework.model import Framework

NONE: Final = "Ingen prioriteter endnu. Vælg højst tre – det, I vil nå i perioden."


class PriorityList(QWidget):
    """`write` opens a priority for writing, None for a new one; `remove` takes its id."""

    def __init__(
        self,
        theme: Theme,
        write: Callable[[Priority | None], object],
        remove: Callable[[str], object],
    ) -> None:
        super().__init__()
        self._theme, self._write, self._remove = theme, write, remove
        self._priorities: dict[str, Priority] = {}
        self.none = flowing(NONE, "body", "ink2")
        self.rows: KeyedColumn[PriorityRow] = KeyedColumn(self._make, gap=12)
        self.add_button = Button(theme, "Tilføj en prioritet", "link", "plus", lambda: write(None))
        self.setLayout(column(self.none, self.rows, row(self.add_button, None), gap=12))

    def show_priorities(
        self, framework: Framework, priorities: Sequence[Priority], writable: bool
    ) -> None:
        """Show the priorities of one period."""
        self._priorities = {p.id: p for p in priorities}
        self.none.setVisible(not priorities)
        if self.rows.show_keys(self._priorities):
            follow_around(self)
        for at, priority in enumerate(priorities, start=1):
            self.rows.row(priority.id).show_priority(at, framework, priority, writable)
        self.add_button.setVisible(writable and len(priorities) < PRIORITIES_MAX)

    def _make(self, key: str) -> "PriorityRow":
        return PriorityRow(
            self._theme, lambda: self._write(self._priorities[key]), lambda: self._remove(key)
        )


class PriorityRow(QWidget):
    """One priority in words."""

    def __init__(
        self, theme: Theme, write: Callable[[], object], remove: Callable[[], object]
    ) -> None:
        super().__init__()
        self.what = flowing("", "strong")
        self.more = flowing("", "small", "ink2")
        self.write_button = Button(theme, "Ret", "link", on_click=write)
        self.remove_button = Button(theme, "Fjern", "link", on_click=remove)
        head = row(gap=12)
        head.addWidget(self.what, 1)
        head.addWidget(self.write_button)
        head.addWidget(self.remove_button)
        self.setLayout(column(head, self.more, gap=2))

    def show_priority(
        self, number: int, framework: Framework, priority: Priority, writable: bool
    ) -> None:
        """Show a priority; `number` is its place."""
        set_text(self.what, f"{number}. {priority.what}")
        set_text(self.more, "  ·  ".join(told(framework, priority)))
        for button, verb in ((self.write_button, "Ret"), (self.remove_button, "Fjern")):
            button.setVisible(writable)
            button.setAccessibleName(f"{verb} prioritet {number}: {priority.what}")


def told(framework: Framework, priority: Priority) -> list[str]:
    """Field, lever, owner, deadline and status, as far as they are given."""
    fields = {field.id: field.name for field in framework.fields}
    due = priority.due_on
    parts = (
        fields.get(priority.field_id or "", ""),
        LEVER_WORDS[priority.lever],
        priority.owner,
        f"senest {danish.short_date(due)}" if due else "",
        STATUS_WORDS[priority.status],
    )
    return [part for part in parts if part]
