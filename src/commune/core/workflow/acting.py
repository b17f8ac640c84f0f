"""Acting in the name of an account where no request is: the worker."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from plone import api
from Testing.makerequest import makerequest
from zope.globalrequest import getRequest, setRequest

from commune.core.content.refused import Refused
from commune.core.rules.refusals import Refusal
from commune.core.workflow.actor import SYSTEM


@contextmanager
def acting(site: Any, userid: str) -> Iterator[None]:
    """Be that account for a while, with a request of its own: nothing kept for another person or moment is read.

    The system acts without an account. Raises ``Refused`` when there is no such account any more.
    """
    before = getRequest()
    setRequest(makerequest(site.aq_parent).REQUEST)
    try:
        if userid == SYSTEM.userid:
            yield
            return
        user = api.user.get(userid=userid) if userid else None
        if user is None:
            raise Refused(Refusal("job.no_account", {"account": userid}))
        with api.env.adopt_user(user=user):
            yield
    finally:
        setRequest(before)
