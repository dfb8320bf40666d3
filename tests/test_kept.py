"""What is made once of the very same parts."""

from concurrent.futures import ThreadPoolExecutor

from kompasskive.kept import Kept


def test_the_very_same_parts_are_made_of_once() -> None:
    kept, parts = Kept[list[int]](4), ([1], [2])
    first = kept.of(parts, lambda: [3])
    assert kept.of(parts, lambda: [4]) is first


def test_equal_parts_that_are_others_are_made_of_anew() -> None:
    kept = Kept[int](4)
    made = [kept.of(([1],), lambda n=n: n) for n in range(3)]  # type: ignore[misc]
    assert made == [0, 1, 2]


def test_parts_are_kept_so_that_others_never_take_their_place() -> None:
    kept = Kept[int](1000)
    assert [kept.of(([n],), lambda n=n: n) for n in range(500)] == list(range(500))  # type: ignore[misc]


def test_all_are_let_go_before_there_are_too_many() -> None:
    kept, parts = Kept[int](2), [([n],) for n in range(3)]
    for n, part in enumerate(parts):
        kept.of(part, lambda n=n: n)  # type: ignore[misc]
    assert kept.of(parts[2], lambda: 9) == 2
    assert kept.of(parts[0], lambda: 9) == 9


def test_threads_get_what_was_made_of_their_own_parts() -> None:
    kept, parts = Kept[int](8), [([n],) for n in range(64)]

    def ask(n: int) -> bool:
        return kept.of(parts[n % 64], lambda: n % 64) == n % 64

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(ask, range(20_000)))
