"""The plain GET of an item: what @item says, with the same fields hidden."""

from typing import Any

from plone.restapi.interfaces import ISerializeToJson
from zope.component import adapter
from zope.interface import implementer

from commune.meeting.api.items.item_json import item_json
from commune.meeting.content.item import IMeetingItem
from commune.meeting.interfaces import IMeetingLayer


@implementer(ISerializeToJson)
@adapter(IMeetingItem, IMeetingLayer)
class ItemSerializer:
    """No other way of reading an item says more than @item."""

    def __init__(self, context: Any, request: Any) -> None:
        self.context = context
        self.request = request

    def __call__(self, **options: Any) -> dict[str, Any]:
        return item_json(self.context)
