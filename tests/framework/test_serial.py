"""A framework survives the way through JSON unchanged, and a damaged one is refused."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.errors import FrameworkError
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Framework, Item, Level, Provenance
from kompasskive.framework.reading import load_framework
from kompasskive.framework.serial import from_plain, to_plain

SMALL = Path(__file__).parents[1] / "data" / "lille_ramme.toml"
TEXTS = st.text(st.characters(codec="utf-8"), max_size=30)
ITEMS = st.builds(
    Item, TEXTS, TEXTS, st.sampled_from(Level), st.sampled_from(Provenance), st.booleans()
)


@pytest.mark.parametrize("framework", [bundled(), load_framework(SMALL)], ids=["bundled", "small"])
def test_round_trip_through_json(framework: Framework) -> None:
    plain = to_plain(framework)
    assert json.loads(json.dumps(plain)) == plain
    assert from_plain(plain) == framework


@given(TEXTS, st.lists(ITEMS, max_size=4))
def test_round_trip_keeps_every_text_and_item(name: str, items: list[Item]) -> None:
    first, *others = bundled().fields
    changed = replace(first, name=name, items=(*first.items, *items))
    framework = replace(bundled(), fields=(changed, *others))
    assert from_plain(json.loads(json.dumps(to_plain(framework)))) == framework


def without(key: str, index: int) -> dict[str, Any]:
    plain = to_plain(bundled())
    del plain[key][index]
    return plain


@pytest.mark.parametrize("key", ["dimensions", "arenas", "marks", "placements", "expressions"])
def test_a_framework_that_lacks_a_word_is_refused(key: str) -> None:
    with pytest.raises(FrameworkError, match="beskadiget"):
        from_plain(without(key, 1))


def test_a_field_without_specialised_items_is_refused() -> None:
    plain = to_plain(bundled())
    field = plain["fields"][2]
    field["items"] = [item for item in field["items"] if item["level"] == "basic"]
    with pytest.raises(FrameworkError, match="beskadiget"):
        from_plain(plain)


@pytest.mark.parametrize("plain", [{}, {"id": 1}, {**to_plain(bundled()), "fields": "seks"}])
def test_other_values_are_refused(plain: dict[str, Any]) -> None:
    with pytest.raises(FrameworkError, match="beskadiget"):
        from_plain(plain)


def test_what_is_stored_of_a_field_is_what_it_was_in_the_first_files() -> None:
    fields = to_plain(bundled())["fields"]
    names = {"id", "name", "definition", "description", "items", "prompts"}
    assert all(set(field) == names for field in fields)
