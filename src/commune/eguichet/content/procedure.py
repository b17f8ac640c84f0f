"""A procedure: its public sheet, and the form that its page shows; one object."""

from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.autoform import directives
from plone.dexterity.content import Container
from plone.schema import JSONField
from plone.supermodel import model
from zope import schema
from zope.interface import Interface, implementer

from commune.eguichet.content import vocabularies
from commune.eguichet.i18n import _
from commune.eguichet.interfaces import IProcedureContent


class IEvidenceRow(Interface):
    """A document to provide."""

    name = schema.TextLine(title=_("Document"))
    mandatory = schema.Bool(title=_("Mandatory"), default=True, required=False)
    original = schema.Bool(title=_("Original required"), default=False, required=False)
    max_age_days = schema.Int(title=_("Not older than (days)"), min=1, required=False)
    replaced_by = schema.TextLine(title=_("Authentic source that replaces it"), required=False)


class IChannelRow(Interface):
    """A way to apply."""

    kind = schema.Choice(title=_("Way"), vocabulary=vocabularies.CHANNELS)
    hours = schema.TextLine(title=_("Hours"), required=False)
    restrictions = schema.TextLine(title=_("Restrictions"), required=False)


class ICostRow(Interface):
    """A line of the price."""

    label = schema.TextLine(title=_("What for"))
    cents = schema.Int(title=_("Amount in cents"), min=0, required=False)
    formula = schema.TextLine(title=_("Formula"), required=False)


class ILegalRow(Interface):
    """A legal basis."""

    reference = schema.TextLine(title=_("Reference"))
    url = schema.TextLine(title=_("Address of the text"), required=False)


def rows(title: str, row: type[Interface], required: bool = False) -> schema.List:
    """A field of typed rows."""
    return schema.List(title=title, value_type=DictRow(title=title, schema=row), required=required, missing_value=None)


class IProcedure(model.Schema):
    """The sheet (E-1); the form itself is published through ``workflow.forms``."""

    model.fieldset(
        "applying",
        label=_("Applying"),
        fields=["who_can_apply", "documents", "channels", "digital_only_reason", "button", "identification_level"],
    )
    model.fieldset(
        "terms",
        label=_("Delay, price, result"),
        fields=["commitment_days", "legal_limit", "silence", "costs", "result", "legal_basis", "appeal"],
    )
    model.fieldset(
        "keeping",
        label=_("Keeping up"),
        fields=["status", "status_reason", "suspended_until", "replacement", "scope", "verified_on", "owner"],
    )
    model.fieldset(
        "treatment", label=_("Treatment"), fields=["numbering_code", "handover_kind", "handover_moment", "handover_map"]
    )

    identifier = schema.TextLine(title=_("Identifier"), description=_("Stable, never changed."))
    title = schema.TextLine(title=_("Title"))
    description = schema.Text(title=_("Summary"), required=False)
    details = schema.Text(title=_("Description"), required=False)
    competent_authority = schema.TextLine(title=_("Competent authority"), required=False)
    responsible_unit = schema.Choice(title=_("Responsible service"), vocabulary="commune.core.units", required=False)
    audiences = schema.List(
        title=_("Audiences"), value_type=schema.Choice(vocabulary=vocabularies.AUDIENCES), required=False
    )
    languages = schema.List(title=_("Languages offered"), value_type=schema.TextLine(), required=False)

    who_can_apply = schema.Text(title=_("Who can apply, and conditions"), required=False)
    directives.widget("documents", DataGridFieldFactory)
    documents = rows(_("Documents to provide"), IEvidenceRow)
    directives.widget("channels", DataGridFieldFactory)
    channels = rows(_("Ways to apply"), IChannelRow)
    digital_only_reason = schema.Text(title=_("Why there is no way but online"), required=False)
    button = schema.TextLine(title=_("Label of the button"), max_length=33, required=False)
    identification_level = schema.Int(title=_("Identification level"), min=0, max=4, required=False)

    commitment_days = schema.Int(title=_("Commitment (working days)"), min=0, required=False)
    legal_limit = schema.TextLine(title=_("Legal limit (ISO 8601 duration)"), required=False)
    silence = schema.Choice(title=_("Silence of the authority"), vocabulary=vocabularies.SILENCE, default="none")
    directives.widget("costs", DataGridFieldFactory)
    costs = rows(_("Price"), ICostRow)
    result = schema.Text(title=_("What one gets"), required=False)
    directives.widget("legal_basis", DataGridFieldFactory)
    legal_basis = rows(_("Legal basis"), ILegalRow)
    appeal = schema.Text(title=_("Appeal or complaint"), required=False)

    status = schema.Choice(title=_("Status"), vocabulary=vocabularies.STATUSES, default="active")
    status_reason = schema.TextLine(title=_("Reason of the suspension"), required=False)
    suspended_until = schema.Date(title=_("Suspended until (inclusive)"), required=False)
    replacement = schema.TextLine(title=_("Replaced by"), required=False)
    scope = schema.TextLine(title=_("Territory"), required=False)
    verified_on = schema.Date(title=_("Last verified on"), required=False)
    owner = schema.TextLine(title=_("Who keeps the sheet up to date"), required=False)

    numbering_code = schema.TextLine(title=_("Code in references"), max_length=8, default="DEM")
    handover_kind = schema.TextLine(title=_("Dossier that a request becomes"), required=False)
    handover_moment = schema.Choice(title=_("When"), vocabulary=vocabularies.MOMENTS, default="manual")
    handover_map = JSONField(title=_("Which answer goes where"), required=False)


@implementer(IProcedure, IProcedureContent)
class Procedure(Container):
    """Public content: published or not, found by all, edited by the editors of the site.

    ``form_id`` and ``form_version`` name the form shown to who begins today; empty and 0 without a form.
    """

    form_id = ""
    form_version = 0
