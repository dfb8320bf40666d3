"""What the page shows at one moment: the talk, its profile and the field in view."""

from dataclasses import dataclass

from kompasskive.desktop.pages.open_talk import OpenTalk
from kompasskive.desktop.pages.profile_of import profile_of
from kompasskive.dialogue.model import Dialogue, ItemAnswer, Viewpoint
from kompasskive.dialogue.preparation import STARTING_POINTS, seen_from
from kompasskive.dialogue.screening import as_told
from kompasskive.dialogue.wordings import long_wordings
from kompasskive.framework.model import CompetenceField, Framework, Level, Mark
from kompasskive.profile.model import Bead, FieldProfile, Profile

_NOT_RELEVANT = "Ikke relevant"
_NOT_DISCUSSED = "Ikke drøftet"


def read_state(talk: OpenTalk, viewpoint: Viewpoint = Viewpoint.AGREED) -> "State":
    """The open talk as one viewpoint sees it, a screening as it is filled.

    ValueError when no talk is open.
    """
    agreed = viewpoint is Viewpoint.AGREED
    dialogue = as_told(talk.dialogue) if agreed else seen_from(talk.dialogue, viewpoint)
    return State(
        dialogue=dialogue,
        framework=talk.framework,
        field=talk.context.position.field,
        profile=profile_of(talk, dialogue),
        first_name=talk.first_name,
        locked=bool(talk.locked),
    )


def extra_beads(state: "State") -> tuple[Bead, ...]:
    """The pair's own items in the field, as the items of the framework are shown."""
    own = (e for e in state.dialogue.extras if e.field_id == state.field.id)
    return tuple(
        _extra_bead(state.framework, e.id, e.text, state.dialogue.answer(e.id)) for e in own
    )


def started_words(state: "State", item_id: str) -> str:
    """ "Jens: Sikker  ·  Mette: På vej", once the cards are turned and until they agree."""
    talk = state.dialogue
    if not talk.revealed or talk.answer(item_id).discussed:
        return ""
    leader = next(iter(talk.leader.split()), "Leder")
    names = (state.first_name or "Medarbejder", leader)
    said = (talk.answer(item_id, viewpoint) for viewpoint in STARTING_POINTS)
    told = (
        f"{name}: {_answer_word(state.framework, answer)}"
        for name, answer in zip(names, said, strict=True)
        if answer.discussed
    )
    return "  ·  ".join(told)


def _answer_word(framework: Framework, answer: ItemAnswer) -> str:
    if answer.mark is not None:
        return framework.mark_word(answer.mark)
    return _NOT_RELEVANT if answer.not_relevant else _NOT_DISCUSSED


def _extra_bead(framework: Framework, item_id: str, text: str, answer: ItemAnswer) -> Bead:
    return Bead(
        item_id=item_id,
        text=text,
        level=Level.SPECIALISED,
        mark=answer.mark,
        not_relevant=answer.not_relevant,
        word=_answer_word(framework, answer),
        wish=answer.wish,
    )


@dataclass(frozen=True, slots=True)
class State:
    """Everything the parts of the page render from."""

    dialogue: Dialogue
    framework: Framework
    field: CompetenceField
    profile: Profile
    first_name: str
    locked: bool

    def wordings(self, viewpoint: Viewpoint) -> dict[Mark, str]:
        """What each mark means, as that viewpoint would say it."""
        kind = self.dialogue.kind
        return long_wordings(self.framework, viewpoint, kind, self.first_name)

    @property
    def field_profile(self) -> FieldProfile:
        """The field in view, as the dial shows it."""
        return next(f for f in self.profile.fields if f.field_id == self.field.id)
