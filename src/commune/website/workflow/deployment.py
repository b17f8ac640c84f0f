"""What the website deploys: its first pages, in each language, and the words that mean the same."""

from typing import Any

from plone import api
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer

from commune.core.interfaces import IDeploymentPart
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusals
from commune.website.i18n import _
from commune.website.workflow.contents.entries import entries, entry_faults
from commune.website.workflow.contents.languages import apply_languages, language_root
from commune.website.workflow.contents.making import MADE, apply_contents
from commune.website.workflow.meetings import RECORD

SYNONYMS = "commune.website.synonyms"
HOME = "home"


@implementer(IDeploymentPart)
class WebsitePart:
    """First contents; what editors changed since stays as they left it."""

    title = _("Website")
    order = 15  # before the modules that put their own things into its folders
    profile = "commune.website:default"

    def check(self, profile: Profile) -> Refusals:
        """All faults of ``content/home|pages|news|events.json``."""
        return entry_faults(profile)

    def apply(self, site: Any, profile: Profile) -> tuple[str, ...]:
        """Create or update the contents of every language; publish the new ones."""
        lines = apply_languages(site, profile)
        lines += apply_contents(site, profile, site)
        for language in profile.languages[1:]:
            root, made = language_root(site, language, profile.name)
            lines += [f"language {language}: added"] if made else []
            lines += apply_contents(site, profile, root, language)
        lines += _home(site) + _council(site, profile) + _synonyms(profile)
        return tuple(lines)


def _home(site: Any) -> list[str]:
    if site.getLayout() == HOME:
        return []
    site.setLayout(HOME)
    return ["home page: chosen"]


def _council(site: Any, profile: Profile) -> list[str]:
    """Where published meetings go."""
    page = next((entry for entry in entries(profile) if entry.type == "council"), None)
    uid = IAnnotations(site).get(MADE, {}).get(f":{page.key}", "") if page else ""
    if not uid or api.portal.get_registry_record(RECORD) == uid:
        return []
    api.portal.set_registry_record(RECORD, uid)
    return ["page of the bodies: chosen"]


def _synonyms(profile: Profile) -> list[str]:
    rows = profile.content.get("synonyms", ())
    wanted = tuple(" = ".join(str(word) for word in row.get("words", ())) for row in rows)
    if not wanted or api.portal.get_registry_record(SYNONYMS) == wanted:
        return []
    api.portal.set_registry_record(SYNONYMS, wanted)
    return [f"synonyms: {len(wanted)} sets"]


PART = WebsitePart()
