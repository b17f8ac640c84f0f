"""Making content agree with the profile, and telling whether anything had to change."""

from typing import Any

from commune.core.workflow.creation import create


def agree(container: Any, name: str, portal_type: str, fields: dict[str, Any]) -> tuple[Any, str]:
    """The object ``name`` of ``container`` with these fields, and ``"added"``, ``"changed"`` or ``""``.

    Writes only what differs, and indexes again only what was written.
    """
    if name not in container.objectIds():
        return create(container, portal_type, id=name, **fields), "added"
    found = container._getOb(name)
    differing = {key: value for key, value in fields.items() if getattr(found, key, None) != value}
    for key, value in differing.items():
        setattr(found, key, value)
    if differing:
        found.reindexObject()
    return found, "changed" if differing else ""


def told(what: str, outcomes: list[str]) -> list[str]:
    """One line counting what was added and changed, none when nothing was."""
    counts = [f"{outcomes.count(outcome)} {outcome}" for outcome in ("added", "changed") if outcome in outcomes]
    return [f"{what}: {', '.join(counts)}"] if counts else []
