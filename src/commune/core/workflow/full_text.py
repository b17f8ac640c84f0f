"""Words in dossiers and in the files that they carry, for one reader: what he may not read finds and counts nothing."""

from collections.abc import Mapping
from typing import Any

from plone import api

from commune.core.rules.asked_words import catalog_question


def found_by_words(words: str, within: Mapping[str, Any]) -> dict[str, Any]:
    """The catalog condition of dossiers that hold all the words, in their own texts or in those of one readable file.

    ``within``: the catalog query that the dossiers meet, whose path limits the files. Empty without words.
    """
    question = catalog_question(words)
    if not question:
        return {}
    catalog = api.portal.get_tool("portal_catalog")
    path = within.get("path") or "/".join(api.portal.get().getPhysicalPath())
    files = catalog(portal_type="annex", path=path, SearchableText=question, show_inactive=True)
    carriers = {brain.dossier_uid for brain in files}
    if not carriers:
        return {"SearchableText": {"query": question}}
    own = catalog(**{**within, "SearchableText": {"query": question}}, show_inactive=True)
    return {"UID": {"query": sorted(carriers | {brain.UID for brain in own})}}
