from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kompasskive.dialogue import keeping
from kompasskive.dialogue.model import Agreement, AgreementStatus, AgreementStep

OPEN, IN_PROGRESS, DONE, DROPPED = AgreementStatus
DAY = date(2027, 2, 3)
LATER = DAY + timedelta(days=90)
MADE = Agreement("a", "Øver i par")
TOLD = st.tuples(
    st.sampled_from(AgreementStatus),
    st.sampled_from(["", "Opgaven flyttede"]),
    st.integers(0, 3).map(lambda days: DAY + timedelta(days=days)),
)


def _told(*steps: tuple[AgreementStatus, str, date]) -> Agreement:
    agreement = MADE
    for status, reason, day in steps:
        agreement = keeping.told(agreement, status, reason, day)
    return agreement


def test_every_day_that_changed_something_is_a_step() -> None:
    agreement = _told((IN_PROGRESS, "", DAY), (DONE, "", LATER))
    assert agreement.steps == (AgreementStep(DAY, IN_PROGRESS), AgreementStep(LATER, DONE))
    assert keeping.story(agreement) == ("I gang 3.2.2027", "Gennemført 4.5.2027")


def test_a_dropped_agreement_keeps_why_and_may_be_told_later() -> None:
    dropped = _told((DROPPED, "", DAY), (DROPPED, "Opgaven flyttede", LATER))
    assert dropped.steps == (AgreementStep(DAY, DROPPED, "Opgaven flyttede"),)
    assert dropped.status_reason == "Opgaven flyttede"
    assert keeping.story(dropped) == ("Frafaldet 3.2.2027: Opgaven flyttede",)
    again = keeping.told(dropped, OPEN, "Opgaven flyttede", LATER)
    assert again.status_reason == ""
    assert keeping.story(again)[1] == "Åbnet igen 4.5.2027"


def test_what_is_told_later_the_same_day_stands_instead() -> None:
    assert _told((DONE, "", DAY), (IN_PROGRESS, "", DAY)).steps == (
        AgreementStep(DAY, IN_PROGRESS),
    )
    assert _told((DONE, "", DAY), (OPEN, "", DAY)) == MADE


def test_a_status_from_before_there_were_days_has_none() -> None:
    old = Agreement("a", "Øver", status=DROPPED, status_reason="flyttet")
    assert keeping.story(old) == ("Frafaldet: flyttet",)
    assert keeping.story(MADE) == ()
    assert keeping.told(old, DROPPED, "nyt job", DAY).steps == ()


@given(st.lists(TOLD, max_size=8))
def test_the_last_step_is_the_status_and_no_day_says_two_things(
    steps: list[tuple[AgreementStatus, str, date]],
) -> None:
    ordered = sorted(steps, key=lambda step: step[2])
    agreement = _told(*ordered)
    told = [step.status for step in agreement.steps]
    days = [step.told_on for step in agreement.steps]
    assert days == sorted(set(days))
    assert all(a is not b for a, b in zip([OPEN, *told], told, strict=False))
    assert (told or [OPEN])[-1] is agreement.status
    assert ordered == [] or agreement.status is ordered[-1][0]
    assert all(not step.reason or step.status is DROPPED for step in agreement.steps)
