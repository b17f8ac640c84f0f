"""A fault of a profile: where it stands, what is there, what was expected."""

from collections.abc import Callable

from commune.core.rules.refusals import Refusal, Refusals

Report = Callable[[str], None]


def fault(code: str, place: str, value: object = "", expected: object = "") -> Refusal:
    """A refusal whose place is ``file:line`` or ``file: key``; ``value`` is what was read."""
    return Refusal(f"profile.{code}", {"value": value, "expected": expected}, place)


def sentence(refusal: Refusal) -> str:
    """The fault on one line, for whoever writes the profile."""
    told = SENTENCES.get(refusal.code, refusal.code)
    found = next((str(refusal.data[key]) for key in FOUND if refusal.data.get(key)), "")
    expected = str(refusal.data.get("expected", ""))
    told += f" (found: {found})" if found else ""
    return f"{refusal.place}: {told}" + (f"; expected: {expected}" if expected else "")


def tell_faults(name: str, faults: Refusals, report: Report) -> None:
    """Every fault on its line, below the name of the profile; ``report`` takes one line."""
    report(f"{name}: refused, {len(faults)} {'fault' if len(faults) == 1 else 'faults'}")
    for refusal in faults:
        report(f"  {sentence(refusal)}")


FOUND = ("value", "column", "found", "error")
SENTENCES = {
    "profile.folder": "there is no such profile",
    "profile.missing": "a value is missing",
    "profile.syntax": "the file cannot be read",
    "profile.type": "the value is of another kind",
    "profile.choice": "the value is not one of those allowed",
    "profile.form": "the value is not well formed",
    "profile.duplicate": "the same value stands twice",
    "profile.module_unknown": "there is no such module",
    "profile.nis_unknown": "no municipality of Wallonia has this NIS code",
    "profile.postcode": "the postal code is not one of this municipality",
    "profile.contrast": "the two colours are too close to be read",
    "profile.reference": "what is named does not exist",
    "profile.period": "the period ends before it begins",
    "profile.module_off": "the module holds content and cannot be switched off",
    "profile.pattern": "the numbering pattern is wrong",
    "command.unknown": "no module brings this command",
    "table.empty": "the file is empty",
    "table.column_missing": "a column is missing",
    "table.column_unknown": "there is no such column",
    "table.column_twice": "the same column stands twice",
    "table.cells": "the line has another number of cells than the header",
    "table.quote": "the line cannot be read as CSV",
    "unit.code": "the code is not at most 20 capitals, digits, '-' and '_'",
    "unit.parent": "the service above does not exist",
    "unit.cycle": "the service is above itself",
    "unit.depth": "the tree has more than eight levels",
    "unit.dates": "the period ends before it begins",
}
