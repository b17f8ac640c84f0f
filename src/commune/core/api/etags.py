"""Versions of dossiers over HTTP: told with each reading, asked back with a change."""

import json
from typing import Any

from plone.restapi.interfaces import ISerializeToJson
from zope.component import queryMultiAdapter

from commune.core.interfaces import IDossier
from commune.core.rules.etags import against_change, is_known, tag_of
from commune.core.rules.refusals import NONE, Refusals

STALE, UNTOLD = 412, 428
LISTING = frozenset({"@id", "items", "items_total", "batching"})


def facts_tag(facts: Any) -> str:
    """The tag of what was told, whether the things inside it were listed or not."""
    own = {name: value for name, value in facts.items() if name not in LISTING}
    return tag_of(json.dumps(own, sort_keys=True, ensure_ascii=False, default=str))


def tag_of_dossier(dossier: Any, request: Any) -> str:
    """The tag of what the caller reads of the dossier now, ``""`` for what has no plain reading."""
    serializer = queryMultiAdapter((dossier, request), ISerializeToJson)
    return facts_tag(serializer(include_items=False)) if serializer is not None else ""


def against_version(service: Any, needed: bool) -> Refusals:
    """Why the call is not for the version that is there now; nothing for calls on what is no dossier."""
    header = service.request.getHeader("If-Match")
    if not (header or needed) or not IDossier.providedBy(service.context):
        return NONE
    return against_change(header, tag_of_dossier(service.context, service.request), needed)


def tell_tag(service: Any) -> None:
    """Tell the tag of the dossier as it is now."""
    service.request.response.setHeader("ETag", tag_of_dossier(service.context, service.request))


def told(service: Any, facts: Any) -> Any:
    """The answer with its tag, or nothing (304) for who has it already."""
    tag = facts_tag(facts)
    service.request.response.setHeader("ETag", tag)
    if is_known(service.request.getHeader("If-None-Match"), tag):
        return service.reply_no_content(status=304)
    return facts
