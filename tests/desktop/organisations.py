"""Organisations whose true numbers are known, and hands for their page."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from tests.desktop.bench import Bench, bench
from tests.desktop.desk import NOW

from kompasskive.desktop.pages.organisation import OrganisationPage
from kompasskive.desktop.settings import Settings
from kompasskive.dialogue.model import (
    Approval,
    Dialogue,
    DialogueState,
    Employee,
    JobFunction,
    Placement,
    PlacementState,
    Viewpoint,
    Workbook,
)
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Dimension

FRAMEWORK = bundled()
HELD = date(2026, 9, 1)
AWKWARD = 'Åse <b>&"Ærø"</b>'


def placed(person_id: str, level: int, held_on: date = HELD) -> Dialogue:
    """An approved talk with the same level in all 18 cells."""
    return Dialogue(
        id=f"t-{person_id}",
        framework_key=FRAMEWORK.key,
        employee_id=person_id,
        held_on=held_on,
        state=DialogueState.APPROVED,
        placements={
            (Viewpoint.AGREED, field.id, dimension): Placement(PlacementState.PLACED, level)
            for field in FRAMEWORK.fields
            for dimension in Dimension
        },
        approval=Approval(datetime(2026, 9, 1, 12, tzinfo=NOW.tzinfo)),
    )


def organisation(levels: Sequence[int]) -> Workbook:
    """One person per level; the first is called `AWKWARD` and is a Mentor."""
    people = [
        Employee(f"p{at}", f"Person {at:02d}" if at else AWKWARD, job_function_ids=("f",))
        for at in range(len(levels))
    ]
    return Workbook(
        "w",
        organisation="Jobcenter <Ærø>",
        job_functions=(JobFunction("f", "Mentor"),),
        people=tuple(people),
        dialogues=tuple(placed(p.id, level) for p, level in zip(people, levels, strict=True)),
        frameworks=(FRAMEWORK,),
    )


def open_page(
    bot: QtBot, settings: Settings, workbook: Workbook, **options: object
) -> tuple[Bench, OrganisationPage]:
    """The page over a workbook, when everything has come."""
    made = bench(bot, settings, OrganisationPage, workbook, keep=False, **options)  # type: ignore[arg-type]
    page = made.page
    assert isinstance(page, OrganisationPage)
    come(made)
    return made, page


def come(made: Bench) -> None:
    """Until what is worked out has come and is shown."""
    page = made.page
    assert isinstance(page, OrganisationPage)
    for _ in range(3):
        made.settle()
        page.background.wait()
    made.settle()


def bury(pages: list[OrganisationPage]) -> None:
    """Let the pages go at once, so that later tests do not dress thousands of widgets."""
    for page in pages:
        page.finish()
        page.close()
        page.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def said(root: QWidget) -> str:
    """Every word that can be seen, and every name that can be heard."""
    parts = [w for w in (root, *root.findChildren(QWidget)) if w.isVisible()]
    texts = [w.text() for w in parts if isinstance(w, QLabel)]
    return "\n".join([*texts, *(w.accessibleName() for w in parts)])
