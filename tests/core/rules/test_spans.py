"""Spans of days."""

from datetime import date

from commune.core.rules.spans import Span, merged


def day(n):
    return date(2026, 7, n)


def test_covering_and_overlapping():
    week = Span(day(6), day(10))
    assert week.covers(day(6)) and week.covers(day(10)) and not week.covers(day(11)) and not week.covers(day(5))
    assert Span(day(6), None).covers(date(2030, 1, 1))
    assert week.overlaps(Span(day(10), None)) and Span(day(1), None).overlaps(week)
    assert not week.overlaps(Span(day(11), None)) and not Span(day(11), day(12)).overlaps(week)


def test_union_counts_shared_days_once_and_keeps_reasons():
    spans = [Span(day(10), day(12), "b"), Span(day(1), day(5), "a"), Span(day(4), day(9), "a"), Span(day(20), day(19))]
    assert merged(spans) == (Span(day(1), day(12), "a; b"),)
    assert merged([Span(day(1), None, "a"), Span(day(3), day(4), "")]) == (Span(day(1), None, "a"),)
    assert merged([Span(day(1), day(2)), Span(day(4), None)]) == (Span(day(1), day(2)), Span(day(4), None))
    assert merged([Span(day(1), day(2)), Span(day(2), None)]) == (Span(day(1), None),)
