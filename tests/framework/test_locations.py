"""The locator agrees with tomllib about every value of any document, and knows its line."""

import tomllib
from collections.abc import Iterator
from itertools import count

from hypothesis import given
from hypothesis import strategies as st

from kompasskive.assets import framework_path
from kompasskive.framework.locations import Path, line_of, locate

KEYS = st.sampled_from(["a", "b-1", "c_2", '"d.e"', "'f [g]'", '"h\\"i"', "7"])
STYLES = st.sampled_from(
    [
        '"{}"',
        "'{}'",
        '"{} # \\" = [x] ]"',
        '"""{}\n[falsk]\nb = \\"""\n""slut""""',
        "'''{}\n[[falsk]]\n''{{'''''",
    ]
)
GAPS = st.sampled_from(["", " ", "\t"])
BREAKS = st.sampled_from(["", "\n", " # ] }} \"'''\n  ", "\n\n"])
HEADERS = st.sampled_from(["[t{}]", "[ t{}.under ]", "[[liste]] # {}", "[[liste.dyb]] # {}"])


@st.composite
def values(draw: st.DrawFn, marks: Iterator[int], depth: int = 2) -> str:
    kind = draw(st.sampled_from(["text", "text", "list", "table"] if depth else ["text"]))
    if kind == "text":
        return draw(STYLES).format(f"<{next(marks)}>")
    parts = [draw(values(marks, depth - 1)) for _ in range(draw(st.integers(0, 3)))]
    if kind == "list":
        gap = draw(BREAKS)
        return f"[{gap}" + f"{gap},{gap}".join(parts) + f"{gap}]"
    return "{ " + ", ".join(f"k{n}.x = {part}" for n, part in enumerate(parts)) + " }"


@st.composite
def documents(draw: st.DrawFn) -> str:
    marks = count()
    parts = ["[[liste]]\n"]
    for section in range(draw(st.integers(1, 4))):
        parts.append(draw(HEADERS).format(section) + "\n")
        for key in draw(st.lists(KEYS, unique=True, max_size=4)):
            gap = draw(GAPS)
            value = draw(values(marks))
            parts.append(f"{gap}{key}{gap}={gap}{value}{gap}{draw(BREAKS)}\n")
    return "".join(parts)


def leaves(value: object, path: Path = ()) -> Iterator[tuple[Path, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from leaves(inner, (*path, index))
    else:
        yield path, str(value)


@given(documents())
def test_every_value_is_on_the_line_found_for_it(text: str) -> None:
    lines, rows = locate(text), text.split("\n")
    for path, value in leaves(tomllib.loads(text)):
        mark = value[: value.index(">") + 1]
        assert mark in rows[lines[path] - 1]


def test_every_text_of_the_bundled_framework_is_found() -> None:
    text = framework_path().read_text(encoding="utf-8")
    lines, rows = locate(text), text.split("\n")
    found = list(leaves(tomllib.loads(text)))
    assert len(found) > 400
    for path, value in found:
        assert value in rows[lines[path] - 1]


def test_values_that_are_no_texts() -> None:
    text = (
        "a = 1979-05-27 07:32:00 # dag\nb = [1_000, true, -inf]\n\nc = {d = 0x1F, e = []}\nf = 1e3"
    )
    lines = locate(text)
    assert [lines[key] for key in [("a",), ("b",), ("b", 2), ("c", "d"), ("c", "e"), ("f",)]] == [
        1,
        2,
        2,
        4,
        4,
        5,
    ]


def test_windows_line_ends_count_once() -> None:
    assert locate('a = 1\r\n\r\nb = """x\r\ny"""\r\nc = 3')["c",] == 5


def test_line_of_what_is_missing_is_its_nearest_table() -> None:
    lines = locate("\n[[felt]]\n\n[[felt]]\nnavn = 1")
    assert line_of(("felt", 1, "punkt", 0), lines) == 4
    assert line_of(("ukendt",), lines) == 1
