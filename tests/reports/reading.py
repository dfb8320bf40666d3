"""What a tagged PDF says to who cannot see it, read from its structure tree."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any, TypeAlias

import pikepdf

Piece: TypeAlias = tuple[Any, int]
"""Marked content: its page's object and its number there."""
SHOWS_TEXT = {"Tj", "TJ", "'", '"'}


def elements(content: bytes) -> list[tuple[str, str]]:
    """(role, text) of every element that has content, in the order a screen reader takes them."""
    with pikepdf.open(BytesIO(content)) as document:
        texts = [marked_texts(page) for page in document.pages]
        pages = {page.objgen: index for index, page in enumerate(document.pages)}
        root = document.Root.StructTreeRoot.K[0]
        return [
            (str(e.S)[1:], "".join(texts[pages[page]][number] for page, number in pieces))
            for e, pieces in walk(root)
        ]


def walk(element: Any) -> Iterator[tuple[Any, list[Piece]]]:
    """Every element that has content, with that: an element may tell the page for all of it."""
    kids = list(element.K)
    pieces = [
        (element.Pg.objgen, int(kid)) if isinstance(kid, int) else (kid.Pg.objgen, int(kid.MCID))
        for kid in kids
        if not is_element(kid)
    ]
    if pieces:
        yield element, pieces
    for kid in filter(is_element, kids):
        assert kid.P.objgen == element.objgen
        yield from walk(kid)


def is_element(kid: Any) -> bool:
    """Whether a kid is an element and no marked content."""
    return not isinstance(kid, int) and kid.Type == "/StructElem"


def marked_texts(page: Any) -> dict[int, str]:
    """What each piece of marked content shows; no text stands outside of one or an artifact."""
    fonts = {name: _decoder(font) for name, font in page.Resources.Font.items()}
    shown: dict[int, str] = {}
    inside: list[int | None] = []
    decode = None
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        name = str(instruction.operator)
        if name == "BDC":
            assert not inside, "marked content inside other"
            inside.append(int(operands[1].MCID) if "/MCID" in operands[1] else None)
            shown |= {number: "" for number in inside if number is not None}
        elif name == "EMC":
            inside.pop()
        elif name == "Tf":
            decode = fonts[str(operands[0])]
        elif name in SHOWS_TEXT:
            assert inside, "text that is neither content nor artifact"
            if inside[-1] is not None:
                assert decode is not None
                shown[inside[-1]] += decode(bytes(operands[0]))
    return shown


def _decoder(font: Any) -> Any:
    table: dict[int, str] = {}
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, _last, targets in re.findall(r"<(\w+)>\s*<(\w+)>\s*\[(.*?)\]", block, re.DOTALL):
            found = re.findall(r"<(\w+)>", targets)
            table |= {int(first, 16) + i: chr(int(t, 16)) for i, t in enumerate(found)}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        table |= {
            int(code, 16): chr(int(target, 16))
            for code, target in re.findall(r"<(\w+)>\s*<(\w+)>", block)
        }
    return lambda raw: "".join(table[byte] for byte in raw)
