"""``commune work SITE``: send what waits in the outbox and do the jobs that are due, once."""

from collections.abc import Mapping
from typing import Any

from zope.interface import implementer

from commune.core.content.clock import now
from commune.core.i18n import _
from commune.core.interfaces import ICommand
from commune.core.rules.authority.faults import Report
from commune.core.workflow import jobs, outbox


@implementer(ICommand)
class Work:
    """What the thread of a running instance does, for an engine that runs without it."""

    title = _("Send letters and do jobs")

    def run(self, site: Any, arguments: Mapping[str, Any], report: Report) -> None:
        done = jobs.run(site)
        counts = outbox.deliver(site, now())
        report(f"jobs: {done} elements; letters: " + ", ".join(f"{number} {what}" for what, number in counts.items()))


WORK = Work()
