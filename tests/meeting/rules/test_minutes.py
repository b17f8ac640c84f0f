"""Minutes, frozen texts, chained entries."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.freezing import (
    Change,
    changed_fields,
    compare,
    freeze,
    intact,
    outcome_warning,
)
from commune.meeting.rules.minutes import Minutes, Part, approve, edit, regenerate

FRESH = [("opening", "Opened at 20:00"), ("i3", "Item three"), ("i6", "Item six"), ("closing", "Closed")]
NOW = datetime(2026, 10, 14, 10, tzinfo=UTC)


def done(result: Minutes | tuple[Refusal, ...]) -> Minutes:
    assert isinstance(result, Minutes)
    return result


@pytest.mark.requirement("meeting:AC-73", "meeting:DOC-4")
def test_manual_edits_survive_and_differences_are_flagged() -> None:
    minutes = done(edit(done(regenerate(Minutes(), FRESH)), "i3", "The Council hears Mrs K."))
    corrected = [("opening", "Opened at 20:00"), ("i3", "Item three"), ("i6", "Item six, corrected"), FRESH[3]]
    again = done(regenerate(minutes, corrected))
    assert [part.text for part in again.parts] == [
        "Opened at 20:00", "The Council hears Mrs K.", "Item six, corrected", "Closed",
    ]  # fmt: skip
    assert not any(part.differs for part in again.parts)
    third = done(regenerate(again, [("i3", "Item three, amended")]))
    assert [(part.key, part.differs, part.text) for part in third.parts] == [
        ("i3", True, "The Council hears Mrs K."),
    ]  # fmt: skip
    approved = done(approve(third, date(2026, 11, 26)))
    locked = (Refusal("minutes.approved", {"day": date(2026, 11, 26)}),)
    assert approved.approved == date(2026, 11, 26)
    assert regenerate(approved, FRESH) == edit(approved, "i3", "x") == approve(approved, date(2026, 12, 1)) == locked


@pytest.mark.requirement("meeting:DOC-4")
def test_what_a_person_wrote_is_never_lost() -> None:
    minutes = done(edit(done(regenerate(Minutes(), FRESH)), "i6", "By hand"))
    without = done(regenerate(minutes, FRESH[:2]))
    assert [(p.key, p.text) for p in without.parts] == [*FRESH[:2], ("i6", "By hand")]
    assert done(edit(minutes, "i6", "Item six")).parts[2] == Part("i6", "Item six")
    with pytest.raises(KeyError):
        edit(minutes, "i9", "x")


@pytest.mark.requirement("meeting:AC-113", "meeting:HIS-3")
def test_the_adopted_text_against_the_published_draft() -> None:
    draft = {"title": "Works", "decision": "<p>Art. 1 The street is closed for two days.</p>"}
    frozen = freeze("i5", "frozen", NOW, draft)
    adopted = {**draft, "decision": "<p>Art. 1 The street is closed for three days.</p>", "votes": "unanimous"}
    changes = changed_fields(draft, adopted)
    assert changes["decision"] == (
        Change("same", "Art. 1 The street is closed for"), Change("removed", "two"),
        Change("added", "three"), Change("same", "days."),
    )  # fmt: skip
    warning = outcome_warning(frozen, adopted, "accepted")
    assert warning == (Refusal("items.text_was_modified", {"fields": ("decision",)}, "i5"),)
    assert outcome_warning(frozen, adopted, "accepted_but_modified") == NONE
    assert outcome_warning(frozen, draft, "accepted") == NONE
    assert intact(frozen) and frozen.digest == freeze("i5", "closed", NOW, dict(reversed(draft.items()))).digest
    assert not intact(replace(frozen, texts=(("decision", "forged"),)))


@pytest.mark.requirement("meeting:HIS-2")
def test_words_are_compared_not_markup() -> None:
    assert compare("<p>a <b>b</b></p>", "<div>a b</div>") == (Change("same", "a b"),)
    assert compare("", "a") == (Change("added", "a"),)
    assert compare("a b", "b") == (Change("removed", "a"), Change("same", "b"))
