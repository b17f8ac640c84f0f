"""Values of an index that only the site can ask for: whoever searches by hand does not guess them."""

import hmac
import secrets
from typing import Any

from plone import api
from zope.annotation.interfaces import IAnnotations

SECRET = "commune.core.sealing"


def sealed(*words: str) -> str:
    """The value that stands for these words in an index of this site; the secret is made when first needed."""
    notes = IAnnotations(api.portal.get())
    if SECRET not in notes:
        notes[SECRET] = secrets.token_hex()
    return _seal(str(notes[SECRET]), words)


def asked(*words: str) -> str:
    """The same for a question, which writes nothing: without a secret nothing was ever sealed."""
    notes: Any = IAnnotations(api.portal.get())
    return _seal(str(notes.get(SECRET, "")), words)


def _seal(secret: str, words: tuple[str, ...]) -> str:
    return hmac.new(secret.encode(), "\x00".join(words).encode(), "sha256").hexdigest()
