"""Titles of values, looked up once for a whole list."""

from collections.abc import Iterable
from typing import Any

from plone import api
from zope.component import getUtility
from zope.i18n import translate
from zope.schema.interfaces import IVocabularyFactory

from commune.core.content.dashboard import Labels


class Titles:
    """The translated titles of one column's or filter's values."""

    def __init__(self, labels: Labels, context: Any, request: Any) -> None:
        self.request = request
        self.known = self._vocabulary(labels, context) if isinstance(labels, str) else dict(labels)
        self.translated: dict[Any, str] = {}

    def _vocabulary(self, name: str, context: Any) -> dict[Any, str]:
        terms = getUtility(IVocabularyFactory, name)(context)
        return {term.value: term.title or term.token for term in terms}

    def __call__(self, value: Any) -> str:
        """The title of a value; the value itself when it has none."""
        if value not in self.translated:
            self.translated[value] = str(translate(self.known.get(value, value), context=self.request))
        return self.translated[value]

    def ordered(self, values: Iterable[Any]) -> list[Any]:
        """The values in the order of their titles' list, unknown ones last by name."""
        order = {value: place for place, value in enumerate(self.known)}
        return sorted(values, key=lambda value: (order.get(value, len(order)), self(value).casefold()))


class Names(Titles):
    """Full names of accounts; an account that is gone keeps its id."""

    def __init__(self, request: Any) -> None:
        super().__init__({}, None, request)

    def __call__(self, value: Any) -> str:
        if value not in self.translated:
            member = api.user.get(userid=value) if value else None
            self.translated[value] = (member.getProperty("fullname") if member else "") or str(value or "")
        return self.translated[value]
