"""Everything that the page around every page asks for, computed once for a page."""

from functools import cached_property
from typing import Any

from AccessControl import getSecurityManager
from Acquisition import aq_base
from plone import api
from Products.Five import BrowserView
from Products.statusmessages.interfaces import IStatusMessage
from zope.i18n import translate

from commune.core.browser.theme import breadcrumbs, languages, navigation, resources, staffbar
from commune.core.browser.theme.logo import logo_path
from commune.core.browser.theme.tokens import tokens_path
from commune.core.browser.theme.visitor import Visitor
from commune.core.content.authority import authority

URGENT = frozenset({"error", "warning"})
LOOKS = {"error": "danger", "warning": "warning", "info": "info"}
LINKS = ("hours_path", "accessibility_path", "legal_path", "privacy_path")


class Shell(BrowserView):
    """``@@shell``: the frame's data. Nothing here wakes an object that the page does not need."""

    @cached_property
    def site(self) -> Any:
        return api.portal.get()

    @cached_property
    def url(self) -> str:
        """Address of the site, or of the folder that holds the language of the page."""
        return api.portal.get_navigation_root(self.context).absolute_url()

    @cached_property
    def authority(self) -> Any:
        return authority()

    @cached_property
    def name(self) -> str:
        return self.authority.name or self.site.title

    @cached_property
    def visitor(self) -> Visitor:
        return Visitor(self.site)

    def page_title(self, view: Any, context: Any) -> str:
        """Page – Section – Authority, without repeating a part."""
        page = getattr(view, "page_title", "") or getattr(view, "label", "")
        page = translate(page, context=self.request) if page else ""
        trail = [crumb.title for crumb in self.crumbs]
        parts = [page, trail[-1] if trail else "", trail[0] if trail else "", self.name]
        return " – ".join(dict.fromkeys(str(part) for part in parts if part))

    def body_class(self, template: Any) -> str:
        """Names that a stylesheet may hang on to."""
        kind = (self.shown and getattr(self.context, "portal_type", "")) or "none"
        name = (getattr(template, "id", "") or "view").removesuffix(".pt")
        who = "anonymous" if self.visitor.anonymous else "authenticated"
        return f"userrole-{who} portaltype-{kind.lower().replace(' ', '-')} template-{name}"

    @cached_property
    def shown(self) -> bool:
        """Whether the visitor may see what the page is about; the page that says "not found" is about it too."""
        return bool(getSecurityManager().checkPermission("View", self.context))

    @property
    def description(self) -> str:
        """Of what the page is about, empty when the visitor may not see it."""
        words = getattr(aq_base(self.context), "Description", None) if self.shown else None
        return str(self.context.Description() or "") if words is not None else ""

    @cached_property
    def crumbs(self) -> tuple[breadcrumbs.Crumb, ...]:
        return breadcrumbs.trail(self.context)

    @cached_property
    def menu(self) -> tuple[navigation.Entry, ...]:
        root = api.portal.get_navigation_root(self.context)
        return navigation.menu(root, self.context, self.request, self.visitor.principals())

    @cached_property
    def messages(self) -> list[dict[str, str]]:
        """Messages kept for this visitor; showing them forgets them."""
        return [
            {
                "text": translate(message.message, context=self.request),
                "look": LOOKS.get(message.type, "info"),
                "role": "alert" if message.type in URGENT else "status",
            }
            for message in IStatusMessage(self.request).show()
        ]

    def languages(self, language: str) -> tuple[languages.Choice, ...]:
        return languages.choices(self.context, self.request, language)

    @cached_property
    def styles(self) -> list[str]:
        paths = (resources.bootstrap(), resources.own("suite.css"), tokens_path())
        return [f"{self.site.absolute_url()}/{path}" for path in paths]

    @cached_property
    def scripts(self) -> list[str]:
        names = ("suite.js", "editor.js") if self.visitor.staff else ("suite.js",)
        return [f"{self.site.absolute_url()}/{resources.own(name)}" for name in names]

    @cached_property
    def logo(self) -> str:
        path = logo_path()
        return f"{self.site.absolute_url()}/{path}" if path else ""

    @cached_property
    def links(self) -> dict[str, str]:
        """Addresses of the footer's pages that the authority has, by name of their record."""
        paths = {name: getattr(self.authority, name, "") for name in LINKS}
        return {name: f"{self.url}/{path}" for name, path in paths.items() if path}

    @cached_property
    def doors(self) -> tuple[staffbar.Door, ...]:
        return staffbar.doors(self.site, self.request)

    def tabs(self, context_state: Any) -> list[dict[str, Any]]:
        return staffbar.tabs(context_state)

    def menus(self) -> list[dict[str, Any]]:
        return staffbar.menus(self.context, self.request)
