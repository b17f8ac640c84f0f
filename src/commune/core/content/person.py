"""A person of the authority and the mandates or posts that he or she holds."""

from plone.dexterity.content import Container, Item
from plone.supermodel import model
from zope import schema
from zope.interface import implementer
from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.core.i18n import _

GENDERS = SimpleVocabulary(
    [
        SimpleTerm("f", title=_("Woman")),
        SimpleTerm("m", title=_("Man")),
        SimpleTerm("x", title=_("Other gender")),
        SimpleTerm("unknown", title=_("Not known")),
    ]
)


class IPerson(model.Schema):
    """Somebody who holds a post or a mandate (core 1.5); private details are kept apart."""

    last_name = schema.TextLine(title=_("Last name"))
    first_name = schema.TextLine(title=_("First name"), required=False)
    gender = schema.Choice(title=_("Gender"), vocabulary=GENDERS, default="unknown")
    user_id = schema.TextLine(title=_("User account"), required=False)
    email = schema.TextLine(title=_("E-mail"), required=False)


class IMandate(model.Schema):
    """A seat held over a period, both days inclusive (core 1.5 and 2.5)."""

    role = schema.TextLine(title=_("Role"), description=_("Stable key: mayor, alderman, councillor, secretary…"))
    body = schema.TextLine(title=_("Body"), description=_("Code of the body or service in which the seat is."))
    label = schema.TextLine(title=_("Label"), description=_("As printed before the name."), required=False)
    political_list = schema.TextLine(title=_("List or group"), required=False)
    rank = schema.Int(title=_("Order of precedence"), default=0, required=False)
    start = schema.Date(title=_("From"))
    end = schema.Date(title=_("Until"), required=False)
    usages = schema.Set(
        title=_("Usages"), value_type=schema.TextLine(), required=False, description=_("member, signer, secretary…")
    )


@implementer(IPerson)
class Person(Container):
    """Holds its mandates."""

    exclude_from_nav = True

    @property
    def title(self) -> str:
        return " ".join(part for part in (self.first_name, self.last_name) if part)

    @title.setter
    def title(self, value: str) -> None:
        """The title is always made of the names."""


@implementer(IMandate)
class Mandate(Item):
    """One seat of the person who contains it."""

    exclude_from_nav = True
