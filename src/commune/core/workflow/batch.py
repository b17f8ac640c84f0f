"""Acts on many dossiers at once: each is done or refused by itself, and the answer says which and why.

What the acts of one batch tell a person by mail leaves as one mail.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import transaction
from AccessControl import getSecurityManager
from plone import api
from zope.component import getUtility, queryUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.interface import implementer

from commune.core.content.refused import Refused
from commune.core.i18n import _
from commune.core.interfaces import IBatchAct
from commune.core.rules.batches import against_wish
from commune.core.rules.refusals import NONE, Refusal, Refusals
from commune.core.workflow import jobs, mail
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uids
from commune.core.workflow.wording import sentence

MOST = 100
"""Dossiers handled while one waits: the longest page."""
MOST_BESIDE = 2000
"""Dossiers handled by one batch beside the requests."""
JOB = "batch"


@dataclass(frozen=True)
class Outcome:
    """What became of one dossier; without refusals it is done."""

    uid: str
    title: str
    url: str
    refusals: Refusals = NONE


@dataclass(frozen=True)
class Part:
    """The dossiers that one element of a job handles; ``title``: their places in what was chosen."""

    title: str
    uids: tuple[str, ...]


def batch_act(name: str, folder: Any) -> Any:
    """The act of that name if the person may use it on the folder; raises ``Refused`` otherwise."""
    act = queryUtility(IBatchAct, name)
    if act is None or not act.offered(folder, current_actor(folder)):
        raise Refused(Refusal("acts.unknown", place="do"))
    return act


def check(act: Any, dossiers: Sequence[Any], wish: Mapping[str, Any]) -> None:
    """Raise ``Refused`` with every fault of what was asked."""
    faults = against_wish(act.questions(dossiers), wish)
    if faults:
        raise Refused(*faults)


def run(act: Any, dossiers: Sequence[Any], wish: Mapping[str, Any]) -> list[Outcome]:
    """Do the act to each dossier in turn, as the person of this request."""
    with mail.gathered() as mails:
        return [_one(act, dossier, wish, mails) for dossier in dossiers]


def _one(act: Any, dossier: Any, wish: Mapping[str, Any], mails: list[Any]) -> Outcome:
    uid, title, url = dossier.UID(), dossier.Title(), dossier.absolute_url()
    savepoint, told = transaction.savepoint(), len(mails)
    try:
        act.act(dossier, wish, current_actor(dossier))
    except Refused as refused:
        savepoint.rollback()
        del mails[told:]
        return Outcome(uid, title, url, refused.refusals)
    return Outcome(uid, title, url)


def beside(name: str, title: str, uids: Sequence[str], wish: Mapping[str, Any]) -> str:
    """Queue the batch as a job and return its id; raises ``Refused`` when it is too long even so."""
    if len(uids) > MOST_BESIDE:
        raise Refused(Refusal("acts.too_many", {"most": MOST_BESIDE}, "uids"))
    starts = range(0, len(uids), MOST)
    parts = [Part(f"{start + 1}–{min(start + MOST, len(uids))}", tuple(uids[start : start + MOST])) for start in starts]
    user = api.user.get_current().getId()
    return jobs.ask(api.portal.get(), JOB, title, parts, user, act=name, wish=dict(wish))


@implementer(jobs.IJobKind)
class BatchJob:
    """A hundred dossiers are one element of the job."""

    def do(self, element: Part, options: Mapping[str, Any], userid: str) -> str:
        act, may = getUtility(IBatchAct, options["act"]), getSecurityManager().checkPermission
        return told(run(act, [one for one in by_uids(element.uids) if may("View", one)], options["wish"]))

    def readable(self, element: Part) -> bool:
        return True

    def shown(self, element: Part) -> bool:
        return True


def told(outcomes: Sequence[Outcome]) -> str:
    """What became of a batch, in one text: how many were done, then each that was not, with its reasons."""
    refused = [one for one in outcomes if one.refusals]
    counts = _(
        "batch_counts",
        default="Done: ${done}. Not done: ${refused}.",
        mapping={"done": len(outcomes) - len(refused), "refused": len(refused)},
    )
    request = getRequest()
    head = str(translate(counts, context=request, target_language=api.portal.get_default_language()))
    reasons = [f"{one.title}: {' '.join(sentence(why, request) for why in one.refusals)}" for one in refused]
    return "\n".join([head, *reasons])
