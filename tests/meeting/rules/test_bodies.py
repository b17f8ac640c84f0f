"""Configuration of bodies: JSON both ways, faults with their place, changes, ready-made profiles."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest

from commune.core.rules.law import in_force
from commune.core.rules.refusals import NONE, Refusal
from commune.meeting.rules.bodies import (
    Body,
    DatedAmount,
    Identity,
    NotificationSettings,
    OutsideCall,
    RecurringItem,
    Sending,
    Target,
    from_json,
    json_schema,
    to_json,
)
from commune.meeting.rules.body_changes import (
    against_changing_states,
    against_deactivating,
    against_deleting_term,
    faults,
    item_states,
)
from commune.meeting.rules.chain import Level
from commune.meeting.rules.legal_clock import legal_clock
from commune.meeting.rules.ready_made import names, ready_made

MINIMAL = {"identity": {"id": "col", "title": "College", "code": "COL", "kind": "college"}}


def codes(refusals: tuple[Refusal, ...]) -> list[str]:
    return [refusal.code for refusal in refusals]


def body(**changes: object) -> Body:
    return replace(Body(Identity("col", "College", "COL", "college")), **changes)  # type: ignore[arg-type]


@pytest.mark.requirement("meeting:BOD-1", "meeting:BOD-5", "meeting:BOD-6")
@pytest.mark.parametrize("name", names())
def test_every_ready_made_body_is_whole_and_comes_back_equal(name: str) -> None:
    ready = ready_made(name)
    assert faults(ready) == NONE
    document = json.loads(json.dumps(to_json(ready)))
    assert from_json(document) == (ready, NONE)


@pytest.mark.requirement("meeting:BOD-6")
def test_the_defaults_of_college_and_council() -> None:
    college, council = ready_made("college_communal"), ready_made("council_communal")
    assert [level.state for level in college.chain.enabled] == ["draft", "proposed"]
    assert college.adaptations >= {"refused", "accepted_but_modified", "delayed", "pre_accepted", "return_direct"}
    assert [rule.kind for rule in college.agenda.rules] == ["list_type", "service"]
    assert college.numbering.reference == "{body}/{yyyy}{mm}{dd}-{n}"
    assert [row.days for row in college.opinions.rows] == [10, 5, 20]
    assert [rule.kind for rule in council.agenda.rules] == ["privacy", "list_type", "category", "custom:rank"]
    assert len(council.agenda.categories) == 29
    lines = legal_clock(date(2026, 10, 22), council.legal_figures, (), datetime(2026, 10, 1, tzinfo=UTC))
    assert [line.latest for line in lines][0] == date(2026, 10, 14)
    with pytest.raises(KeyError):
        ready_made("parish")


@pytest.mark.requirement("meeting:ADP-1")
def test_a_threshold_of_january_leaves_december_as_it_was() -> None:
    new = DatedAmount(Fraction(35_000), "test", date(2027, 1, 1))
    dated = (*ready_made("council_communal").figures["finance_threshold"], new)
    figures = [amount.figure for amount in dated]
    used = [in_force(figures, day) for day in (date(2026, 12, 17), date(2027, 1, 21))]
    assert [figure.value for figure in used if figure] == [30_000, 35_000]


@pytest.mark.requirement("meeting:BOD-1")
@pytest.mark.parametrize(
    ("change", "place", "code"),
    [
        ({"identity": {"id": "c"}}, "/identity/title", "json.missing_key"),
        ({"identity": []}, "/identity", "json.expected"),
        ({"colour": "red"}, "/colour", "json.unknown_key"),
        ({"levels": {}}, "/levels", "json.expected"),
        ({"levels": [{"state": 3, "title": "", "function": ""}]}, "/levels/0/state", "json.expected"),
        ({"numbering": {"last_meeting": True}}, "/numbering/last_meeting", "json.expected"),
        ({"numbering": {"deliberation_at": "noon"}}, "/numbering/deliberation_at", "json.expected"),
        ({"fields": {"required": []}}, "/fields/required", "json.expected"),
        ({"votes": {"kinds": ["shouting"]}}, "/votes/kinds/0", "json.expected"),
        ({"votes": {"majority": {"share": "1/0"}}}, "/votes/majority/share", "json.expected"),
        ({"deadlines": {"freeze": {"days": 1, "at": 9}}}, "/deadlines/freeze/at", "json.expected"),
    ],
)
def test_faults_bear_their_place(change: dict[str, object], place: str, code: str) -> None:
    read, found = from_json({**MINIMAL, **change})
    assert read is None and (place, code) in [(f.place, f.code) for f in found]


def test_a_minimal_document_takes_the_defaults() -> None:
    assert from_json(MINIMAL) == (body(), NONE)
    with_dates = {**MINIMAL["identity"], "term_start": "2024-12-03", "term_end": None}
    read, _ = from_json({"identity": with_dates, "fields": {"required": {"validated": ["category"]}}})
    assert read is not None and read.identity.term_start == date(2024, 12, 3)
    assert read.fields.required == {"validated": ("category",)}


@pytest.mark.requirement("meeting:BOD-1")
def test_the_schema_names_every_setting() -> None:
    schema = json_schema()
    text = json.dumps(schema)
    assert schema["required"] == ["identity"]
    assert all(f'"{name}"' in text for name in ("reference", "automatic", "majority", "observers", "valid_from"))


@pytest.mark.requirement("meeting:4.4")
def test_what_is_refused_at_save() -> None:
    wrong = from_json(
        {
            "identity": {**MINIMAL["identity"], "term_start": "2026-01-02", "term_end": "2026-01-01"},
            "adaptations": ["no_decide", "hide_decisions_under_writing"],
            "numbering": {"reference": "COL"},
            "agenda": {"rules": [{"kind": "moon"}, {"kind": "custom:weight"}],
                       "categories": [{"id": "a", "title": "A"}, {"id": "a", "title": "A"}]},
            "meetings": {"optional": ["frozen", "boiled"]},
            "sending": {"targets": [{"body": "col"}]},
        }
    )[0]  # fmt: skip
    assert wrong is not None
    assert [(f.code, f.place) for f in faults(wrong)] == [
        ("bodies.excluding", "/adaptations"), ("references.no_item_number", "/numbering/reference"),
        ("bodies.unknown_insertion_rule", "/agenda/rules/0/kind"),
        ("bodies.unknown_meeting_state", "/meetings/optional"), ("bodies.sends_to_itself", "/sending/targets/0/body"),
        ("bodies.double_id", "/agenda/categories"), ("bodies.term_ends_before_it_starts", "/identity/term_end"),
    ]  # fmt: skip


@pytest.mark.requirement("meeting:AC-09", "meeting:BOD-2")
def test_a_body_that_receives_cannot_be_deactivated() -> None:
    college = body(sending=Sending((Target("con"),)))
    council = Body(Identity("con", "Council", "CON", "council"))
    assert against_deactivating("con", (college, council)) == (Refusal("bodies.receives_from", {"body": "col"}),)
    assert against_deactivating("con", (body(), council)) == NONE


@pytest.mark.requirement("meeting:BOD-2")
def test_a_term_in_use_is_retired_not_deleted() -> None:
    assert codes(against_deleting_term("roads", {"roads": 3})) == ["bodies.term_in_use"]
    assert against_deleting_term("roads", {}) == NONE


@pytest.mark.requirement("meeting:BOD-3")
def test_a_chain_is_not_changed_under_the_items_that_stand_in_it() -> None:
    levels = (Level("draft", "", "creator"), Level("head", "", "reviewer1", waits=True))
    old = body(levels=levels, adaptations=frozenset({"return_all_levels", "delayed"}))
    new = body(levels=levels[:1], meetings=replace(old.meetings, optional=frozenset({"decided"})))
    blockers = against_changing_states(old, new, {"head": ("i1", "i2"), "draft": ("i3",)}, {"frozen": ("m1",)})
    assert [(b.place, b.data["objects"]) for b in blockers] == [("head", ("i1", "i2")), ("frozen", ("m1",))]
    assert against_changing_states(old, new, {}, {}) == NONE
    assert {"waiting_opinions_head", "returned_draft", "returned", "delayed"} <= item_states(old)
    last = item_states(body(levels=levels, adaptations=frozenset({"return_last_level"})))
    assert "returned_head" in last and "returned_draft" not in last


def test_a_recurring_item_is_made_at_a_moment_of_the_body_and_only_known_mails_are_left_out() -> None:
    model = RecurringItem("minutes", "Minutes", "ADM", "publish")
    wrong = body(recurring=(model, model), notifications=NotificationSettings(disabled=frozenset({"birthday"})))
    found = [(refusal.code, refusal.place) for refusal in faults(wrong)]
    assert found == [
        ("bodies.double_id", "/recurring"),
        ("bodies.unknown_notification", "/notifications/disabled"),
        ("bodies.unknown_moment", "/recurring/0/moment"),
        ("bodies.unknown_moment", "/recurring/1/moment"),
    ]
    assert faults(body(recurring=(replace(model, moment="freeze"),))) == NONE


def test_a_call_elsewhere_goes_to_a_sound_address() -> None:
    calls = (OutsideCall("https://example.org/told"), OutsideCall("http://example.org"))
    assert [(one.code, one.place) for one in faults(body(calls=calls))] == [("calls.address", "/calls/1/url")]
