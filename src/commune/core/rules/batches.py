"""What is asked before an act on many dossiers, and how lists are changed on all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from commune.core.rules.refusals import Refusal, Refusals

Change = Literal["add", "remove", "replace"]


@dataclass(frozen=True)
class Question:
    """One thing to say. ``kind``: choice (one of the options), choices (several) or text.

    ``options``: pairs of value and title; none of them: nothing can be chosen now.
    """

    id: str
    title: str
    kind: Literal["choice", "choices", "text"] = "choice"
    options: tuple[tuple[str, str], ...] = ()
    required: bool = True


def possible(questions: Sequence[Question]) -> bool:
    """Whether everything that must be said can be said."""
    return all(one.options or one.kind == "text" or not one.required for one in questions)


def against_wish(questions: Sequence[Question], wish: Mapping[str, object]) -> Refusals:
    """Every fault of the answers: missing, unknown, of the wrong form, not among the options."""
    known = {one.id: one for one in questions}
    unknown = [Refusal("body.unknown", {"field": name}, name) for name in wish if name not in known]
    return (*unknown, *(fault for one in questions for fault in _against(one, wish.get(one.id))))


def _against(question: Question, answer: object) -> Refusals:
    if answer is None or answer == "" or answer == []:
        return (Refusal("body.required", {"field": question.id}, question.id),) if question.required else ()
    if question.kind == "choices":
        given = answer if isinstance(answer, list) else [None]
    else:
        given = [answer]
    if not all(isinstance(one, str) for one in given):
        expected = "array of strings" if question.kind == "choices" else "string"
        return (Refusal("body.invalid", {"field": question.id, "expected": expected}, question.id),)
    options = {value for value, _title in question.options}
    wrong = [one for one in given if question.kind != "text" and one not in options]
    return tuple(Refusal("acts.choice", {"value": one}, question.id) for one in wrong)


def changed(values: Sequence[str], change: Change, given: Sequence[str]) -> tuple[str, ...]:
    """The list after values are added at its end, removed from it, or put in its place; nothing twice."""
    if change == "replace":
        return tuple(dict.fromkeys(given))
    if change == "remove":
        return tuple(one for one in values if one not in given)
    return tuple(dict.fromkeys([*values, *given]))
