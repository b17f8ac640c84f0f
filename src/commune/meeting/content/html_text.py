"""A field for formatted text: written as HTML, shown without what a browser must not run."""

from plone.app.textfield import RichText


def html_text(title: str) -> RichText:
    """An optional text with that title."""
    return RichText(
        title=title,
        required=False,
        default_mime_type="text/html",
        output_mime_type="text/x-html-safe",
        allowed_mime_types=("text/html",),
    )
