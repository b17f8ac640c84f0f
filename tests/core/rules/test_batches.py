"""Questions before a batch, and changes of lists."""

import pytest

from commune.core.rules.batches import Question, against_wish, changed, possible

ASKED = (
    Question("what", "Quoi", options=(("a", "A"), ("b", "B"))),
    Question("many", "Plusieurs", "choices", (("x", "X"), ("y", "Y"))),
    Question("why", "Pourquoi", "text", required=False),
)


@pytest.mark.requirement("meeting:DSH-3")
@pytest.mark.parametrize(
    ("wish", "faults"),
    [
        pytest.param({"what": "a", "many": ["x", "y"], "why": "Oui"}, [], id="all said"),
        pytest.param({"what": "a", "many": ["x"]}, [], id="without the reason"),
        pytest.param({}, [("body.required", "what"), ("body.required", "many")], id="nothing said"),
        pytest.param({"what": "c", "many": ["z"]}, [("acts.choice", "what"), ("acts.choice", "many")], id="unknown"),
        pytest.param({"what": 1, "many": "x", "odd": 1}, [
            ("body.unknown", "odd"), ("body.invalid", "what"), ("body.invalid", "many")], id="wrong forms"),
    ],
)  # fmt: skip
def test_every_fault_at_once(wish: dict[str, object], faults: list[tuple[str, str]]) -> None:
    assert [(one.code, one.place) for one in against_wish(ASKED, wish)] == faults


def test_an_act_without_choice_is_not_possible() -> None:
    assert possible(ASKED) and possible(())
    assert not possible((Question("what", "Quoi"),))


@pytest.mark.requirement("meeting:DSH-3")
def test_lists_are_added_to_taken_from_and_replaced() -> None:
    assert changed(("a", "b"), "add", ("b", "c")) == ("a", "b", "c")
    assert changed(("a", "b"), "remove", ("b", "c")) == ("a",)
    assert changed(("a", "b"), "replace", ("c", "c")) == ("c",)
