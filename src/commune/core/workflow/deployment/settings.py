"""The registry of the site, as the profile says."""

from typing import Any

from plone.registry.interfaces import IRegistry
from zope.component import getUtility

from commune.core.content.authority import PREFIX
from commune.core.rules.authority.model import Profile
from commune.core.rules.authority.theme import colours

LOGO_TYPES = {".svg": "image/svg+xml", ".png": "image/png"}


def apply_settings(site: Any, profile: Profile) -> list[str]:
    """Write the records that differ; one line with how many."""
    registry = getUtility(IRegistry)
    wanted = (
        {f"{PREFIX}.{key}": value for key, value in _authority(profile).items()} | _plone(profile) | _trial(profile)
    )
    changed = [key for key, value in wanted.items() if key in registry and registry[key] != value]
    for key in changed:
        registry[key] = wanted[key]
    if site.title != profile.name:
        site.title = profile.name
        changed.append("title")
    if site.language != profile.languages[0]:
        site.setLanguage(profile.languages[0])
        changed.append("language")
    return [f"settings: {len(changed)} changed"] if changed else []


def _authority(profile: Profile) -> dict[str, Any]:
    contact = profile.table("contact")
    pages = profile.table("pages")
    place = " ".join(filter(None, (contact.get("postcode", ""), contact.get("locality", ""))))
    logo = profile.table("theme").get("logo", "")
    return {
        "name": profile.name,
        "kind": profile.kind,
        "nis": profile.nis,
        "bce": profile.bce,
        "address": "\n".join(filter(None, (contact.get("address", ""), place))),
        "phone": contact.get("phone", ""),
        "email": contact.get("email", ""),
        "languages": profile.languages,
        **{f"{page}_path": pages.get(page, "") for page in ("hours", "accessibility", "legal", "privacy")},
        **colours(profile.table("theme")),
        "logo": profile.files.get(logo, b""),
        "logo_type": LOGO_TYPES.get(logo[-4:], "image/svg+xml"),
    }


def _trial(profile: Profile) -> dict[str, Any]:
    """A demonstration signs for trial; what an authority chose is left alone."""
    return {"commune.core.signing_service": "trial"} if profile.settings.get("demo") else {}


def _plone(profile: Profile) -> dict[str, Any]:
    return {
        "plone.site_title": profile.name,
        "plone.default_language": profile.languages[0],
        "plone.available_languages": list(profile.languages),
        "plone.use_cookie_negotiation": len(profile.languages) > 1,
        "plone.portal_timezone": profile.timezone,
        "plone.available_timezones": [profile.timezone],
        "plone.email_from_name": profile.name,
        "plone.email_from_address": profile.table("contact").get("email", ""),
    }
