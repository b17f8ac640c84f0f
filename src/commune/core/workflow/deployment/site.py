"""The Plone site of an authority: found, or made without content."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from AccessControl.SecurityManagement import getSecurityManager, newSecurityManager, setSecurityManager
from AccessControl.users import UnrestrictedUser
from Products.CMFPlone.factory import addPloneSite
from Products.CMFPlone.interfaces import IPloneSiteRoot
from Testing.makerequest import makerequest
from zope.component.hooks import getSite, setSite
from zope.globalrequest import getRequest, setRequest

from commune.core.rules.authority.faults import fault
from commune.core.rules.authority.model import Profile
from commune.core.rules.refusals import Refusals
from commune.core.workflow.process import Refused

DEPLOYER = UnrestrictedUser("deployment", "", ["Manager"], [])


@contextmanager
def as_deployer(app: Any) -> Iterator[Any]:
    """The application with a request and all rights; what was there before comes back at the end."""
    manager, site, request = getSecurityManager(), getSite(), getRequest()
    own = isinstance(getattr(app, "REQUEST", ""), str)  # an application without request acquires a special string
    wrapped = makerequest(app) if own else app
    newSecurityManager(None, DEPLOYER.__of__(wrapped.acl_users))
    setRequest(wrapped.REQUEST)
    try:
        yield wrapped
    finally:
        if own:
            wrapped.REQUEST.close()
        setRequest(request)
        setSite(site)
        setSecurityManager(manager)


def place_faults(app: Any, profile: Profile) -> Refusals:
    """Whether something other than a site stands where the site should."""
    found = app._getOb(profile.site, None)
    if found is None or IPloneSiteRoot.providedBy(found):
        return ()
    return (fault("choice", "authority.toml: site", profile.site, "an id that is free"),)


def site_of(app: Any, profile: Profile) -> Any:
    """The authority's site, or ``None`` when it is not made yet."""
    return app._getOb(profile.site, None)


def make_site(app: Any, profile: Profile) -> Any:
    """A Plone Classic site without content; nothing is committed."""
    return addPloneSite(
        app,
        profile.site,
        title=profile.name,
        default_language=profile.languages[0],
        portal_timezone=profile.timezone,
        distribution_name="classic",
        setup_content=False,
    )


def enter(app: Any, name: str) -> Any:
    """The site of that id, made the current one; raises ``Refused`` when there is none."""
    site = app._getOb(name, None)
    if not IPloneSiteRoot.providedBy(site):
        known = ", ".join(app.objectIds("Plone Site"))
        raise Refused(fault("reference", "site", name, known or "a site: none is deployed"))
    setSite(site)
    return site
