"""What goes public, what is masked, what is found before it goes out."""

from dataclasses import replace
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.core.rules.deadlines import BRUSSELS
from commune.core.rules.machine import unreachable
from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.bodies import PublicationSettings
from commune.meeting.rules.masking import PLACEHOLDER, masked, plain
from commune.meeting.rules.personal_data import against_publishing, detect
from commune.meeting.rules.publication import (
    PublicAnnex,
    PublicFacts,
    PublicItem,
    Tombstone,
    against_receiving,
    decisions_public_on,
    public_item,
    public_meeting,
    unpublished_on,
    withdraw,
)
from commune.meeting.rules.regulations import (
    RegulationFacts,
    against_planning,
    against_publishing_regulation,
    against_superseding,
    binding,
    register_machine,
)

SETTINGS = PublicationSettings(public=True)
ANNEXES = (PublicAnnex("plan", "Plan", True), PublicAnnex("offer", "Offer of a bidder", False))
OPEN = PublicFacts("i1", "1", "Works", "<p>draft</p>", "<p>decided</p>", False, "roads", ("mayor",), annexes=ANNEXES)
CLOSED = PublicFacts("i2", "2", "Sanction of Zenobia", "zenobia", "zenobia", True, publish=True, annexes=ANNEXES)
TODAY = date(2026, 11, 2)


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


@pytest.mark.requirement("meeting:PUB-1", "meeting:PUB-2")
def test_drafts_then_decisions() -> None:
    assert public_meeting((OPEN,), SETTINGS, "private") == ()
    (draft,), (decided,) = public_meeting((OPEN,), SETTINGS, "project"), public_meeting((OPEN,), SETTINGS, "decisions")
    assert (draft.text, decided.text) == ("<p>draft</p>", "<p>decided</p>")
    assert decided.annexes == ("plan",)
    assert public_item(replace(OPEN, publish=False), SETTINGS, "decisions") is None
    assert public_item(OPEN, PublicationSettings(), "decisions") is None


@pytest.mark.requirement("meeting:PUB-5")
def test_nothing_of_a_closed_item_leaves() -> None:
    assert public_meeting((OPEN, CLOSED), SETTINGS, "decisions") == public_meeting((OPEN,), SETTINGS, "decisions")
    place = public_item(CLOSED, replace(SETTINGS, closed_placeholder=True), "decisions")
    assert place == PublicItem("", "2", placeholder=True)
    assert "enobia" not in repr(place) and "i2" not in repr(place)


@pytest.mark.requirement("meeting:PUB-2")
def test_a_delivery_with_one_forbidden_thing_is_refused_whole() -> None:
    facts = {"i1": OPEN, "i2": CLOSED}
    forced = PublicItem("i1", "1", annexes=("plan", "offer"))
    assert codes(against_receiving((forced,), facts)) == ["publication.annex_not_publishable"]
    assert codes(against_receiving((PublicItem("i2", "2", "Sanction"),), facts)) == ["publication.closed_item"]
    assert against_receiving((PublicItem("", "2", placeholder=True), *public_meeting((OPEN,), SETTINGS, "project")),
                             facts) == NONE  # fmt: skip


@pytest.mark.requirement("meeting:PUB-1", "meeting:PUB-8")
def test_from_when_until_when() -> None:
    closed, approved = date(2026, 10, 23), date(2026, 11, 26)
    assert decisions_public_on(SETTINGS, closed, None) is None
    assert decisions_public_on(SETTINGS, closed, approved) == approved
    later = replace(SETTINGS, decisions_at="closing", days_after=3)
    assert decisions_public_on(later, closed, None) == date(2026, 10, 26)
    kept = replace(SETTINGS, retention_years={"personnel": 2})
    assert unpublished_on(kept, "personnel", date(2024, 2, 29)) == date(2026, 2, 28)
    assert unpublished_on(kept, "roads", TODAY) is None


@pytest.mark.requirement("meeting:PUB-3")
def test_a_withdrawn_item_leaves_a_tombstone_without_title() -> None:
    item = PublicItem("i1", "1", "Works")
    assert withdraw(item, TODAY, "court order") == Tombstone("i1", "1", TODAY, "court order")
    assert withdraw(item, TODAY, " ") == (Refusal("publication.reason_required", place="reason"),)


