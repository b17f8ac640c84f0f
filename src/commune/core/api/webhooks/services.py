"""The programs that are told, on @webhooks: listed, subscribed, changed, tried, replayed, dropped."""

from dataclasses import replace
from typing import Any

from plone import api
from plone.restapi.services import Service
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

from commune.core.api.act import Act
from commune.core.api.contract import FLAG, TEXT, TEXTS, body, one_of
from commune.core.content.happenings import deliveries, subscription, subscriptions
from commune.core.rules.happenings import ACTIVE, PAUSED, Subscription
from commune.core.workflow import subscribing

TOLD = {
    "title": TEXT,
    "url": TEXT,
    "types": TEXTS,
    "owner": TEXT,
    "prefix": TEXT,
    "places": TEXTS,
    "confidential": FLAG,
}
LISTS = frozenset({"types", "places"})


def webhook_json(one: Subscription) -> dict[str, Any]:
    """What an administrator may know of it, without its key."""
    found = {name: getattr(one, name) for name in ("id", "state", *TOLD)}
    listed = {name: list(found[name]) for name in LISTS}
    site = api.portal.get()
    return found | listed | {
        "failing": one.failing.isoformat() if one.failing else None,
        "waiting": subscribing.waiting(site, one.id),
        "dead": len(subscribing.dead_letters(site, one.id)),
    }  # fmt: skip


def whole_json(one: Subscription) -> dict[str, Any]:
    """With the latest calls, and what was given up."""
    site = api.portal.get()
    names = ("at", "event", "type", "outcome", "error")
    lines = [dict(zip(names, (line[0].isoformat(), *line[1:]), strict=True)) for line in deliveries(site, one.id)]
    lost = [
        {"id": letter.id, "written": letter.written.isoformat(), "attempts": letter.attempts, "error": letter.error,
         "body": subscribing.body_of_letter(letter)}
        for letter in subscribing.dead_letters(site, one.id)
    ]  # fmt: skip
    return webhook_json(one) | {"deliveries": lines, "dead_letters": lost}


def _wished(wish: dict[str, Any]) -> dict[str, Any]:
    return {name: tuple(value) if name in LISTS else value for name, value in wish.items() if name in TOLD}


@implementer(IPublishTraverse)
class Named:
    """A service that takes the id of one program after its name."""

    parts = ("{program}",)
    name = ""

    def publishTraverse(self, request: Any, name: str) -> Any:
        self.name = name
        return self

    def found(self) -> Subscription:
        """The program of the address; raises ``NotFound``."""
        one = subscription(api.portal.get(), self.name)
        if one is None:
            raise NotFound(self.name)
        return one


class GetWebhooks(Named, Service):
    """All of them with the types that there are; one with its latest calls and dead letters."""

    def reply(self) -> dict[str, Any]:
        if self.name:
            return whole_json(self.found())
        items = [webhook_json(one) for one in subscriptions(api.portal.get())]
        return {"@id": f"{self.context.absolute_url()}/@webhooks", "items": items, "types": subscribing.kinds()}


class PostWebhook(Named, Act):
    """Body: ``{"title", "url", "types": [pattern…], "owner", "prefix", "places", "confidential"}``; 201 with its key.

    On one of them: ``{"do": "test" | "replay", "letter": id}``. The key (``secret``) is told this once.
    """

    takes = body(**TOLD, do=one_of("test", "replay"), letter=TEXT)
    gives = (201,)
    kept = False

    def act(self, wish: dict[str, Any]) -> Any:
        site = api.portal.get()
        if not self.name:
            one = subscribing.subscribe(site, replace(Subscription("", "", "", (), ""), **_wished(wish)))
            self.request.response.setStatus(201)
            return webhook_json(one) | {"secret": one.secret}
        one = self.found()
        if wish.get("do") == "test":
            subscribing.send_trials(site, one)
            return webhook_json(one)
        return {"replayed": subscribing.replay(site, one.id, wish.get("letter", ""))}


class PatchWebhook(Named, Act):
    """Body: what changes; ``state`` is ``active`` or ``paused``."""

    takes = body(**TOLD, state=one_of(ACTIVE, PAUSED))

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        site = api.portal.get()
        one = subscribing.subscribe(site, replace(self.found(), **_wished(wish)))
        return webhook_json(subscribing.set_state(site, one, wish["state"]) if "state" in wish else one)


class DeleteWebhook(Named, Act):
    """It is told nothing any more."""

    gives = (204,)

    def act(self, wish: dict[str, Any]) -> Any:
        subscribing.unsubscribe(api.portal.get(), self.found().id)
        return self.reply_no_content()
