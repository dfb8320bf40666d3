"""The PDF: a whole Kompetenceprofil against the same content by ReportLab alone and typesetters.

`python benchmarks/pdf.py [rounds]`; ours composes, draws the dial and finds the page breaks too.
ReportLab alone writes no tags and no PDF/A. WeasyPrint and Typst are measured where they are
installed (`pip install -r requirements/bench.txt`); they set the same content, tagged PDF/A-2b.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from importlib.util import find_spec
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]

from benchmarks.floors.plain_pdf import draw as draw_plain  # noqa: E402
from benchmarks.floors.typeset_pdf import by_typst, by_weasyprint  # noqa: E402

from kompasskive.assets import FONT_FILES, font_path  # noqa: E402
from kompasskive.dial.drawing import draw  # noqa: E402
from kompasskive.dial.options import DialOptions  # noqa: E402
from kompasskive.dial.palette import THEMES  # noqa: E402
from kompasskive.dial.svg import to_svg  # noqa: E402
from kompasskive.dialogue.example import example_workbook  # noqa: E402
from kompasskive.framework.catalogue import bundled  # noqa: E402
from kompasskive.profile.comparison import previous_dialogue  # noqa: E402
from kompasskive.reports import fonts, pdf  # noqa: E402
from kompasskive.reports.layout import DIAL_HEIGHTS, LABEL_SIZE, PRINTED_PIXEL  # noqa: E402
from kompasskive.reports.model import Included, ProfileReport  # noqa: E402
from kompasskive.reports.notes import compose  # noqa: E402
from kompasskive.reports.outline import dial_picture  # noqa: E402
from kompasskive.reports.styles import WIDTH  # noqa: E402

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)


def report() -> ProfileReport:
    """The example's first person, on paper."""
    return compose(WORKBOOK, TALK, previous_dialogue(WORKBOOK, TALK), Included(), NOW, "Profil.pdf")


def floor() -> Callable[[], bytes]:
    """The same shapes and texts, prepared before the clock starts."""
    said = report()
    assert said.dial is not None
    assert said.words is not None
    options = DialOptions(label_size=LABEL_SIZE, pixel=PRINTED_PIXEL, legend=said.dial.words)
    picture = draw(said.dial.profile, WIDTH, DIAL_HEIGHTS[0] + 64, options)
    agreed = [[a.what, a.learning, a.who, a.due, a.follow_up] for a in said.agreements]
    words = [[r.number, r.name, *r.placements, r.basic, r.specialised] for r in said.words.rows]
    points = [(*said.strengths, *said.potentials), (*said.since_last, *said.notes)]
    first, second = ([f"{p.lead} {p.text}" for p in part] for part in points)
    pages = [[said.title, said.meta, *first, agreed], [words, *second, *said.parked, said.audience]]
    names = {weight: fonts.name(weight) for weight in FONT_FILES}
    return lambda: draw_plain(picture.shapes, THEMES["light"], pages, names)


def milliseconds(work: Callable[[], bytes]) -> float:
    """How long the work takes once."""
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


def others(said: ProfileReport) -> dict[str, Callable[[], bytes]]:
    """The typesetters of requirements/bench.txt that are installed."""
    assert said.dial is not None
    svg = to_svg(dial_picture(said.dial, False), THEMES["light"])
    known: dict[str, Callable[[], bytes]] = {
        "weasyprint": lambda: by_weasyprint(report()),
        "typst": lambda: by_typst(report(), svg, font_path("regular").parent),
    }
    return {name: make for name, make in known.items() if find_spec(name)}


def main() -> None:
    """Print every median and how it compares with ours."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    fonts.register()
    works = {"ReportLab alone": floor(), **others(report())}
    ours = lambda: pdf.render(report())  # noqa: E731
    times: dict[str, list[float]] = {name: [] for name in (*works, OURS)}
    for _ in range(rounds + 1):
        for name, work in {**works, OURS: ours}.items():
            times[name].append(milliseconds(work))
    medians = {name: statistics.median(each[1:]) for name, each in times.items()}
    for name, median in medians.items():
        print(f"{name}: {median:.0f} ms; Kompasskive takes {medians[OURS] / median:.2f}x of it")


OURS = "Kompasskive, tagged PDF/A-2b"
WORKBOOK = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
TALK = WORKBOOK.dialogues_of(WORKBOOK.people[0].id)[-1]

if __name__ == "__main__":
    main()
