"""The recovery code carries the key, forgives how it is typed, and finds a slip of the pen."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kompasskive.storage.recovery_code import CodeError, code_of, looks_like_code, secret_of

secrets = st.binary(min_size=32, max_size=32)
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@given(secrets)
def test_it_is_four_lines_of_four_groups_of_four(secret: bytes) -> None:
    lines = code_of(secret)
    group = f"[{SIGNS}]{{4}}"
    assert len(lines) == 4
    assert all(re.fullmatch(" ".join([group] * 4), line) for line in lines)


@given(secrets, st.sampled_from(("", " ", "-", "\n", "–", "\u00a0", "\u2003")), st.booleans())
def test_it_is_read_however_it_is_typed(secret: bytes, between: str, low: bool) -> None:
    typed = between.join(" ".join(code_of(secret)).split())
    typed = typed.replace("0", "o").replace("1", "l")
    assert secret_of(typed.lower() if low else typed) == secret
    assert looks_like_code(typed)


@given(secrets, st.integers(0, 63), st.sampled_from(SIGNS))
def test_a_wrong_sign_is_found_in_its_line(secret: bytes, at: int, sign: str) -> None:
    signs = list("".join(code_of(secret)).replace(" ", ""))
    if signs[at] == sign:
        return
    signs[at] = sign
    with pytest.raises(CodeError, match=f"Linje {at // 16 + 1} "):
        secret_of("".join(signs))


@given(secrets)
def test_lines_in_the_wrong_order_are_found(secret: bytes) -> None:
    first, second, *rest = code_of(secret)
    if first != second:
        with pytest.raises(CodeError):
            secret_of("".join((second, first, *rest)))


@pytest.mark.parametrize(("typed", "told"), [("", "står 0"), ("8F3K", "står 4"), ("U", "»U«")])
def test_what_is_no_code_says_why(typed: str, told: str) -> None:
    with pytest.raises(CodeError, match=told):
        secret_of(typed)
    assert not looks_like_code(typed)
