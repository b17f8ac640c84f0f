"""Choices of the sheet of a procedure."""

from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.eguichet.i18n import _


def choices(**titles: str) -> SimpleVocabulary:
    """A vocabulary of plain values with their titles (messages)."""
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in titles.items()])


AUDIENCES = choices(
    citizen=_("Citizens"),
    company=_("Companies"),
    association=_("Associations"),
    non_resident=_("Non-residents"),
    visitor=_("Visitors"),
)
CHANNELS = choices(online=_("Online"), counter=_("At the counter"), post=_("By post"), phone=_("By phone"))
SILENCE = choices(none=_("Silence has no effect"), accept=_("Silence means yes"), refuse=_("Silence means no"))
STATUSES = choices(active=_("Active"), suspended=_("Suspended"), seasonal=_("Seasonal"), retired=_("Retired"))
MOMENTS = choices(manual=_("When the officer decides"), take=_("As soon as the request is taken in charge"))
