"""A module was added to the site: the College requests that nobody answered are sent again."""

from plone import api
from zope.component import adapter

from commune.core.events import AuthorityDeployed
from commune.core.workflow.lookup import by_uid
from commune.urbanism.workflow.college import send, unanswered


@adapter(AuthorityDeployed)
def send_again(letter: AuthorityDeployed) -> None:
    catalog = api.portal.get_tool("portal_catalog")
    waiting = catalog.unrestrictedSearchResults(portal_type="permit", permit_college="unanswered")
    for permit in (by_uid(brain.UID) for brain in waiting):
        if permit is not None and unanswered(permit):
            send(permit)
