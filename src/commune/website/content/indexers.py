"""What the catalog knows of public contents."""

import json
from datetime import datetime, timedelta
from typing import Any

from Acquisition import aq_parent
from plone.app.contenttypes.interfaces import IEvent
from plone.base.interfaces import INavigationRoot
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer import indexer
from plone.indexer.interfaces import IIndexableObject, IIndexer
from Products.CMFCore.utils import getToolByName
from zope.component import queryMultiAdapter

from commune.core.content.unit import IOrganisationUnit
from commune.website.content.council import WITHDRAWN, ICouncilMeeting
from commune.website.content.event_dates import event_dates
from commune.website.content.kinds import OF_ALL_LANGUAGES, kind_of
from commune.website.content.public import IPublicContent
from commune.website.interfaces import IHomeTexts
from commune.website.rules.events import BRUSSELS, upcoming, utc
from commune.website.rules.languages import LANGUAGES
from commune.website.rules.search import index_terms

ANY_LANGUAGE = "any"
CARD = ("code", "short_title", "kind", "email", "phone", "address", "hours")
FOREVER = datetime(2100, 1, 1)
WEIGHTS = (("title", 4), ("words", 3), ("description", 2))


@indexer(IPublicContent)
def responsible_unit(content: Any) -> str:
    return content.responsible_service or ""


@indexer(IPublicContent)
def audiences(content: Any) -> tuple[str, ...]:
    return tuple(sorted(content.audiences or ()))


@indexer(IDexterityContent)
def site_kind(content: Any) -> str:
    """Raises ``AttributeError`` (no value) for what the site's search never shows."""
    kind = kind_of(content)
    frame = INavigationRoot.providedBy(content) or IHomeTexts.providedBy(content)
    if not kind or frame or IHomeTexts.providedBy(aq_parent(content)) or getattr(content, "stage", "") == WITHDRAWN:
        raise AttributeError("site_kind")
    return kind


@indexer(IDexterityContent)
def read_in(content: Any) -> str:
    """The language of the content; ``any`` for what is shown in every language of the site."""
    if not kind_of(content):
        raise AttributeError("read_in")
    return ANY_LANGUAGE if kind_of(content) in OF_ALL_LANGUAGES else language_of(content)


@indexer(IDexterityContent)
def site_text(content: Any) -> str:
    """Terms of the whole content, those of the title several times so that they weigh more."""
    if not kind_of(content):
        raise AttributeError("site_text")
    language = language_of(content)
    parts = _parts(content)
    weighed = [term for name, weight in WEIGHTS for term in sorted(index_terms(parts[name], language)) * weight]
    return " ".join([*weighed, *sorted(index_terms(_whole(content), language))])


@indexer(IDexterityContent)
def site_title(content: Any) -> str:
    """Terms of the title alone, for suggestions."""
    if not kind_of(content):
        raise AttributeError("site_title")
    return " ".join(sorted(index_terms(content.title or "", language_of(content))))


@indexer(IEvent)
def over_at(event: Any) -> datetime:
    """When the last date of the event is over: a series that does not end is never past."""
    dates = event_dates(event)
    if dates.rule and "COUNT" not in dates.rule and "UNTIL" not in dates.rule:
        return FOREVER
    found = upcoming(dates, utc(dates.start - timedelta(days=1), BRUSSELS))
    last = max((one.until for one in found), default=utc(dates.start, BRUSSELS))
    return last.replace(tzinfo=None)


@indexer(IOrganisationUnit)
def unit_card(unit: Any) -> str:
    """What a list of services shows of one, as JSON, so that no list wakes the services."""
    shown = {name: getattr(unit, name, None) or "" for name in CARD}
    days = {name: str(getattr(unit, name, None) or "") for name in ("valid_from", "valid_until")}
    return json.dumps({**shown, **days}, ensure_ascii=False, sort_keys=True)


@indexer(ICouncilMeeting)
def meeting_day(meeting: Any) -> Any:
    return meeting.day


@indexer(ICouncilMeeting)
def meeting_body(meeting: Any) -> str:
    return meeting.body


@indexer(ICouncilMeeting)
def meeting_stage(meeting: Any) -> str:
    return meeting.stage


@indexer(ICouncilMeeting)
def public_items(meeting: Any) -> tuple[str, ...]:
    """Everything that ever was public there: who follows the permanent identifier of an item finds its meeting."""
    return tuple(trace.uid for trace in meeting.traces)


def language_of(content: Any) -> str:
    """The language of a content, else of the site; one whose words the search can read."""
    language = getattr(content, "language", "") or _tool(content, "portal_registry").get("plone.default_language")
    return language if language in LANGUAGES else "fr"


def _parts(content: Any) -> dict[str, str]:
    topics = getattr(content, "subject", None) or ()
    words = (getattr(content, name, None) or "" for name in ("search_words", "short_title"))
    return {
        "title": content.title or "",
        "words": " ".join((*words, *topics)),
        "description": getattr(content, "description", None) or "",
    }


def _whole(content: Any) -> str:
    """The text that Plone's own search would read."""
    if ICouncilMeeting.providedBy(content):
        return " ".join(f"{item.number} {item.title} {_plain(content, item.decision)}" for item in content.items)
    catalog = _tool(content, "portal_catalog")
    whole = queryMultiAdapter((content, catalog), IIndexer, name="SearchableText")
    if whole is None or IIndexableObject.providedBy(content):
        return ""
    found = whole()
    return found if isinstance(found, str) else found.decode("utf-8", "ignore")


def _plain(content: Any, html: str) -> str:
    transforms = _tool(content, "portal_transforms")
    return str(transforms.convertTo("text/plain", html or "", mimetype="text/html").getData())


def _tool(content: Any, name: str) -> Any:
    """By acquisition: the indexing that waits for the end of a transaction may find no current site."""
    return getToolByName(content, name)
