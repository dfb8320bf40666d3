"""Counts from many leaders: sealed, nameless, strictly read, replaced and never doubled."""

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.organisations import FRAMEWORK, organisation

from kompasskive.dialogue.model import DialogueKind, Workbook
from kompasskive.handover import sealing, strict
from kompasskive.handover.failures import HandoverError
from kompasskive.handover.merge import Outcome, merge, without
from kompasskive.handover.payload import Payload, contribution, received
from kompasskive.handover.sealing import LARGEST, new_key, opened, sealed
from kompasskive.profile.contributions import Counted
from kompasskive.profile.counting import count
from kompasskive.profile.freezing import counted_here
from kompasskive.profile.histograms import empty
from kompasskive.profile.periods import parse_period

NOW = datetime(2026, 11, 23, 14, 5, tzinfo=UTC)
PERIOD = parse_period("2026")
KEY = new_key(NOW)
ID = "0f8fad5b-d9cb-469f-a165-70867728950e"
HR = Workbook("hr", organisation_keys=(KEY,), frameworks=(FRAMEWORK,))
NOBODY = Counted(empty(FRAMEWORK))


def sent(workbook: Workbook, new_id: str = ID) -> tuple[Workbook, bytes]:
    agreed = counted_here(workbook, FRAMEWORK, PERIOD)
    return contribution(workbook, FRAMEWORK, PERIOD, agreed, NOBODY, KEY.public, new_id)


def plain(content: bytes) -> dict[str, Any]:
    found: dict[str, Any] = msgspec.json.decode(opened(content, (KEY,)))
    return found


def resealed(document: Any) -> bytes:
    return sealed(msgspec.json.encode(document), KEY.public)


def test_two_leaders_add_up_to_one_file_with_everybody() -> None:
    hr = HR
    for start, new_id in ((0, ID), (7, ID.replace("0f", "1f"))):
        _, content = sent(organisation(7, start), new_id)
        hr, outcome = merge(hr, received(content, hr, NOW))
        assert outcome is Outcome.NEW
    together = counted_here(hr, FRAMEWORK, PERIOD)
    whole = count(organisation(14), FRAMEWORK, DialogueKind.DIALOGUE, PERIOD.last)
    assert together.histograms == whole
    assert len(set(together.members)) == 14


def test_no_name_id_date_or_free_text_is_in_it() -> None:
    workbook = organisation(7)
    _, content = sent(workbook)
    inside = opened(content, (KEY,)).decode()
    assert "fortrolig" not in inside.lower()
    assert "2026-09-01" not in inside
    assert '"p3"' not in inside
    assert '"t3"' not in inside
    assert b"kompasskive" not in content


def test_the_same_file_sends_a_period_under_the_same_random_id() -> None:
    workbook, first = sent(organisation(7))
    again, second = sent(workbook, "another-id")
    assert plain(first)["id"] == plain(second)["id"] == ID
    assert [s.sequence for s in again.sent_contributions] == [2]
    other = parse_period("2027")
    counted = counted_here(workbook, FRAMEWORK, other)
    both, _ = contribution(again, FRAMEWORK, other, counted, NOBODY, KEY.public, "ny")
    assert {s.id for s in both.sent_contributions} == {ID, "ny"}


def test_a_resent_one_replaces_and_an_older_one_never_does() -> None:
    workbook, first = sent(organisation(7))
    _, second = sent(replace(organisation(9), sent_contributions=workbook.sent_contributions))
    hr, _ = merge(HR, received(first, HR, NOW, "Team Nord"))
    hr, outcome = merge(hr, received(second, hr, NOW))
    assert outcome is Outcome.REPLACED
    assert [(c.people, c.label) for c in hr.contributions] == [(9, "Team Nord")]
    assert merge(hr, received(first, hr, NOW)) == (hr, Outcome.OLDER)
    assert merge(hr, received(second, hr, NOW)) == (hr, Outcome.NOTHING_NEW)
    assert without(hr, ID).contributions == ()


@settings(deadline=None, max_examples=20)
@given(st.lists(st.integers(0, 2), max_size=5))
def test_merging_again_changes_nothing(order: list[int]) -> None:
    sendings = []
    workbook = organisation(5)
    for people in (5, 6, 7):
        counts = replace(organisation(people), sent_contributions=workbook.sent_contributions)
        workbook, content = sent(counts)
        sendings.append(received(content, HR, NOW))
    hr = HR
    for which in order:
        hr, _ = merge(hr, sendings[which])
        assert merge(hr, sendings[which])[0] == hr
    newest = max(order, default=-1)
    assert [c.people for c in hr.contributions] == ([5 + newest] if order else [])


