from tests.reports.sample import Sample, page_texts

from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Circle, Path, Picture, Text
from kompasskive.reports import dial_pdf, pdf, preview


def _pixel(image: tuple[int, int, bytes], x: int, y: int) -> tuple[int, ...]:
    width, _, data = image
    return tuple(data[(y * width + x) * 4 :][:3])


def _picture(*shapes: Path | Circle | Text) -> Picture:
    return Picture(100, 80, shapes, 50, 40, 1, "titel", "beskrivelse")


def test_the_preview_shows_the_very_pages(sample: Sample) -> None:
    content = pdf.render(sample.report())
    assert preview.page_count(content) == 2
    width, height, data = preview.page_image(content, 0, 501)
    assert (width, height) == (501, 709)
    assert len(data) == width * height * 4
    assert _pixel((width, height, data), 2, 2) == (255, 255, 255)
    assert [round(x) for x in preview.page_size(content, 1)] == [595, 842]


def test_the_painter_puts_shapes_where_the_picture_says(sample: Sample) -> None:
    square = Path(
        (("M", 10, 10), ("L", 40, 10), ("L", 40, 40), ("C", 30, 40, 20, 40, 10, 40), ("Z",)),
        fill="practical_inner",
    )
    content = dial_pdf.render(_picture(square, Circle(70, 20, 8, fill="ink")), THEMES["light"])
    image = preview.page_image(content, 0, 100)
    assert image[:2] == (100, 80)
    assert _pixel(image, 25, 25) == (0xD1, 0x7A, 0x2E)
    assert _pixel(image, 70, 20) == (0x33, 0x27, 0x1B)
    assert _pixel(image, 70, 60) == (255, 255, 255)


def test_texts_stay_texts_and_are_never_markup() -> None:
    texts = [
        Text(word, 50, 20 + 20 * i, 9, "semibold", anchor, "ink")
        for i, (word, anchor) in enumerate((("<b>Å", "start"), ("R&D", "middle"), ("😀", "end")))
    ]
    (page,) = page_texts(dial_pdf.render(_picture(*texts), THEMES["light"]))
    assert page.split() == ["<b>Å", "R&D", "[U+1F600]"]


def test_the_dial_alone_is_a_page_of_its_own_size(sample: Sample) -> None:
    dial = sample.report().dial
    assert dial is not None
    picture = draw(dial.profile, 400, 300, DialOptions())
    content = dial_pdf.render(picture, THEMES["dark"])
    assert preview.page_size(content, 0) == (400, 300)
    assert b"Helvetica" not in content
    assert b"Jens" not in content
    image = preview.page_image(content, 0, 400)
    assert _pixel(image, 1, 1) == (0x1F, 0x19, 0x14)
    assert "IT & Digital" in page_texts(content)[0]
