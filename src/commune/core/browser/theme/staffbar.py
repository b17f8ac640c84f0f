"""What an agent finds above every page: the doors of the office, and what may be done with the page."""

from dataclasses import dataclass
from typing import Any

from AccessControl import getSecurityManager
from zope.browsermenu.interfaces import IBrowserMenu
from zope.component import getUtilitiesFor, getUtility

from commune.core.interfaces import IOfficeEntry


@dataclass(frozen=True)
class Door:
    """A module's root in the staff bar."""

    title: Any
    url: str
    icon: str
    current: bool


def doors(site: Any, request: Any) -> tuple[Door, ...]:
    """The office entries that the user may open, in their order."""
    allowed = getSecurityManager().checkPermission
    entries = sorted((entry for _name, entry in getUtilitiesFor(IOfficeEntry)), key=lambda entry: entry.order)
    here = request.get("ACTUAL_URL", "")
    return tuple(
        Door(entry.title, url := f"{site.absolute_url()}/{entry.path}", entry.icon, here.startswith(url))
        for entry in entries
        if not entry.permission or allowed(entry.permission, site)
    )


def tabs(context_state: Any) -> list[dict[str, Any]]:
    """The page's tabs (view, edit, contents…), as Plone knows them."""
    return [action for action in context_state.actions("object") if action["available"] and action["allowed"]]


def menus(context: Any, request: Any) -> list[dict[str, Any]]:
    """Plone's menus for the page (state, add, actions) that hold something to choose."""
    found = getUtility(IBrowserMenu, name="plone_contentmenu").getMenuItems(context, request)
    return [entry for entry in found if _choices(entry)]


def _choices(entry: dict[str, Any]) -> list[dict[str, Any]]:
    return [choice for choice in entry.get("submenu") or () if choice.get("action")]
