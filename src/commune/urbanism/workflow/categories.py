"""The categories of the annexes of permits."""

from commune.core.rules.annexes import Category, Family
from commune.core.workflow.annexes import Categories
from commune.urbanism.i18n import _

_FLAGS = frozenset({Family.CONFIDENTIAL, Family.PRINT, Family.SIGN, Family.PUBLISH})

CATEGORIES = Categories(
    (
        Category("plan", _("Plan"), _FLAGS),
        Category("form", _("Form"), _FLAGS),
        Category("photo", _("Photograph"), _FLAGS),
        Category("opinion", _("Opinion received"), _FLAGS),
        Category("letter", _("Letter"), _FLAGS),
        Category("withdrawal", _("Withdrawal of the request"), _FLAGS),
    )
)
