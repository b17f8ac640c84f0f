"""The agenda of a real sitting: presented in any order, the rules give the order of the sitting."""

import json
import random
from pathlib import Path

import pytest

from commune.core.workflow.actor import SYSTEM
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.process import Refused
from commune.meeting.documents.minutes import build
from commune.meeting.rules.agenda import numbering
from commune.meeting.workflow.agenda_import import COMMAND, import_agenda
from commune.meeting.workflow.presenting import present, take_off

FILE = Path(__file__).parents[2] / "fixtures/agenda-gedinne.json"
TEXT = FILE.read_text(encoding="utf-8")
TITLES = [item["title"] for item in json.loads(TEXT)["items"]]


def silent(_line):
    """Takes a line and says nothing."""


def titles(meeting):
    return [by_uid(uid).title for uid in meeting.agenda.uids]


@pytest.mark.requirement("meeting:ORD-1", "meeting:ORD-2")
def test_twenty_random_orders_of_presentation_give_the_order_of_the_sitting(sitting):
    meeting = import_agenda(sitting.council, TEXT, FILE.name, silent)
    assert titles(meeting) == TITLES
    for seed in range(20):
        uids = list(meeting.agenda.uids)
        random.Random(seed).shuffle(uids)
        assert not any(done.refusals for done in take_off(meeting, uids, SYSTEM))
        for uid in uids:
            item = by_uid(uid)
            item.list_type = "late" if item.title == TITLES[10] else "normal"
        assert not any(done.refusals for done in present(meeting, uids, SYSTEM))
        assert (seed, titles(meeting)) == (seed, TITLES)
        assert [str(number) for number in numbering(meeting.agenda).values()] == [str(n) for n in range(1, 13)]


@pytest.mark.requirement("meeting:DOC-4")
def test_the_minutes_carry_the_titles(sitting):
    meeting = import_agenda(sitting.as_user("secretary").council, TEXT, FILE.name, silent)
    assert [item["title"] for item in build(meeting)["items"]] == TITLES
    assert [item["title"] for item in build(meeting, public=True)["items"]] == TITLES[:11]


def test_the_command_says_what_it_did_and_refuses_a_second_time(sitting):
    lines = []
    COMMAND.run(sitting.portal, {"body": "council", "file": str(FILE)}, lines.append)
    assert lines[-1].endswith("12 items on the agenda")
    with pytest.raises(Refused) as refused:
        COMMAND.run(sitting.portal, {"body": "council", "file": str(FILE)}, lines.append)
    assert [one.code for one in refused.value.refusals] == ["profile.duplicate"]


def test_a_faulty_file_is_refused_whole(sitting, tmp_path):
    broken = tmp_path / "broken.json"
    broken.write_text(TEXT.replace('"closed"', '"hidden"'), encoding="utf-8")
    before = sitting.council.settings
    with pytest.raises(Refused) as refused:
        COMMAND.run(sitting.portal, {"body": "council", "file": str(broken)}, silent)
    (fault,) = refused.value.refusals
    assert fault.place.startswith("broken.json:") and fault.place.endswith("items/11/privacy")
    assert (list(sitting.council.meetings.objectIds()), sitting.council.settings) == ([], before)


def test_an_unknown_body_and_a_missing_file_are_said(sitting, tmp_path):
    for arguments in ({"body": "senate", "file": str(FILE)}, {"body": "council", "file": str(tmp_path / "none.json")}):
        with pytest.raises(Refused):
            COMMAND.run(sitting.portal, arguments, silent)
