"""What a file holds is not looked through for rubbish, and goes all the same."""

import gc
import weakref

from kompasskive.desktop.rubbish import not_looking


class Held:
    """Something a file could hold."""


def test_what_is_made_meanwhile_is_left_alone_and_goes_by_itself() -> None:
    before = gc.get_freeze_count()
    with not_looking():
        assert not gc.isenabled()
        made = [Held() for _ in range(1000)]
    assert gc.isenabled()
    assert gc.get_freeze_count() >= before + 1000
    first = weakref.ref(made[0])
    del made
    assert first() is None
