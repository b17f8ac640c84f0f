"""An item moved or was edited: its opinions and its place among the keys of the agenda follow."""

from typing import Any

from zope.component import adapter

from commune.core.events import DossierMoved
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.readers import index_readers
from commune.meeting.content.item import IMeetingItem
from commune.meeting.content.opinions import opinion_files
from commune.meeting.subscribers.notifying import ask_opinions, tell_invalidated
from commune.meeting.workflow.agenda import key_of
from commune.meeting.workflow.annexes import kind_in
from commune.meeting.workflow.history import record_changes
from commune.meeting.workflow.opinion_delays import asked_again_on_return
from commune.meeting.workflow.opinion_writing import invalidate
from commune.meeting.workflow.opinions import archive_changes, refresh, states_for
from commune.meeting.workflow.settings import settings_of

ADVISED = "item_advisers"
"""What an opinion asked or dropped changes in the catalog, besides who reads: who answers."""


@adapter(DossierMoved)
def item_moved(letter: DossierMoved) -> None:
    """The clocks of the opinions start, stop or start again."""
    if letter.kind == "meeting_item":
        item = by_uid(letter.uid)
        settings = settings_of(item)
        asked_again_on_return(item, settings, letter.source, current_actor(item))
        refresh(item, settings, letter.transition)
        record_changes(item, letter.actor)
        index_readers(item, ADVISED)


def item_added(item: Any, event: Any) -> None:
    """The opinions that it asks for from the beginning, and the values that later changes are compared with."""
    refresh(item, settings_of(item))
    record_changes(item, current_actor().userid)


def item_edited(item: Any, event: Any) -> None:
    """Ask the opinions that the new values call for; keep the insertion key of an item on an agenda up to date."""
    settings = settings_of(item)
    before = frozenset(opinion_files(item))
    refresh(item, settings)
    asked = frozenset(opinion_files(item)) - before
    ask_opinions(item, frozenset(name for name in asked if item.state in states_for(settings, name).give),
                 current_actor().userid)  # fmt: skip
    _texts_changed(item)
    record_changes(item, current_actor().userid)
    index_readers(item, ADVISED)
    meeting = by_uid(item.meeting)
    if meeting is not None:
        store = meeting.agenda_store
        store.keys = {**store.keys, item.UID(): key_of(item, settings)}


def files_changed(annex: Any, event: Any) -> None:
    """A file added to an item or taken out: the opinions given on it are archived again."""
    item = event.newParent if event.newParent is not None else event.oldParent
    if IMeetingItem.providedBy(item):
        _texts_changed(item, kind_in(item, annex.category or "", annex.origin or "") != "opinion")


def _texts_changed(item: Any, invalidating: bool = True) -> None:
    """Given opinions are asked again where the body wants it, the others archived with the item as it now is."""
    if invalidating:
        actor = current_actor()
        for service in invalidate(item, settings_of(item), actor):
            tell_invalidated(item, service, actor.userid)
    archive_changes(item)
