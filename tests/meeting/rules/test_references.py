"""References of items."""

from datetime import date

import pytest

from commune.core.rules.refusals import NONE
from commune.meeting.rules.agenda import Agenda, Entry
from commune.meeting.rules.numbers import Number
from commune.meeting.rules.references import ReferenceFacts, Standing, check_pattern, reference, references

COL = ReferenceFacts("COL", date(2026, 9, 28), 38, 1200)
AGENDA = Agenda((Entry("a"), Entry("b"), Entry("b1", True), Entry("c")))


@pytest.mark.parametrize(
    ("pattern", "number", "expected"),
    [
        ("{body}/{yyyy}{mm}{dd}-{n}", Number(7), "COL/20260928-7"),
        ("{body}/{yyyy}{mm}{dd}-{n}", Number(3, 1), "COL/20260928-3.1"),
        ("{yy}.{meeting}.{continuous}", Number(3, 1), "26.38.1202.1"),
    ],
)
@pytest.mark.requirement("meeting:ORD-6", "meeting:BOD-6")
def test_references_by_pattern(pattern: str, number: Number, expected: str) -> None:
    assert check_pattern(pattern) == NONE
    assert reference(pattern, COL, number) == expected


def test_a_pattern_names_known_tokens_and_an_item_number() -> None:
    codes = [fault.code for fault in check_pattern("{body}/{year}")]
    assert codes == ["references.unknown_token", "references.no_item_number"]
    assert reference("{meeting}-{n}", ReferenceFacts("COL", date(2026, 9, 28)), Number(1)) == "-1"


@pytest.mark.requirement("meeting:ORD-8")
@pytest.mark.parametrize(
    ("standing", "lowest", "expected"),
    [
        (Standing(fixed=True), Number(2), {"b": "COL-2", "b1": "COL-2.1", "c": "COL-3"}),
        (Standing(fixed=False, outside=True), Number(3), {"c": "COL-3"}),
        (Standing(fixed=False), Number(2), {"a": "", "b": "", "b1": "", "c": ""}),
        (Standing(fixed=True, closed=True), Number(1), {}),
    ],
)
def test_what_is_recomputed(standing: Standing, lowest: Number, expected: dict[str, str]) -> None:
    assert references(AGENDA, "{body}-{n}", COL, standing, lowest) == expected
