"""The way from the home page to where the visitor is."""

from dataclasses import dataclass
from typing import Any

from AccessControl import getSecurityManager
from Acquisition import aq_base, aq_inner, aq_parent
from plone.base.interfaces import INavigationRoot


@dataclass(frozen=True)
class Crumb:
    """One place on the way; without ``url`` it is where the visitor is."""

    title: str
    url: str = ""


def trail(context: Any) -> tuple[Crumb, ...]:
    """The places below the navigation root down to ``context``, those the visitor may not see left out."""
    found: list[Crumb] = []
    may_view = getSecurityManager().checkPermission
    place = aq_inner(context)
    while place is not None and not INavigationRoot.providedBy(place):
        if hasattr(aq_base(place), "Title") and may_view("View", place):
            found.append(Crumb(place.Title(), place.absolute_url()))
        place = aq_parent(aq_inner(place))
    return tuple(reversed(found))
