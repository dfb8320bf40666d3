"""The organisation's numbers as CSV for Excel, and as JSON for other programs."""

import csv
import json
from collections.abc import Sequence
from io import StringIO
from typing import Any

from kompasskive import danish
from kompasskive.framework.model import Framework
from kompasskive.profile.goals import GoalLine
from kompasskive.profile.organisation import Count, OrganisationProfile, Shown
from kompasskive.profile.readings import CellReading
from kompasskive.reports.organisation_tables import Sheet, Value

FORMAT = "kompasskive-organisation"
_BYTE_ORDER_MARK = "\ufeff"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_bytes(sheets: Sequence[Sheet]) -> bytes:
    """The tables below each other as Danish Excel reads them: semicolons and decimal commas.

    A text that a spreadsheet would take for a formula begins with an apostrophe.
    """
    target = StringIO()
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    for number, sheet in enumerate(sheets):
        if number:
            writer.writerow(())
        writer.writerow((sheet.name,))
        writer.writerow(sheet.head)
        writer.writerows([_text(value) for value in row] for row in sheet.rows)
    return (_BYTE_ORDER_MARK + target.getvalue()).encode("utf-8")


def _text(value: Value) -> str:
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    if value is None:
        return ""
    return danish.decimal(value) if isinstance(value, float) else str(value)


def json_bytes(
    framework: Framework,
    profile: OrganisationProfile,
    lines: Sequence[GoalLine],
    readings: Sequence[CellReading] = (),
) -> bytes:
    """The profile as indented JSON; what is withheld says "for få" and has no numbers."""
    document = {
        "format": FORMAT,
        "version": 1,
        "framework": profile.framework_key,
        "period": profile.period,
        "series": "screening" if profile.screening else "agreed",
        "people": profile.people,
        "cells": [_cell(framework, profile, index) for index in range(len(profile.cells))],
        "levels": [
            {
                "field": x.field_id,
                "level": x.level.value,
                "shown": x.shown.value,
                "words": x.words,
                "people": x.people,
                "settled": _count(x.settled),
            }
            for x in profile.levels
        ],
        "items": [
            {
                "item": i.item_id,
                "shown": i.shown.value,
                "people": i.people,
                "marks": [_count(m) for m in i.marks],
            }
            for i in profile.items
        ],
        "goals": [_goal(line) for line in lines],
        "needs": [
            {
                "kind": n.kind.value,
                "field": n.field_id,
                "dimension": n.dimension.value if n.dimension else None,
                "form": n.form,
                "people": _count(n.people),
            }
            for n in profile.needs
        ],
        "groups": [
            {
                "function": g.name,
                "field": g.field_id,
                "shown": g.shown.value,
                "people": g.people,
                "deep": _count(g.deep),
            }
            for g in profile.groups
        ],
        "readings": [_reading(r) for r in readings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _cell(framework: Framework, profile: OrganisationProfile, index: int) -> dict[str, Any]:
    cell = profile.cells[index]
    return {
        "field": cell.field_id,
        "field_name": framework.field(cell.field_id).name,
        "dimension": cell.dimension.value,
        "shown": cell.shown.value,
        "suppressed": cell.shown is Shown.HIDDEN,
        "words": cell.words,
        "people": cell.people,
        "median": cell.median,
        "side": cell.side.value if cell.side else None,
        "breadth": _count(cell.breadth),
        "depth": _count(cell.depth),
    }


def _count(count: Count | None) -> dict[str, int] | None:
    return None if count is None else {"low": count.low, "high": count.high, "of": count.of}


def _goal(line: GoalLine) -> dict[str, Any]:
    return {
        "field": line.field_id,
        "priority": line.priority,
        "breadth_wanted": line.breadth.wanted,
        "depth_wanted": line.depth.wanted,
        "verdict": line.verdict.value,
        "words": list(line.words),
    }


def _reading(reading: CellReading) -> dict[str, Any]:
    return {
        "field": reading.field_id,
        "dimension": reading.dimension.value,
        "employee": reading.employee,
        "reading": reading.kind.value if reading.kind else None,
        "words": reading.points_at or reading.reason,
        "action": reading.action,
        "second": reading.second,
    }
