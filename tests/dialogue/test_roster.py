"""People, teams and talks in a workbook."""

from datetime import date

import pytest
from hypothesis import given
from tests.strategies import names

from kompasskive.dialogue import edits, roster
from kompasskive.dialogue.model import Employee, Workbook
from kompasskive.framework.catalogue import bundled
from kompasskive.framework.model import Mark

FRAMEWORK = bundled()
TODAY = date(2026, 11, 23)


def workbook() -> Workbook:
    return roster.add_person(Workbook("w"), Employee("p", "Jens Jensen"))


@given(names)
def test_two_people_may_share_a_name(name: str) -> None:
    two = roster.add_person(workbook(), Employee("1", name))
    three = roster.add_person(two, Employee("2", name))
    assert [p.name for p in three.people] == ["Jens Jensen", name, name]


def test_a_person_needs_a_name_and_an_id_of_their_own() -> None:
    with pytest.raises(ValueError, match="name"):
        roster.add_person(Workbook("w"), Employee("p", " \x00 "))
    with pytest.raises(ValueError, match="taken"):
        roster.add_person(workbook(), Employee("p", "Amina Yusuf"))


def test_people_are_changed_and_archived() -> None:
    changed = roster.change_person(workbook(), Employee("p", "  Jens  J. ", target_group="A\nB"))
    assert changed.person("p") == Employee("p", "Jens J.", target_group="A B")
    archived = roster.archive_person(workbook(), "p")
    assert archived.person("p").archived
    assert roster.archive_person(archived, "p", False) == workbook()


def test_a_team_is_found_by_name_before_it_is_made() -> None:
    made, team_id = roster.ensure_team(workbook(), " Team  Borger ", "t1")
    assert (team_id, made.teams[0].name) == ("t1", "Team Borger")
    again, same_id = roster.ensure_team(made, "team borger", "t2")
    assert (again, same_id) == (made, "t1")
    assert roster.ensure_team(made, "  ", "t3") == (made, None)


def test_job_functions_are_found_by_name_before_they_are_made() -> None:
    made, ids = roster.ensure_job_functions(
        workbook(), ["Mentor", "", "Sagsbehandler", "mentor"], ["a", "b", "c", "d"]
    )
    assert ids == ("a", "c")
    assert [f.name for f in made.job_functions] == ["Mentor", "Sagsbehandler"]


def test_a_new_talk_carries_its_framework_once() -> None:
    first = roster.new_dialogue(workbook(), "p", "d1", FRAMEWORK, TODAY, "Mette Holm")
    second = roster.new_dialogue(first, "p", "d2", FRAMEWORK, TODAY, "Mette Holm")
    assert second.frameworks == (FRAMEWORK,)
    assert second.framework_of(second.dialogue("d2")) is FRAMEWORK
    assert [d.id for d in second.dialogues_of("p")] == ["d1", "d2"]
    with pytest.raises(KeyError):
        roster.new_dialogue(workbook(), "nobody", "d", FRAMEWORK, TODAY, "")


def test_an_edited_talk_is_put_in_its_place() -> None:
    book = roster.new_dialogue(workbook(), "p", "d1", FRAMEWORK, TODAY, "")
    book = roster.new_dialogue(book, "p", "d2", FRAMEWORK, TODAY, "")
    marked = edits.set_mark(book.dialogue("d1"), "lov-g1", Mark.SHARES)
    after = roster.put_dialogue(book, marked)
    assert after.dialogues == (marked, book.dialogue("d2"))
    with pytest.raises(KeyError):
        roster.put_dialogue(workbook(), marked)


def test_whose_workbook_it_is() -> None:
    named = roster.set_organisation(roster.set_leader(workbook(), " Mette Holm"), "Eksempelby ")
    assert (named.leader, named.organisation) == ("Mette Holm", "Eksempelby")
