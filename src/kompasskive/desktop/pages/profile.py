"""Profil: one profile three ways – dial, table and words – with what runs across it beside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.approve_dialog import ApproveDialog
from kompasskive.desktop.pages.profile_of import comparison_of, profile_of
from kompasskive.desktop.pages.profile_side import WIDTH, ProfileSide
from kompasskive.desktop.pages.profile_table import ProfileTable
from kompasskive.desktop.pages.profile_words import ProfileWords
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.widgets.buttons import Button, Tabs
from kompasskive.desktop.widgets.dial_pane import DialPane
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.split import Split
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dialogue.approval import approve, reopen
from kompasskive.dialogue.edits import set_remark

VIEWS = ("Kompasskive", "Skema", "I ord")
ICONS = ("compass", "table", "words")
DIAL_LABELS = 14.5
DIAL_LEAST = 440
DIAL_STACKED = 640
MARGINS = 38


class ProfilePage(ResultPage):
    """Click or Enter on a field, in any of the three views, opens it in Samtale."""

    name = "profile"
    title = "Profil"
    icon_name = "profile"
    number = 5
    keys = "Enter Åbn felt   ·   ←/→ Blad på skiven   ·   Ctrl+Tab Næste visning   ·   F1 Hjælp"
    invitation = (
        "Skiven tegner sig, mens I taler",
        (
            "Hver gang I sætter et punkt, kommer der en perle på skiven. "
            "Når I placerer jer på en dimension, vokser et blad."
        ),
        "I behøver ikke nå det hele. Det, I ikke når, åbner den næste samtale.",
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        theme = context.theme
        self._ways: tuple[DialPane | ProfileTable | ProfileWords, ...] = ()
        self.tabs = Tabs(theme, VIEWS, ICONS, "Profilen vist som")
        self.approve_button = Button(theme, "Godkend samtalen …", "primary", on_click=self._ask)
        self.reopen_button = Button(theme, "Åbn igen", on_click=self._reopen)
        for tool in (self.approve_button, self.reopen_button):
            self.header.add_tool(tool)
        self.tabs.setParent(self)
        self.tabs.hide()
        self.tabs.chosen.connect(lambda _index: self._show_view())
        for keys, step in (("Ctrl+Tab", 1), ("Ctrl+Shift+Tab", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: self._turn(step))

    def build(self) -> QWidget:
        theme = self.context.theme
        self.dial = DialPane(theme)
        self.table = ProfileTable(theme)
        self.words = ProfileWords(theme)
        self.side = ProfileSide(self.talk)
        self._ways = (self.dial, self.table, self.words)
        inside: QVBoxLayout = column(margins=(32, 20, 32, 16), gap=0)
        for view in self._ways:
            inside.addWidget(view)
            view.field_chosen.connect(self._open_field)
        inside.addStretch(1)
        self.side.field_chosen.connect(self._open_field)
        self.sheet = frame("sheet", inside)
        self.split = Split(theme, self.sheet, self.side, WIDTH)
        self._tab_row = row(None, margins=(12, 0, 16, 12))
        self._tab_strip = QWidget()
        self._tab_strip.setLayout(self._tab_row)
        body = QWidget()
        body.setLayout(column(self._tab_strip, self.split, gap=0))
        self.split.reflowed.connect(self._reflow)
        self.split.resized.connect(self._size_dial)
        self._reflow(self.split.stacked)
        self._show_view()
        return body

    def render_page(self) -> None:
        dialogue = self.context.position.dialogue
        writable = dialogue is not None and not self.context.document.read_only_reason
        self.approve_button.setVisible(writable and dialogue is not None and dialogue.is_draft)
        self.reopen_button.setVisible(writable and dialogue is not None and not dialogue.is_draft)
        self.tabs.setVisible(dialogue is not None)
        super().render_page()

    def render_talk(self) -> None:
        profile = profile_of(self.talk)
        scale = self.context.theme.scale
        legend = words_of(self.talk.framework)
        options = DialOptions(label_size=DIAL_LABELS * scale, pixel=1.0, legend=legend)
        self.dial.show_profile(profile, options)
        self.table.show_profile(profile)
        self.words.show_profile(profile)
        self.side.show_profile(profile, comparison_of(self.talk))

    def panes(self) -> tuple[QWidget, ...]:
        return (self.sheet, self.side) if self.talk.exists and self.built else (self,)

    def _show_view(self) -> None:
        for index, view in enumerate(self._ways):
            view.setVisible(index == self.tabs.index)

    def _turn(self, step: int) -> None:
        if self.talk.exists:
            self.tabs.choose((self.tabs.index + step) % len(VIEWS))

    def _open_field(self, field_id: str) -> None:
        self.context.position.open_field(field_id)
        self.context.position.go("talk")

    def _reflow(self, stacked: bool) -> None:
        if stacked:
            self._tab_row.insertWidget(0, self.tabs)
        else:
            self.header.insert_tool(0, self.tabs)
        self._tab_strip.setVisible(stacked)
        follow_layout(self)
        self._size_dial()

    def _size_dial(self) -> None:
        """As high as the window shows at once, even where the side column runs on below."""
        if not self._ways:
            return
        self.table.set_cards(self.split.narrow)
        room = self.split.viewport().height() - MARGINS
        least = max(DIAL_STACKED, self.context.theme.px(DIAL_LEAST))
        height = least if self.split.stacked else max(DIAL_LEAST, room)
        self.dial.setFixedHeight(height)

    def _ask(self) -> None:
        dialogue = self.talk.dialogue
        dialog = ApproveDialog(self.context.theme, self.talk.first_name, dialogue.remark)
        if self.context.questions.run(dialog):
            remarked = set_remark(dialogue, dialog.remark)
            approved = approve(remarked, self.context.now(), dialog.differing_view)
            self.talk.edit("Samtalen godkendt", approved)

    def _reopen(self) -> None:
        self.talk.edit("Samtalen åbnet igen", reopen(self.talk.dialogue))
