"""Ready-made bodies: JSON data files that the suite ships, editable once installed."""

import json
from importlib.resources import files

from commune.meeting.rules.bodies import Body, from_json

_DATA = files("commune.meeting.rules") / "profiles_data"


def names() -> tuple[str, ...]:
    """The ready-made profiles, sorted."""
    return tuple(sorted(entry.name.removesuffix(".json") for entry in _DATA.iterdir() if entry.name.endswith(".json")))


def ready_made(name: str) -> Body:
    """The body of that profile. Raises ``KeyError`` for an unknown name."""
    if name not in names():
        raise KeyError(name)
    body, _faults = from_json(json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8")))
    assert body is not None
    return body
