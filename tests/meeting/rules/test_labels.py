"""Labels of items."""

import pytest

from commune.core.rules.refusals import NONE
from commune.meeting.rules.labels import Label, Reader, against_changing, labels_of, seen

READ = Label("read", "Lu", personal=True)
URGENT = Label("urgent", "Urgent", states=frozenset({"draft"}))
INNER = Label("inner", "Interne", edits="managers", sees="managers")
READER, EDITOR, MANAGER = Reader(), Reader(editor=True), Reader(manager=True)


@pytest.mark.requirement("meeting:DSH-3")
def test_who_changes_which_label_when() -> None:
    codes = lambda *given: [one.code for one in against_changing(*given)]  # noqa: E731
    assert against_changing(READ, "closed", READER) == NONE
    assert codes(URGENT, "draft", READER) == ["labels.not_yours"]
    assert codes(URGENT, "validated", READER) == ["labels.not_yours", "labels.not_now"]
    assert against_changing(URGENT, "draft", EDITOR) == NONE
    assert codes(INNER, "draft", EDITOR) == ["labels.not_yours"]
    assert against_changing(INNER, "draft", MANAGER) == against_changing(URGENT, "draft", MANAGER) == NONE


def test_who_sees_which_label() -> None:
    every = (READ, URGENT, INNER)
    assert seen(every, READER) == seen(every, EDITOR) == (READ, URGENT)
    assert seen(every, MANAGER) == every


def test_a_label_of_the_body_takes_the_place_of_a_delivered_one() -> None:
    own = Label("read", "Vu", personal=True)
    assert labels_of((own,), (READ, INNER)) == (own, INNER)
