"""What programs are told of items and meetings, and what readers of an item may know to have happened to it."""

from collections.abc import Mapping
from typing import Any

from zope.component import adapter
from zope.interface import implementer

from commune.core.interfaces import IEventFacts, IEventKinds
from commune.core.rules.confidentiality import Level
from commune.core.workflow.happenings import DossierFacts, tell
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.opinions import opinion_files
from commune.meeting.i18n import _
from commune.meeting.workflow.reading import known_services

ASKED, GIVEN = "opinion_asked", "opinion_given"


@implementer(IEventFacts)
@adapter(IMeetingItem)
class ItemFacts(DossierFacts):
    """Items of the closed session are told to nobody without an agreement; opinions to those who may know of them."""

    def level(self) -> int:
        return int(Level.RESTRICTED if (self.context.privacy or "").startswith("secret") else Level.SERVICE)

    def data(self) -> Mapping[str, Any]:
        return {**super().data(), "meeting": self.context.meeting}

    def known(self, happening: Any, actor: Any) -> bool:
        service = happening.data.get("service")
        return service is None or service in known_services(self.context, actor)


def tell_opinion(item: Any, service: str, verb: str) -> None:
    """Tell that an opinion was asked from a service, or given by it; not what it says."""
    file = opinion_files(item).get(service)
    hidden = file is not None and file.opinion.confidential
    tell(item, verb, {"service": service}, level=int(Level.RESTRICTED) if hidden else 0)


@implementer(IEventKinds)
class MeetingEvents:
    """What meetings add to what happens to every dossier."""

    kinds = {
        "commune.meeting_item.decided.v1": _("Item: decided"),
        "commune.meeting_item.opinion_asked.v1": _("Item: opinion asked"),
        "commune.meeting_item.opinion_given.v1": _("Item: opinion given"),
        "commune.meeting.published.v1": _("Meeting: public part published"),
        "commune.meeting.withdrawn.v1": _("Meeting: no longer public"),
    }


EVENTS = MeetingEvents()
