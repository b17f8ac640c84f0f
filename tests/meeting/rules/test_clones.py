"""Duplicates, templates, chains of copies."""

import pytest

from commune.meeting.rules.clones import (
    LinkedItem,
    against_duplicating,
    copied_fields,
    linked_tree,
    template_fields,
    template_offered,
)

ITEM = {
    "title": "Works", "decision": "<p>", "category": "old", "send_to": ("CON", "GONE"), "privacy": "secret",
    "number": 7, "reference": "COL/1", "votes": "…", "optional_advisers": ("fin",), "labels": ("follow",),
}  # fmt: skip
SELECTABLE = {"category": frozenset({"new"}), "send_to": frozenset({"CON"})}


@pytest.mark.requirement("meeting:ITM-2")
def test_a_duplicate_takes_texts_and_within_the_body_what_is_still_valid() -> None:
    same = copied_fields(ITEM, True, SELECTABLE)
    assert same == {
        "title": "Works", "decision": "<p>", "category": "", "send_to": ("CON",), "privacy": "secret",
        "optional_advisers": ("fin",),
    }  # fmt: skip
    assert copied_fields(ITEM, False, SELECTABLE) == {"title": "Works", "decision": "<p>"}
    assert copied_fields({"category": "new"}, True, SELECTABLE) == {"category": "new"}


@pytest.mark.requirement("meeting:ITM-1")
def test_templates() -> None:
    got = template_fields(ITEM)
    assert got == {"title": "Works", "decision": "<p>", "category": "old", "privacy": "secret", "labels": ("follow",)}
    assert template_offered(frozenset({"TRA"}), frozenset({"TRA", "ADM"}))
    assert not template_offered(frozenset({"TRA"}), frozenset({"FIN"}))
    assert template_offered(frozenset(), frozenset({"FIN"}))


@pytest.mark.requirement("meeting:ITM-3")
@pytest.mark.parametrize(
    ("closed", "sees", "restricted", "expected"),
    [(True, False, True, ["items.closed_session"]), (True, True, True, []), (True, False, False, []),
     (False, False, True, [])],
)  # fmt: skip
def test_duplicating_a_closed_item(closed: bool, sees: bool, restricted: bool, expected: list[str]) -> None:
    assert [r.code for r in against_duplicating(closed, sees, restricted)] == expected


@pytest.mark.requirement("meeting:ITM-12")
def test_the_chain_hides_what_the_reader_may_not_see() -> None:
    items = (
        LinkedItem("a", "gone", "COL", "2026-09-28", "accepted", "Works"),
        LinkedItem("b", "a", "CON", "2026-10-22", "accepted", "Works of the street"),
        LinkedItem("c", "b", "CON", "", "draft", "Works again"),
    )
    tree = linked_tree(items, frozenset({"a", "c"}))
    assert [(i.uid, i.depth, i.state, i.title) for i in tree] == [
        ("a", 0, "accepted", "Works"), ("b", 1, "", ""), ("c", 2, "draft", "Works again"),
    ]  # fmt: skip
    assert tree[1].meeting_day == "2026-10-22"
