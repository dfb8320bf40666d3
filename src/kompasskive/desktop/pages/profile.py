"""Profil: one profile three ways – dial, table and words – with what runs across it beside."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.amend_dialog import ask_to_amend
from kompasskive.desktop.pages.approve_dialog import ApproveDialog
from kompasskive.desktop.pages.dial_export import DialExport
from kompasskive.desktop.pages.profile_dials import ProfileDials
from kompasskive.desktop.pages.profile_of import comparison_of
from kompasskive.desktop.pages.profile_side import WIDTH, ProfileSide
from kompasskive.desktop.pages.profile_table import ProfileTable
from kompasskive.desktop.pages.profile_words import ProfileWords
from kompasskive.desktop.pages.report_messages import Messages
from kompasskive.desktop.pages.result_page import ResultPage
from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.widgets.buttons import Button, IconButton, Tabs
from kompasskive.desktop.widgets.focus_order import follow_layout
from kompasskive.desktop.widgets.layouts import column, frame, row
from kompasskive.desktop.widgets.short_menu import Entry, open_below, short_menu
from kompasskive.desktop.widgets.split import Split
from kompasskive.desktop.wording import AMEND
from kompasskive.dial.sheet import Subject, View, subject_of
from kompasskive.dialogue.approval import approve, begun, read_through, talk_on
from kompasskive.dialogue.edits import set_remark
from kompasskive.dialogue.model import DialogueKind, DialogueState
from kompasskive.dialogue.progress import summary
from kompasskive.framework.model import Dimension

VIEWS = ("Kompasskive", "Skema", "I ord")
ICONS = ("compass", "table", "words")
DIAL_LEAST = 440
DIAL_STACKED = 640
MARGINS = 38
MORE = "Flere valg for skiven"
READ = "Læs igennem sammen"
READ_ALONE = "Læs igennem"
APPROVE = "Godkend samtalen …"
FINISHING = {
    DialogueKind.SELF_REFLECTION: (
        "Gør refleksionen færdig",
        "Har du læst din profil igennem? Du kan altid rette i den senere og skrive hvorfor.",
        "Refleksionen færdig",
    ),
    DialogueKind.SCREENING: (
        "Gør screeningen færdig",
        "Er listen læst igennem? Den kan altid rettes senere, når I skriver hvorfor.",
        "Screeningen færdig",
    ),
}
TALKED = (DialogueState.PREPARING, DialogueState.IN_PROGRESS)
READ_STATES = (DialogueState.IN_REVIEW, DialogueState.AMENDED)


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
        self._ways: tuple[ProfileDials | ProfileTable | ProfileWords, ...] = ()
        self.messages = Messages(theme)
        self.export = DialExport(context, self.messages, self._shown)
        self.tabs = Tabs(theme, VIEWS, ICONS, "Profilen vist som")
        self.approve_button = Button(theme, APPROVE, "primary", on_click=self._ask)
        self.read_button = Button(theme, READ, "primary", on_click=self._read_through)
        self.amend_button = Button(theme, AMEND, on_click=lambda: ask_to_amend(self.talk))
        self.more = IconButton(theme, "more", MORE, self._open_menu)
        for tool in (self.read_button, self.approve_button, self.amend_button, self.more):
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
        self.dials = ProfileDials(self.talk)
        self.dial = self.dials.dial
        self.table = ProfileTable(theme)
        self.words = ProfileWords(theme)
        self.side = ProfileSide(self.talk)
        self._ways = (self.dials, self.table, self.words)
        self.dials.placed.connect(self._place)
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
        layout = column(self.messages, self._tab_strip, gap=0)
        layout.addWidget(self.split, 1)
        body.setLayout(layout)
        self.split.reflowed.connect(self._reflow)
        self.split.resized.connect(self._size_dial)
        self._reflow(self.split.stacked)
        self._show_view()
        return body

    def render_page(self) -> None:
        dialogue = self.context.position.dialogue
        writable = dialogue is not None and not self.context.document.read_only_reason
        state = dialogue.state if dialogue and writable else None
        self.read_button.setVisible(state in TALKED)
        self.approve_button.setVisible(state in READ_STATES)
        self.amend_button.setVisible(state is DialogueState.APPROVED)
        done = FINISHING.get(dialogue.kind) if dialogue else None
        self.read_button.set_label(READ_ALONE if done else READ)
        self.approve_button.set_label(f"{done[0]} …" if done else APPROVE)
        for tool in (self.tabs, self.more):
            tool.setVisible(dialogue is not None)
        super().render_page()

    def render_talk(self) -> None:
        subject = self._subject()
        profile = subject.profile
        self.dials.show_subject(subject, locked=bool(self.talk.locked))
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
        self.dials.setFixedHeight(height)

    def menu(self) -> QMenu:
        """The dial out of the window."""
        name = self.talk.name
        entries: list[Entry | None] = [
            Entry("Gem skiven som fil …", lambda: self.export.save(name)),
            Entry("Kopiér skiven som billede", self.export.copy),
        ]
        if self.talk.dialogue.state is DialogueState.IN_REVIEW and not self.talk.locked:
            entries += [None, Entry("Tilbage til samtalen", self._talk_on)]
        return short_menu(self, MORE, entries)

    def finish(self) -> None:
        self.export.background.wait()

    def _shown(self) -> tuple[Subject, View]:
        return self._subject(), self.dials.view

    def _subject(self) -> Subject:
        return subject_of(self.context.document.value, self.talk.dialogue)

    def _open_menu(self) -> None:
        open_below(self.menu(), self.more)

    def _place(self, field_id: str, dimension: Dimension, level: int | None) -> None:
        field = self.talk.framework.field(field_id)
        Actions(self.talk).place(field, dimension, level)

    def _ask(self) -> None:
        dialogue = self.talk.dialogue
        if dialogue.kind in FINISHING:
            title, text, told = FINISHING[dialogue.kind]
            if self.context.questions.confirm(title, text, "Gør færdig"):
                self.talk.edit(told, approve(dialogue, self.context.now()))
            return
        team = self.talk.team
        name = team.name if team else self.talk.first_name
        approving = summary(self.talk.framework, dialogue)
        dialog = ApproveDialog(
            self.context.theme, name, dialogue.remark, approving, team=team is not None
        )
        if self.context.questions.run(dialog):
            remarked = set_remark(dialogue, dialog.remark)
            approved = approve(remarked, self.context.now(), dialog.differing_view)
            self.talk.edit("Samtalen godkendt", approved)

    def _read_through(self) -> None:
        self.talk.edit("Samtalen til gennemlæsning", read_through(begun(self.talk.dialogue)))
        self.approve_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _talk_on(self) -> None:
        self.talk.edit("Samtalen i gang igen", talk_on(self.talk.dialogue))
