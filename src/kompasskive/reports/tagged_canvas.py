"""A ReportLab canvas whose file can be kept: tagged, and PDF/A-2b with its colours defined.

ReportLab knows neither, so this is the one place that reaches into the document it builds.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString
from reportlab.pdfgen.canvas import Canvas

from kompasskive.assets import colour_profile_path
from kompasskive.reports.fonts import REGULAR, register
from kompasskive.reports.structure import Node, Piece, write_structure

# Text around compressed streams only makes them larger and slower to write.
rl_config.useA85 = 0

PRODUCER = "Kompasskive"
_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
<dc:format>application/pdf</dc:format>
<dc:language><rdf:Bag><rdf:li>da-DK</rdf:li></rdf:Bag></dc:language>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:creator><rdf:Seq><rdf:li>{producer}</rdf:li></rdf:Seq></dc:creator>
<xmp:CreatorTool>{producer}</xmp:CreatorTool><pdf:Producer>{producer}</pdf:Producer>
<xmp:CreateDate>{moment}</xmp:CreateDate><xmp:ModifyDate>{moment}</xmp:ModifyDate>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""


class TaggedCanvas(Canvas):
    """Pages of `size` points; `title` and `subject` go into the metadata and name nobody."""

    _doc: Any
    _code: list[str]

    def __init__(self, size: tuple[float, float], title: str, subject: str) -> None:
        register()
        self._target = BytesIO()
        super().__init__(
            self._target,
            pagesize=size,
            lang="da-DK",
            pdfVersion=(1, 7),
            initialFontName=REGULAR,  # type: ignore[arg-type]
        )
        self._title, self._subject = title, subject
        self._tree = Node("Document")
        self._inside = [self._tree]
        self._owners: list[list[Node]] = [[]]
        self._drawing = False

    @contextmanager
    def inside(self, *path: Node) -> Iterator[None]:
        """What is drawn meanwhile belongs to the last node of the path; each is put in the one
        before it."""
        for node in path:
            if not self._drawing:
                self._inside[-1].put(node)
            self._inside.append(node)
        try:
            yield
        finally:
            del self._inside[len(self._inside) - len(path) :]

    @contextmanager
    def content(self, *path: Node) -> Iterator[None]:
        """What is drawn meanwhile is the last node's content, unless it is part of other."""
        with self.inside(*path):
            if self._drawing:
                yield
                return
            node, nodes = self._inside[-1], self._owners[-1]
            node.kids.append(Piece(len(self._owners) - 1, len(nodes)))
            with self._between(f"/{node.role} <</MCID {len(nodes)}>> BDC"):
                yield
            nodes.append(node)

    @contextmanager
    def artifact(self, kind: str = "Layout") -> Iterator[None]:
        """What is drawn meanwhile means nothing to who cannot see it, or is said elsewhere."""
        if self._drawing:
            yield
            return
        with self._between(f"/Artifact <</Type /{kind}>> BDC"):
            yield

    def showPage(self) -> None:  # noqa: N802
        """End the page."""
        super().showPage()
        page: Any = self._doc.Pages[-1]
        page.__NoDefault__ = [*page.__NoDefault__, "StructParents", "Tabs"]
        page.Trans, page.Tabs = None, PDFName("S")
        page.StructParents = len(self._owners) - 1
        self._owners.append([])

    def finished(self) -> bytes:
        """The whole file, after the last page was shown."""
        self.setTitle(self._title)
        self.setSubject(self._subject)
        self.setAuthor(PRODUCER)
        self.setCreator(PRODUCER)
        self.setProducer(PRODUCER)
        self._describe()
        self.save()
        return self._target.getvalue()

    @contextmanager
    def _between(self, beginning: str) -> Iterator[None]:
        self._drawing = True
        self._code.append(beginning)
        try:
            yield
        finally:
            self._code.append("EMC")
            self._drawing = False

    def _describe(self) -> None:
        document = self._doc
        catalog: Any = document.Catalog
        catalog.__NoDefault__ = [*catalog.__NoDefault__, "OutputIntents"]
        pages = [document.Reference(page) for page in document.Pages.pages]
        catalog.StructTreeRoot = write_structure(document, self._tree, pages, self._owners[:-1])
        catalog.MarkInfo = PDFDictionary({"Marked": "true"})
        catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
        catalog.Metadata = self._metadata()
        catalog.OutputIntents = PDFArray([self._intent()])

    def _metadata(self) -> PDFStream:
        stamp: Any = self._doc._timeStamp  # noqa: SLF001
        day = "{:04d}-{:02d}-{:02d}T{:02d}:{:02d}:{:02d}".format(*stamp.YMDhms)
        packet = _PACKET.format(
            title=escape(self._title),
            subject=escape(self._subject),
            producer=PRODUCER,
            moment=f"{day}{stamp.dhh:+03d}:{stamp.dmm:02d}",
        )
        kind = PDFDictionary({"Type": PDFName("Metadata"), "Subtype": PDFName("XML")})
        return PDFStream(kind, packet.encode("utf-8") + b"\n", filters=[])

    def _intent(self) -> PDFDictionary:
        colours = colour_profile_path().read_bytes()
        profile = PDFStream(PDFDictionary({"N": 3}), colours, filters=[])
        return PDFDictionary(
            {
                "Type": PDFName("OutputIntent"),
                "S": PDFName("GTS_PDFA1"),
                "OutputConditionIdentifier": PDFString("sRGB"),
                "Info": PDFString("sRGB IEC61966-2.1"),
                "DestOutputProfile": self._doc.Reference(profile),
            }
        )
