"""Modules were added to a site: the letters that waited for an answer are sent again."""

from plone import api

from commune.core.events import AuthorityDeployed
from commune.core.workflow.handover import resend


def send_waiting_letters(_letter: AuthorityDeployed) -> None:
    """Who can answer now does; the others go on waiting."""
    resend(api.portal.get())
