"""A service of the authority; its functions are the groups that rights are given to."""

from plone.dexterity.content import Container
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.core.i18n import _

KINDS = SimpleVocabulary(
    [
        SimpleTerm("direction", title=_("Direction")),
        SimpleTerm("department", title=_("Department")),
        SimpleTerm("service", title=_("Service")),
        SimpleTerm("cell", title=_("Cell")),
        SimpleTerm("college", title=_("College")),
        SimpleTerm("council", title=_("Council")),
        SimpleTerm("committee", title=_("Committee")),
        SimpleTerm("other", title=_("Other")),
    ]
)


class IOrganisationUnit(model.Schema):
    """One node of the organisation tree (core 1.3)."""

    title = schema.TextLine(title=_("Name"))
    code = schema.TextLine(title=_("Code"), description=_("Capitals, digits, - and _; unique."), max_length=20)
    short_title = schema.TextLine(title=_("Short name"), required=False)
    kind = schema.Choice(title=_("Kind"), vocabulary=KINDS, default="service")
    email = schema.TextLine(title=_("E-mail"), required=False)
    phone = schema.TextLine(title=_("Phone"), required=False)
    address = schema.Text(title=_("Address"), required=False)
    hours = schema.Text(
        title=_("Opening hours"), description=_("The JSON document that the opening-hours rules read."), required=False
    )
    valid_from = schema.Date(title=_("In being from"), required=False)
    valid_until = schema.Date(title=_("In being until"), required=False)
    selectable = schema.Bool(title=_("Has functions"), default=True, required=False)


@implementer(IOrganisationUnit)
class OrganisationUnit(Container):
    """Services nest: a unit holds its sub-units, in their order."""

    exclude_from_nav = True
