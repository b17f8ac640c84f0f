"""Insertion keys: the order of a body's rules, term by term."""

import pytest

from commune.meeting.rules.insertion import KINDS, InsertionFacts, InsertionRule, RankLists, folded, insertion_key

LISTS = RankLists(
    list_types=("normal", "urgent", "late"),
    categories=("ADM", "FIN", "OLD", "TRA"),
    classifiers=("k1", "k2"),
    services=("TRA", "FIN", "ADM"),
    in_charge=("1", "2", "3"),
    committees=("c1", "c2"),
    privacies=("public", "secret"),
    bodies=("CON", "CPAS"),
    poll_types=("no_vote", "secret"),
    unordered_list_types=frozenset({"addendum"}),
)


def key(kind: str, reverse: bool = False, **facts: object) -> object:
    return insertion_key((InsertionRule(kind, reverse),), InsertionFacts(**facts), LISTS)  # type: ignore[arg-type]


@pytest.mark.requirement("meeting:ORD-1")
@pytest.mark.parametrize(
    ("kind", "first", "then"),
    [
        ("list_type", {"list_type": "normal"}, {"list_type": "late"}),
        ("list_type", {"list_type": "addendum"}, {"list_type": "urgent"}),
        ("category", {"category": "FIN"}, {"category": "OLD"}),
        ("category", {"category": "TRA"}, {"category": "never heard of"}),
        ("classifier", {"classifier": "k1"}, {"classifier": "k2"}),
        ("service", {"service": "TRA"}, {"service": "FIN"}),
        ("service_or_associated", {"service": "ADM", "associated_services": ("TRA",)}, {"service": "FIN"}),
        ("in_charge", {"in_charge": ()}, {"in_charge": ("1",)}),
        ("associated_services", {"associated_services": ("TRA", "ADM")}, {"associated_services": ("FIN",)}),
        ("committees", {"committees": ("c1",)}, {"committees": ("c2", "c1")}),
        ("privacy", {"privacy": "public"}, {"privacy": "secret"}),
        ("to_discuss", {"to_discuss": True}, {"to_discuss": False}),
        ("send_to", {"send_to": ("CPAS",)}, {"send_to": ()}),
        ("send_to", {"send_to": ("CPAS", "CON")}, {"send_to": ("CPAS",)}),
        ("poll_type", {"poll_type": "no_vote"}, {"poll_type": "secret"}),
        ("title", {"title": "Éclairage public"}, {"title": "Egouts"}),
        ("decision", {"decision": "<p>The College <b>decides</b> to buy a car"}, {"decision": "The College refuses"}),
        ("creator", {"creator_name": "Anne"}, {"creator_name": "bob"}),
        ("custom:weight", {"custom": {}}, {"custom": {"weight": 3}}),
        ("custom:name", {"custom": {"name": "A"}}, {"custom": {"name": "b"}}),
    ],
)
def test_each_rule_ascending_and_reversed(kind: str, first: dict[str, object], then: dict[str, object]) -> None:
    assert key(kind, **first) < key(kind, **then)  # type: ignore[operator]
    assert key(kind, True, **then) < key(kind, True, **first)  # type: ignore[operator]


def test_the_sixth_word_of_a_decision_does_not_count() -> None:
    assert key("decision", decision="a b c d e six") == key("decision", decision="a b c d e 7")


def test_at_end_makes_all_items_equal_and_the_next_rule_speaks_after_equal_ones() -> None:
    assert key("at_end", title="b") == key("at_end", title="a")
    rules = (InsertionRule("list_type"), InsertionRule("category", reverse=True))
    late = insertion_key(rules, InsertionFacts(list_type="late", category="TRA"), LISTS)
    fin = insertion_key(rules, InsertionFacts(category="FIN"), LISTS)
    tra = insertion_key(rules, InsertionFacts(category="TRA"), LISTS)
    assert sorted([late, fin, tra]) == [tra, fin, late]


def test_every_kind_has_a_rank_for_an_empty_item() -> None:
    assert all(key(kind) == key(kind) for kind in KINDS)
    assert folded(" Écoles <i>&</i>  Crèches ") == "ecoles & creches"
