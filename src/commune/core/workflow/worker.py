"""The work that nobody waits for: beside the requests, a thread does rounds and jobs and empties the outbox."""

import logging
import os
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import transaction
import Zope2
from Products.CMFPlone.interfaces import IPloneSiteRoot
from Testing.makerequest import makerequest
from ZODB.POSException import ConflictError
from zope.component.hooks import getSite, setSite

from commune.core.content.clock import now
from commune.core.workflow import jobs, outbox, rounds

logger = logging.getLogger("commune.core.worker")
PAUSE = 5.0
KEPT = timedelta(days=30)
"""How long finished jobs and their files may be fetched."""
SWITCH = "COMMUNE_WORKER"


def work(root: Any) -> int:
    """One round over the Plone sites directly in the application; returns how many things were done."""
    return sum(_work_on(site) for site in list(root.objectValues()) if IPloneSiteRoot.providedBy(site))


def _work_on(site: Any) -> int:
    before = getSite()
    setSite(site)
    try:
        rounds.run(site, now())
        return jobs.run(site) + outbox.deliver(site, now())["sent"] + _tidied(site)
    except ConflictError:
        transaction.abort()
        logger.info("%s: somebody else was at work, next round", site.getId())
        return 0
    finally:
        setSite(before)


def _tidied(site: Any) -> int:
    """Jobs that were done long ago go, with their files; never counted as work."""
    if jobs.forget(site, now() - KEPT):
        transaction.commit()
    return 0


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
    root = makerequest(Zope2.app())
    try:
        work(root)
    finally:
        transaction.abort()
        root._p_jar.close()
