"""The permit: what a dossier of town planning says of itself; parties, places and steps are its records."""

from plone.supermodel import model
from zope import schema
from zope.interface import implementer

from commune.core.content.dossier import Dossier
from commune.urbanism.content import vocabularies
from commune.urbanism.content.parties import applicant_names
from commune.urbanism.i18n import _
from commune.urbanism.rules.procedure_choice import Choice

SUBJECT_LENGTH = 500


class IPermit(model.Schema):
    """A planning permit (urbanism 3.2)."""

    procedure = schema.Choice(title=_("Procedure"), vocabulary=vocabularies.PROCEDURES, default="P")
    subject = schema.TextLine(title=_("Subject of the works"), max_length=SUBJECT_LENGTH)
    description = schema.Text(title=_("Description"), required=False)
    procedure_choice = schema.Set(
        title=_("What the dossier must go through"),
        value_type=schema.Choice(vocabulary=vocabularies.CHOICES),
        required=False,
    )
    limited_impact = schema.Bool(title=_("Works of limited impact"), default=False, required=False)
    impact = schema.Choice(title=_("Effects on the environment"), vocabulary=vocabularies.IMPACTS, default="notice")
    fd_requirement = schema.Choice(
        title=_("Opinion of the Region"), vocabulary=vocabularies.FD_REQUIREMENTS, default="none"
    )
    fd_exemption = schema.TextLine(title=_("Article that exempts from it"), required=False)
    usage = schema.Choice(title=_("Use"), vocabulary=vocabularies.USAGES, default="none")
    work_types = schema.List(title=_("Kinds of works"), value_type=schema.TextLine(), required=False)
    category = schema.TextLine(title=_("Statutory category"), required=False)
    housing_before = schema.Int(title=_("Dwellings before the works"), min=0, required=False)
    housing_asked = schema.Int(title=_("Dwellings asked for"), min=0, required=False)
    missing_pieces = schema.List(title=_("Missing pieces"), value_type=schema.TextLine(), required=False)
    motivation = schema.Text(title=_("Motivation of the draft decision"), required=False)
    draft_decision = schema.Text(title=_("Draft decision"), required=False)
    inadmissible_reason = schema.Text(title=_("Why the request is inadmissible"), required=False)
    no_address = schema.Bool(title=_("The works have no address"), default=False, required=False)


@implementer(IPermit)
class Permit(Dossier):
    """A permit. Its title is made of reference, subject and applicants.

    ``past_choices`` keeps the procedure choice of former series by their number; ``previous_state`` the
    state to come back to; ``final_on`` the day it became final, which ends the sight of its advisers a year later.
    """

    # Never typed: see the note in the core's Dossier.
    description = ""
    procedure_choice = frozenset()
    past_choices = ()
    previous_state = ""
    times_incomplete = 0
    final_on = None
    decision = None
    college = None
    source = None

    @property
    def title(self) -> str:
        return " – ".join(part for part in (self.reference, self.subject, ", ".join(applicant_names(self))) if part)

    @title.setter
    def title(self, value: str) -> None:
        """The title is always made of what the permit says."""

    @property
    def choice(self) -> frozenset[Choice]:
        """The procedure choice of the current series."""
        return frozenset(Choice(value) for value in self.procedure_choice or ())
