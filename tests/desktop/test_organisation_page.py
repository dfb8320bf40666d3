"""Organisation: the named overview, the anonymous profile, goals, priorities and frozen periods."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, stops
from tests.desktop.organisations import (
    AWKWARD,
    FRAMEWORK,
    bury,
    come,
    open_page,
    organisation,
    said,
)

from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.pages.organisation.goals_dialog import GoalsDialog
from kompasskive.desktop.pages.organisation.priority_dialog import PriorityDialog
from kompasskive.desktop.pages.organisation.profile_part import ProfilePart
from kompasskive.desktop.pages.organisation.protection import HOW, ProtectionDialog
from kompasskive.desktop.pages.organisation.team import CARDS
from kompasskive.desktop.pages.organisation.team_part import TeamPart
from kompasskive.desktop.settings import Settings
from kompasskive.desktop.theme import Theme
from kompasskive.desktop.widgets.heat_painter import HeatPainter
from kompasskive.dialogue.model import (
    Agreement,
    ItemAnswer,
    Viewpoint,
    Workbook,
)
from kompasskive.dialogue.organisation import Goal, Lever, PriorityStatus
from kompasskive.framework.model import Level, Mark

Open = Callable[..., tuple[Bench, OrganisationPage]]
MANY = (6, 5, 5, 4, 4, 4, 4, 3, 3, 3, 3, 2, 2, 1)


@pytest.fixture
def opened(qtbot: QtBot, settings: Settings) -> Iterator[Open]:
    pages: list[OrganisationPage] = []

    def make(workbook: Workbook, **options: object) -> tuple[Bench, OrganisationPage]:
        made, page = open_page(qtbot, settings, workbook, **options)
        pages.append(page)
        return made, page

    yield make
    bury(pages)


def team(page: OrganisationPage) -> TeamPart:
    assert isinstance(page.part, TeamPart)
    return page.part


def profile(made: Bench, page: OrganisationPage) -> ProfilePart:
    page.switch.choose(1)
    come(made)
    assert isinstance(page.part, ProfilePart)
    return page.part


def test_nobody_in_the_file_leads_to_the_people(opened: Open) -> None:
    made, page = opened(Workbook("w"), person=None)
    assert not page.switch.isVisible()
    assert page.empty.isVisible()
    made.click(page.empty.button)
    assert made.context.position.page == "people"


def test_the_team_is_told_person_by_field_in_words(opened: Open) -> None:
    made, page = opened(organisation((5, 3, 1)))
    grid = team(page).view.people.grid
    assert grid.texts(0)[0] == "Person 01\nMentor"
    assert grid.texts(2) == [f"{AWKWARD}\nMentor", *["Bredde og dybde"] * 6]
    assert grid.texts(0)[1:] == ["Bredde"] * 6
    assert grid.texts(1)[1:] == ["Undervejs"] * 6
    told = said(team(page).view.fields)
    assert f"Dybden hviler på {AWKWARD}." in told
    assert "Her står navne." in page.strip.words.text()
    grid.setFocus()
    made.press(grid, Qt.Key.Key_Return)
    assert made.context.position.page == "profile"
    assert made.context.position.person_id == "p1"


def test_who_may_be_asked_is_the_persons_own_tick_and_can_be_undone(opened: Open) -> None:
    made, page = opened(organisation((6, 3, 1)))
    asking = team(page).view.asking
    assert "Ingen er nævnt endnu" in asking.who.text()
    tick = asking.ticks.rows[0]
    assert tick.accessibleName() == f"{AWKWARD} vil gerne nævnes"
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    come(made)
    assert made.context.document.value.person("p0").may_be_named
    assert asking.who.text().startswith(f"1 {FRAMEWORK.fields[0].name}: {AWKWARD}")
    made.undo()
    come(made)
    assert not made.context.document.value.person("p0").may_be_named
    assert "Ingen er nævnt endnu" in asking.who.text()


def test_a_large_team_is_shown_piece_by_piece_and_searched(opened: Open) -> None:
    made, page = opened(organisation([3] * 130))
    view = team(page).view
    assert view.people.grid.rowCount() == 60
    made.click(view.more)
    assert view.people.grid.rowCount() == 120
    QTest.keyClicks(view.search, "person 129")
    made.settle()
    assert [view.people.grid.texts(0)[0], view.people.grid.rowCount()] == ["Person 129\nMentor", 1]


def test_the_profile_names_nobody_until_somebody_is_laid_beside(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    part = profile(made, page)
    assert AWKWARD not in said(part.view)
    assert "readings" not in vars(part.view)
    picture = part.view.dial.view.picture
    assert picture is not None
    assert not any(shape.role.startswith("petal") for shape in picture.shapes)
    part.tools.mode.choose(1)
    come(made)
    assert part.view.readings.isVisible()
    assert part.view.readings.section.heading.text() == f"{AWKWARD.split()[0]} og organisationen"
    assert "Fælles styrkeposition" in part.view.readings.lines
    assert "Del erfaringer – hvem kan være mentor?" in part.view.readings.lines
    order = list(stops(page))
    read = [at for at, stop in enumerate(order) if part.view.readings.isAncestorOf(stop)]
    below = [at for at, stop in enumerate(order) if part.priorities.isAncestorOf(stop)]
    assert 0 < max(read) < min(below)
    part.tools.mode.choose(0)
    come(made)
    assert AWKWARD not in said(part.view)
    assert not part.view.readings.isVisible()


def test_every_cell_of_the_map_has_its_numbers_for_eye_and_ear(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    heat = profile(made, page).view.heat
    assert heat.heat is not None
    cell = heat.heat.rows[0].cells[0]
    assert (cell.value, cell.lines[1]) == ("3,5", "af\u00a014")
    assert cell.lines[0].replace("\u00a0", " ") == "bredde 11 · dybde 7"
    read = QAccessible.queryAccessibleInterface(heat)
    assert read is not None
    assert read.role() is QAccessible.Role.Table
    assert read.childCount() == 18
    name = FRAMEWORK.fields[0].name
    first = read.child(0)
    assert first is not None
    assert first.text(QAccessible.Text.Name) == (
        f"{name}, Praktisk: median 3,5, bredde 11 og dybde 7 af 14"
    )


def test_no_number_is_cut_where_the_map_is_narrow(qapp: QApplication) -> None:
    painter = HeatPainter(Theme())
    lines = ("bredde\u00a0mindst\u00a013\u00a0· dybde\u00a0højst\u00a02", "af\u00a015")
    assert painter._fitted(lines, 400) == lines
    narrow = painter._fitted(lines, 60)
    assert narrow[0] == "bredde mindst 13 · dybde højst 2"


def test_arrows_walk_the_map_and_stay_in_it(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    heat = profile(made, page).view.heat
    heat.setFocus()
    assert heat.focused_cell == 0
    for key, wanted in (
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Down, 3),
        (Qt.Key.Key_Right, 4),
        (Qt.Key.Key_Up, 1),
    ):
        made.press(heat, key)
        assert heat.focused_cell == wanted
    assert heat.cell_box(1).size() == heat.cell_box(0).size()


def test_the_table_says_what_the_map_says(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    view = profile(made, page).view
    assert not view.numbers.isVisible()
    made.click(view.more)
    assert view.numbers.isVisible()
    assert view.numbers.grid.rowCount() == 18
    told = view.numbers.grid.texts(0)
    assert told[1:6] == ["Praktisk", "3,5", "11", "7", "14"]


def test_too_few_says_why_and_shows_no_number(opened: Open) -> None:
    made, page = opened(organisation((5, 4, 3, 2)))
    part = profile(made, page)
    assert part.view.refusal.text().startswith("Der er 4 med en godkendt samtale.")
    assert not part.view.heat.isVisible()
    assert not part.view.goals_section.isVisible()
    assert not part.counted.isVisible()


def test_below_ten_only_grundlinjens_side_is_told(opened: Open) -> None:
    made, page = opened(organisation((5, 5, 4, 4, 3, 2)))
    heat = profile(made, page).view.heat
    assert heat.heat is not None
    cell = heat.heat.rows[0].cells[0]
    assert (cell.value, cell.lines[0]) == ("", "flest på 3 eller mere")


def test_only_items_is_told_as_such_and_not_as_too_few(opened: Open) -> None:
    workbook = organisation(MANY)
    marked = {
        (Viewpoint.AGREED, item.id): ItemAnswer(Mark.CONFIDENT)
        for field in FRAMEWORK.fields
        for item in field.at(Level.BASIC)
    }
    bare = tuple(
        replace(d, placements={}, items=marked if at < 7 else {})
        for at, d in enumerate(workbook.dialogues)
    )
    made, page = opened(replace(workbook, dialogues=bare))
    view = profile(made, page).view
    assert view.missing.text() == "Dimensionerne er ikke placeret endnu"
    assert view.missing.isVisible()
    assert not view.heat.isVisible()
    assert view.levels.grid.texts(0)[1:] == ["mindst 5 af 7", "ikke drøftet"]
    assert "for få" not in said(view)


def test_goals_are_set_with_keys_judged_and_undone(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    part = profile(made, page)
    assert part.view.goals.note.text().startswith("Der er ingen mål endnu")

    def fill(dialog: QDialog) -> None:
        assert isinstance(dialog, GoalsDialog)
        dialog.show()
        first = dialog.blocks[0]
        QTest.mouseClick(first.wanted, Qt.MouseButton.LeftButton, pos=first.wanted.rect().center())
        first.wanted.setChecked(True)
        first.deep.setFocus()
        first.deep.selectAll()
        QTest.keyClicks(first.deep, "9")
        QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

    made.answers.forms.append(fill)
    made.click(part.view.change_goals)
    come(made)
    assert made.context.document.value.goals == (Goal(FRAMEWORK.fields[0].id, None, None, 9),)
    row = part.view.goals.rows.rows[0]
    assert row.verdict.text() == "Kompetencehul"
    assert (
        row.numbers.text().replace("\u00a0", " ")
        == "Bredde: 11 af ønskede 14. Dybde: 7 af ønskede 9."
    )
    made.undo()
    come(made)
    assert not made.context.document.value.goals
    assert not part.view.goals.rows.rows[0].verdict.isVisible()


def test_up_to_three_priorities_are_written_changed_and_removed(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    part = profile(made, page)

    def write(what: str) -> Callable[[QDialog], None]:
        def fill(dialog: QDialog) -> None:
            assert isinstance(dialog, PriorityDialog)
            dialog.show()
            QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)
            assert dialog.isVisible() is not bool(dialog.what.text())
            dialog.what.clear()
            QTest.keyClicks(dialog.what, what)
            QTest.keyClicks(dialog.due, "31.3.2027") if not dialog.due.text() else None
            dialog.status.show_value(PriorityStatus.UNDER_WAY)
            QTest.mouseClick(dialog.yes, Qt.MouseButton.LeftButton)

        return fill

    for what in ("Lov <først>", "IT & mere", "Netværk"):
        made.answers.forms.append(write(what))
        made.click(part.priorities.add_button)
        come(made)
    assert not part.priorities.add_button.isVisible()
    first = part.priorities.rows.rows[0]
    assert first.what.text() == "1. Lov <først>"
    assert first.more.text() == "Læringsforløb  ·  senest 31.3.2027  ·  I gang"
    stored = made.context.document.value.priorities
    assert {p.period for p in stored} == {"2026H2"}
    assert stored[0].lever is Lever.LEARNING
    made.click(first.remove_button)
    come(made)
    assert [p.what for p in made.context.document.value.priorities] == ["IT & mere", "Netværk"]
    made.undo()
    come(made)
    assert len(made.context.document.value.priorities) == 3


def test_a_period_is_frozen_once_and_a_new_one_refused_with_the_reason(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    part = profile(made, page)
    assert part.tools.state.text() == "Ikke frosset endnu"
    made.answers.yes = False
    made.click(part.tools.freeze_button)
    come(made)
    assert made.context.document.value.snapshots == ()
    made.answers.yes = True
    made.click(part.tools.freeze_button)
    come(made)
    assert part.tools.state.text() == "Frosset 23.11.2026"
    assert page.messages.news.text() == "Tallene for 2. halvår 2026 er frosset."
    assert len(made.context.document.value.snapshots) == 1
    assert not made.context.document.stack.canUndo()
    made.click(part.tools.freeze_button)
    come(made)
    assert "Ingen er anderledes" in page.messages.news.text()
    value = made.context.document.value
    fewer = replace(value, dialogues=value.dialogues[1:])
    made.context.document.edit("En samtale mindre", fewer)
    come(made)
    made.click(part.tools.freeze_button)
    come(made)
    assert page.messages.error.text().startswith("Kun én person er kommet til, gået eller")
    assert len(made.context.document.value.snapshots) == 1


def test_frozen_numbers_stand_while_talks_change(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    part = profile(made, page)
    made.click(part.tools.freeze_button)
    come(made)
    value = made.context.document.value
    changed = organisation([1] * len(MANY)).dialogues
    made.context.document.edit("Nye placeringer", replace(value, dialogues=changed))
    come(made)
    assert part.view.heat.heat is not None
    assert part.view.heat.heat.rows[0].cells[0].value == "3,5"


def test_two_frozen_periods_show_the_development(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    part = profile(made, page)
    made.click(part.tools.freeze_button)
    come(made)
    assert "lines" not in vars(part.view.development)
    value = made.context.document.value
    higher = organisation([min(6, level + 1) for level in MANY]).dialogues
    renewed = tuple(replace(d, id=f"new-{d.id}", held_on=d.held_on) for d in higher)
    made.context.document.edit("Et år senere", replace(value, dialogues=renewed))
    part.tools.period.show_value("2026")
    part.render_part()
    come(made)
    made.click(part.tools.freeze_button)
    come(made)
    table = part.view.development.lines.table
    assert part.view.development.lines.plot.isVisible()
    assert [table.grid.texts(row)[:2] for row in range(2)] == [
        ["2026", "4,5"],
        ["2. halvår 2026", "3,5"],
    ]


def test_no_part_is_ever_a_window_of_its_own(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    profile(made, page).tools.mode.choose(1)
    come(made)
    assert page.isActiveWindow()
    parts = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w is not page]
    assert not [w for w in parts if not isinstance(w, QDialog)]


def test_the_strip_explains_how_people_are_protected(opened: Open) -> None:
    made, page = opened(organisation(MANY))
    page.switch.choose(1)
    come(made)
    assert page.strip.words.text() == (
        "Organisationens tal er uden navne, noter og samtaledatoer. "
        "Tal fra færre end 5 personer vises som »for få«."
    )
    seen: list[str] = []

    def look(dialog: QDialog) -> None:
        assert isinstance(dialog, ProtectionDialog)
        dialog.show()
        seen.append(said(dialog))

    made.answers.forms.append(look)
    made.click(page.strip.link)
    assert made.answers.asked == [HOW]
    assert "Ét øjebliksbillede for hver periode" in seen[0]


def test_one_column_of_cards_at_200_percent(opened: Open) -> None:
    made, page = opened(organisation(MANY), size=(1280, 640), theme=Theme("light", 2.0))
    assert team(page).view.people.cards.isVisible()
    part = profile(made, page)
    assert part.view.split.stacked
    assert part.view.split.horizontalScrollBar().maximum() == 0
    assert part.tools.isVisible()


def test_cards_of_the_team_keep_to_the_window_and_their_words(opened: Open) -> None:
    """Twenty at a time; long words wrap, and nothing empty is left below."""
    book = organisation([3] * 30)
    long = Agreement("a", "Aftalen <&> æøå " * 60)
    talks = tuple(replace(talk, agreements=(long,)) for talk in book.dialogues)
    made, page = opened(replace(book, dialogues=talks), size=(900, 700), theme=Theme("light", 2.0))
    view, body = team(page).view, team(page).view.widget()
    assert body is not None
    assert len(view.people.cards.rows.rows) == len(view.agreements.cards.rows.rows) == CARDS
    assert view.count.text() == "Viser 20 af 30"
    assert body.width() <= view.viewport().width()
    assert body.height() == body.heightForWidth(body.width())
    made.click(view.more)
    assert len(view.people.cards.rows.rows) == 30
    button = view.people.cards.rows.rows[0].open
    assert button is not None
    assert button.accessibleName().startswith("Åbn Person 01")
    made.click(button)
    assert made.context.position.page == "profile"


@pytest.mark.parametrize("size", [(880, 720), (640, 480)])
def test_a_narrow_window_shows_the_numbers_as_cards(opened: Open, size: tuple[int, int]) -> None:
    made, page = opened(organisation(MANY), size=size)
    view = profile(made, page).view
    assert view.numbers.cards.isVisible()
    assert not view.heat.isVisible()
    assert page.width() == size[0]


def test_learning_needs_are_told_in_words(opened: Open) -> None:
    book = organisation(MANY)
    wish = {(Viewpoint.AGREED, FRAMEWORK.fields[2].items[0].id): ItemAnswer(wish=True)}
    talks = (replace(d, items=wish) if at < 6 else d for at, d in enumerate(book.dialogues))
    made, page = opened(replace(book, dialogues=tuple(talks)))
    view = profile(made, page).view
    assert view.needs.grid.texts(0) == [FRAMEWORK.fields[2].name, "–", "–", "Ønske", "6"]
