"""The data of the meetings for programs: Popolo, Akoma Ntoso, DCAT, the nightly dump; no account needed."""

import json
from typing import Any

from plone import api
from plone.namedfile.utils import set_headers, stream_data
from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.content.authority import authority
from commune.website.content.council import DECISIONS
from commune.website.rules.akoma_ntoso import akoma_ntoso
from commune.website.rules.datasets import Distribution, catalog
from commune.website.rules.negotiation import HTML, TYPES, chosen
from commune.website.rules.popolo import popolo
from commune.website.workflow.dump import dumped
from commune.website.workflow.linked_data import holders, identifiers, sitting_of, written
from commune.website.workflow.meeting_words import outcome_words
from commune.website.workflow.meetings import council
from commune.website.workflow.oparl import Source


class Data(BrowserView):
    """Readable from any site."""

    def give(self, data: str | bytes, media: str) -> Any:
        response = self.request.response
        response.setHeader("Content-Type", f"{media}; charset=utf-8")
        response.setHeader("Access-Control-Allow-Origin", "*")
        return data


class Popolo(Data):
    """``@@popolo``: persons, bodies and memberships."""

    def __call__(self) -> Any:
        source = Source(f"{self.context.absolute_url()}/oparl")
        named = {one.body: one.body_title for one in source.sittings}
        told = popolo(source.members, named, authority().name or self.context.title, identifiers())
        return self.give(json.dumps(told, ensure_ascii=False), "application/json")


class AkomaNtoso(Data):
    """``@@akoma-ntoso`` of a meeting whose decisions are public."""

    def __call__(self) -> Any:
        if self.context.stage != DECISIONS:
            raise NotFound("akoma-ntoso")
        sitting = sitting_of(self.context)
        made = akoma_ntoso(sitting, holders(self.context), outcome_words(sitting.language))
        return self.give(made, "application/xml")


class Dcat(Data):
    """``@@dcat``: what data there are, as JSON-LD or Turtle."""

    def __call__(self) -> Any:
        site, settings = self.context.absolute_url(), authority()
        place = council(make=False)
        changed = place.modified().asdatetime() if place is not None else self.context.created().asdatetime()
        language = str(api.portal.get_default_language())
        data = catalog(site, settings.name or self.context.title, settings.email or "", language, changed,
                       _forms(site, place))  # fmt: skip
        form = chosen(self.request.getHeader("Accept") or "", str(self.request.form.get("format") or ""))
        form = next(iter(one for one in TYPES if one != HTML)) if form == HTML else form
        self.request.response.setHeader("Vary", "Accept")
        return self.give(written(data, form), TYPES[form])


class DumpFile(Data):
    """``@@meetings.csv`` and ``@@meetings.jsonld``: the dump of the last night."""

    def __call__(self) -> Any:
        form = self.__name__.rpartition(".")[2]
        file = dumped(self.context).get(form)
        if file is None:
            raise NotFound(self.__name__)
        set_headers(file, self.request.response, filename=file.filename)
        self.request.response.setHeader("Access-Control-Allow-Origin", "*")
        return stream_data(file)


def _forms(site: str, place: Any) -> list[Distribution]:
    found = [
        Distribution(f"{site}/oparl", "OParl 1.1", "application/json"),
        Distribution(f"{site}/@@popolo", "Popolo", "application/json"),
    ]
    if place is not None:
        here = place.absolute_url()
        found += [
            Distribution(f"{here}/@@meetings.csv", "CSV", "text/csv"),
            Distribution(f"{here}/@@meetings.jsonld", "JSON-LD", "application/ld+json"),
            Distribution(f"{here}/@@meetings.ics", "iCalendar", "text/calendar"),
            Distribution(f"{here}/@@decisions.atom", "Atom", "application/atom+xml"),
        ]
    return found
