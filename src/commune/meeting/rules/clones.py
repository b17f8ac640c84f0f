"""What a copy of an item takes with it, and what it never takes."""

from collections.abc import Mapping
from dataclasses import dataclass

from commune.core.rules.refusals import NONE, Refusal, Refusals

ALWAYS = (
    "title", "description", "detailed_description", "motivation", "decision", "decision_cont", "decision_end",
    "amount_excl_vat", "amount_incl_vat", "budget_article", "budget_related", "services_in_charge",
    "copy_groups", "to_authority", "proposing_service",
)  # fmt: skip
SAME_BODY = (
    "category", "classifier", "committees", "optional_advisers", "send_to", "privacy", "poll_type",
    "to_discuss", "oral_question", "associated_services",
)  # fmt: skip
TEMPLATE = (
    "title", "description", "detailed_description", "motivation", "decision", "decision_cont", "decision_end",
    "category", "privacy", "needed_follow_up", "provided_follow_up", "notes", "labels",
)  # fmt: skip
ONLY_IF_STILL_VALID = ("optional_advisers", "send_to", "category", "classifier", "committees")


def copied_fields(
    values: Mapping[str, object], same_body: bool, selectable: Mapping[str, frozenset[str]]
) -> dict[str, object]:
    """The values a duplicate starts with; everything not named here (number, meeting, votes …) stays behind.

    ``selectable``: for the fields that have a list, the terms that may still be chosen.
    """
    names = (*ALWAYS, *SAME_BODY) if same_body else ALWAYS
    kept = {name: values[name] for name in names if name in values}
    return {name: _still_valid(name, value, selectable) for name, value in kept.items()}


def template_fields(values: Mapping[str, object]) -> dict[str, object]:
    """The values that an item created from a template starts with."""
    return {name: values[name] for name in TEMPLATE if name in values}


def _still_valid(name: str, value: object, selectable: Mapping[str, frozenset[str]]) -> object:
    if name not in ONLY_IF_STILL_VALID or name not in selectable:
        return value
    if isinstance(value, tuple):
        return tuple(term for term in value if term in selectable[name])
    return value if value in selectable[name] else ""


def against_duplicating(closed_session: bool, may_see: bool, restricted: bool) -> Refusals:
    """A closed item is not duplicated by someone whose right does not cover it, when the body restricts them."""
    if closed_session and restricted and not may_see:
        return (Refusal("items.closed_session"),)
    return NONE


def template_offered(services: frozenset[str], creator_in: frozenset[str]) -> bool:
    """Whether a template is listed: it is for all services, or for one where the user creates items."""
    return not services or bool(services & creator_in)


@dataclass(frozen=True)
class LinkedItem:
    """An item in a chain of copies, as shown to one reader: hidden ones keep the body and the date only."""

    uid: str
    predecessor: str | None
    body: str
    meeting_day: str = ""
    state: str = ""
    title: str = ""
    depth: int = 0


def linked_tree(items: tuple[LinkedItem, ...], visible: frozenset[str]) -> tuple[LinkedItem, ...]:
    """The chain in reading order, each item under its predecessor with its depth (roots: 0)."""
    known = {item.uid for item in items}
    roots = [item for item in items if item.predecessor not in known]
    return tuple(shown for root in roots for shown in _branch(root, items, visible, 0))


def _branch(
    item: LinkedItem, items: tuple[LinkedItem, ...], visible: frozenset[str], depth: int
) -> tuple[LinkedItem, ...]:
    seen = item.uid in visible
    shown = LinkedItem(item.uid, item.predecessor, item.body, item.meeting_day,
                       item.state if seen else "", item.title if seen else "", depth)  # fmt: skip
    below = [other for other in items if other.predecessor == item.uid]
    return (shown, *(line for other in below for line in _branch(other, items, visible, depth + 1)))
