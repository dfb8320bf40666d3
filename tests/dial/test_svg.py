"""The dial as SVG: valid XML, real text, nothing that can be taken for markup."""

from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions, DialWords
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture, Text
from kompasskive.dial.svg import to_svg
from kompasskive.profile.model import Profile

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("theme", THEMES)
def test_the_whole_dial_parses_and_keeps_every_shape(
    jens: Profile, words: DialWords, theme: str
) -> None:
    picture = draw(jens, 700, 760, DialOptions(legend=words))
    root = ET.fromstring(to_svg(picture, THEMES[theme]))
    kinds = {SVG + kind for kind in ("path", "circle", "text")}
    assert len([e for e in root if e.tag in kinds]) == len(picture.shapes)
    assert root.findtext(f"{SVG}title") == picture.title
    assert root.findtext(f"{SVG}desc") == picture.description
    assert root.get("viewBox") == "0 0 700 760"


def test_labels_are_text_in_the_bundled_font(jens: Profile) -> None:
    root = ET.fromstring(to_svg(draw(jens, 700, 760, DialOptions()), THEMES["light"]))
    texts = {e.text for e in root.iter(f"{SVG}text")}
    assert "IT &\u00a0Digital" in texts
    assert root.get("font-family") == "'Source Sans 3', sans-serif"


@given(st.text(st.characters(codec="utf-8"), max_size=40))
def test_any_text_survives_as_text(text: str) -> None:
    shape = Text(text, 0, 10, 12, "regular", "start", "ink")
    picture = Picture(20, 20, (shape,), 10, 10, 1, text, text)
    root = ET.fromstring(to_svg(picture, THEMES["light"]))
    printable = [c for c in text if c >= " " and c not in "\ufffe\uffff"]
    found = root.find(f"{SVG}text")
    assert found is not None
    assert [c for c in found.text or "" if c in printable] == printable


def test_markup_in_a_name_is_shown_as_typed(jens: Profile) -> None:
    first = replace(jens.fields[0], name='<b onload="x">R&D</b>')
    picture = draw(replace(jens, fields=(first, *jens.fields[1:])), 900, 900, DialOptions())
    root = ET.fromstring(to_svg(picture, THEMES["light"]))
    told = " ".join(e.text or "" for e in root.iter(f"{SVG}text"))
    assert '<b onload="x">R&D</b>' in told
