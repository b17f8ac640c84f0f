"""Programs elsewhere that are told what happens: subscribed by administrators, paused when they do not answer."""

import json
import uuid
from dataclasses import replace
from typing import Any

from plone import api
from zope.i18n import translate

from commune.core.content import happenings as kept
from commune.core.content.clock import now
from commune.core.i18n import _
from commune.core.rules.happenings import (
    ACTIVE,
    DISABLED,
    PAUSED,
    Happening,
    Subscription,
    against_subscribing,
    envelope,
    is_failing_long,
)
from commune.core.workflow import mail, webcalls
from commune.core.workflow.happenings import event_titles, source
from commune.core.workflow.outbox import Letter, dead, letters, revive
from commune.core.workflow.process import Refused
from commune.core.workflow.service_tokens import offered_places

VERBS = {
    "created": _("made"),
    "updated": _("changed"),
    "transitioned": _("another state"),
    "document_added": _("file added"),
    "deleted": _("deleted"),
}
TESTED = "commune.test.told.v1"
GONE = "Unwelcome: 410"


def kinds() -> dict[str, str]:
    """Titles by type of every event there is: those of each kind of dossier, and those that modules add."""
    found = {}
    for fti in api.portal.get_tool("portal_types").objectValues():
        if "commune.core.dossier" in getattr(fti, "behaviors", ()):
            title = translate(fti.Title(), domain=fti.i18n_domain, context=api.portal.getRequest())
            for verb, said in VERBS.items():
                told = translate(said, context=api.portal.getRequest())
                found[f"commune.{fti.getId()}.{verb}.v1"] = f"{title}: {told}"
    more = {name: translate(title, context=api.portal.getRequest()) for name, title in event_titles().items()}
    return found | more


def subscribe(site: Any, one: Subscription) -> Subscription:
    """Keep it, new or changed; raises ``Refused`` with every fault."""
    refusals = against_subscribing(one, kinds(), offered_places(site))
    if refusals:
        raise Refused(*refusals)
    return kept.keep_subscription(site, one)


def set_state(site: Any, one: Subscription, state: str) -> Subscription:
    """Let it go on, or make it wait: what happens meanwhile is told later."""
    return kept.keep_subscription(site, replace(one, state=state, failing=None if state == ACTIVE else one.failing))


def unsubscribe(site: Any, name: str) -> None:
    """Tell it nothing any more, not even what waits."""
    kept.drop_subscription(site, name)


def dead_letters(site: Any, name: str) -> list[Letter]:
    """What was given up for that program, oldest first."""
    return [one for one in dead(site) if one.channel == webcalls.CHANNEL and one.payload.get("program") == name]


def waiting(site: Any, name: str) -> int:
    """How many calls have not left."""
    return sum(
        not one.dead and one.channel == webcalls.CHANNEL and one.payload.get("program") == name for one in letters(site)
    )


def replay(site: Any, name: str, letter_id: str = "") -> int:
    """Try that dead letter again, or all of them; returns how many."""
    chosen = [one for one in dead_letters(site, name) if letter_id in ("", one.id)]
    for one in chosen:
        revive(site, one.id)
    return len(chosen)


def send_trials(site: Any, one: Subscription) -> None:
    """Three calls as they may really come: the second event before the first, then the second again."""
    first, second = (
        Happening(seq, str(uuid.uuid4()), "test", "told", one.id, now(), data={"trial": True}) for seq in (1, 2)
    )
    for happening in (second, first, second):
        webcalls.call(one.url, envelope(happening, source(site)), f"trial-{one.id}", one.id)


def note_outcome(name: str, outcome: str, error: str) -> None:
    """A program that answers is no longer failing; one that is gone is told nothing more; one that failed for three
    days is paused, and its owner told."""
    site = api.portal.get()
    one = kept.subscription(site, name)
    if one is None:
        return
    if outcome == "sent":
        if one.failing is not None:
            kept.keep_subscription(site, replace(one, failing=None))
        return
    if error.startswith(GONE):
        kept.keep_subscription(site, replace(one, state=DISABLED))
        return
    failing = one.failing or now()
    long = is_failing_long(failing, now())
    kept.keep_subscription(site, replace(one, failing=failing, state=PAUSED if long else one.state))
    if long and one.state == ACTIVE and one.owner:
        _tell_owner(one, error)


def _tell_owner(one: Subscription, error: str) -> None:
    language = api.portal.get_default_language()
    subject = translate(_("${title} is no longer told", mapping={"title": one.title}), target_language=language)
    body = translate(
        _(
            "mail_program_paused",
            default="For three days ${title} (${url}) has taken no call: ${error}\n\nWhat happens is kept for it. "
            "Let it go on under Programs once it answers again.",
            mapping={"title": one.title, "url": one.url, "error": error[:200]},
        ),
        target_language=language,
    )
    mail.send(one.owner, subject, body)


def body_of_letter(letter: Letter) -> Any:
    """What the call would say."""
    return json.loads(letter.payload["body"])
