"""The accessibility declaration as data; its page is a rendering."""

from typing import Any

from collective.z3cform.datagridfield.datagridfield import DataGridFieldFactory
from collective.z3cform.datagridfield.row import DictRow
from plone.autoform import directives
from plone.dexterity.content import Item
from plone.supermodel import model
from zope import schema
from zope.interface import Interface, implementer
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.website.i18n import _
from commune.website.rules.statement import NonConformity, Statement

STATUSES = SimpleVocabulary(
    [
        SimpleTerm("full", title=_("Fully conforming")),
        SimpleTerm("partial", title=_("Partly conforming")),
        SimpleTerm("none", title=_("Not conforming")),
    ]
)
METHODS = SimpleVocabulary(
    [
        SimpleTerm("self_assessment", title=_("Self-assessment")),
        SimpleTerm("third_party", title=_("Evaluation by a third party")),
    ]
)
REASONS = SimpleVocabulary(
    [
        SimpleTerm("not_conforming", title=_("Does not meet the requirements")),
        SimpleTerm("disproportionate_burden", title=_("Disproportionate burden")),
        SimpleTerm("out_of_scope", title=_("Outside the scope of the law")),
    ]
)


class INonConformityRow(Interface):
    """A part that does not conform."""

    text = schema.TextLine(title=_("What"))
    reason = schema.Choice(title=_("Why"), vocabulary=REASONS)
    found_on = schema.Date(title=_("Known since"))
    alternative = schema.TextLine(title=_("What to do instead"), required=False)


class IAccessibilityStatement(model.Schema):
    """What the European model of the declaration asks."""

    site = schema.TextLine(title=_("Site concerned"))
    status = schema.Choice(title=_("Status"), vocabulary=STATUSES)
    standard = schema.TextLine(title=_("Standard"), default="EN 301 549 V3.2.1, WCAG 2.2 AA")
    directives.widget(non_conformities=DataGridFieldFactory)
    non_conformities = schema.List(
        title=_("Parts that do not conform"),
        value_type=DictRow(title=_("Part"), schema=INonConformityRow),
        required=False,
        missing_value=None,
    )
    method = schema.Choice(title=_("Method of evaluation"), vocabulary=METHODS)
    prepared_on = schema.Date(title=_("Prepared on"))
    reviewed_on = schema.Date(title=_("Last reviewed on"))
    feedback_contact = schema.TextLine(title=_("Contact for remarks"), description=_("An e-mail address."))
    enforcement_body = schema.TextLine(title=_("Body to which one may turn"))
    enforcement_link = schema.URI(title=_("Its address on the web"))


@implementer(IAccessibilityStatement)
class AccessibilityStatement(Item):
    """One per language of the site."""


def statement_of(context: Any, authority: str) -> Statement:
    """The declaration as the rules read it."""
    rows = tuple(
        NonConformity(row["text"], row["reason"], row["found_on"], row.get("alternative") or "")
        for row in context.non_conformities or ()
    )
    names = ("site", "status", "standard", "method", "prepared_on", "reviewed_on", "feedback_contact")
    values = {name: getattr(context, name, None) for name in (*names, "enforcement_body", "enforcement_link")}
    return Statement(
        authority=authority, non_conformities=rows, **{name: value for name, value in values.items() if value}
    )
