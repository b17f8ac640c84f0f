"""The authority's logo, served from the registry."""

from Products.Five import BrowserView
from zExceptions import NotFound

from commune.core.browser.theme.resources import fingerprint, keep_for_ever
from commune.core.content.authority import authority


def logo_path() -> str:
    """Path of the logo from the site; empty when the authority has none."""
    data = authority().logo
    return f"@@authority-logo?v={fingerprint(data)}" if data else ""


class Logo(BrowserView):
    """``@@authority-logo``: a drawing only, whatever the file contains."""

    def __call__(self) -> bytes:
        settings = authority()
        if not settings.logo:
            raise NotFound()
        response = self.request.response
        response.setHeader("Content-Type", settings.logo_type)
        response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; sandbox")
        response.setHeader("X-Content-Type-Options", "nosniff")
        keep_for_ever(response)
        return settings.logo
