"""Every colour pair the window uses can be read: text 4.5:1, meaningful graphics 3:1."""

import pytest

from kompasskive.desktop.tokens import THEMES, Tokens

TEXT = [
    *((ink, page) for ink in ("ink", "ink2", "ink3") for page in ("win", "sheet")),
    *((ink, page) for ink in ("ink", "ink2") for page in ("sunken", "hover")),
    ("accent", "win"),
    ("accent", "sheet"),
    ("on_accent", "accent"),
    ("on_ink", "ink"),
    ("warm_ink", "warm"),
    ("ink", "warm"),
    ("ok_ink", "ok"),
    ("ok_ink", "sheet"),
    ("bad_ink", "bad"),
    ("bad_ink", "win"),
    ("ink", "bad"),
    ("ink", "accent_soft"),
]
GRAPHICS = [
    *(("line", page) for page in ("win", "sheet")),
    *(("accent", page) for page in ("win", "sheet", "sunken")),
    *(("unchosen", page) for page in ("sheet", "sunken")),
    *(
        (f"{dimension}{tone}", page)
        for dimension in ("practical", "reflexive", "relational")
        for tone in (1, 2)
        for page in ("sheet", "win")
    ),
    ("direction", "win"),
]


def luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(tokens: Tokens, first: str, second: str) -> float:
    high, low = sorted((luminance(tokens[first]), luminance(tokens[second])), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("ink", "page"), TEXT)
def test_text_can_be_read(theme: str, ink: str, page: str) -> None:
    assert contrast(THEMES[theme], ink, page) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("mark", "page"), GRAPHICS)
def test_graphics_can_be_seen(theme: str, mark: str, page: str) -> None:
    assert contrast(THEMES[theme], mark, page) >= 3.0


def test_every_theme_has_every_token() -> None:
    names = [set(tokens) for tokens in THEMES.values()]
    assert all(found == names[0] for found in names)
