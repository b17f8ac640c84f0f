"""Templates that an authority brings in the place of a module's: ``documents/<id of the document>.odt``."""

from typing import Any

from commune.core.content.overrides import keep_override
from commune.core.rules.authority.model import Profile

ENDING = ".odt"


def apply_templates(site: Any, profile: Profile) -> list[str]:
    """Keep each template of the profile on the site, by the id of the document that it replaces."""
    kept = [
        path.removesuffix(ENDING)
        for path, content in sorted(profile.documents.items())
        if path.endswith(ENDING) and keep_override(site, path.removesuffix(ENDING), content)
    ]
    return [f"templates: {len(kept)} kept ({', '.join(kept)})"] if kept else []
