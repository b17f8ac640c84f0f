"""What each move is told as, and to whom."""

import pytest

from commune.meeting.rules.chain import Chain, Level
from commune.meeting.rules.notifications import EVENTS, Notice, last_actor_at, notices

CHAIN = Chain((Level("draft", "Draft", "creator"), Level("head", "Head", "head"), Level("dg", "DG", "dg")))
COPIES = frozenset({"validated", "accepted"})


@pytest.mark.parametrize(
    ("source", "target", "late", "told"),
    [
        ("draft", "head", False, [Notice("item_proposed", "level", "head")]),
        ("waiting_opinions_draft", "head", False, [Notice("item_proposed", "level", "head")]),
        ("dg", "head", False, [Notice("item_sent_back", "last_actor", "head")]),
        ("validated", "dg", False, [Notice("item_sent_back", "last_actor", "dg")]),
        ("waiting_opinions_head", "head", False, [Notice("item_sent_back", "last_actor", "head")]),
        ("dg", "validated", False, [Notice("item_validated", "managers"), Notice("item_copy_access", "copies")]),
        ("dg", "validated", True, [Notice("item_validated", "managers"), Notice("item_late", "managers"),
                                   Notice("item_copy_access", "copies")]),
        ("presented", "validated", False,
         [Notice("item_unpresented", "service"), Notice("item_copy_access", "copies")]),
        ("validated", "presented", False, [Notice("item_presented", "service")]),
        ("presented", "frozen", False, []),
        ("frozen", "returned", False, [Notice("item_returned", "level", "draft")]),
        ("returned", "returned_dg", False, [Notice("item_returned", "level", "dg")]),
        ("returned_dg", "frozen", False, [Notice("item_back", "managers")]),
        ("frozen", "delayed", False, [Notice("item_delayed", "service")]),
        ("frozen", "postponed_next_meeting", False, [Notice("item_postponed", "service")]),
        ("frozen", "accepted", False, [Notice("item_decided", "service"), Notice("item_copy_access", "copies")]),
        ("frozen", "pre_accepted", False, []),
        ("frozen", "elsewhere", False, []),
    ],
)  # fmt: skip
def test_moves(source: str, target: str, late: bool, told: list[Notice]) -> None:
    found = list(notices(CHAIN, source, target, late, COPIES))
    assert found == told
    assert {notice.kind for notice in found} <= EVENTS


def test_a_body_without_levels_returns_to_nobody_in_particular() -> None:
    assert notices(Chain(), "frozen", "returned", False, frozenset()) == (Notice("item_returned", "level", ""),)


def test_the_last_who_acted() -> None:
    moves = [("head", "bob"), ("dg", "eve"), ("head", "carl"), ("head", ""), ("draft", "ann")]
    assert (last_actor_at("head", moves), last_actor_at("other", moves)) == ("carl", "")
