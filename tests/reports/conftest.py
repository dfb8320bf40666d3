from datetime import date

import pytest
from tests.reports.sample import Sample

from kompasskive.dialogue.example import example_workbook
from kompasskive.dialogue.model import Dialogue
from kompasskive.framework.catalogue import bundled
from kompasskive.profile.comparison import previous_dialogue


@pytest.fixture(scope="session")
def sample() -> Sample:
    workbook = example_workbook(bundled(), 1, 1, date(2026, 11, 23))
    talk = workbook.dialogues_of(workbook.people[0].id)[-1]
    return Sample(workbook, talk, previous_dialogue(workbook, talk))


@pytest.fixture(scope="session")
def empty(sample: Sample) -> Sample:
    talk = Dialogue("ny", sample.talk.framework_key, sample.talk.employee_id, date(2026, 11, 23))
    return Sample(sample.workbook, talk, None)
