"""Public things for search engines, in the words of schema.org; the same values as on the page."""

import json
from collections.abc import Mapping
from typing import Any

from plone import api

from commune.core.content.authority import authority
from commune.website.rules.events import Occurrence
from commune.website.rules.open_now import json_ld
from commune.website.workflow.services import Service

CONTEXT = "https://schema.org"


def as_script(data: Mapping[str, Any]) -> str:
    """The data as it may stand inside a script element."""
    return json.dumps(data, ensure_ascii=False).replace("<", "\\u003c")


def organisation_data(hall: Service | None = None) -> dict[str, Any]:
    """The authority, with the hours of its town hall."""
    settings = authority()
    found: dict[str, Any] = {
        "@context": CONTEXT,
        "@type": "GovernmentOrganization",
        "name": settings.name,
        "url": api.portal.get().absolute_url(),
        "telephone": settings.phone,
        "email": settings.email,
        "address": settings.address,
    }
    if hall is not None and hall.hours is not None:
        found["openingHoursSpecification"] = list(json_ld(hall.hours))
    return {name: value for name, value in found.items() if value}


def service_data(service: Service) -> dict[str, Any]:
    """An office, with its hours."""
    found = {
        "@context": CONTEXT,
        "@type": "GovernmentOffice",
        "name": service.title,
        "url": service.url,
        "telephone": service.phone,
        "email": service.email,
        "address": service.address,
        "openingHoursSpecification": list(json_ld(service.hours)) if service.hours else [],
    }
    return {name: value for name, value in found.items() if value}


def news_data(news: Any) -> dict[str, Any]:
    """A news item."""
    return {
        "@context": CONTEXT,
        "@type": "NewsArticle",
        "headline": news.title,
        "description": news.description or "",
        "datePublished": news.effective().asdatetime().isoformat(),
        "dateModified": news.modified().asdatetime().isoformat(),
        "url": news.absolute_url(),
        "publisher": {"@type": "GovernmentOrganization", "name": authority().name},
    }


def event_data(event: Any, one: Occurrence) -> dict[str, Any]:
    """The next date of an event."""
    status = "EventCancelled" if one.cancelled else "EventScheduled"
    found = {
        "@context": CONTEXT,
        "@type": "Event",
        "name": event.title,
        "description": event.description or "",
        "startDate": one.starts.isoformat(),
        "endDate": one.ends.isoformat() if one.ends else "",
        "eventStatus": f"{CONTEXT}/{status}",
        "location": {"@type": "Place", "name": event.location or authority().name, "address": event.location or ""},
        "url": event.absolute_url(),
        "organizer": {"@type": "GovernmentOrganization", "name": authority().name},
    }
    return {name: value for name, value in found.items() if value}
