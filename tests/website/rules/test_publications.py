from dataclasses import replace
from datetime import date

import pytest

from commune.website.rules import publications as pb
from commune.website.rules.publications import LegalText

PUBLISHED = date(2026, 7, 1)
POLICE = LegalText("police", "Noise", "council", date(2026, 6, 25), "legal", has_text=True)


@pytest.mark.requirement("website:W-19.2")
def test_text_binds_on_the_fifth_day_unless_it_says_otherwise():
    assert pb.binding_on(PUBLISHED) == date(2026, 7, 6)
    assert pb.binding_on(PUBLISHED, date(2026, 9, 1)) == date(2026, 9, 1)
    assert pb.binding_on(date(2020, 1, 1)) is None


@pytest.mark.requirement("website:W-19.3")
@pytest.mark.parametrize("act", ["replace_file", "hide", "expire", "delete"])
def test_published_text_is_permanent_even_repealed(act):
    published = replace(POLICE, published_on=PUBLISHED)
    for text in (published, replace(published, repealed_on=date(2027, 1, 1))):
        (refusal,) = pb.change_refusals(text, act)
        assert (refusal.code, refusal.data["instead"]) == ("publication.permanent", "new_version")
    assert pb.change_refusals(POLICE, act) == ()


@pytest.mark.requirement("website:W-19.3")
def test_repeal_and_redaction_are_allowed():
    published = replace(POLICE, published_on=PUBLISHED)
    assert pb.change_refusals(published, "repeal") == pb.change_refusals(published, "redact") == ()


@pytest.mark.requirement("website:W-19.1")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (POLICE, []),
        (replace(POLICE, has_text=False), ["text"]),
        (replace(POLICE, special_supervision=True), ["approved_on"]),
        (replace(POLICE, special_supervision=True, approved_on=PUBLISHED), []),
        (LegalText(), [*pb._NEEDED, "text"]),
    ],
)
def test_what_lacks_before_publication(text, expected):
    assert [r.place for r in pb.publication_refusals(text)] == expected


@pytest.mark.requirement("website:W-19.4")
def test_council_papers_are_online_five_clear_days_before():
    assert pb.papers_due(date(2026, 6, 25)) == date(2026, 6, 19)
    assert pb.papers_due(date(2020, 1, 1)) is None
