"""The bodies to which the token of a program may be limited."""

from typing import Any

from zope.interface import implementer

from commune.core.interfaces import ITokenPlaces
from commune.meeting.workflow.place import bodies


@implementer(ITokenPlaces)
class BodyPlaces:
    """Each body, by its uid."""

    def places(self, site: Any) -> dict[str, str]:
        """Titles by uid."""
        return {body.UID(): body.title for body in bodies(site)}


BODIES = BodyPlaces()
