"""The work that nobody waits for: a thread beside the requests empties the outbox of each site."""

import logging
import os
import threading
from typing import Any

import transaction
import Zope2
from Products.CMFPlone.interfaces import IPloneSiteRoot
from ZODB.POSException import ConflictError
from zope.component.hooks import setSite

from commune.core.content.clock import now
from commune.core.workflow import outbox

logger = logging.getLogger("commune.core.worker")
PAUSE = 15.0
SWITCH = "COMMUNE_WORKER"


def work(root: Any) -> int:
    """One round over the Plone sites directly in the application; returns how many letters left."""
    sent = 0
    for site in list(root.objectValues()):
        if IPloneSiteRoot.providedBy(site):
            sent += _work_on(site)
    return sent


def _work_on(site: Any) -> int:
    setSite(site)
    try:
        return outbox.deliver(site, now())["sent"]
    except ConflictError:
        transaction.abort()
        logger.info("%s: somebody else was at work, next round", site.getId())
        return 0
    finally:
        setSite(None)


def start(_event: Any) -> None:
    """Start the thread with the server, unless the environment says ``COMMUNE_WORKER=off``."""
    if os.environ.get(SWITCH, "on") != "off":
        threading.Thread(target=_run, name="commune-worker", daemon=True).start()


def _run() -> None:
    pause = threading.Event()
    while not pause.wait(PAUSE):
        root = Zope2.app()
        try:
            work(root)
        finally:
            transaction.abort()
            root._p_jar.close()
