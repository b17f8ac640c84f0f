"""The pages of the bodies: a folder of public meetings, and the public part of each."""

from plone.dexterity.content import Container, Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.moments import Moment
from commune.website.i18n import _

PROJECT = "project"
DECISIONS = "decisions"
WITHDRAWN = "withdrawn"


class ICouncil(model.Schema):
    """Where the public meetings of all bodies are kept and shown."""


class ICouncilMeeting(model.Schema):
    """A meeting as the public may know it; written by letters only, never by hand."""

    meeting = schema.TextLine(title=_("Meeting"), readonly=True)
    body = schema.TextLine(title=_("Body"), readonly=True)
    body_title = schema.TextLine(title=_("Name of the body"), readonly=True)
    day = schema.Date(title=_("Day"), readonly=True)
    stage = schema.TextLine(title=_("Stage"), readonly=True)
    serial = schema.Int(title=_("Serial number"), readonly=True)
    place = schema.TextLine(title=_("Place"), readonly=True, required=False)
    reason = schema.Text(title=_("Reason of the withdrawal"), readonly=True, required=False)


@implementer(ICouncil)
class Council(Container):
    """Holds the public meetings."""


@implementer(ICouncilMeeting)
class CouncilMeeting(Item):
    """``items`` are frozen records (``commune.core.events.PublicItem``), in the order of the agenda.

    ``traces``: what is remembered of every item that ever was public here. ``planned``: for when it is called;
    ``published`` and ``changed``: when it was first received, and last changed. ``chair``, ``secretary`` and
    ``present`` are uids of mandates.
    """

    _Modify_portal_content_Permission = ("Manager",)
    _Delete_objects_Permission = ("Manager",)
    exclude_from_nav = True
    meeting = body = body_title = place = reason = disclaimer = contact = ""
    day = None
    stage = PROJECT
    serial = 0
    items = ()
    traces = ()
    body_kind = chair = secretary = ""
    present = ()
    planned = Moment()
    opened = Moment()
    closed = Moment()
    published = Moment()
    changed = Moment()
