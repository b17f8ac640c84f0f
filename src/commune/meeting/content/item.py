"""A proposal, then a decision. It may exist without a meeting."""

from decimal import Decimal
from types import MappingProxyType

from plone.autoform import directives
from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import Dossier
from commune.meeting.content.html_text import html_text
from commune.meeting.i18n import _
from commune.meeting.rules.followup import Supervision
from commune.meeting.rules.masking import plain

DESCRIPTION = 300
MANAGE = "commune.meeting.ManageBody"


def _keys(title: str, vocabulary: str = "", **options: object) -> schema.List:
    kind = schema.Choice(vocabulary=vocabulary) if vocabulary else schema.TextLine()
    return schema.List(title=title, value_type=kind, required=False, default=[], **options)


class IMeetingItem(model.Schema):
    """What is proposed and decided. Keys (category, privacy…) are those of the body's settings."""

    title = schema.TextLine(title=_("Title"))
    description = html_text(_("Description"))
    detailed_description = html_text(_("Detailed description"))
    category = schema.Choice(title=_("Category"), vocabulary="commune.meeting.categories", required=False)
    classifier = schema.Choice(title=_("Classifier"), vocabulary="commune.meeting.classifiers", required=False)
    privacy = schema.Choice(title=_("Privacy"), vocabulary="commune.meeting.privacies", default="public")
    services_in_charge = _keys(_("In charge"), "commune.core.units")
    associated_services = _keys(_("Associated services"), "commune.core.units")
    to_discuss = schema.Bool(title=_("To discuss"), default=False, required=False)
    oral_question = schema.Bool(title=_("Oral question"), default=False, required=False)
    askers = _keys(_("Asked by"))
    committees = _keys(_("Committees"))
    labels = _keys(_("Labels"))
    preferred_meeting = schema.Choice(
        title=_("Preferred meeting"), vocabulary="commune.meeting.open_meetings", required=False
    )
    decide_before = schema.Date(title=_("To be decided before"), required=False)

    model.fieldset("texts", label=_("Texts"), fields=["motivation", "decision", "decision_cont", "decision_end"])
    motivation = html_text(_("Motivation"))
    decision = html_text(_("Decision"))
    decision_cont = html_text(_("Decision, continued"))
    decision_end = html_text(_("End of the decision"))

    model.fieldset(
        "budget", label=_("Budget"), fields=["amount_excl_vat", "amount_incl_vat", "budget_article", "budget_related"]
    )
    amount_excl_vat = schema.Decimal(title=_("Amount without VAT, in euros"), required=False, min=Decimal(0))
    amount_incl_vat = schema.Decimal(title=_("Amount with VAT, in euros"), required=False, min=Decimal(0))
    budget_article = schema.TextLine(title=_("Budget article"), required=False)
    budget_related = schema.Bool(title=_("Has an effect on the budget"), default=False, required=False)

    model.fieldset(
        "sharing",
        label=_("Opinions, copies and sending"),
        fields=[
            "optional_advisers",
            "copy_groups",
            "send_to",
            "send_urgent",
            "send_closed",
            "send_title",
            "send_description",
            "send_detailed_description",
            "send_motivation",
            "send_decision",
            "to_authority",
        ],
    )
    optional_advisers = _keys(_("Opinions asked"), "commune.meeting.advisers")
    copy_groups = _keys(_("In copy"))
    send_to = _keys(
        _("Send to"),
        "commune.meeting.targets",
        description=_("Bodies that will receive the item once it is decided."),
    )
    send_urgent = _keys(_("Send as urgent"), "commune.meeting.targets")
    send_closed = _keys(_("Send for the closed part"), "commune.meeting.targets")
    send_title = schema.TextLine(title=_("Title in the bodies that receive it"), required=False)
    send_description = html_text(_("Description in the bodies that receive it"))
    send_detailed_description = html_text(_("Detailed description in the bodies that receive it"))
    send_motivation = html_text(_("Motivation in the bodies that receive it"))
    send_decision = html_text(_("Decision in the bodies that receive it"))
    to_authority = schema.Bool(title=_("Send to the supervisory authority"), default=False, required=False)

    model.fieldset(
        "management",
        label=_("For meeting managers"),
        fields=[
            "list_type",
            "restricted_copy_groups",
            "poll_type",
            "votes_result",
            "observations",
            "marginal_notes",
            "notes",
            "internal_notes",
            "needed_follow_up",
            "provided_follow_up",
            "emergency",
            "emergency_motivation",
            "insert_as_normal",
            "out_of_meeting",
        ],
    )
    directives.write_permission(
        list_type=MANAGE,
        restricted_copy_groups=MANAGE,
        poll_type=MANAGE,
        votes_result=MANAGE,
        observations=MANAGE,
        marginal_notes=MANAGE,
        notes=MANAGE,
        insert_as_normal=MANAGE,
        needed_follow_up=MANAGE,
    )
    list_type = schema.Choice(title=_("List"), vocabulary="commune.meeting.list_types", default="normal")
    restricted_copy_groups = _keys(_("In copy, set by managers"))
    poll_type = schema.Choice(title=_("Poll"), vocabulary="commune.meeting.poll_types", required=False)
    votes_result = html_text(_("Result of the votes"))
    observations = html_text(_("Observations"))
    marginal_notes = html_text(_("Marginal notes"))
    notes = html_text(_("Notes of the managers"))
    internal_notes = html_text(_("Internal notes"))
    needed_follow_up = html_text(_("Follow-up needed"))
    provided_follow_up = html_text(_("Follow-up provided"))
    emergency = schema.Choice(
        title=_("Emergency"), values=["none", "asked", "accepted", "refused"], default="none", required=False
    )
    emergency_motivation = html_text(_("Why it is urgent"))
    insert_as_normal = schema.Bool(title=_("Insert as a normal item"), default=False, required=False)
    out_of_meeting = schema.Bool(title=_("May be accepted out of a meeting"), default=False, required=False)


@implementer(IMeetingItem)
class MeetingItem(Dossier):
    """``meeting`` is the uid of the meeting on whose agenda it stands; numbers are read from that agenda.

    Only ``workflow.deletion`` deletes: whoever may depends on more than a role.
    """

    _Delete_objects_Permission = ()
    de_named = False  # the time of its names on the website is over
    waived = MappingProxyType({})  # personal data that may go out all the same, with the reason
    rank = 0  # place among items proposed together (an imported agenda), for the insertion rule custom:rank
    meeting = None
    predecessor = None
    links = ()  # uids of the items linked by hand: the whole group, without itself
    deliberation_number = ""
    completeness = "not_evaluated"
    external_id = ""
    polls = ()
    successors = ()
    recurring = ""
    minutes_of = None
    supervision = Supervision()
    urgency = None
    interests = ()
    list_type = "normal"
    privacy = "public"

    def Description(self) -> str:
        """The beginning of the description without its markup, for lists."""
        return " ".join(plain(str(getattr(self.description, "raw", "") or "")).split())[:DESCRIPTION]
