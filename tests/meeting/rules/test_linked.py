"""Links between items are symmetric and transitive."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commune.meeting.rules.linked import against_linking, linked, unlinked

PAIRS = st.lists(
    st.tuples(st.sampled_from("abcdef"), st.sampled_from("abcdef")).filter(lambda pair: pair[0] != pair[1])
)


def test_linking_one_to_two_links_these_two():
    links = linked({}, "a", ["b"])
    links |= linked(links, "a", ["c"])
    assert links == {"a": frozenset("bc"), "b": frozenset("ac"), "c": frozenset("ab")}


@given(PAIRS)
def test_groups_stay_whole(pairs):
    links = {}
    for one, other in pairs:
        links |= linked(links, one, [other])
    for one, others in links.items():
        assert one not in others
        assert all(links[other] | {other} == others | {one} for other in others)


def test_who_leaves_a_group_leaves_all_of_it():
    links = linked({}, "a", ["b", "c"])
    assert unlinked(links, "b") == {"a": frozenset("c"), "b": frozenset(), "c": frozenset("a")}
    assert unlinked({}, "z") == {"z": frozenset()}


@pytest.mark.parametrize(
    ("others", "codes"),
    [
        ([], ["linked.none"]),
        (["b"], []),
        (["a", "x", "y"], ["linked.unknown", "linked.unknown", "linked.itself"]),
    ],
    ids=["nothing chosen", "a known item", "all faults at once"],
)
def test_what_stands_against_a_link(others, codes):
    assert [one.code for one in against_linking("a", others, frozenset("ab"))] == codes
