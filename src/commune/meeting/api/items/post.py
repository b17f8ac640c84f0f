"""POST @items: propose an item to a body."""

from collections.abc import Iterable
from typing import Any

from zExceptions import BadRequest

from commune.core.api.act import Act
from commune.core.api.contract import BASE64, FLAG, NAMED, TEXT, TEXTS, Misread, body, decoded
from commune.core.api.refused import refusal_json
from commune.core.interfaces import IProcess
from commune.core.workflow.actor import current_actor
from commune.core.workflow.annexes import attach
from commune.core.workflow.process import Refused
from commune.core.workflow.units import unit_uid
from commune.meeting.api.items.item_json import item_json
from commune.meeting.workflow.proposals import propose
from commune.meeting.workflow.values import MISREAD

ANNEX = body("filename", "data", filename=TEXT, data=BASE64, title=TEXT, category=TEXT, publishable=FLAG)


class PostItem(Act):
    """Body: ``{"unit": code, "fields": {…}, "annexes": [{"filename", "data"…}], "transitions": [id…]}``.

    An annex that is refused refuses the whole. The transitions are tried in order and stop softly at the first
    that is refused: the item stays, the answer says why.
    """

    takes = body(
        unit=TEXT,
        external_id=TEXT,
        fields=NAMED,
        annexes={"type": "array", "maxItems": 50, "items": ANNEX},
        transitions=TEXTS,
    )
    gives = (201,)

    def act(self, wish: dict[str, Any]) -> dict[str, Any]:
        actor = current_actor(self.context)
        unit = unit_uid(str(wish.get("unit", ""))) or ""
        item = self._proposed(unit, wish, actor)
        self._attach(item, wish.get("annexes", ()))
        warnings = []
        for transition in wish.get("transitions", ()):
            try:
                IProcess(item).perform(current_actor(item), str(transition))
            except Refused as refusal:
                warnings = [refusal_json(reason, self.request) for reason in refusal.refusals]
                break
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", item.absolute_url())
        return {**item_json(item), "warnings": warnings}

    def _proposed(self, unit: str, wish: dict[str, Any], actor: Any) -> Any:
        external_id = str(wish.get("external_id", ""))
        try:
            return propose(self.context, unit, wish.get("fields", {}), actor, external_id)
        except Refused as refusal:
            if any(one.code in MISREAD for one in refusal.refusals):
                raise Misread(*refusal.refusals) from refusal
            raise

    def _attach(self, item: Any, annexes: Iterable[dict[str, Any]]) -> None:
        try:
            for one in annexes:
                more = {"title": one.get("title", ""), "publishable": bool(one.get("publishable"))}
                attach(item, one["filename"], decoded(one["data"]), one.get("category", ""), **more)
        except (Refused, BadRequest):
            item.aq_parent._delObject(item.getId())
            raise
