"""The dial as a file: SVG, PNG or PDF by the name's ending."""

from pathlib import Path

from kompasskive.dial.drawing import draw
from kompasskive.dial.options import DialOptions, words_of
from kompasskive.dial.palette import THEMES
from kompasskive.dial.picture import Picture
from kompasskive.framework.model import Framework
from kompasskive.profile.model import Profile
from kompasskive.reports.output import write

ASPECT = 930 / 900
LABEL_SHARE = 16.5 / 900


def write_dial(path: Path, profile: Profile, framework: Framework, size: int, theme: str) -> None:
    """Draw `profile` `size` pixels wide in a theme of `THEMES`; OutputError when it fails."""
    options = DialOptions(
        label_size=max(9.0, size * LABEL_SHARE),
        patterns=theme == "grey",
        legend=words_of(framework),
        stamp="KLADDE" if profile.draft else "",
    )
    picture = draw(profile, size, round(size * ASPECT), options)
    painters = {".svg": _svg, ".png": _png, ".pdf": _pdf}
    write(path, painters[path.suffix.lower()](picture, theme))


def _svg(picture: Picture, theme: str) -> bytes:
    from kompasskive.dial.svg import to_svg

    return to_svg(picture, THEMES[theme]).encode("utf-8")


def _pdf(picture: Picture, theme: str) -> bytes:
    from kompasskive.reports.dial_pdf import render

    return render(picture, THEMES[theme])


def _png(picture: Picture, theme: str) -> bytes:
    from kompasskive.desktop.dial_files import to_png

    return to_png(picture, THEMES[theme])
