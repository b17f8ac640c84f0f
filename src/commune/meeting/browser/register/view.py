"""The register of regulations for citizens: what is in force, chosen by words, kind, year and authority."""

from datetime import date, datetime
from functools import cached_property
from typing import Any
from urllib.parse import urlencode

from plone import api
from Products.Five import BrowserView
from zope.i18n import translate

from commune.core.content.clock import BRUSSELS
from commune.core.rules.dates import long_date
from commune.core.workflow.actor import current_actor
from commune.meeting.content.vocabularies import legislators, regulation_kinds
from commune.meeting.i18n import _
from commune.meeting.workflow.choosing import FACETS, Choice, Chosen, chosen
from commune.meeting.workflow.register import rows
from commune.meeting.workflow.regulations import keeps

TITLES = {"kind": _("Kind of text"), "year": _("Year"), "authority": _("Adopted by"), "category": _("Category")}


class Reading(BrowserView):
    """What the public pages of the register share: words, days, addresses."""

    def day(self, day: date | datetime | None) -> str:
        """A day in full, an instant as its local day; nothing for none."""
        if isinstance(day, datetime):
            day = day.astimezone(BRUSSELS).date()
        return long_date(day, str(api.portal.get_current_language())) if day else ""

    @cached_property
    def names(self) -> dict[str, dict[str, str]]:
        """Titles of kinds and authorities, by facet."""
        return {
            "kind": {term.value: self.say(term.title) for term in regulation_kinds(self.context)},
            "authority": {term.value: self.say(term.title) for term in legislators(self.context)},
        }

    def named(self, facet: str, value: str) -> str:
        return self.names.get(facet, {}).get(value, value)

    def say(self, message: Any) -> str:
        return str(translate(message, context=self.request))

    @property
    def url(self) -> str:
        return str(self.context.absolute_url())


class Register(Reading):
    """State wholly in the address: ``words``, ``kind``, ``year``, ``authority``, ``category``, ``page``."""

    @cached_property
    def choice(self) -> Choice:
        return Choice.read(self.request.form)

    @cached_property
    def found(self) -> Chosen:
        return chosen(rows(), self.choice)

    @property
    def facets(self) -> list[dict[str, Any]]:
        """The lists of the form, each value with how many texts there are."""
        return [
            {
                "name": name,
                "title": TITLES[name],
                "choices": [
                    {"id": value, "title": f"{self.named(name, value)} ({count})", "chosen": self._chosen(name, value)}
                    for value, count in self.found.facets[name].items()
                    if value
                ],
            }
            for name in FACETS
        ]

    def _chosen(self, name: str, value: str) -> bool:
        return bool(getattr(self.choice, name) == value)

    def page_url(self, page: int) -> str:
        asked = {name: getattr(self.choice, name) for name in ("words", *FACETS)}
        return f"{self.url}?{urlencode({**{k: v for k, v in asked.items() if v}, 'page': page})}"

    @property
    def keeps(self) -> bool:
        return keeps(current_actor(self.context))
