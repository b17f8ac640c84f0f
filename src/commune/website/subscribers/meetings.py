"""What other modules tell of public meetings."""

from plone import api

from commune.core.events import MeetingPublished, MeetingWithdrawn
from commune.website.interfaces import IWebsiteLayer
from commune.website.workflow.meetings import receive, withdraw


def meeting_published(letter: MeetingPublished) -> None:
    """Show the meeting."""
    if _installed():
        receive(letter)


def meeting_withdrawn(letter: MeetingWithdrawn) -> None:
    """Show that it is no longer public."""
    if _installed():
        withdraw(letter)


def _installed() -> bool:
    """Whether the site of the letter has a website: a site without it ignores the letter."""
    from plone.browserlayer.utils import registered_layers

    return api.portal.get() is not None and IWebsiteLayer in registered_layers()
