"""A dated gathering of one body; it owns the ordered agenda, the attendance and the votes."""

from types import MappingProxyType

from persistent import Persistent
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import Dossier
from commune.core.content.moments import Moment
from commune.meeting.content.html_text import html_text
from commune.meeting.i18n import _
from commune.meeting.rules.agenda import Agenda
from commune.meeting.rules.insertion import Key


class IMeeting(model.Schema):
    """Dates are civil times of Brussels, stored with their zone."""

    date = schema.Datetime(title=_("Date and time"))
    place = schema.TextLine(title=_("Place"), required=False)
    start = schema.Datetime(title=_("Opened at"), required=False)
    end = schema.Datetime(title=_("Closed at"), required=False)
    pre_meeting = schema.Datetime(title=_("Preparatory meeting"), required=False)
    category = schema.TextLine(title=_("Category"), required=False)
    call = schema.Int(
        title=_("Convocation number"),
        description=_("1 for the first one; 2 or 3 when the Council meets again for want of members."),
        default=1,
        min=1,
        max=3,
    )
    extraordinary = schema.Bool(title=_("Extraordinary session"), default=False, required=False)
    remote = schema.Bool(title=_("By videoconference"), default=False, required=False)
    remote_reason = schema.TextLine(title=_("Why remotely"), required=False)
    remote_tool = schema.TextLine(title=_("Tool of the videoconference"), required=False)
    remote_note = schema.Text(title=_("Technical note for the members"), required=False)
    convocation_date = schema.Date(title=_("Convocation sent on"), required=False)
    approval_date = schema.Date(title=_("Minutes approved on"), required=False)
    observations = html_text(_("Observations"))
    public_observations = html_text(_("Observations, public part"))
    closed_observations = html_text(_("Observations, closed part"))
    notes = html_text(_("Notes"))


class AgendaStore(Persistent):
    """The agenda as one frozen value, apart from the meeting: two writers conflict, neither is lost.

    ``keys`` are the insertion keys of its items, computed with the settings whose
    fingerprint is ``settings``: they spare waking every item at each insertion. ``undo``: the agenda
    that applying the rules anew replaced, until something else changes.
    """

    undo = None

    def __init__(self) -> None:
        self.agenda = Agenda()
        self.keys: dict[str, Key] = {}
        self.settings = ""


@implementer(IMeeting)
class Meeting(Dossier):
    """``number`` and ``first_item_number`` are ``None`` until they are fixed.

    ``unpublished``: items taken off the publication, with the reason. ``public_since``: when its decisions
    first were public; ``sent``: the items of the last sending. ``held``: items whose personal data stop the
    publication. ``publication_answer``: the serial of the last sending that was answered, and why it was
    refused. ``outside``: by address of a program elsewhere, the serial told last, what became of it and why.
    """

    _Delete_objects_Permission = ()
    date = Moment()
    start = Moment()
    end = Moment()
    pre_meeting = Moment()
    number = None
    first_item_number = None
    call = 1
    publication = "private"
    publication_serial = 0
    publication_digest = ""
    publication_answer = (0, ())
    unpublished = MappingProxyType({})
    held = ()
    public_since = Moment()
    sent = ()
    outside = MappingProxyType({})
    legal_acts = ()

    @property
    def agenda(self) -> Agenda:
        """The items in their order; empty for a meeting without any."""
        store = getattr(self, "_agenda_store", None)
        return store.agenda if store is not None else Agenda()

    @property
    def agenda_store(self) -> AgendaStore:
        """The store to write to, made when it is first asked for."""
        if getattr(self, "_agenda_store", None) is None:
            self._agenda_store = AgendaStore()
        return self._agenda_store
