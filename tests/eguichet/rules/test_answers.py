from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.eguichet.rules import answers as an
from commune.eguichet.rules.answers import Context
from commune.eguichet.rules.forms import load_form

TODAY = date(2026, 6, 15)
IN = Context(TODAY, level=2)


def field(key, kind="text", **more):
    return {"key": key, "type": kind, "label": key.title(), **more}


def page(name, *fields, **more):
    return {"id": name, "title": name, "groups": [{"id": f"g_{name}", "fields": list(fields)}], **more}


def form(*pages):
    return load_form(
        {"format": "commune-form/1", "id": "f", "version": 1, "title": "F", "settings": {}, "pages": list(pages)}
    )


def repeated(*fields, least=0, most=2, **more):
    group = {"id": "child", "fields": list(fields), "repeat": {"min": least, "max": most}, **more}
    return form({"id": "p", "title": "P", "groups": [group]}, page("q", field("after")))


def when(name, value=None):
    return {"field": name, "is": "filled"} if value is None else {"field": name, "is": "eq", "value": value}


def codes(checked):
    return {name: [r.code for r in refusals] for name, refusals in checked.refusals.items()}


TWO = form(
    page("who", field("name", required=True), field("company", "yes_no")),
    page("firm", field("bce", "bce", required=True), visible_when=when("company", True)),
    page("why", field("motive", required=when("company", True)), field("detail", visible_when=when("bce"))),
)


@pytest.mark.requirement("eguichet:E-4")
def test_pages_follow_the_answers():
    def ids(raw):
        return [one.id for one in an.applicable_pages(TWO, raw, IN)]

    assert ids({}) == ["who", "why"]
    assert ids({"company": "yes"}) == ["who", "firm", "why"]


@pytest.mark.requirement("eguichet:E-4")
def test_one_page_is_checked_alone_and_every_fault_is_told():
    assert codes(an.check_page(TWO, "who", {"company": "perhaps"}, IN)) == {
        "name": ["required"],
        "company": ["not_a_choice"],
    }
    assert an.check_page(TWO, "who", {"name": "Anne"}, IN).values == {"name": "Anne", "company": None}
    assert an.check_page(TWO, "firm", {}, IN).ok


@pytest.mark.requirement("eguichet:E-4")
def test_hidden_field_is_neither_required_nor_checked_nor_stored_and_comes_back():
    raw = {"name": "Anne", "company": "yes", "bce": "0203.430.577", "detail": "x"}
    assert codes(an.check_form(TWO, raw, IN)) == {"bce": ["bce_checksum"], "motive": ["required"]}
    hidden = an.check_form(TWO, raw | {"company": "no"}, IN)
    assert hidden.ok and hidden.values == {"name": "Anne", "company": False, "motive": None}
    again = an.check_form(TWO, raw | {"bce": "0203.430.576", "motive": "m"}, IN)
    assert again.values["bce"] == "0203430576" and again.values["detail"] == "x"


@pytest.mark.requirement("eguichet:AC-51", "eguichet:E-4")
def test_field_of_a_skipped_page_is_empty_never_an_error():
    raw = {"bce": "0203.430.576", "detail": "x"}
    assert an.shown_fields(TWO, "why", raw, IN) == ("motive",)
    ghost = form(page("p", field("a", visible_when=when("ghost"))))
    assert an.shown_fields(ghost, "p", {"a": "x"}, IN) == ()


def test_circle_that_slipped_through_hides_both_fields():
    circle = form(page("p", field("a", visible_when=when("b")), field("b", visible_when=when("a"))))
    assert an.check_form(circle, {"a": "1", "b": "2"}, IN).values == {}


@pytest.mark.requirement("eguichet:E-4")
def test_form_may_end_before_a_request():
    ending = {"visible_when": {"field": "@level", "is": "lt", "value": 2}, "ending": {"message": "See the Region"}}
    short = form(page("a", field("x")), page("stop", **ending), page("b", field("y")))
    assert an.ends_without_request(short, {}, Context(TODAY, level=1)).id == "stop"
    assert [p.id for p in an.applicable_pages(short, {}, Context(TODAY, level=1))] == ["a", "stop"]
    assert an.ends_without_request(short, {}, IN) is None
    assert [p.id for p in an.applicable_pages(short, {}, IN)] == ["a", "b"]


@pytest.mark.requirement("eguichet:E-4")
def test_page_is_not_left_while_its_check_holds():
    checks = [{"refuse_when": {"field": "@today", "is": "gt", "value": "2026-01-01"}, "message": "Too late"}]
    late = form(page("p", field("x"), checks=checks))
    (refusal,) = an.check_page(late, "p", {}, IN).refusals["p"]
    assert (refusal.code, refusal.data) == ("page.refused", {"message": {"": "Too late"}})


@pytest.mark.requirement("eguichet:AC-55", "eguichet:E-3")
def test_deleting_a_row_never_shifts_the_files_of_another():
    children = repeated(field("name"), field("photo", "file"))
    raw = {"child": ("r1", "r2"), "child.r1.photo": ("f1",), "child.r2.photo": ("f2",), "child.r2.name": "Ben"}
    rows = an.check_form(children, raw, IN).values["child"]
    assert rows == ({"row": "r1", "name": None, "photo": ("f1",)}, {"row": "r2", "name": "Ben", "photo": ("f2",)})
    assert an.check_form(children, raw | {"child": "r2"}, IN).values["child"] == rows[1:]


