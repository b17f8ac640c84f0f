"""What the lists of items are filtered by, besides what they show."""

from typing import Any

from plone.indexer import indexer

from commune.meeting.content.item import IMeetingItem


@indexer(IMeetingItem)
def item_classifier(item: Any) -> str:
    return item.classifier or ""


@indexer(IMeetingItem)
def item_in_charge(item: Any) -> tuple[str, ...]:
    return tuple(item.services_in_charge or ())


@indexer(IMeetingItem)
def item_associated(item: Any) -> tuple[str, ...]:
    return tuple(item.associated_services or ())


@indexer(IMeetingItem)
def item_committees(item: Any) -> tuple[str, ...]:
    return tuple(item.committees or ())


@indexer(IMeetingItem)
def item_poll(item: Any) -> str:
    return item.poll_type or ""


@indexer(IMeetingItem)
def item_to_discuss(item: Any) -> str:
    return "yes" if item.to_discuss else "no"


@indexer(IMeetingItem)
def item_to_authority(item: Any) -> str:
    return "yes" if item.to_authority else "no"
