"""Lists to choose from on a permit."""

from zope.schema.vocabulary import SimpleTerm, SimpleVocabulary

from commune.urbanism.i18n import _
from commune.urbanism.rules.procedure_choice import Choice

PROCEDURE_TITLES = {"P": _("Planning permit")}
CHOICE_TITLES = {
    Choice.UNKNOWN: _("Not yet known"),
    Choice.SIMPLE: _("Nothing to ask"),
    Choice.INTERNAL_OPINIONS: _("Opinions of services of the authority"),
    Choice.EXTERNAL_OPINIONS: _("Opinions of outside services or commissions"),
    Choice.ANNOUNCEMENT: _("Announcement of the project"),
    Choice.OWN_ANNOUNCEMENT: _("Announcement on the commune's own initiative"),
    Choice.INQUIRY: _("Public inquiry"),
    Choice.OWN_INQUIRY: _("Public inquiry on the commune's own initiative"),
    Choice.FD: _("Opinion of the delegated official of the Region"),
}
IMPACT_TITLES = {"notice": _("Notice of effects on the environment"), "study": _("Full study of the effects")}
FD_TITLES = {
    "none": _("No opinion needed"),
    "simple": _("Simple opinion"),
    "binding": _("Binding opinion"),
    "optional": _("Optional opinion"),
}
USAGE_TITLES = {"housing": _("Housing"), "other": _("Other than housing"), "none": _("Not applicable")}
CHANNEL_TITLES = {
    "portal": _("E-counter"),
    "counter": _("At the counter"),
    "registered": _("Registered mail"),
    "email": _("E-mail"),
    "post": _("Post"),
}


def _terms(titles: dict[str, str]) -> SimpleVocabulary:
    return SimpleVocabulary([SimpleTerm(value, value, title) for value, title in titles.items()])


PROCEDURES = _terms(PROCEDURE_TITLES)
CHOICES = _terms({choice.value: title for choice, title in CHOICE_TITLES.items()})
IMPACTS = _terms(IMPACT_TITLES)
FD_REQUIREMENTS = _terms(FD_TITLES)
USAGES = _terms(USAGE_TITLES)
