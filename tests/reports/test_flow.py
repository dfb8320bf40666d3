from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Flowable, Paragraph

from kompasskive.reports.flow import fill, paginate
from kompasskive.reports.prose import line, paragraphs
from kompasskive.reports.stacks import Row, Section, Together
from kompasskive.reports.styles import WHOLE, styles

BODY = styles(grey=False).body
WIDTH, HEIGHT = 200.0, 120.0
STORIES = st.lists(st.integers(1, 900), min_size=1, max_size=8)


def _words(count: int) -> list[Flowable]:
    return paragraphs(" ".join(f"ord{i}" for i in range(count)), BODY)


def _read(flowable: Flowable) -> list[str]:
    """The words of a paragraph whose lines are broken."""
    assert isinstance(flowable, Paragraph)
    return [word for _, words in vars(flowable)["blPara"].lines for word in words]


@given(STORIES)
def test_no_page_is_overfull_and_no_word_is_lost(counts: list[int]) -> None:
    story = [each for count in counts for each in _words(count)]
    told = [f"ord{i}" for count in counts for i in range(count)]
    pages = paginate(story, WIDTH, (HEIGHT, HEIGHT * 2))
    for number, page in enumerate(pages):
        assert page[-1].bottom <= (HEIGHT if number == 0 else HEIGHT * 2) + 0.01
        assert all(a.bottom <= b.y for a, b in pairwise(page))
    assert [word for page in pages for each in page for word in _read(each.flowable)] == told


@given(st.integers(0, 9), st.integers(1, 60))
def test_a_lead_never_stands_alone(before: int, count: int) -> None:
    lead = line("Overskrift", BODY)
    story = [*[line("fyld", BODY)] * before, Section(lead, _words(count))]
    for page in paginate(story, WIDTH, (HEIGHT, HEIGHT)):
        for each in page:
            if isinstance(each.flowable, Section):
                assert len(each.flowable.items) > 1
            assert each.flowable is not lead


def test_a_repeated_lead_comes_again_on_every_page() -> None:
    lead = line("Hoved", BODY)
    section = Section(lead, [line(f"række {i}", BODY) for i in range(40)], repeat=True)
    pages = paginate([section], WIDTH, (HEIGHT, HEIGHT))
    assert len(pages) > 3
    for (only,) in pages:
        assert isinstance(only.flowable, Section)
        assert only.flowable.items[0] is lead


def test_a_row_parts_only_when_it_is_higher_than_it_may_be() -> None:
    cells = [_words(40), _words(3)]
    whole = Row(cells, (90, 90), 10, whole=WHOLE)
    assert whole.split(WIDTH, 60) == []
    loose = Row(cells, (90, 90), 10)
    first, rest = loose.split(WIDTH, 60)
    assert first.wrap(WIDTH, 60)[1] <= 60
    assert rest.wrap(WIDTH, 600)[1] > 0


def test_what_belongs_together_moves_as_one_until_it_is_higher_than_a_page() -> None:
    assert Together([*_words(9), *_words(9)]).split(WIDTH, 20) == []
    tall = Together(_words(900))
    assert tall.split(WIDTH, 20) == tall.items


def test_what_cannot_part_and_does_not_fit_ends_the_flow() -> None:
    placed, rest = fill([Together(_words(100))], WIDTH, 30)
    assert placed == []
    assert len(rest) == 1
