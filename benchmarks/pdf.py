"""The PDF: a whole Kompetenceprofil against the same content drawn by ReportLab alone, in one run.

`python benchmarks/pdf.py [rounds]`; ours composes, draws the dial and finds the page breaks too.
"""

import statistics
import sys
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "src"), str(HERE.parent)]

from benchmarks.floors.plain_pdf import draw as draw_plain  # noqa: E402

from kompasskive.assets import FONT_FILES  # noqa: E402
from kompasskive.dial.drawing import draw  # noqa: E402
from kompasskive.dial.options import DialOptions  # noqa: E402
from kompasskive.dial.palette import THEMES  # noqa: E402
from kompasskive.dialogue.example import example_workbook  # noqa: E402
from kompasskive.framework.catalogue import bundled  # noqa: E402
from kompasskive.profile.comparison import previous_dialogue  # noqa: E402
from kompasskive.reports import fonts, pdf  # noqa: E402
from kompasskive.reports.layout import DIAL_HEIGHTS, LABEL_SIZE, PRINTED_PIXEL  # noqa: E402
from kompasskive.reports.model import Included, ProfileReport  # noqa: E402
from kompasskive.reports.notes import compose  # noqa: E402
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


def main() -> None:
    """Print both medians and their ratio."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    fonts.register()
    plain = floor()
    pairs = [
        (milliseconds(plain), milliseconds(lambda: pdf.render(report()))) for _ in range(rounds + 1)
    ]
    floors, ours = (statistics.median(side) for side in zip(*pairs[1:], strict=True))
    print(f"ReportLab alone {floors:.0f} ms, Kompasskive {ours:.0f} ms: {ours / floors:.2f}x")


WORKBOOK = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
TALK = WORKBOOK.dialogues_of(WORKBOOK.people[0].id)[-1]

if __name__ == "__main__":
    main()
