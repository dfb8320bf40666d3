from hypothesis import given
from hypothesis import strategies as st
from reportlab.platypus import Flowable, Paragraph

from kompasskive.reports.prose import LONGEST, line, paragraphs
from kompasskive.reports.styles import styles

BODY = styles(grey=False).body
SAFE = st.text(alphabet="abcæøåÆØÅ<>&;/\"'.,!? \n0123456789", max_size=6000)


def _text(flowable: Flowable) -> str:
    assert isinstance(flowable, Paragraph)
    return flowable.getPlainText(identify=True)


def _words(text: str) -> str:
    return "".join(text.split())


@given(SAFE)
def test_nothing_is_lost_or_read_as_markup(text: str) -> None:
    made = paragraphs(text, BODY)
    assert _words("".join(map(_text, made))) == _words(text)
    assert all(len(_text(each)) <= LONGEST + 20 for each in made)


@given(SAFE)
def test_a_line_is_one_paragraph_with_all_of_the_text(text: str) -> None:
    assert _words(_text(line(text, BODY))) == _words(text)


def test_a_long_line_parts_after_a_sentence() -> None:
    text = ("Her er en sætning. " * 300).strip()
    made = [_text(each) for each in paragraphs(text, BODY)]
    assert len(made) > 2
    assert all(each.endswith("sætning.") for each in made)


def test_lines_are_paragraphs_and_trailing_air_is_left_out() -> None:
    assert len(paragraphs("a\n\nb\n\n\n", BODY)) == 3
    assert paragraphs("", BODY) == []
    assert paragraphs(" \n ", BODY) == []


def test_a_lead_stands_alone_when_there_is_no_text() -> None:
    (only,) = paragraphs("", BODY, lead="IT & Digital")
    assert _text(only) == "IT & Digital"


def test_runs_of_spaces_are_kept_as_typed() -> None:
    (only,) = paragraphs("  a   b", BODY)
    assert isinstance(only, Paragraph)
    shown = "".join(frag.text for frag in only.frags)
    assert shown.replace("\u00a0", " ") == "  a   b"
    assert shown.startswith("\u00a0\u00a0a")
