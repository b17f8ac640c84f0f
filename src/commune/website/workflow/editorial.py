"""What stops the publication of a content, and what its editor should mend."""

from typing import Any

from commune.core.content.authority import authority
from commune.core.content.clock import today
from commune.core.rules.refusals import Refusals
from commune.website.content.statement import IAccessibilityStatement, statement_of
from commune.website.rules.editorial import blocking, html_warnings
from commune.website.rules.statement import statement_refusals


def warnings(content: Any) -> Refusals:
    """Everything to mend in the text of a content."""
    text = getattr(content, "text", None)
    return html_warnings(text.raw or "") if text is not None else ()


def publication_refusals(content: Any) -> Refusals:
    """Everything that stops its publication: images without alternative, an incomplete declaration."""
    found = blocking(warnings(content))
    image = getattr(content, "image", None)
    if image is not None and not (getattr(content, "image_caption", "") or "").strip():
        found = (*found, *blocking(html_warnings(f'<img src="{image.filename}">')))
    if IAccessibilityStatement.providedBy(content):
        found = (*found, *statement_refusals(statement_of(content, authority().name), today()))
    return found
