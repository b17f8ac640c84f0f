"""A deliberating organ: it holds its settings, its items and its meetings."""

import json
from typing import Any

from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.folder import AGENTS
from commune.meeting.i18n import _


class IMeetingBody(model.Schema):
    """College, Council, permanent bureau…; everything that can be set is one JSON document."""

    title = schema.TextLine(title=_("Name"))
    code = schema.TextLine(title=_("Short code"), max_length=10)
    kind = schema.TextLine(title=_("Kind"), description=_("Key of the ready-made profile: college, council…"))
    settings = schema.Text(title=_("Settings"), description=_("JSON document; its schema is published."), readonly=True)


@implementer(IMeetingBody)
class MeetingBody(Container):
    """Items and meetings belong to exactly one body."""

    _View_Permission = AGENTS
    _Access_contents_information_Permission = AGENTS
    _List_folder_contents_Permission = AGENTS
    exclude_from_nav = True
    settings = "{}"
    deployed = ""
    active = True
    last_meeting_number = 0
    used_rows = frozenset()  # ids of the adviser rows by which an opinion was ever asked

    @property
    def document(self) -> dict[str, Any]:
        """The settings as plain data; a new value each time, so that changing it changes nothing here."""
        document: dict[str, Any] = json.loads(self.settings or "{}")
        return document
