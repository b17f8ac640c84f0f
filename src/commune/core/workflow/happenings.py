"""Telling what happened: written in the transaction of the change, then told to the programs that want it."""

from collections.abc import Iterable, Mapping
from typing import Any

from Acquisition import aq_chain, aq_inner
from plone import api
from plone.uuid.interfaces import IUUID
from zope.component import adapter, getUtilitiesFor
from zope.interface import implementer

from commune.core.content import happenings as kept
from commune.core.content.authority import authority
from commune.core.content.clock import now
from commune.core.interfaces import IDossier, IEventFacts, IEventKinds
from commune.core.rules.confidentiality import Level
from commune.core.rules.happenings import Happening, envelope, wants
from commune.core.workflow import webcalls


@implementer(IEventFacts)
@adapter(IDossier)
class DossierFacts:
    """Every dossier is told of as one of its service is; a kind says what is narrower."""

    def __init__(self, context: Any) -> None:
        self.context = context

    def level(self) -> int:
        return int(Level.SERVICE)

    def data(self) -> Mapping[str, Any]:
        return {"reference": self.context.reference, "state": self.context.state}

    def known(self, happening: Happening, actor: Any) -> bool:
        return True


def tell(dossier: Any, verb: str, data: Mapping[str, Any] | None = None, full: Mapping[str, Any] | None = None,
         level: int = 0, readers: Iterable[str] = ()) -> Happening:  # fmt: skip
    """Write that it happened to the dossier, and queue it for each program that wants it.

    ``data``: told to everybody who may know of it, ``full``: to subscribed programs only. ``level``: when what
    happened is more confidential than the dossier.
    """
    site, facts = api.portal.get(), IEventFacts(dossier)
    happening = kept.keep_happening(
        site, dossier.portal_type, verb, dossier.UID(), now(),
        external_id=getattr(dossier, "external_id", "") or "", places=places_of(dossier),
        level=max(level, facts.level()), data={**facts.data(), **(data or {})}, readers=tuple(readers),
    )  # fmt: skip
    for one in kept.subscriptions(site):
        if wants(one, happening):
            told = envelope(happening, source(site), full)
            webcalls.call(one.url, told, happening.subject, one.id)
    return happening


def source(site: Any) -> str:
    """The site as a source of events."""
    return f"/authority/{(authority().bce or '').replace('.', '')}/site/{IUUID(site, '')}"


def places_of(context: Any) -> tuple[str, ...]:
    """Uids of what is around the object, itself included."""
    found = (IUUID(one, None) for one in aq_chain(aq_inner(context)))
    return tuple(uid for uid in found if uid)


def event_titles() -> dict[str, Any]:
    """Titles of every type of event that there is, by type."""
    found: dict[str, Any] = {}
    for _name, offer in sorted(getUtilitiesFor(IEventKinds)):
        found |= dict(offer.kinds)
    return found
