"""The page's ⋯ menu: shown for both, out of the window, and files brought together."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QMenu, QWidget

from kompasskive.desktop.pages.organisation.contributions import Contributions
from kompasskive.desktop.pages.organisation.figures import Figures
from kompasskive.desktop.pages.organisation.outputs import BESIDE, FORMS, PDF, Outputs
from kompasskive.desktop.pages.organisation.threshold_dialog import TITLE as THRESHOLD
from kompasskive.desktop.widgets.over_window import TITLE as SHOW_BOTH
from kompasskive.desktop.widgets.short_menu import Entry, short_menu
from kompasskive.profile.periods import Period

MORE: Final = "Flere valg for organisationen"


def organisation_menu(
    parent: QWidget,
    figures: Figures | None,
    period: Period,
    outputs: Outputs,
    contributions: Contributions,
    show_both: Callable[[], object],
    ask_threshold: Callable[[], object],
) -> QMenu:
    """`figures` are what may be written; None on Teamoverblik, which never leaves the file."""
    entries: list[Entry | None] = [Entry(SHOW_BOTH, show_both, key="F5"), None]
    if figures is not None:
        entries += [*_ways_out(figures, outputs), None]
    entries += [
        Entry("Lav et bidrag til HR …", lambda: contributions.make(period)),
        Entry("Læs bidrag ind …", contributions.read_in),
        Entry("Organisationens nøgle …", contributions.show_key),
        None,
        Entry(f"{THRESHOLD} …", ask_threshold),
    ]
    return short_menu(parent, MORE, entries)


def _ways_out(figures: Figures, outputs: Outputs) -> list[Entry | None]:
    entries: list[Entry | None] = [
        Entry(form.text, partial(outputs.save, figures, form)) for form in FORMS
    ]
    print_it = partial(outputs.print_out, figures, PDF)
    entries.append(Entry("Udskriv …", print_it, key="Ctrl+P"))
    if figures.beside is not None:
        name = figures.beside.first_name
        entries += [
            None,
            Entry(BESIDE.text.format(name=name), partial(outputs.save, figures, BESIDE)),
            Entry(f"Udskriv siden med {name} …", partial(outputs.print_out, figures, BESIDE)),
        ]
    return entries
