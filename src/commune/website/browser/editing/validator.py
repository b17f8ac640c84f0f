"""What stops a save: a text that some readers could not read."""

from typing import Any

from plone.app.contenttypes.behaviors.richtext import IRichTextBehavior
from z3c.form.validator import SimpleFieldValidator, WidgetValidatorDiscriminators
from zope.interface import Invalid

from commune.core.workflow.wording import sentence
from commune.website.interfaces import IWebsiteLayer
from commune.website.rules.editorial import blocking, html_warnings


class ReadableText(SimpleFieldValidator):
    """Each image of a text says what it shows, or that it is decorative (W-9.2)."""

    def validate(self, value: Any, force: bool = False) -> None:
        super().validate(value, force)
        refusals = blocking(html_warnings(value.raw or "")) if value is not None else ()
        if refusals:
            raise Invalid(sentence(refusals[0], self.request))


WidgetValidatorDiscriminators(ReadableText, request=IWebsiteLayer, field=IRichTextBehavior["text"])