def test_only_the_organisations_own_key_opens_it() -> None:
    _, content = sent(organisation(5))
    stranger = replace(HR, organisation_keys=(new_key(NOW),))
    with pytest.raises(HandoverError, match="ikke forseglet til denne fils nøgle"):
        received(content, stranger, NOW)
    with pytest.raises(HandoverError, match="ikke forseglet"):
        received(content, replace(HR, organisation_keys=()), NOW)
    with pytest.raises(HandoverError, match="begynder med »age1«"):
        sealed(b"noget", "age1forkert")


def changed(how: Any) -> bytes:
    document = plain(sent(organisation(5))[1])
    how(document)
    return resealed(document)


def _set(*path: Any) -> Any:
    *places, last, value = path

    def change(document: Any) -> None:
        for place in places:
            document = document[place]
        document[last] = value

    return change


CELL = ("content", "agreed", "histograms", "cells", 0)
REFUSED = [
    (_set("navn", "Jens"), "feltet »navn« er ukendt"),
    (_set("content", "agreed", "navne", []), "feltet »navne« er ukendt"),
    (_set(*CELL, "person", "Jens"), "feltet »person« er ukendt"),
    (_set("version", 2), "indholdet passer ikke"),
    (_set("format", "andet"), "indholdet passer ikke"),
    (_set("sequence", 0), "indholdet passer ikke"),
    (_set("sequence", "1"), "indholdet passer ikke"),
    (_set("period", "i år"), "perioden er ukendt"),
    (_set("id", "Jens Jensen 2026"), "indholdet passer ikke"),
    (_set(*CELL, "levels", [1, 1]), "tallene passer ikke sammen"),
    (_set(*CELL, "levels", [-1, 0, 0, 0, 0, 0, 0]), "tallene passer ikke sammen"),
    (_set(*CELL, "let_stand", 4), "tallene passer ikke sammen"),
    (_set("content", "agreed", "histograms", "people", 9), "tallene passer ikke sammen"),
    (_set("content", "agreed", "members", ["Jens/Jensen"] * 5), "tallene passer ikke sammen"),
]


@pytest.mark.parametrize(("how", "reason"), REFUSED)
def test_what_is_odd_is_refused_by_name(how: Any, reason: str) -> None:
    with pytest.raises(HandoverError, match=reason):
        received(changed(how), HR, NOW)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b'{"a": 1, "a": 2}', "feltet »a« står der to gange"),
        (b'{"a": NaN}', "NaN er ikke et tal"),
        (b"[" * 9 + b"]" * 9, "dybere end 8"),
        (b'"' + b"a" * LARGEST + b'"', "større end 1 MB"),
        (b"\xff\xfe", "ikke gyldig JSON"),
        (b"intet", "ikke gyldig JSON"),
    ],
)
def test_limits_hold_before_anything_is_believed(content: bytes, reason: str) -> None:
    with pytest.raises(HandoverError, match=reason):
        received(sealed(content, KEY.public), HR, NOW)


def test_depth_is_counted_outside_of_texts_only() -> None:
    assert strict.read(b'["[[[[[[[[[[", "\\"[[[[[[[[["]', list[str]) == ["[" * 10, '"' + "[" * 9]


def test_a_large_envelope_is_refused_unopened() -> None:
    with pytest.raises(HandoverError, match="større end 1 MB"):
        opened(b"a" * (2 * LARGEST), (KEY,))


@given(st.binary(max_size=200))
def test_noise_is_refused_in_one_sentence(noise: bytes) -> None:
    for content in (noise, sealing.sealed(noise, KEY.public)):
        with pytest.raises(HandoverError):
            received(content, HR, NOW)


def test_another_frameworks_changed_items_are_left_out() -> None:
    it = FRAMEWORK.field("it")
    reworded = replace(it, items=(replace(it.items[0], text="Ny ordlyd"), *it.items[1:]))
    fields = tuple(reworded if f.id == "it" else f for f in FRAMEWORK.fields)
    own = replace(FRAMEWORK, version="2", fields=fields)
    _, content = sent(organisation(6))
    hr, _ = merge(replace(HR, frameworks=(own,)), received(content, HR, NOW))
    found = counted_here(hr, own, PERIOD).histograms
    people = {i.item_id: i.people for i in found.items}
    assert (people[it.items[0].id], people[it.items[1].id]) == (0, 6)
    levels = {(f.field_id, f.level.value): f.people for f in found.fields}
    assert (levels["it", "basic"], levels["lov", "basic"]) == (0, 6)
    assert {c.people for c in found.cells} == {6}


def test_the_payload_holds_what_it_says() -> None:
    document = plain(sent(organisation(5))[1])
    assert set(document) == set(Payload.__dataclass_fields__)
    assert date.fromisoformat("2026-01-01").isoformat() not in str(document)
