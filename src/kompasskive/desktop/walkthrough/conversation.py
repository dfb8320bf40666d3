"""The conversation that is played: from no file at all to an approved profile on paper."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from kompasskive.desktop.walkthrough.hands import (
    Step,
    choose_file,
    click,
    gone,
    key,
    picture,
    press,
    seen,
    write,
)

WORKBOOK = "Samtaler.kompas"
PROFILE = "Kompetenceprofil.pdf"
NAME = 'Åse Bjørn-Ærø <&> "Test"'
NOTE = "Har taget to svære sager med sig til holdet. <b>Godt set</b> & værd at dele: æøå."
MARKS = ("3234", "21", "4433", "3312", "2323", "112233")
PLACEMENTS = (
    ("4", "3", "2"),
    ("2", "1"),
    ("6", "5", "3"),
    ("3", "2"),
    ("5", "4", "2"),
    ("0", "2", "1"),
)
DIMENSIONS = ("Praktisk", "Refleksiv", "Relationel")
FIELDS = (
    "Arbejdsmarked & Uddannelse",
    "Lov & Myndighed",
    "IT & Digital",
    "Borgernære Metoder & Virkning",
    "Virksomhedsvendte Metoder & Virkning",
    "Netværk & Facilitering",
)
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def conversation(folder: Path) -> Iterator[Step]:
    """Every step, in order; pictures, workbook and profile go to `folder`."""
    yield from _make_file(folder)
    yield from _add_employee(folder)
    for index in range(len(FIELDS)):
        yield from _talk_about(index)
    yield from _details(folder)
    yield from _plan(folder)
    yield from _approve(folder)
    yield from _print(folder)


def _make_file(folder: Path) -> Iterator[Step]:
    yield seen("Se et eksempel")
    yield picture(folder / "1_start.png")
    yield click("Ny samtale")
    yield choose_file(folder / WORKBOOK)
    yield write("Lederens navn", "Mette Holm")
    yield write("Organisation", "Jobcenter Eksempelby")
    yield click("Uden adgangskode")
    yield click("Opret fil")


def _add_employee(folder: Path) -> Iterator[Step]:
    yield click("Tilføj medarbejder")
    yield write("Navn", NAME)
    yield write("Jobfunktioner", "Virksomhedskonsulent, mentor")
    yield click("Tilføj")
    yield seen("Medarbejdere")
    yield picture(folder / "2_medarbejdere.png")
    yield key(Qt.Key.Key_Return)
    yield click("Begynd samtalen")
    yield seen("Punkt 1 af 6")


def _talk_about(index: int) -> Iterator[Step]:
    yield key(Qt.Key(Qt.Key.Key_1 + index), CONTROL)
    yield seen(f"{FIELDS[index]}, Praktisk")
    for number, mark in enumerate(MARKS[index], start=1):
        yield press(f"Punkt {number} af ", mark)
    for dimension, level in zip(DIMENSIONS, PLACEMENTS[index], strict=False):
        yield press(f"{FIELDS[index]}, {dimension}", level)


def _details(folder: Path) -> Iterator[Step]:
    yield key(Qt.Key.Key_2, CONTROL)
    yield seen("Lov & Myndighed, Praktisk")
    yield key(Qt.Key.Key_G, CONTROL)
    yield write("Noter til feltet", NOTE)
    yield click("Til personalesagen")
    yield picture(folder / "4_samtale.png")
    yield key(Qt.Key.Key_5, ALT)
    yield seen("Læs igennem sammen")
    yield picture(folder / "5_profil.png")


def _plan(folder: Path) -> Iterator[Step]:
    yield key(Qt.Key.Key_6, ALT)
    yield click("Tag med: Styrkeposition")
    yield click("Ny aftale")
    yield write("Hvad gør vi?", "Tager en svær sag med til teammødet hver måned")
    yield write("Hvem?", "Åse og Amina")
    yield write("Senest", "31.3.2027")
    yield click("Færdig")
    yield picture(folder / "6_udviklingsplan.png")


def _approve(folder: Path) -> Iterator[Step]:
    yield key(Qt.Key.Key_9, ALT)
    yield seen("Side 1 af")
    yield gone("Siderne tegnes")
    yield picture(folder / "9_rapport_kladde.png")
    yield key(Qt.Key.Key_5, ALT)
    yield click("Læs igennem sammen")
    yield click("Godkend samtalen")
    yield click("Vi godkender")
    yield seen("Ret i den godkendte samtale")


def _print(folder: Path) -> Iterator[Step]:
    yield key(Qt.Key.Key_9, ALT)
    yield seen("Side 1 af")
    yield gone("Siderne tegnes")
    yield picture(folder / "9_rapport.png")
    yield click("Gem som PDF")
    yield choose_file(folder / PROFILE)
