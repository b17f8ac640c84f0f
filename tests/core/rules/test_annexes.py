"""Flags of annexes."""

import pytest

from commune.core.rules import annexes as an
from commune.core.rules.annexes import Annex, Category, Family, Preview

PLAN = Category("plan", "Plan", frozenset({Family.SIGN, Family.PRINT}), frozenset({"to_print", "confidential"}))


@pytest.mark.requirement("core:DOC-1", "core:DOC-2", "core:DOC-5")
def test_flags_imply_each_other_and_follow_their_family():
    stored = an.settle(Annex(" ", "plan.facade.pdf", frozenset({"signed", "approved", "confidential", "odd"})), PLAN)
    assert stored == Annex("plan.facade", "plan.facade.pdf", frozenset({"signed", "to_sign"}))
    assert an.settle(Annex("", "LISEZMOI"), PLAN).title == "LISEZMOI"


@pytest.mark.requirement("core:DOC-3")
def test_defaults_only_where_no_value_was_given():
    assert an.created(Annex("Plan", "p.pdf"), PLAN, {}).flags == {"to_print"}
    assert an.created(Annex("Plan", "p.pdf"), PLAN, {"to_print": False, "signed": True}).flags == {"signed", "to_sign"}


@pytest.mark.requirement("core:DOC-4", "core:DOC-7")
def test_refusals():
    strict = Category("x", "Avis", pdf_only=True, enabled=False, preview=Preview.PREVIEW_ONLY)
    assert [r.code for r in an.category_refusals(strict, mime="image/png")] == [
        "category.disabled",
        "category.pdf_only",
    ]
    assert an.category_refusals(PLAN, mime="image/png") == ()
    assert [r.code for r in an.removal_refusals(PLAN, 3)] == ["category.used"]
    assert an.removal_refusals(PLAN, 0) == ()
    assert not an.may_download(strict, editor=False) and an.may_download(strict, editor=True)
    assert an.may_download(PLAN, editor=False)
    assert [r.code for r in an.replaced_flags(Annex("a", "a.pdf", frozenset({"signed"})))] == ["annex.signed"]
    assert an.replaced_flags(Annex("a", "a.pdf")) == ()
