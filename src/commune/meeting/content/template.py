"""The model of an item: its texts are the beginning of new ones."""

from plone.app.textfield import RichText
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import MANAGERS, Dossier
from commune.meeting.content.item import MeetingItem
from commune.meeting.i18n import _


class IItemTemplate(model.Schema):
    """What an item made from it starts with, and for whom it is."""

    title = schema.TextLine(title=_("Title"))
    description = RichText(title=_("Description"), required=False)
    detailed_description = RichText(title=_("Detailed description"), required=False)
    category = schema.Choice(title=_("Category"), vocabulary="commune.meeting.categories", required=False)
    privacy = schema.Choice(title=_("Privacy"), vocabulary="commune.meeting.privacies", required=False)
    labels = schema.List(title=_("Labels"), value_type=schema.TextLine(), required=False, default=[])
    motivation = RichText(title=_("Motivation"), required=False)
    decision = RichText(title=_("Decision"), required=False)
    decision_cont = RichText(title=_("Decision, continued"), required=False)
    decision_end = RichText(title=_("End of the decision"), required=False)
    notes = RichText(title=_("Notes of the managers"), required=False)
    needed_follow_up = RichText(title=_("Follow-up needed"), required=False)
    provided_follow_up = RichText(title=_("Follow-up provided"), required=False)
    services = schema.List(
        title=_("For the services"),
        description=_("Without any, it is for all services."),
        value_type=schema.Choice(vocabulary="commune.core.units"),
        required=False,
        default=[],
    )
    kept_annexes = schema.List(title=_("Files that follow"), value_type=schema.TextLine(), required=False, default=[])


@implementer(IItemTemplate)
class ItemTemplate(Dossier):
    """``permanent``: the empty one that each body has; nobody deletes it."""

    permanent = False

    Description = MeetingItem.Description

    @property
    def _Delete_objects_Permission(self) -> tuple[str, ...]:
        return () if self.permanent else MANAGERS
