"""Every title of a ready-made body can be translated."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from commune.meeting.content.ready_made_titles import TITLES
from commune.meeting.rules.bodies import to_json
from commune.meeting.rules.ready_made import names, ready_made

KEYS = ("title", "label", "forward_title", "backward_title")


def _titles(value: Any) -> Iterator[str]:
    """The words shown to people anywhere in the document of a body."""
    if isinstance(value, dict):
        yield from (value[key] for key in KEYS if value.get(key))
        value = list(value.values())
    if isinstance(value, list):
        for part in value:
            yield from _titles(part)


@pytest.mark.parametrize("name", names())
def test_a_ready_made_body_uses_listed_titles(name):
    document = json.loads(json.dumps(to_json(ready_made(name))))
    assert sorted(set(_titles(document)) - set(TITLES)) == []


def test_no_listed_title_is_unused():
    used = {title for name in names() for title in _titles(json.loads(json.dumps(to_json(ready_made(name)))))}
    assert sorted(set(TITLES) - used) == []


def test_the_titles_are_sorted():
    assert list(TITLES) == sorted(TITLES)
