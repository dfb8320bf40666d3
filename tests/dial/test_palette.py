"""The pairs of colours that must stay readable, measured."""

import pytest

from kompasskive.dial.palette import THEMES, contrast, on_page

DESIGN = {
    "light": {
        "practical": ("#2E7AD1", "#1B4A86"),
        "reflexive": ("#CC6A1C", "#8A3F06"),
        "relational": ("#7E4C79", "#431F3E"),
    },
    "dark": {
        "practical": ("#5A9BE8", "#BFDCFF"),
        "reflexive": ("#D57B2E", "#FFC58C"),
        "relational": ("#A0629A", "#DB98D1"),
    },
    "grey": dict.fromkeys(("practical", "reflexive", "relational"), ("#7A7A7A", "#3A3A3A")),
}
PETALS = [f"{d}_{t}" for d in DESIGN["light"] for t in ("inner", "outer")]
MEANINGFUL = [
    *PETALS,
    "organisation",
    "focus",
    "direction",
    "strength",
    "undiscussed",
    "not_relevant",
    "baseline",
]
ON_PAGE = ["direction_shade", "ladder_inner", "ladder_outer"]
TEXT = ["ink", "ink2"]
GROUNDS = ["page", "paper", "disc", "track", "track_specialised"]
EDGES = [f"{d}_edge" for d in DESIGN["light"]]
DECORATION = ["hairline", "bezel", "rose", "tail", "tail_shade"]


def test_known_contrasts() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
def test_themes_have_the_same_tokens_and_valid_colours(theme: str) -> None:
    palette = THEMES[theme]
    assert palette.keys() == THEMES["light"].keys()
    assert all(len(c) == 7 and int(c[1:], 16) >= 0 for c in palette.values())


def test_no_token_is_forgotten() -> None:
    classes = [*MEANINGFUL, *ON_PAGE, *TEXT, *GROUNDS, *EDGES, *DECORATION]
    assert sorted(classes) == sorted(THEMES["light"])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("dimension", DESIGN["light"])
def test_edges_are_the_darker_or_brighter_of_the_two_tones(theme: str, dimension: str) -> None:
    palette = THEMES[theme]
    edge, outer = palette[f"{dimension}_edge"], palette[f"{dimension}_outer"]
    assert contrast(edge, palette["page"]) >= contrast(outer, palette["page"])


@pytest.mark.parametrize("theme", DESIGN)
@pytest.mark.parametrize("dimension", DESIGN["light"])
def test_petals_have_the_designs_colours(theme: str, dimension: str) -> None:
    palette = THEMES[theme]
    found = palette[f"{dimension}_inner"], palette[f"{dimension}_outer"]
    assert found == DESIGN[theme][dimension]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", MEANINGFUL)
@pytest.mark.parametrize("ground", GROUNDS)
def test_what_carries_meaning_stands_out(theme: str, token: str, ground: str) -> None:
    assert contrast(THEMES[theme][token], THEMES[theme][ground]) >= 3, token


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", ON_PAGE)
@pytest.mark.parametrize("ground", ["page", "paper"])
def test_ladder_and_needle_stand_out_where_they_lie(theme: str, token: str, ground: str) -> None:
    assert contrast(THEMES[theme][token], THEMES[theme][ground]) >= 3, token


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("token", TEXT)
def test_text_is_readable(theme: str, token: str) -> None:
    assert contrast(THEMES[theme][token], THEMES[theme]["page"]) >= 4.5


@pytest.mark.parametrize(("theme", "sheet"), [("light", "#F5F3EF"), ("dark", "#1C232B")])
@pytest.mark.parametrize("token", TEXT)
def test_text_is_readable_on_the_windows_surfaces(theme: str, sheet: str, token: str) -> None:
    palette = on_page(THEMES[theme], sheet)
    assert contrast(palette[token], palette["page"]) >= 4.5


@pytest.mark.parametrize("token", DECORATION)
def test_high_contrast_makes_even_decoration_visible(token: str) -> None:
    assert contrast(THEMES["contrast"][token], THEMES["contrast"]["page"]) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("dimension", DESIGN["light"])
def test_paper_signs_show_on_their_petals(theme: str, dimension: str) -> None:
    palette = THEMES[theme]
    assert contrast(palette["paper"], palette[f"{dimension}_inner"]) >= 3
