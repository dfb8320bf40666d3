"""Suggestions with their reason: the pair's to take, rewrite or leave."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.widgets.buttons import Button, IconButton
from kompasskive.desktop.widgets.focus_order import follow_around
from kompasskive.desktop.widgets.keyed import KeyedColumn
from kompasskive.desktop.widgets.layouts import column, row
from kompasskive.desktop.widgets.text import label, set_text
from kompasskive.desktop.wording import about_name
from kompasskive.dialogue import plan
from kompasskive.dialogue.model import Agreement
from kompasskive.dialogue.plan import StatementKind
from kompasskive.dialogue.suggestions import Suggestion, SuggestionKind, suggest
from kompasskive.framework.model import Framework

FIRST_SHOWN = 2
_PLACES = {
    SuggestionKind.STRENGTH: "Styrkeposition",
    SuggestionKind.POTENTIAL: "Udviklingspotentiale",
    SuggestionKind.AGREEMENT: "Aftale",
}
_STATEMENTS = {
    SuggestionKind.STRENGTH: StatementKind.STRENGTH,
    SuggestionKind.POTENTIAL: StatementKind.POTENTIAL,
}
Rewrite = Callable[[SuggestionKind, str], object]


class Suggestions(QWidget):
    """What was left lying stays away while the program runs, and can be brought back."""

    def __init__(self, talk: OpenTalk, rewrite: Rewrite) -> None:
        super().__init__()
        self._talk, self._rewrite = talk, rewrite
        self._left: set[tuple[str, str]] = set()
        self._all = False
        self._found: dict[str, Suggestion] = {}
        self.rows: KeyedColumn[SuggestionRow] = KeyedColumn(self._make)
        self.more = Button(talk.theme, "", "link", on_click=self._show_all)
        self.back = Button(talk.theme, "", "link", on_click=self._bring_back)
        heading = label("Forslag – jeres at tage, rette eller lade ligge", "small_strong", "ink2")
        self.setLayout(column(heading, self.rows, row(self.more, self.back, None, gap=16), gap=8))

    def render_suggestions(self) -> None:
        """Show what the talk suggests now; nothing while it is locked."""
        talk = self._talk
        found = suggest(talk.framework, talk.dialogue, talk.first_name)
        everything = {_key(s): s for s in _one_of_each_first(found)}
        self._found = {k: s for k, s in everything.items() if self._lies(k)}
        keys = list(self._found)
        shown = keys if self._all else keys[:FIRST_SHOWN]
        if self.rows.show_keys(shown):
            follow_around(self)
        for key in shown:
            self.rows.row(key).show_suggestion(talk.framework, self._found[key])
        self._show_links(len(keys) - len(shown), len(everything) - len(keys))
        self.setVisible(bool(everything) and not talk.locked)

    def take(self, key: str) -> str:
        """Put a suggestion into the plan; the id of what it became."""
        suggestion, talk = self._found[key], self._talk
        new_id, dialogue = talk.new_id(), talk.dialogue
        if suggestion.kind in _STATEMENTS:
            kind = _STATEMENTS[suggestion.kind]
            new = plan.add_statement(dialogue, kind, new_id, suggestion.about, suggestion.text)
        else:
            agreement = Agreement(new_id, suggestion.text, field_id=suggestion.about.field_id)
            new = plan.add_agreement(dialogue, agreement)
        talk.edit(f"Forslag taget med: {_PLACES[suggestion.kind].lower()}", new)
        return new_id

    def rewrite(self, key: str) -> None:
        """Put a suggestion into the plan and open it for writing."""
        kind = self._found[key].kind
        self._rewrite(kind, self.take(key))

    def leave_lying(self, key: str) -> None:
        """Take a suggestion out of sight."""
        self._left.add((self._talk.dialogue.id, key))
        self.render_suggestions()
        (self.back if not self.rows.rows else self.rows.rows[0].take).setFocus()

    def _make(self, key: str) -> "SuggestionRow":
        return SuggestionRow(self._talk, self, key)

    def _lies(self, key: str) -> bool:
        return (self._talk.dialogue.id, key) not in self._left

    def _show_links(self, hidden: int, left: int) -> None:
        self.more.setVisible(hidden > 0)
        self.more.set_label("Vis 1 forslag til" if hidden == 1 else f"Vis {hidden} forslag til")
        self.back.setVisible(left > 0)
        self.back.set_label(f"Vis {left} forslag, I har ladet ligge")

    def _show_all(self) -> None:
        self._all = True
        self.render_suggestions()
        self.rows.rows[FIRST_SHOWN].take.setFocus()

    def _bring_back(self) -> None:
        dialogue_id = self._talk.dialogue.id
        self._left = {(talk, key) for talk, key in self._left if talk != dialogue_id}
        self.render_suggestions()
        self.rows.rows[0].take.setFocus()


class SuggestionRow(QFrame):
    """One suggestion in a dashed outline."""

    def __init__(self, talk: OpenTalk, owner: Suggestions, key: str) -> None:
        super().__init__()
        theme = talk.theme
        self.setProperty("kind", "dashed")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.place = label("", "caption_strong", "ink2", wrap=True)
        self.text = label("", "body", wrap=True)
        self.reason = label("", "caption", "ink2", wrap=True)
        self.take = Button(theme, "Tag med", "small", on_click=lambda: owner.take(key))
        self.rewrite = Button(theme, "Skriv om", "small", on_click=lambda: owner.rewrite(key))
        self.leave = IconButton(
            theme, "cross", "Lad ligge", lambda: owner.leave_lying(key), size=16
        )
        words = column(self.place, self.text, self.reason, gap=2)
        line = row(gap=10, margins=(14, 10, 10, 10))
        line.addLayout(words, 1)
        for tool in (self.take, self.rewrite, self.leave):
            line.addWidget(tool)
        self.setLayout(line)

    def show_suggestion(self, framework: Framework, suggestion: Suggestion) -> None:
        """Show a suggestion, its place in the plan and why."""
        place = f"{_PLACES[suggestion.kind]} · {about_name(framework, suggestion.about)}"
        set_text(self.place, place)
        set_text(self.text, suggestion.text)
        set_text(self.reason, f"Fordi: {suggestion.reason[:1].lower()}{suggestion.reason[1:]}.")
        for tool, verb in ((self.take, "Tag med"), (self.rewrite, "Skriv om")):
            tool.setAccessibleName(f"{verb}: {place}")
            tool.setAccessibleDescription(f"{suggestion.text} {self.reason.text()}")
        self.leave.setAccessibleName(f"Lad ligge: {place}")


def _key(suggestion: Suggestion) -> str:
    about = suggestion.about
    return f"{suggestion.kind}/{about.field_id}/{about.dimension}"


def _one_of_each_first(found: tuple[Suggestion, ...]) -> list[Suggestion]:
    first: dict[SuggestionKind, Suggestion] = {}
    for suggestion in found:
        first.setdefault(suggestion.kind, suggestion)
    return [*first.values(), *(s for s in found if s not in first.values())]
