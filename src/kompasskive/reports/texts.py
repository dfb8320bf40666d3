"""Every piece of text in a value, wherever in it that lies."""

from collections.abc import Collection, Iterator
from dataclasses import fields, is_dataclass


def texts_in(value: object, left_out: Collection[str] = ()) -> Iterator[str]:
    """The strings in a value's fields and tuples, in order; fields of its own may be left out."""
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, tuple):
        for part in value:
            yield from texts_in(part)
    elif is_dataclass(value):
        for each in fields(value):
            if each.name not in left_out:
                yield from texts_in(getattr(value, each.name))
