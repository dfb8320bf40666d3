"""Historik: agreements kept or not, what moved, and the talks there have been."""

from dataclasses import replace
from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench, example

from kompasskive.desktop.context import Context
from kompasskive.desktop.pages.history import HistoryPage
from kompasskive.desktop.pages.history_moves import CHANGED, sentence, sentences
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.wording import life_lines
from kompasskive.dialogue import edits, plan, roster
from kompasskive.dialogue.approval import amend, approve
from kompasskive.dialogue.model import (
    Agreement,
    AgreementStatus,
    Approval,
    Dialogue,
    DialogueState,
    Employee,
    Workbook,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import CompetenceField, Dimension
from kompasskive.profile.comparison import Change, ChangeRow, compare

YEARS = (2024, 2025, 2026)


def three_years() -> Workbook:
    """A person with two approved talks and a draft, a step higher in one cell each year."""
    framework = bundled()
    value = roster.add_person(Workbook(id="bog"), Employee("p", "Åse <b> & Ægidius"))
    day = example().dialogues[0].held_on
    for index, year in enumerate(YEARS):
        value = roster.new_dialogue(value, "p", f"t{year}", framework, day.replace(year=year), "M")
        talk = value.dialogue(f"t{year}")
        field = framework.fields[0]
        talk = edits.place(talk, field.id, Dimension.PRACTICAL, index + 2)
        talk = edits.place(talk, field.id, Dimension.REFLEXIVE, 5 - index)
        agreed = Agreement(f"a{year}", f"Aftale fra {year}", who="Åse")
        talk = plan.add_agreement(talk, agreed)
        if year != YEARS[-1]:
            talk = replace(talk, state=DialogueState.APPROVED)
        value = roster.put_dialogue(value, talk)
    return value


@pytest.fixture
def history(qtbot: QtBot, settings: Settings) -> Bench:
    return bench(qtbot, settings, make_page, three_years())


def make_page(context: Context) -> HistoryPage:
    return HistoryPage(context, str)


def page_of(made: Bench) -> HistoryPage:
    assert isinstance(made.page, HistoryPage)
    return made.page


def talk_of(made: Bench, talk_id: str) -> Dialogue:
    return made.context.document.value.dialogue(talk_id)


def test_the_open_talk_is_compared_with_the_one_before(history: Bench) -> None:
    page = page_of(history)
    assert page.now.value == "t2026"
    assert page.before.value == "t2025"
    told = compare(bundled(), talk_of(history, "t2026"), talk_of(history, "t2025"))
    assert [r.change for r in told.rows] == [Change.NEW_STRENGTH, Change.CHANGED_FOCUS]
    assert page.moved.lines == [sentence(row) for row in told.rows]
    assert [r.what.text() for r in page.kept.rows.rows] == ["Aftale fra 2025"]


def test_both_talks_are_seen_whole_on_the_dial(history: Bench) -> None:
    page = page_of(history)
    history.settle()
    for pane in page.dials.dials.panes:
        box = pane.parentWidget()
        assert pane.isVisible()
        assert box is not None
        assert box.rect().contains(pane.geometry())
    then, now = (pane.view.cell_value(0) for pane in page.dials.dials.panes)
    assert (then, now) == ("Mestrer", "Fordyber sig")


def test_what_stayed_shares_a_line_per_field() -> None:
    rows = [
        ChangeRow("it", 3, "IT & Digital", dimension, name, Change.UNCHANGED, "I gang", "I gang")
        for dimension, name in (
            (Dimension.PRACTICAL, "Praktisk"),
            (Dimension.REFLEXIVE, "Refleksiv"),
        )
    ]
    assert sentences(Change.UNCHANGED, rows) == ("IT & Digital: praktisk I gang, refleksiv I gang",)


def test_any_two_approved_talks_can_be_compared(history: Bench) -> None:
    page = page_of(history)
    page.before.picked.emit("t2024")
    assert [r.what.text() for r in page.kept.rows.rows] == ["Aftale fra 2024"]
    page.now.picked.emit("t2025")
    assert page.before.value == "t2024"
    assert page.moved.lines[0].endswith("Godt i gang → Mestrer")


def test_how_an_agreement_went_is_told_without_opening_the_approved_talk(history: Bench) -> None:
    page = page_of(history)
    row = page.kept.rows.rows[0]
    row.status.picked.emit(AgreementStatus.DONE)
    talk = talk_of(history, "t2025")
    assert talk.agreements[0].status is AgreementStatus.DONE
    assert talk.state is DialogueState.APPROVED
    assert history.undo_text == "»Aftale fra 2025« sat til Gennemført"
    history.undo()
    assert talk_of(history, "t2025").agreements[0].status is AgreementStatus.OPEN
    row.status.picked.emit(AgreementStatus.DROPPED)
    history.settle()
    history.type_in(row.reason, "Opgaven flyttede")
    agreement = talk_of(history, "t2025").agreements[0]
    assert agreement.status_reason == "Opgaven flyttede"
    assert [(step.status, step.reason) for step in agreement.steps] == [
        (AgreementStatus.DROPPED, "Opgaven flyttede")
    ]
    assert row.story.text().endswith(": Opgaven flyttede")


def test_what_the_framework_changed_is_named_and_not_compared(
    qtbot: QtBot, settings: Settings
) -> None:
    value, framework = three_years(), bundled()
    field = framework.fields[0]
    item = field.items[0]
    other = replace(framework, version="9", fields=(reworded(field), *framework.fields[1:]))
    talk = edits.set_mark(value.dialogue("t2026"), item.id, framework.marks[0].mark)
    talk = replace(talk, framework_key=other.key)
    value = replace(roster.put_dialogue(value, talk), frameworks=(framework, other))
    page = page_of(bench(qtbot, settings, make_page, value))
    assert page.moved.lines[-2:] == [CHANGED, "Sagt på en ny måde"]


def reworded(field: CompetenceField) -> CompetenceField:
    first, *rest = field.items
    return replace(field, items=(replace(first, text="Sagt på en ny måde"), *rest))


def test_earlier_talks_are_listed_with_their_state_and_can_be_opened(history: Bench) -> None:
    page = page_of(history)
    rows = page.talks.rows.rows
    assert [r.state.text() for r in rows] == ["KLADDE  ·  åben nu", "Godkendt", "Godkendt"]
    history.click(rows[1].open_button)
    assert history.context.position.dialogue_id == "t2025"
    assert page.before.value == "t2024"


def test_the_first_talk_has_nothing_to_compare_with(qtbot: QtBot, settings: Settings) -> None:
    value = three_years()
    value = replace(value, dialogues=value.dialogues[2:])
    page = page_of(bench(qtbot, settings, make_page, value))
    assert page.first.isVisible()
    assert not page.compared.isVisible()


def test_a_new_talk_opens_with_last_time(history: Bench) -> None:
    page = page_of(history)
    page.talk.begin()
    assert history.context.position.page == "history"
    history.click(page.go_on)
    assert history.context.position.page == "talk"


def test_a_talk_tells_when_it_was_changed_approved_and_seen_differently() -> None:
    talk = three_years().dialogue("t2025")
    at = datetime(2026, 11, 23, 14, 5).astimezone()
    draft = replace(talk, state=DialogueState.IN_REVIEW, approval=None)
    changed = amend(approve(draft, at), "a", at, "En aftale <b> & manglede")
    assert life_lines(changed) == ("Ændret 23.11.2026 kl. 14.05: En aftale <b> & manglede",)
    assert life_lines(approve(changed, at, "Loven."))[1:] == (
        "Godkendt 23.11.2026 kl. 14.05",
        "Her ser I forskelligt: Loven.",
    )


def test_it_stands_under_the_talk_in_the_list(history: Bench) -> None:
    page = page_of(history)
    at = datetime(2026, 11, 23, 14, 5).astimezone()
    held = replace(talk_of(history, "t2025"), approval=Approval(at))
    history.context.document.edit_dialogue("Godkendt", held)
    history.settle()
    row = page.talks.rows.row("t2025")
    assert row.life.isVisible()
    assert row.life.text() == "\n".join(life_lines(talk_of(history, "t2025")))
    assert page.talks.rows.row("t2026").life.isHidden()