@pytest.mark.requirement("eguichet:E-3", "eguichet:E-4")
def test_conditions_look_at_their_own_row_first():
    rows = repeated(field("kind"), field("why", required=True, visible_when=when("kind", "oak")))
    raw = {"child": ("a", "b"), "child.a.kind": "oak", "child.b.kind": "ash"}
    assert codes(an.check_form(rows, raw, IN)) == {"child.a.why": ["required"]}
    assert an.shown_fields(rows, "p", raw, IN) == ("child.a.kind", "child.a.why", "child.b.kind")


def test_number_of_rows_and_conditions_on_rows_from_outside():
    rows = repeated(field("kind"), least=1)
    assert codes(an.check_form(rows, {}, IN)) == {"child": ["rows_count"]}
    assert codes(an.check_form(rows, {"child": ("a", "b", "c")}, IN)) == {"child": ["rows_count"]}
    outside = form(
        {"id": "p", "title": "P", "groups": [{"id": "child", "fields": [field("kind")], "repeat": {"max": 2}}]},
        page("q", field("x", visible_when=when("child")), field("y", visible_when=when("kind"))),
    )
    raw = {"child": ("a",), "child.a.kind": "oak"}
    assert an.shown_fields(outside, "q", raw, IN) == ("x",)
    assert an.shown_fields(outside, "q", {}, IN) == ()


def test_hidden_group_asks_for_no_rows():
    rows = repeated(field("kind"), least=1, visible_when=when("after"))
    assert an.check_form(rows, {}, IN).values == {"child": (), "after": None}
    assert an.check_form(rows, {}, IN).ok


@pytest.mark.requirement("eguichet:E-5")
def test_locked_value_wins_over_what_is_posted():
    locked = Context(TODAY, locked={"name": "Anne"})
    assert an.check_page(TWO, "who", {"name": "Mallory"}, locked).values["name"] == "Anne"


def test_defaults_linked_dates_and_confirmations():
    asked = form(
        page(
            "p",
            field("country", default="BE"),
            field("born", "date"),
            field("nrn", "nrn", options={"birth_date_field": "born"}),
            field("mail", "email", options={"confirm": True}),
        )
    )
    raw = {"born": ("9/7/1941",), "nrn": "40.00.00-025.39", "mail": "a@example.org", "mail.confirm": "b@example.org"}
    checked = an.check_form(asked, raw, IN)
    assert codes(checked) == {"nrn": ["nrn_birthdate_mismatch"], "mail": ["email_confirmation"]}
    assert checked.values["country"] == "BE"


@pytest.mark.requirement("eguichet:E-9")
def test_review_shows_what_was_given_with_its_page():
    kinds = [{"value": "oak", "label": {"fr": "Chêne", "en": "Oak"}}]
    asked = form(
        page(
            "p",
            field("kind", "choices", options={"choices": kinds}),
            field("day", "date"),
            field("at", "datetime"),
            field("fee", "amount"),
            field("nrn", "nrn"),
            field("ok", "yes_no"),
            field("no", "yes_no"),
            field("where", "address"),
            field("name"),
            field("secret", show_in=[]),
            field("empty"),
            field("note", "notice"),
        )
    )
    raw = {
        "kind": ("oak",), "day": "2026-07-05", "at": "2026-07-05 18:30", "fee": "-22,5", "nrn": "79.03.14-123.70",
        "ok": "yes", "no": "no", "where.street": "rue Haute", "where.number": "12", "where.postal_code": "4999",
        "where.city": "Valmont", "name": "Anne", "secret": "x",
    }  # fmt: skip
    lines = an.review(asked, raw, IN, "fr")
    assert [(line.name, line.text) for line in lines] == [
        ("kind", "Chêne"), ("day", "05/07/2026"), ("at", "05/07/2026 18:30"), ("fee", "-22,50"),
        ("nrn", "79.03.14-***.**"), ("ok", "yes"), ("no", "no"), ("where", "rue Haute 12 4999 Valmont BE"),
        ("name", "Anne"),
    ]  # fmt: skip
    assert {(line.page, line.label) for line in lines if line.name == "day"} == {("p", "Day")}


@pytest.mark.requirement("eguichet:E-4")
@given(
    st.dictionaries(
        st.sampled_from(["name", "company", "bce", "motive", "detail"]),
        st.sampled_from(["", "yes", "no", "0203.430.576"]),
    )
)
def test_whatever_is_posted_the_answer_is_the_same_twice_and_holds_only_shown_fields(raw):
    checked = an.check_form(TWO, raw, IN)
    assert checked == an.check_form(TWO, raw, IN)
    shown = {name for one in an.applicable_pages(TWO, raw, IN) for name in an.shown_fields(TWO, one.id, raw, IN)}
    assert set(checked.values) == shown
    assert set(checked.refusals) <= shown
