"""The authority that a site belongs to: its name, its address, its look; kept in the registry."""

import re
from typing import Any

from plone.registry.interfaces import IRegistry
from zope import schema
from zope.component import queryUtility
from zope.interface import Interface

from commune.core.i18n import _

PREFIX = "commune.core.authority"
COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
COLOURS = ("primary", "on_primary", "secondary", "on_secondary", "accent", "on_accent")

KINDS = ("municipality", "cpas", "province", "police_zone", "intermunicipal", "other")


def colour(title: Any, default: str) -> schema.TextLine:
    """A field for a colour written ``#rrggbb``."""
    return schema.TextLine(title=title, default=default)


class IAuthoritySettings(Interface):
    """Registry records ``commune.core.authority.*``, written when the authority is deployed."""

    name = schema.TextLine(title=_("Name of the authority"), default="", required=False)
    kind = schema.Choice(title=_("Kind"), values=KINDS, default="municipality")
    nis = schema.Tuple(title=_("NIS codes"), value_type=schema.TextLine(), default=(), required=False)
    bce = schema.TextLine(title=_("Enterprise number"), default="", required=False)
    address = schema.Text(title=_("Address"), default="", required=False)
    phone = schema.TextLine(title=_("Phone"), default="", required=False)
    email = schema.TextLine(title=_("E-mail"), default="", required=False)
    languages = schema.Tuple(title=_("Languages"), value_type=schema.TextLine(), default=("fr",))

    hours_path = schema.TextLine(
        title=_("Page of the opening hours"),
        description=_("Path from the site, without leading slash."),
        default="",
        required=False,
    )
    accessibility_path = schema.TextLine(title=_("Accessibility statement"), default="", required=False)
    legal_path = schema.TextLine(title=_("Legal notice"), default="", required=False)
    privacy_path = schema.TextLine(title=_("Privacy notice"), default="", required=False)

    primary = colour(_("Primary colour"), "#1d4f76")
    on_primary = colour(_("Text on the primary colour"), "#ffffff")
    secondary = colour(_("Secondary colour"), "#33475b")
    on_secondary = colour(_("Text on the secondary colour"), "#ffffff")
    accent = colour(_("Accent colour"), "#8a3b12")
    on_accent = colour(_("Text on the accent colour"), "#ffffff")

    logo = schema.Bytes(title=_("Logo (SVG or PNG file)"), default=b"", required=False)
    logo_type = schema.Choice(
        title=_("Type of the logo"), values=("image/svg+xml", "image/png"), default="image/svg+xml"
    )


def authority() -> Any:
    """The settings of the site's authority; the defaults while the records are not there."""
    registry = queryUtility(IRegistry)
    if registry is None:
        return None
    return registry.forInterface(IAuthoritySettings, check=False, prefix=PREFIX)


def colours() -> dict[str, str]:
    """The colours by name; one that is not written ``#rrggbb`` gives way to its default."""
    settings = authority()
    return {name: _sound(name, getattr(settings, name, None)) for name in COLOURS}


def _sound(name: str, value: str | None) -> str:
    return value if value and COLOUR.fullmatch(value) else IAuthoritySettings[name].default
