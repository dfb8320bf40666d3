"""Strict JSON from outside: limits before parsing, and every odd thing refused by its name."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

import msgspec

from kompasskive.handover.failures import refused
from kompasskive.handover.sealing import LARGEST

DEEPEST = 8
T = TypeVar("T")


def read(content: bytes, kind: type[T]) -> T:
    """The content as a value of `kind`; HandoverError names what is too much, odd or missing.

    UTF-8 of at most 1 MiB and depth 8; no duplicate key, unknown field, NaN or wrong type.
    """
    if len(content) > LARGEST:
        raise refused("det er større end 1 MB")
    _refuse_depth(content)
    plain = _parsed(content)
    try:
        value = msgspec.convert(plain, kind, strict=True)
    except msgspec.ValidationError as error:
        raise refused(f"indholdet passer ikke ({error})") from error
    unknown = next(_unknown(plain, msgspec.to_builtins(value)), None)
    if unknown is not None:
        raise refused(f"feltet »{unknown}« er ukendt")
    return value


def _refuse_depth(content: bytes) -> None:
    depth, inside, escaped = 0, False, False
    for byte in content:
        if inside:
            inside = escaped or byte != _QUOTE
            escaped = not escaped and byte == _BACKSLASH
        elif byte == _QUOTE:
            inside = True
        elif byte in _OPENING:
            depth += 1
            if depth > DEEPEST:
                raise refused(f"det er dybere end {DEEPEST} niveauer")
        elif byte in _CLOSING:
            depth -= 1


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(
            content.decode("utf-8"), object_pairs_hook=_once, parse_constant=_refuse_constant
        )
    except (ValueError, RecursionError) as error:
        raise refused("det er ikke gyldig JSON") from error


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            raise refused(f"feltet »{key}« står der to gange")
        found[key] = value
    return found


def _refuse_constant(name: str) -> None:
    raise refused(f"{name} er ikke et tal")


def _unknown(plain: Any, known: Any) -> Iterator[str]:
    if isinstance(plain, Mapping) and isinstance(known, Mapping):
        for key, value in plain.items():
            if key not in known:
                yield key
            else:
                yield from _unknown(value, known[key])
    elif isinstance(plain, list) and isinstance(known, (list, tuple)):
        for one, other in zip(plain, known, strict=False):
            yield from _unknown(one, other)


_QUOTE, _BACKSLASH = ord('"'), ord("\\")
_OPENING, _CLOSING = tuple(b"[{"), tuple(b"]}")
