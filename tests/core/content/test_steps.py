"""Steps are recorded, corrected and removed by the module's rule, and nothing is forgotten."""

from datetime import date

import pytest

from commune.core.content.journal import Journal
from commune.core.content.refused import Refused
from commune.core.content.steps import Step, Steps
from commune.core.rules.refusals import Refusal

COMPLETE = Step("complete", date(2026, 5, 4), note="counter")


def once(step, others):
    return tuple(Refusal("tried.twice", {"marker": other.marker}) for other in others if other.marker == step.marker)


@pytest.mark.requirement("core:1.13")
def test_by_day_and_found_by_marker(dossier):
    steps = Steps(dossier)
    steps.add(Step("notice", date(2026, 6, 1)), "edith")
    steps.add(COMPLETE, "edith")
    steps.add(Step("notice", date(2026, 5, 20)), "edith")
    assert [step.day.day for step in steps.list()] == [4, 20, 1]
    assert (steps.first("notice").day, steps.last("notice").day) == (date(2026, 5, 20), date(2026, 6, 1))
    assert steps.first("other") is None and len(steps.list("notice", "complete")) == 3


def test_the_modules_rule_refuses_and_nothing_changes(dossier):
    steps = Steps(dossier)
    steps.add(COMPLETE, "edith", once)
    with pytest.raises(Refused) as refusal:
        steps.add(COMPLETE, "edith", once)
    assert [r.code for r in refusal.value.refusals] == ["tried.twice"] and len(steps.list()) == 1


def test_a_correction_and_a_removal_stay_in_the_journal(dossier):
    steps = Steps(dossier)
    number = steps.add(COMPLETE, "edith", once)
    steps.correct(number, Step("complete", date(2026, 5, 5)), "edith", "wrong day", once)
    steps.remove(number, "edith", "wrong dossier")
    told = [(entry.kind, entry.comment, entry.data.get("before", {}).get("day")) for entry in Journal(dossier)][1:]
    assert told == [
        ("step_added", "counter", None),
        ("step_corrected", "wrong day", "2026-05-04"),
        ("step_removed", "wrong dossier", "2026-05-05"),
    ]
    with pytest.raises(Refused):
        steps.remove(number, "edith", "")
