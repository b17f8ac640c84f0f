"""The facts of a document: plain data, which a template reads with dots."""

from collections.abc import Mapping
from typing import Any


class Facts(dict):
    """A dictionary whose keys also read as attributes; a key that is not there is a fault of the template."""

    def __getattr__(self, name: str) -> Any:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


def facts(value: Any) -> Any:
    """``value`` with every mapping in it as :class:`Facts`; lists and tuples become lists."""
    if isinstance(value, Mapping):
        return Facts({key: facts(inner) for key, inner in value.items()})
    if isinstance(value, (list, tuple)):
        return [facts(inner) for inner in value]
    return value
