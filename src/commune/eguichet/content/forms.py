"""Published versions of forms, kept on the site: never changed, so that a request reads its own for ever."""

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from BTrees.OOBTree import OOBTree
from zope.annotation.interfaces import IAnnotations

from commune.eguichet.rules.forms import Form, load_form

KEY = "commune.eguichet.forms"
BLOCKED = "commune.eguichet.blocked_forms"


def kept_document(site: Any, form_id: str, version: int) -> str | None:
    """The document of that version as it was published (JSON text), or ``None``."""
    return IAnnotations(site).get(KEY, {}).get((form_id, version))


def keep_form(site: Any, document: Mapping[str, Any]) -> bool:
    """Keep a faultless document under its id and version; returns whether it is new.

    Raises ``ValueError`` when that version is kept with another content.
    """
    text = json.dumps(document, ensure_ascii=False, sort_keys=True)
    key = (document["id"], document["version"])
    known = kept_document(site, *key)
    if known is not None and known != text:
        raise ValueError(f"form {key[0]}, version {key[1]}: published, and cannot change")
    if known is None:
        IAnnotations(site).setdefault(KEY, OOBTree())[key] = text
    return known is None


def kept_form(site: Any, form_id: str, version: int) -> Form | None:
    """The form of that version, or ``None``."""
    text = kept_document(site, form_id, version)
    return _loaded(text) if text is not None else None


def blocked_versions(site: Any, form_id: str) -> frozenset[int]:
    """Versions on which nobody may go on."""
    return frozenset(IAnnotations(site).get(BLOCKED, {}).get(form_id, ()))


def block_version(site: Any, form_id: str, version: int) -> None:
    """Let nobody go on with that version: the law changed."""
    blocked = IAnnotations(site).setdefault(BLOCKED, OOBTree())
    blocked[form_id] = (*blocked.get(form_id, ()), version)


@lru_cache(maxsize=64)
def _loaded(text: str) -> Form:
    return load_form(json.loads(text))
