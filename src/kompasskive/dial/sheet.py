"""The dial as a picture of its own: all of it, one dial per dimension, or last time and now."""

from dataclasses import dataclass, replace
from enum import StrEnum

from kompasskive import danish
from kompasskive.dial.drawing import draw
from kompasskive.dial.multiples import dimension_panels, draw_multiples, since_panels
from kompasskive.dial.options import DialOptions, DialWords, words_of
from kompasskive.dial.picture import Picture
from kompasskive.dialogue.model import Dialogue, Workbook
from kompasskive.dialogue.roster import subject_name
from kompasskive.profile.comparison import previous_dialogue
from kompasskive.profile.model import Profile
from kompasskive.profile.profile import make_profile

SIZES = range(120, 8001)
"""Widths in pixels that a picture may have."""
_LABEL_SHARE = 16.5 / 900
_LEAST_LABEL = 9.0


class View(StrEnum):
    """What the picture shows."""

    DIAL = "dial"
    DIMENSIONS = "dimensions"
    SINCE = "since"


_ASPECT = {View.DIAL: 930 / 900, View.DIMENSIONS: 0.52, View.SINCE: 0.7}


def subject_of(workbook: Workbook, talk: Dialogue) -> "Subject":
    """What a talk of the workbook says, beside what the talk before it said."""
    name = subject_name(workbook, talk)
    framework, before = workbook.framework_of(talk), previous_dialogue(workbook, talk)
    older = workbook.framework_of(before) if before else None
    return Subject(
        make_profile(framework, talk, name, before, older),
        make_profile(older, before, name, None) if older and before else None,
        words_of(framework),
    )


def draw_sheet(subject: "Subject", view: View, width: int, patterns: bool) -> Picture:
    """The whole picture, `width` pixels wide, with legend and, for a draft, its stamp.

    `View.SINCE` needs an earlier talk: ValueError without one.
    """
    height = round(width * _ASPECT[view])
    options = DialOptions(
        label_size=max(_LEAST_LABEL, width * _LABEL_SHARE),
        patterns=patterns,
        legend=subject.words,
        stamp=stamp(subject.profile),
    )
    if view is View.DIAL:
        return draw(subject.profile, width, height, options)
    panels = (
        dimension_panels(subject.profile, options)
        if view is View.DIMENSIONS
        else since_panels(*_then(subject), *_now(subject.profile), options)
    )
    return draw_multiples(panels, width, height, options)


def draw_overlay(
    profile: Profile, words: DialWords, description: str, width: int, patterns: bool
) -> Picture:
    """A dial with the organisation's brackets, `width` pixels wide, with its legend."""
    options = DialOptions(
        label_size=max(_LEAST_LABEL, width * _LABEL_SHARE),
        patterns=patterns,
        legend=words,
        organisation=True,
        beads=False,
        previous=False,
    )
    picture = draw(profile, width, round(width * _ASPECT[View.DIAL]), options)
    return replace(picture, description=description)


def stamp(profile: Profile) -> str:
    """What is stamped on the picture: KLADDE, SCREENING, both or nothing."""
    screening = "SCREENING" if profile.screening else ""
    return " · ".join(part for part in (screening, "KLADDE" if profile.draft else "") if part)


def caption(word: str, profile: Profile) -> str:
    """ "Sidst: 12. november 2025"."""
    return f"{word}: {danish.long_date(profile.held_on)}" if profile.held_on else word


def _then(subject: "Subject") -> tuple[Profile, str]:
    if subject.before is None:
        raise ValueError("there is no earlier talk")
    return subject.before, caption("Sidst", subject.before)


def _now(profile: Profile) -> tuple[Profile, str]:
    return profile, caption("Nu", profile)


@dataclass(frozen=True, slots=True)
class Subject:
    """A profile, the profile of the talk before it if there was one, and the legend's words."""

    profile: Profile
    before: Profile | None
    words: DialWords
