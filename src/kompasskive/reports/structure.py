"""The logical structure of a page: what is drawn as what, in reading order, as ReportLab objects.

A node may be drawn in several pieces, such as a paragraph that flows on to the next page.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFString,
)

Box = tuple[float, float, float, float]


@dataclass(eq=False, slots=True)
class Node:
    """An element of the structure tree; `role` is PDF's name for it, such as "P" or "TH".

    `alternative` says a Figure in words and `box` is where it lies, in points from the page's
    bottom left. `scope` is what a table header is the head of: "Row" or "Column". `numbering` is
    what a list has before its items, such as "Disc".
    """

    role: str
    alternative: str = ""
    scope: str = ""
    numbering: str = ""
    box: Box | None = None
    kids: list["Node | Piece"] = field(default_factory=list)
    parent: "Node | None" = None

    def put(self, node: "Node") -> None:
        """Place a node last, unless it already has its place."""
        if node.parent is None:
            node.parent = self
            self.kids.append(node)

    def walk(self) -> Iterator["Node"]:
        """This node and everything below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Node):
                yield from kid.walk()


@dataclass(frozen=True, slots=True)
class Piece:
    """Marked content: its page's index and its number there, both from 0."""

    page: int
    number: int


def write_structure(
    document: Any, root: Node, pages: Sequence[PDFObjectReference], owners: list[list[Node]]
) -> PDFDictionary:
    """The tree as objects of a PDFDocument; `owners` has each page's nodes by content number."""
    tree = PDFDictionary({"Type": PDFName("StructTreeRoot")})
    tree_reference = document.Reference(tree)
    written = {id(node): PDFDictionary() for node in root.walk()}
    references = {key: document.Reference(element) for key, element in written.items()}
    for node in root.walk():
        parent = references[id(node.parent)] if node.parent else tree_reference
        page = _only_page(node)
        kids = [
            references[id(kid)] if isinstance(kid, Node) else _content(kid, page, pages)
            for kid in node.kids
        ]
        element = _element(node, parent, kids)
        if page is not None:
            element["Pg"] = pages[page]
        written[id(node)].dict.update(element)
    tree["K"] = PDFArray([references[id(root)]])
    tree["ParentTree"] = document.Reference(_parents(owners, references))
    tree["ParentTreeNextKey"] = len(owners)
    return tree


def _parents(owners: list[list[Node]], references: dict[int, PDFObjectReference]) -> PDFDictionary:
    rows: list[object] = []
    for page, nodes in enumerate(owners):
        rows += [page, PDFArray([references[id(node)] for node in nodes])]
    return PDFDictionary({"Nums": PDFArray(rows)})


def _element(node: Node, parent: PDFObjectReference, kids: list[object]) -> dict[str, object]:
    element: dict[str, object] = {
        "Type": PDFName("StructElem"),
        "S": PDFName(node.role),
        "P": parent,
        "K": PDFArray(kids),
    }
    if node.alternative:
        element["Alt"] = PDFString(node.alternative)
    if node.scope:
        element["A"] = PDFDictionary({"O": PDFName("Table"), "Scope": PDFName(node.scope)})
    if node.numbering:
        kind = PDFName(node.numbering)
        element["A"] = PDFDictionary({"O": PDFName("List"), "ListNumbering": kind})
    if node.box:
        element["A"] = PDFDictionary(
            {"O": PDFName("Layout"), "Placement": PDFName("Block"), "BBox": PDFArray(node.box)}
        )
    return element


def _only_page(node: Node) -> int | None:
    """The page all of a node's pieces lie on; None when it has none, or is parted."""
    found = {kid.page for kid in node.kids if isinstance(kid, Piece)}
    return found.pop() if len(found) == 1 else None


def _content(
    piece: Piece, page: int | None, pages: Sequence[PDFObjectReference]
) -> PDFDictionary | int:
    """Marked content by its number alone where its element tells the page."""
    if page is not None:
        return piece.number
    return PDFDictionary({"Type": PDFName("MCR"), "Pg": pages[piece.page], "MCID": piece.number})
