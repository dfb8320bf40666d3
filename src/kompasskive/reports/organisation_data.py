"""The organisation's numbers as CSV for Excel, and as JSON for other programs."""

import csv
import json
from collections.abc import Sequence
from datetime import date
from io import StringIO
from typing import Any

from kompasskive import danish
from kompasskive.framework.model import Framework
from kompasskive.profile.goals import GoalLine
from kompasskive.profile.organisation import (
    Count,
    OrganisationCell,
    OrganisationGroup,
    OrganisationItem,
    OrganisationLevel,
    OrganisationNeed,
    OrganisationProfile,
    Shown,
)
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
    if isinstance(value, date):
        return danish.short_date(value)
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
        "cells": [_cell(framework, cell) for cell in profile.cells],
        "levels": [_level(level) for level in profile.levels],
        "items": [_item(item) for item in profile.items],
        "goals": [_goal(line) for line in lines],
        "needs": [_need(need) for need in profile.needs],
        "groups": [_group(group) for group in profile.groups],
        "readings": [_reading(r) for r in readings],
    }
    return json.dumps(document, ensure_ascii=False, indent=2).encode("utf-8") + b"\n"


def _cell(framework: Framework, cell: OrganisationCell) -> dict[str, Any]:
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


def _level(level: OrganisationLevel) -> dict[str, Any]:
    return {
        "field": level.field_id,
        "level": level.level.value,
        "shown": level.shown.value,
        "words": level.words,
        "people": level.people,
        "settled": _count(level.settled),
    }


def _item(item: OrganisationItem) -> dict[str, Any]:
    return {
        "item": item.item_id,
        "shown": item.shown.value,
        "people": item.people,
        "marks": [_count(mark) for mark in item.marks],
    }


def _need(need: OrganisationNeed) -> dict[str, Any]:
    return {
        "kind": need.kind.value,
        "field": need.field_id,
        "dimension": need.dimension.value if need.dimension else None,
        "form": need.form,
        "people": _count(need.people),
    }


def _group(group: OrganisationGroup) -> dict[str, Any]:
    return {
        "function": group.name,
        "field": group.field_id,
        "shown": group.shown.value,
        "people": group.people,
        "deep": _count(group.deep),
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
