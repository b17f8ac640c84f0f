"""Services by their code, as documents and settings name them, and the people in them."""

from collections.abc import Iterable
from typing import Any

from plone import api

from commune.core.rules.functions import group_id


def unit_uid(code: str) -> str | None:
    """The uid of the service of that code, ``None`` when there is none."""
    brains = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="organisation_unit", unit_code=code
    )
    return brains[0].UID if brains else None


def members(*groups: str) -> list[str]:
    """The ids of the accounts in those groups, once each."""
    source = api.portal.get_tool("acl_users").source_groups
    known = set(source.getGroupIds())
    found = [uid for group in groups if group in known for uid, _title in source.listAssignedPrincipals(group)]
    return list(dict.fromkeys(found))


def holders(unit: str, functions: Iterable[str]) -> frozenset[str]:
    """The accounts that hold one of the functions in the service of that uid."""
    return frozenset(members(*(group_id(unit, function) for function in functions))) if unit else frozenset()


def unit_title(uid: str | None) -> str:
    """Title of the service, from the catalog; empty when there is none."""
    catalog = api.portal.get_tool("portal_catalog")
    brains: Any = catalog.unrestrictedSearchResults(UID=uid) if uid else ()
    return brains[0].Title if brains else ""
