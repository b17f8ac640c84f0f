"""What every public content has besides its own: who answers for it, whom it is for, when to read it again."""

from typing import Any

from plone.autoform.interfaces import IFormFieldProvider
from plone.supermodel import model
from zope import schema
from zope.interface import provider
from zope.schema.interfaces import IContextAwareDefaultFactory
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.core.content.clock import today
from commune.website.i18n import _
from commune.website.rules.editorial import review_due

AUDIENCES = SimpleVocabulary(
    [
        SimpleTerm("citizen", title=_("Citizen")),
        SimpleTerm("newcomer", title=_("Newcomer")),
        SimpleTerm("company", title=_("Company")),
        SimpleTerm("association", title=_("Association")),
        SimpleTerm("visitor", title=_("Visitor")),
    ]
)


@provider(IContextAwareDefaultFactory)
def next_review(context: Any) -> Any:
    return review_due(today())


@provider(IFormFieldProvider)
class IPublicContent(model.Schema):
    """Common fields of public contents (W-1.0); title, summary, topics and dates are Plone's own."""

    model.fieldset(
        "site",
        label=_("Site"),
        fields=["responsible_service", "audiences", "search_words", "review_on", "internal_note"],
    )
    responsible_service = schema.Choice(
        title=_("Responsible service"),
        description=_("Its telephone and opening hours are shown beside the text."),
        vocabulary="commune.core.units",
        required=False,
    )
    audiences = schema.Set(
        title=_("For whom"), value_type=schema.Choice(vocabulary=AUDIENCES), required=False, missing_value=None
    )
    search_words = schema.Text(
        title=_("Words for the search"),
        description=_("Other words that people type to find this page. They are not shown."),
        required=False,
    )
    review_on = schema.Date(title=_("To be read again on"), required=False, defaultFactory=next_review)
    internal_note = schema.Text(title=_("Internal note"), description=_("Never public."), required=False)
