"""An authority's modules changed: letters that nobody could answer are sent again."""

from plone import api
from zope.component import adapter

from commune.core.events import AuthorityDeployed
from commune.core.workflow.handover import resend


@adapter(AuthorityDeployed)
def letters_again(letter: AuthorityDeployed) -> None:
    resend(api.portal.get())
