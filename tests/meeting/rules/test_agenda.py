"""The agenda: insertion, numbers, removal, moves by hand, re-applied rules."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commune.core.rules.refusals import NONE
from commune.meeting.rules.agenda import Agenda, Change, Entry, check_version, insert, numbering, reapply, remove
from commune.meeting.rules.insertion import InsertionFacts, InsertionRule, Key, RankLists, insertion_key
from commune.meeting.rules.lateness import entry_list_type, is_late
from commune.meeting.rules.moves import attach, detach, move_block, move_down, move_to, move_up
from commune.meeting.rules.numbers import Number, parse

RULES = (InsertionRule("list_type"), InsertionRule("privacy"), InsertionRule("category"))
LISTS = RankLists(categories=("ADM", "FIN", "TRA", "ENS"), privacies=("public", "secret"))
ITEMS = {
    "I01": ("FIN", "public"), "I02": ("TRA", "public"), "I03": ("ADM", "secret"), "I04": ("ADM", "public"),
    "I05": ("ENS", "public"), "I06": ("FIN", "public"), "I07": ("FIN", "secret"), "I08": ("ADM", "public"),
    "I09": ("TRA", "public"), "I13": ("FIN", "public"), "I14": ("TRA", "public"),
}  # fmt: skip


def key_of(category: str, privacy: str) -> Key:
    return insertion_key(RULES, InsertionFacts(category=category, privacy=privacy), LISTS)


KEYS = {uid: key_of(*facts) for uid, facts in ITEMS.items()}


def shown(agenda: Agenda) -> str:
    return " ".join(f"{uid}={number}" for uid, number in numbering(agenda).items())


def presented(*uids: str) -> Agenda:
    agenda = Agenda()
    for uid in uids:
        agenda = insert(agenda, uid, KEYS[uid], KEYS).after
    return agenda


def masters(count: int) -> Agenda:
    return Agenda(tuple(Entry(f"m{i}") for i in range(1, count + 1)))


NINE = ("I01", "I02", "I03", "I04", "I05", "I06", "I07", "I08", "I09")


@pytest.mark.requirement("meeting:AC-13", "meeting:ORD-2", "meeting:ORD-3")
def test_nine_items_presented_one_after_the_other() -> None:
    agenda, got = Agenda(), []
    for uid in NINE:
        agenda = insert(agenda, uid, KEYS[uid], KEYS).after
        got.append(str(numbering(agenda)[uid]))
    assert got == ["1", "2", "3", "1", "4", "3", "7", "2", "6"]
    assert agenda.uids == ("I04", "I08", "I01", "I06", "I02", "I09", "I05", "I03", "I07")
    assert agenda.version == 9


@pytest.mark.requirement("meeting:AC-15", "meeting:ORD-3", "meeting:ORD-4", "meeting:ORD-5")
def test_items_presented_between_sub_items() -> None:
    agenda = move_to(presented(*NINE), "I06", "3.1").after
    assert shown(agenda) == "I04=1 I08=2 I01=3 I06=3.1 I02=4 I09=5 I05=6 I03=7 I07=8"
    agenda = insert(agenda, "I13", KEYS["I13"], KEYS).after
    assert shown(agenda) == "I04=1 I08=2 I01=3 I06=3.1 I13=4 I02=5 I09=6 I05=7 I03=8 I07=9"
    agenda = attach(agenda, "I05", "I02").after
    assert shown(agenda) == "I04=1 I08=2 I01=3 I06=3.1 I13=4 I02=5 I05=5.1 I09=6 I03=7 I07=8"
    change = insert(agenda, "I14", KEYS["I14"], KEYS)
    assert shown(change.after) == "I04=1 I08=2 I01=3 I06=3.1 I13=4 I02=5 I14=5.1 I05=5.2 I09=6 I03=7 I07=8"
    assert change.renumbered == (("I14", None, Number(5, 1)), ("I05", Number(5, 1), Number(5, 2)))


@pytest.mark.requirement("meeting:AC-17", "meeting:ORD-5")
@pytest.mark.parametrize(
    ("uid", "typed", "expected"),
    [
        ("m4", "2", "m1=1 m4=2 m2=3 m3=4 m5=5 m6=6 m7=7"),
        ("m4", "2.1", "m1=1 m2=2 m4=2.1 m3=3 m5=4 m6=5 m7=6"),
        ("m3", "6.1", "m1=1 m2=2 m4=3 m5=4 m6=5 m3=5.1 m7=6"),
        ("m2", "3", "m1=1 m3=2 m2=3 m4=4 m5=5 m6=6 m7=7"),
        ("m2", "8", "m1=1 m3=2 m4=3 m5=4 m6=5 m7=6 m2=7"),
    ],
)
def test_seven_masters_moved_to_a_number(uid: str, typed: str, expected: str) -> None:
    change = move_to(masters(7), uid, typed)
    assert (change.refusals, shown(change.after)) == (NONE, expected)


@pytest.mark.requirement("meeting:AC-17", "meeting:ORD-5")
@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("0", "agenda.not_a_number"),
        ("0.1", "agenda.not_a_number"),
        ("2.0", "agenda.not_a_number"),
        ("two", "agenda.not_a_number"),
        ("9", "agenda.beyond_the_last"),
        ("8.1", "agenda.nothing_before"),
        ("2.2", "agenda.nothing_before"),
        ("4", "agenda.own_number"),
        ("4.1", "agenda.below_itself"),
    ],
)
def test_numbers_an_item_may_not_take(typed: str, code: str) -> None:
    agenda = masters(7)
    change = move_to(agenda, "m4", typed)
    assert [refusal.code for refusal in change.refusals] == [code]
    assert change.after is agenda and change.lowest is None


@pytest.mark.requirement("meeting:AC-17", "meeting:ORD-5")
def test_up_and_down_stay_within_one_kind() -> None:
    agenda = Agenda((Entry("a"), Entry("b"), Entry("b1", True), Entry("b2", True), Entry("c"), Entry("d")))
    assert shown(move_up(agenda, "b2").after) == "a=1 b=2 b2=2.1 b1=2.2 c=3 d=4"
    assert shown(move_down(agenda, "c").after) == "a=1 b=2 b1=2.1 b2=2.2 d=3 c=4"
    for change, code in [
        (move_up(agenda, "b1"), "agenda.other_kind"),
        (move_down(agenda, "b"), "agenda.other_kind"),
        (move_up(agenda, "a"), "agenda.at_the_edge"),
        (move_down(agenda, "d"), "agenda.at_the_edge"),
        (move_down(agenda, "x"), "agenda.not_there"),
        (move_to(agenda, "x", "1"), "agenda.not_there"),
        (move_to(agenda, "b", "2.2"), "agenda.below_itself"),
    ]:
        assert [refusal.code for refusal in change.refusals] == [code]


@pytest.mark.requirement("meeting:ORD-5")
def test_subs_move_within_out_of_and_under_masters() -> None:
    agenda = Agenda((Entry("a"), Entry("a1", True), Entry("a2", True), Entry("a3", True), Entry("b"), Entry("c")))
    assert shown(move_to(agenda, "a1", "1.3").after) == "a=1 a2=1.1 a3=1.2 a1=1.3 b=2 c=3"
    assert shown(move_to(agenda, "a1", "3").after) == "a=1 a2=1.1 a3=1.2 b=2 a1=3 c=4"
    assert shown(move_to(agenda, "c", "1.2").after) == "a=1 a1=1.1 c=1.2 a2=1.3 a3=1.4 b=2"
    assert shown(detach(agenda, "a2").after) == "a=1 a1=1.1 a3=1.2 a2=2 b=3 c=4"
    assert [r.code for r in detach(agenda, "b").refusals] == ["agenda.not_a_sub"]
    assert [r.code for r in detach(agenda, "x").refusals] == ["agenda.not_a_sub"]
    for uid, master, code in [
        ("x", "a", "agenda.not_there"), ("b", "x", "agenda.not_there"),
        ("b", "b", "agenda.not_a_master"), ("b", "a1", "agenda.not_a_master"),
    ]:  # fmt: skip
        assert [r.code for r in attach(agenda, uid, master).refusals] == [code]


@pytest.mark.requirement("meeting:ORD-5")
def test_a_master_moves_as_a_block() -> None:
    agenda = Agenda((Entry("a"), Entry("a1", True), Entry("b"), Entry("c"), Entry("c1", True)))
    assert shown(move_block(agenda, "a", "2").after) == "b=1 a=2 a1=2.1 c=3 c1=3.1"
    assert shown(move_block(agenda, "c", "1").after) == "c=1 c1=1.1 a=2 a1=2.1 b=3"
    for uid, typed, code in [
        ("a", "2.1", "agenda.not_a_master_number"), ("a", "x", "agenda.not_a_master_number"),
        ("a1", "2", "agenda.not_a_master"), ("a", "1", "agenda.own_number"), ("a", "5", "agenda.beyond_the_last"),
    ]:  # fmt: skip
        assert [r.code for r in move_block(agenda, uid, typed).refusals] == [code]


@pytest.mark.requirement("meeting:ORD-4")
@pytest.mark.parametrize(
    ("uid", "expected"),
    [
        ("a", "b=1 b1=1.1 b2=1.2 c=2"),
        ("b", "a=1 b1=2 b2=2.1 c=3"),
        ("b1", "a=1 b=2 b2=2.1 c=3"),
        ("c", "a=1 b=2 b1=2.1 b2=2.2"),
    ],
)
def test_removal_closes_the_ranks(uid: str, expected: str) -> None:
    agenda = Agenda((Entry("a"), Entry("b"), Entry("b1", True), Entry("b2", True), Entry("c")))
    assert shown(remove(agenda, uid).after) == expected


@pytest.mark.requirement("meeting:ORD-8")
def test_references_are_redone_from_the_lowest_changed_number() -> None:
    agenda = masters(7)
    assert move_to(agenda, "m6", "3").lowest == Number(3)
    assert move_to(agenda, "m2", "5").lowest == Number(2)
    assert remove(agenda, "m7").lowest == Number(7)


def test_what_is_there_or_not_there() -> None:
    agenda = presented("I01")
    assert [r.code for r in insert(agenda, "I01", KEYS["I01"], KEYS).refusals] == ["agenda.already_there"]
    assert [r.code for r in remove(agenda, "I02").refusals] == ["agenda.not_there"]
    assert parse(" 12.34 ") == Number(12, 34)
    assert Number(12, 3).shifted(101) == Number(112, 3)


def test_a_master_holds_99_subs_and_no_more() -> None:
    agenda = Agenda((Entry("m"), *(Entry(f"s{i}", True) for i in range(99)), Entry("n")))
    assert [r.code for r in attach(agenda, "n", "m").refusals] == ["agenda.too_many_subs"]


@pytest.mark.requirement("meeting:ORD-5")
def test_the_rules_applied_again_are_shown_before_and_can_be_undone() -> None:
    hand = move_to(presented(*NINE), "I07", "1").after
    under = attach(attach(hand, "I05", "I08").after, "I04", "I08").after
    change = reapply(under, KEYS)
    assert change.after.uids == ("I08", "I04", "I05", "I01", "I06", "I02", "I09", "I03", "I07")
    assert change.before is under
    assert ("I04", Number(2, 2), Number(1, 1)) in change.renumbered
    assert reapply(change.after, KEYS).after is change.after


@pytest.mark.requirement("meeting:ORD-9")
def test_the_second_manager_with_a_stale_page_is_told() -> None:
    seen = masters(12)
    stored = move_to(seen, "m5", "2").after
    assert [r.code for r in check_version(stored, seen.version)] == ["agenda.stale"]
    assert check_version(stored, stored.version) == NONE
    assert [str(n) for n in numbering(stored).values()] == [str(i) for i in range(1, 13)]


@pytest.mark.requirement("meeting:AC-37", "meeting:ITM-14")
def test_a_late_item_inserted_as_normal_stands_among_the_normal_ones() -> None:
    entering = {}
    for as_normal in (True, False):
        list_type = entry_list_type(is_late(date(2026, 9, 28), True, date(2026, 9, 28)), as_normal)
        key = insertion_key(RULES, InsertionFacts(list_type=list_type, category="FIN"), LISTS)
        entering[as_normal] = str(numbering(insert(presented(*NINE), "late", key, KEYS).after)["late"])
    assert entering == {True: "5", False: "10"}


acts = st.tuples(
    st.sampled_from(["insert", "remove", "up", "down", "to", "block", "attach", "detach", "reapply"]),
    st.integers(0, 14),
    st.integers(0, 14),
    st.sampled_from(["", ".1", ".2"]),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(acts, min_size=200, max_size=200))
@pytest.mark.requirement("meeting:ORD-3", "meeting:ORD-9")
def test_two_hundred_acts_leave_no_gap_and_no_double(done: list[tuple[str, int, int, str]]) -> None:
    agenda = Agenda()
    categories = ("ADM", "FIN", "TRA", "ENS")
    keys = {f"i{n}": key_of(categories[n % 4], "public") for n in range(15)}
    for act, one, two, sub in done:
        uid, other, typed = f"i{one}", f"i{two}", f"{two}{sub}"
        change = act_on(agenda, act, uid, other, typed, keys)
        assert len(set(change.after.uids)) == len(change.after.uids)
        if act not in ("insert", "remove"):
            assert set(change.after.uids) == set(agenda.uids)
        agenda = change.after
        assert_contiguous([*numbering(agenda).values()])


def act_on(agenda: Agenda, act: str, uid: str, other: str, typed: str, keys: dict[str, Key]) -> Change:
    return {
        "insert": lambda: insert(agenda, uid, keys[uid], keys),
        "remove": lambda: remove(agenda, uid),
        "up": lambda: move_up(agenda, uid),
        "down": lambda: move_down(agenda, uid),
        "to": lambda: move_to(agenda, uid, typed),
        "block": lambda: move_block(agenda, uid, typed),
        "attach": lambda: attach(agenda, uid, other),
        "detach": lambda: detach(agenda, uid),
        "reapply": lambda: reapply(agenda, keys),
    }[act]()


def assert_contiguous(numbers: list[Number]) -> None:
    previous = Number(0)
    for number in numbers:
        assert number in (Number(previous.major + 1), Number(max(previous.major, 1), previous.minor + 1))
        previous = number
    assert not numbers or numbers[0] == Number(1)
