"""The codes on paper: "3.7" is the seventh item of the third field, "2b" its second dimension."""

from typing import Final

from kompasskive.framework.model import CompetenceField, Dimension, Framework, Item, Level

LETTERS: Final = "abc"


def item_codes(field: CompetenceField, number: int) -> dict[str, str]:
    """Item id -> its code, such as "3.7": field and place, basic ones first."""
    return {
        item.id: f"{number}.{place}" for place, item in enumerate(items_in_order(field), start=1)
    }


def dimension_code(framework: Framework, number: int, dimension: Dimension) -> str:
    """The code of a placement, such as "2b": field and the dimension's letter."""
    order = [text.dimension for text in framework.dimensions]
    return f"{number}{LETTERS[order.index(dimension)]}"


def items_in_order(field: CompetenceField) -> tuple[Item, ...]:
    """The field's items as they stand on paper, those in use only."""
    return tuple(item for level in Level for item in field.at(level))
