"""The work that nobody waits for: a thread beside the requests does the jobs and empties the outbox of each site."""

import logging
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import transaction
import Zope2
from Products.CMFPlone.interfaces import IPloneSiteRoot
from ZODB.POSException import ConflictError
from zope.component.hooks import getSite, setSite

from commune.core.content.clock import now
from commune.core.workflow import jobs, outbox

logger = logging.getLogger("commune.core.worker")
PAUSE = 15.0
SWITCH = "COMMUNE_WORKER"


def work(root: Any) -> int:
    """One round over the Plone sites directly in the application; returns how many things were done."""
    return sum(_work_on(site) for site in list(root.objectValues()) if IPloneSiteRoot.providedBy(site))


def _work_on(site: Any) -> int:
    before = getSite()
    setSite(site)
    try:
        return jobs.run(site) + outbox.deliver(site, now())["sent"]
    except ConflictError:
        transaction.abort()
        logger.info("%s: somebody else was at work, next round", site.getId())
        return 0
    finally:
        setSite(before)


def start(_event: Any) -> None:
    """Start the thread with the server, unless the environment says ``COMMUNE_WORKER=off``."""
    if os.environ.get(SWITCH, "on") != "off":
        threading.Thread(target=_run, name="commune-worker", daemon=True).start()


def _run() -> None:
    """A round that fails is logged, and the next one begins all the same."""
    pause = threading.Event()
    with ThreadPoolExecutor(1, "commune-worker") as rounds:
        while not pause.wait(PAUSE):
            fault = rounds.submit(_round).exception()
            if fault is not None:
                logger.error("a round of work failed", exc_info=fault)


def _round() -> None:
    root = Zope2.app()
    try:
        work(root)
    finally:
        transaction.abort()
        root._p_jar.close()
