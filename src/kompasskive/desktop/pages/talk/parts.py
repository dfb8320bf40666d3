"""The parts of the page, made once and moved between panes, drawer and tabs."""

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.talk.actions import Actions
from kompasskive.desktop.pages.talk.dial_square import DialSquare
from kompasskive.desktop.pages.talk.field_head import FieldHead, FieldStepper
from kompasskive.desktop.pages.talk.fields_pane import FieldsPane, Ways
from kompasskive.desktop.pages.talk.items import Items
from kompasskive.desktop.pages.talk.notes import Notes
from kompasskive.desktop.pages.talk.placement import Placement
from kompasskive.desktop.pages.talk.prompt_card import PromptCard
from kompasskive.desktop.pages.talk.state import State
from kompasskive.framework.model import Dimension


class Parts:
    """Everything on the page that shows a field of the talk; `ways` lead on from the fields."""

    def __init__(self, talk: OpenTalk, ways: Ways) -> None:
        theme, position = talk.theme, talk.context.position
        self.actions = Actions(talk)
        self.fields = FieldsPane(theme, position, ways)
        self.head = FieldHead(theme, position)
        self.stepper = FieldStepper(theme, position)
        self.items = Items(self.actions)
        self.placement = Placement(self.actions)
        self.prompt = PromptCard(theme)
        self.dial = DialSquare(theme)
        self.notes = Notes(self.actions)
        self.dial.field_chosen.connect(position.open_field)
        self.dial.placed.connect(self._place)

    def show(self, state: State) -> None:
        """Show one moment of the talk everywhere."""
        self.fields.show_fields(state)
        self.head.show_field(state)
        self.stepper.show_field(state)
        self.items.show_field(state)
        self.placement.show_field(state)
        self.prompt.show_field(state)
        self.dial.show_profile(state)
        self.notes.show_field(state)

    def follow_focus(self) -> None:
        """Let the rows and ladders tell what they do while they have the focus."""
        self.items.follow_focus()
        self.placement.follow_focus()

    def _place(self, field_id: str, dimension: Dimension, level: int | None) -> None:
        """Place on the dial, and turn to the field it was placed in."""
        field = self.actions.talk.framework.field(field_id)
        self.actions.place(field, dimension, level)
        self.actions.talk.context.position.open_field(field_id)

    def commit(self) -> None:
        """Hand over what is being typed anywhere."""
        self.items.commit()
        self.placement.commit()
        self.notes.commit()
