from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.refusals import Refusal
from commune.eguichet.rules import drafts
from commune.eguichet.rules.drafts import Conflict, Draft, Saved

NOW = datetime(2026, 6, 15, 10, 0)
DRAFT = Draft("d1", form_version=4, saved_at=NOW, answers={"name": "Anne", "tree": "oak"})
LATER = NOW + timedelta(minutes=5)
ANSWERS = st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=3))


@pytest.mark.requirement("eguichet:E-7")
def test_saving_merges_the_page_and_moves_the_token():
    saved = drafts.save_draft(DRAFT, 1, {"tree": "ash"}, LATER)
    assert saved == Saved(replace(DRAFT, answers={"name": "Anne", "tree": "ash"}, version=2, saved_at=LATER))


@pytest.mark.requirement("eguichet:AC-53", "eguichet:E-7")
def test_second_tab_sees_the_differences_and_overwrites_nothing():
    first = drafts.save_draft(DRAFT, 1, {"tree": "ash"}, LATER).draft
    second = drafts.save_draft(first, 1, {"name": "Anne", "tree": "elm", "motive": "sick"}, LATER)
    assert second.draft == first
    assert second.refusals == (Refusal("draft_stale"),)
    assert second.conflicts == (Conflict("tree", "ash", "elm"), Conflict("motive", "", "sick"))


@given(ANSWERS, ANSWERS, ANSWERS)
def test_no_answer_of_the_first_tab_is_ever_lost(start, first, second):
    draft = replace(DRAFT, answers=start)
    after_first = drafts.save_draft(draft, 1, first, LATER).draft
    after_second = drafts.save_draft(after_first, 1, second, LATER).draft
    assert after_second.answers == {**start, **first}


@pytest.mark.requirement("eguichet:E-7")
def test_submitted_or_expired_draft_is_read_only():
    submitted = replace(DRAFT, reference="VAL-TREE-2026-00012")
    refusal = Refusal("draft.submitted", {"reference": "VAL-TREE-2026-00012"})
    assert drafts.save_draft(submitted, 1, {"tree": "ash"}, LATER) == Saved(submitted, (refusal,))
    late = DRAFT.expires_at
    assert drafts.save_draft(DRAFT, 1, {"tree": "ash"}, late) == Saved(DRAFT, (Refusal("draft_expired"),))


@pytest.mark.requirement("eguichet:E-7")
def test_retention_and_reminder():
    assert DRAFT.expires_at == datetime(2026, 7, 15, 10, 0)
    assert DRAFT.reminder_at == datetime(2026, 7, 12, 10, 0)
    assert replace(DRAFT, retention_days=2).reminder_at == NOW


@pytest.mark.parametrize(("days", "allowed"), [(0, False), (1, True), (90, True), (91, False)])
def test_retention_bounds(days, allowed):
    assert (drafts.retention_refusals(days) == ()) is allowed


@pytest.mark.requirement("eguichet:E-7")
def test_resuming():
    anonymous = replace(DRAFT, mail="anne@example.org")
    assert drafts.resume_refusals(DRAFT, LATER) == ()
    assert drafts.resume_refusals(anonymous, LATER, mail=" Anne@example.org") == ()
    assert drafts.resume_refusals(anonymous, LATER, mail="x@") == (Refusal("draft.mail_mismatch", place="mail"),)


def test_all_reasons_not_to_resume_come_together():
    draft = replace(DRAFT, reference="R", revoked=True, mail="anne@example.org")
    codes = [r.code for r in drafts.resume_refusals(draft, LATER, blocked_versions=[4])]
    assert codes == ["draft.submitted", "draft_expired", "draft.mail_mismatch", "draft.version_blocked"]


@pytest.mark.requirement("eguichet:E-29")
def test_migration_lists_what_finds_no_place():
    migration = drafts.migrate_answers({"name": "Anne", "tree": "oak", "gone": ""}, ["name"])
    assert migration.kept == {"name": "Anne"}
    assert migration.lost == {"tree": "oak"}


@pytest.mark.requirement("eguichet:E-9")
def test_one_draft_makes_one_request():
    key = drafts.submission_key(DRAFT)
    done = replace(DRAFT, reference="VAL-TREE-2026-00012", version=9)
    assert drafts.submission_step(DRAFT, key, LATER) == "create"
    assert drafts.submission_step(done, key, LATER) == "replay"
    assert drafts.submission_step(done, key, done.expires_at) == "replay"
    assert drafts.submission_step(DRAFT, "another", LATER) == "refuse"
    assert drafts.submission_step(DRAFT, key, DRAFT.expires_at) == "refuse"
