"""Prompts: never the same twice in a row, every kind in turn, all before any again."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue.prompts import QUOTED, next_prompt, prompts_of
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Prompt, PromptKind

FRAMEWORK = bundled()
LAW = FRAMEWORK.field("lov")
POOL = prompts_of(FRAMEWORK, LAW.id)
field_ids = st.none() | st.sampled_from([field.id for field in FRAMEWORK.fields])
picks = st.integers(-(2**40), 2**40)


def series(field_id: str | None, chosen: list[int]) -> list[Prompt]:
    asked: list[Prompt] = []
    for pick in chosen:
        asked.append(next_prompt(FRAMEWORK, field_id, [p.id for p in asked], pick))
    return asked


@given(st.lists(st.tuples(field_ids, picks), max_size=20))
def test_never_twice_in_a_row(steps: list[tuple[str | None, int]]) -> None:
    asked: list[str] = []
    for field_id, pick in steps:
        prompt = next_prompt(FRAMEWORK, field_id, asked, pick)
        assert [prompt.id] != asked[-1:]
        asked.append(prompt.id)


@given(st.lists(picks, min_size=len(POOL), max_size=len(POOL)))
def test_all_are_asked_before_any_again(chosen: list[int]) -> None:
    assert {p.id for p in series("lov", chosen)} == {p.id for p in POOL}


@given(st.lists(picks, min_size=5, max_size=5))
def test_kinds_take_turns(chosen: list[int]) -> None:
    assert [p.kind for p in series("lov", chosen)] == list(PromptKind)


@given(st.lists(st.sampled_from([p.id for p in POOL]), max_size=9), picks)
def test_the_same_pick_gives_the_same_prompt(asked: list[str], pick: int) -> None:
    assert next_prompt(FRAMEWORK, "lov", asked, pick) == next_prompt(FRAMEWORK, "lov", asked, pick)


def test_some_quote_the_table_of_expressions_word_for_word() -> None:
    quoted = [p for p in POOL if p.kind is PromptKind.EXPRESSION]
    assert len(quoted) == len({p.text for p in quoted}) == 9
    for prompt, expression in zip(quoted, FRAMEWORK.expressions, strict=True):
        assert prompt.text.endswith(QUOTED)
        assert prompt.text[1:].split("«")[0] in expression.text


def test_without_a_field_only_general_prompts_are_asked() -> None:
    assert {p.kind for p in series(None, list(range(12)))} == {PromptKind.GENERAL}


def test_a_framework_with_one_prompt_repeats_it_and_one_with_none_says_so() -> None:
    one = replace(FRAMEWORK, prompts=FRAMEWORK.prompts[:1])
    only = one.prompts[0]
    assert next_prompt(one, None, [only.id], 5) == only
    with pytest.raises(ValueError, match="no prompt"):
        next_prompt(replace(FRAMEWORK, prompts=()), None, [], 0)
