"""Functions over units."""

from datetime import date

import pytest

from commune.core.rules import functions as fn

URB, FIN = "3f0a", "77cc"
UNITS = {URB: "Urbanisme", FIN: "Direction - Finances"}
VALIDATOR = fn.Function("validator_1", "Validator 1")
EDITOR = fn.Function("editor", "Editor", listed=frozenset({URB}))
DPO = fn.Function("dpo", "Data protection officer", transversal=True)


@pytest.mark.requirement("core:FUN-1")
def test_group_ids_split_at_the_first_underscore():
    group = fn.group_id(URB, "validator_1")
    assert group == "3f0a_validator_1"
    assert fn.split_group_id(group) == (URB, "validator_1")
    assert fn.split_group_id("mail_indexers") == ("", "mail_indexers")
    with pytest.raises(ValueError):
        fn.group_id("a_b", "editor")


@pytest.mark.requirement("core:FUN-2")
def test_the_groups_that_must_exist():
    disabled = fn.Function("buyer", "Buyer", enabled=False)
    assert fn.required_groups(UNITS, [VALIDATOR, EDITOR, DPO, disabled]) == (
        fn.FunctionGroup("3f0a_validator_1", "Urbanisme (Validator 1)", URB, "validator_1"),
        fn.FunctionGroup("77cc_validator_1", "Direction - Finances (Validator 1)", FIN, "validator_1"),
        fn.FunctionGroup("3f0a_editor", "Urbanisme (Editor)", URB, "editor"),
        fn.FunctionGroup("dpo", "Data protection officer", "", "dpo"),
    )


@pytest.mark.requirement("core:FUN-3")
def test_a_group_with_members_keeps_its_function():
    before = fn.required_groups(UNITS, [VALIDATOR])
    refusals = fn.removal_refusals(before, (), {"3f0a_validator_1": {"anne"}, "77cc_validator_1": {"bruno"}})
    assert [(r.code, r.data["group"]) for r in refusals] == [("group.has_members", "Urbanisme (Validator 1)")]
    assert fn.removal_refusals(before, (), {"3f0a_validator_1": set()}) == ()
    assert fn.removal_refusals(before, before, {"3f0a_validator_1": {"anne"}}) == ()


@pytest.mark.requirement("core:FUN-4")
def test_a_membership_ends_with_its_last_day():
    anne = fn.Membership("anne", "3f0a_editor", date(2026, 1, 1), date(2026, 6, 30))
    bruno = fn.Membership("bruno", "3f0a_editor")
    late = fn.Membership("carla", "3f0a_editor", None, date(2026, 6, 20))
    everyone = [bruno, anne, late]
    assert fn.groups_of("anne", everyone, date(2026, 6, 30)) == {"3f0a_editor"}
    assert fn.groups_of("anne", everyone, date(2026, 7, 1)) == frozenset()
    assert not fn.is_member(anne, date(2025, 12, 31)) and fn.is_member(bruno, date(2040, 1, 1))
    assert fn.expiring(everyone, date(2026, 6, 17)) == (late, anne)
    assert fn.expiring(everyone, date(2026, 6, 5)) == ()
    assert fn.expired(everyone, date(2026, 7, 1)) == (anne, late)


@pytest.mark.requirement("core:1.4")
def test_the_shipped_functions_and_a_new_one():
    ids = [function.id for function in fn.SHIPPED]
    assert len(ids) == len(set(ids)) == 36
    assert all(fn.function_faults(function, ()) == () for function in fn.SHIPPED)
    bad = fn.Function("Éditeur", "x", min_members=3, max_members=2)
    assert [r.code for r in fn.function_faults(bad, {"Éditeur"})] == [
        "function.id",
        "function.exists",
        "function.members",
    ]