@pytest.mark.requirement("meeting:PUB-6")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('<p>To <span class="x personal-data">Zoé <b>Zed</b><br></span>, &amp; &#8364;<br/></p>',
         f"<p>To {PLACEHOLDER}, &amp; &#8364;<br/></p>"),
        ("<p>Plain<br></p><!-- Zoé -->", "<p>Plain<br></p>"),
        ('<span class="personal-data">a<span>b<img/>&eacute;</span></span>c', f"{PLACEHOLDER}c"),
        ('<i class="personal-data">never closed <b>x</b>', PLACEHOLDER),
        ("<span class>kept</span>", "<span class>kept</span>"),
        ('<span class="personal-data">a</br>b</span>c', f"{PLACEHOLDER}c"),
    ],
)  # fmt: skip
def test_marked_words_are_replaced(text: str, expected: str) -> None:
    assert masked(text) == expected


@given(st.text("<>/ab &;\"'=!-", max_size=60), st.text("<>/ab &;\"'=!-", max_size=60))
@pytest.mark.requirement("meeting:PUB-6")
def test_a_marked_secret_never_comes_through(before: str, inside: str) -> None:
    escaped = before.replace("&", "&amp;").replace("<", "&lt;")
    hidden = inside.replace("&", "&amp;").replace("<", "&lt;")
    out = masked(f'<p>{escaped}<span class="personal-data">ZQSECRET{hidden}ZQSECRET</span>after</p>')
    assert "ZQSECRET" not in out and out.endswith("after</p>")


NUMBERS = "NN 85.07.30-033.28, false 85.07.30-033.29, BE71 0961 2345 6769, ann@example.org, 081 22 33 44."


@pytest.mark.requirement("meeting:PUB-7")
def test_personal_data_are_found() -> None:
    hits = detect(f"<p>{NUMBERS}</p><p>Paid to Zoé Zed</p>", TODAY, names=("zoé zed",))
    assert [(hit.kind, hit.found, hit.blocking) for hit in hits] == [
        ("national_register_number", "85.07.30-033.28", True),
        ("iban", "BE71 0961 2345 6769", True),
        ("email", "ann@example.org", False),
        ("phone", "081 22 33 44", False),
        ("person_name", "Zoé Zed", False),
    ]
    assert detect(f'<p><span class="personal-data">{NUMBERS}</span> 1 000 000 €</p>', TODAY) == ()
    assert plain("<p>a&nbsp;b</p><p>c</p>") == "a b c"


@pytest.mark.requirement("meeting:PUB-7")
def test_a_blocking_hit_is_masked_or_waived_with_a_reason() -> None:
    hits = detect(NUMBERS, TODAY)
    assert len(against_publishing(hits, frozenset(), "")) == 2
    waived = frozenset({"85.07.30-033.28"})
    assert len(against_publishing(hits, waived, " ")) == 2
    assert [r.data["kind"] for r in against_publishing(hits, waived, "public notice")] == ["iban"]


@pytest.mark.requirement("meeting:PUB-10")
def test_the_register_of_regulations() -> None:
    found = binding(date(2026, 7, 1))
    assert found is not None and found.due == date(2026, 7, 6) and "L1133-2" in found.trace[0].article
    assert binding(date(1990, 1, 1)) is None
    now = datetime(2026, 7, 1, 9, tzinfo=BRUSSELS)
    assert codes(against_planning(now, now)) == ["regulations.planned_in_the_past"]
    assert against_planning(now.replace(hour=10), now) == NONE
    assert against_superseding("R1", {}) == NONE
    assert against_superseding("R1", {"R1": "R2"}) == (
        Refusal("regulations.already_superseded", {"text": "R1", "last": "R2"}, "supersedes"),
    )
    assert against_superseding("R2", {"R1": "R2"}) == NONE
    for reviewed, sources in ((True, ("proposed",)), (False, ("private", "proposed"))):
        machine = register_machine(reviewed)
        plan = machine.transition("plan")
        assert plan is not None and plan.sources == sources and unreachable(machine) == ()


@pytest.mark.requirement("meeting:PUB-10")
@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        (RegulationFacts(TODAY, True), []),
        (RegulationFacts(None, False), ["regulations.not_decided", "regulations.no_document"]),
        (RegulationFacts(TODAY, True, True), ["regulations.tutelle_running"]),
        (RegulationFacts(TODAY, True, True, tutelle_approved=TODAY), []),
        (RegulationFacts(TODAY, True, True, tutelle_expired=TODAY), ["regulations.tutelle_running"]),
        (RegulationFacts(TODAY, True, True, tutelle_expired=date(2026, 11, 1)), []),
    ],
)
def test_before_a_regulation_is_published(facts: RegulationFacts, expected: list[str]) -> None:
    assert codes(against_publishing_regulation(facts, TODAY)) == expected
