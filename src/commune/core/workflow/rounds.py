"""Work that comes back by itself: each round when its rhythm says so, one transaction each."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import transaction
from persistent.mapping import PersistentMapping
from zope.annotation.interfaces import IAnnotations
from zope.component import getUtilitiesFor
from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.i18n import _
from commune.core.interfaces import ICommand, IRound
from commune.core.rules.rounds import due
from commune.core.workflow import jobs, outbox

KEY = "commune.core.rounds"
_begun: dict[tuple[str, str], datetime] = {}


def run(site: Any, moment: datetime, commit: Callable[[], None] = transaction.commit, everything: bool = False) -> int:
    """Do the rounds that are due (or all of them); returns how many things were done.

    That a round began is kept before it does anything: one that fails is tried again at its next time, and
    keeps none of the others from being done. Nightly ones are remembered by the site, others by the process.
    """
    found = sorted(getUtilitiesFor(IRound))
    return sum(
        _do(site, name, one, moment, commit) for name, one in found if everything or _due(site, name, one, moment)
    )


def last_time(site: Any, name: str) -> datetime | None:
    """When the round of that name was last begun."""
    nightly: Mapping[str, datetime] = IAnnotations(site).get(KEY) or {}
    return nightly.get(name) or _begun.get((site.absolute_url_path(), name))


def _due(site: Any, name: str, one: Any, moment: datetime) -> bool:
    return due(one.rhythm, last_time(site, name), moment)


def _do(site: Any, name: str, one: Any, moment: datetime, commit: Callable[[], None]) -> int:
    if one.rhythm.at is None:
        _begun[site.absolute_url_path(), name] = moment
    else:
        notes = IAnnotations(site)
        if KEY not in notes:
            notes[KEY] = PersistentMapping()
        notes[KEY][name] = moment
        commit()
    done: int = one.do(site, moment)
    if done:
        commit()
    return done


@implementer(ICommand)
class Work:
    """``work``: the jobs, the outbox and every round, now."""

    title = _("Do what waits: jobs, mails, calls and the rounds of the day")

    def run(self, site: Any, arguments: Mapping[str, Any], report: Callable[[str], None]) -> None:
        done = run(site, now(), everything=True)
        report(f"{done} things done in rounds, {jobs.run(site)} in jobs, {outbox.deliver(site, now())['sent']} sent")


WORK = Work()
