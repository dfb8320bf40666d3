"""The dial's states look as when they were last looked at.

A picture that should change is renewed with `python -m tests.desktop.renew_golden`, looked at, and
committed by itself.
"""

from dataclasses import replace
from functools import cache

import numpy as np
import pytest
from PySide6.QtGui import QImage
from tests.browser.chromium import pixels
from tests.desktop.dial_states import GOLDEN, State, agreed, images, sheets, states

from kompasskive.framework.model import Mark

_FAR = 0.00003
pytestmark = pytest.mark.usefixtures("qapp")


@cache
def _drawn() -> dict[str, QImage]:
    return images()


def _alike(one: QImage, other: QImage) -> bool:
    """Whether no eye would see a difference, whatever processor drew the two."""
    assert one.size() == other.size()
    apart = np.abs(pixels(one) - pixels(other))
    return bool(apart.mean() < 0.1 and (apart.max(axis=2) > 48).mean() < _FAR)


@pytest.mark.parametrize("name", [*states(), *sheets()])
def test_the_dial_looks_as_it_did(name: str) -> None:
    assert _alike(QImage(str(GOLDEN / f"{name}.png")), _drawn()[name])


def test_every_kept_picture_is_looked_at() -> None:
    assert {path.stem for path in GOLDEN.glob("*.png")} == {*states(), *sheets()}


def test_a_single_bead_that_changes_is_seen() -> None:
    """The measure is fine enough: one item marked otherwise is a difference."""
    jens = agreed()
    first = jens.fields[0]
    bead = first.basic[0]
    for mark in set(Mark) - {bead.mark}:
        marked = replace(first, basic=(replace(bead, mark=mark), *first.basic[1:]))
        changed = replace(jens, fields=(marked, *jens.fields[1:]))
        assert not _alike(State(jens).image(), State(changed).image())
