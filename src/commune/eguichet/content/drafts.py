"""Drafts, kept on the site outside the catalog: found by an unguessable token, or listed for their owner."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from BTrees.OOBTree import OOBTree, OOTreeSet
from persistent import Persistent
from zope.annotation.interfaces import IAnnotations

from commune.eguichet.rules.drafts import Draft

KEY = "commune.eguichet.drafts"


class DraftFile(Persistent):
    """A file brought by the citizen: ``name`` as cleaned, ``file`` a named blob, ``field`` the posted field's name."""

    def __init__(self, field: str, name: str, mime: str, file: Any, at: datetime) -> None:
        self.field = field
        self.name = name
        self.mime = mime
        self.file = file
        self.size = file.getSize()
        self.at = at


class StoredDraft(Persistent):
    """A draft with its files, and of what and whose it is. ``request`` is the uid of what it became."""

    def __init__(self, draft: Draft, procedure: str, form_id: str, user: str, language: str, channel: str) -> None:
        self.draft = draft
        self.procedure = procedure
        self.form_id = form_id
        self.user = user
        self.language = language
        self.channel = channel
        self.begun_at = draft.saved_at
        self.resume_key = ""
        self.request = ""
        self.suspect = False
        self.files = OOBTree()

    @property
    def token(self) -> str:
        return self.draft.uid

    def files_of(self, name: str) -> list[tuple[str, DraftFile]]:
        """Files of a posted field that the answers name, in their order."""
        ids = self.draft.answers.get(name, ())
        listed = (ids,) if isinstance(ids, str) else ids
        return [(one, self.files[one]) for one in listed if one in self.files]


class Drafts(Persistent):
    """All drafts of the site."""

    def __init__(self) -> None:
        self.by_token = OOBTree()
        self.by_user = OOBTree()
        self.by_resume_key = OOBTree()

    def add(self, stored: StoredDraft) -> None:
        self.by_token[stored.token] = stored
        if stored.user:
            self.by_user.setdefault(stored.user, OOTreeSet()).insert(stored.token)

    def get(self, token: str) -> StoredDraft | None:
        return self.by_token.get(token)

    def of_user(self, user: str) -> list[StoredDraft]:
        """Drafts of a signed-in user that were not sent, the latest first."""
        found = [self.by_token[token] for token in self.by_user.get(user, ()) if token in self.by_token]
        return sorted((one for one in found if not one.request), key=lambda one: one.draft.saved_at, reverse=True)

    def let_resume(self, stored: StoredDraft, key: str, mail: str) -> None:
        """Open the draft to who holds ``key`` and knows ``mail``; an earlier key stops working."""
        self.by_resume_key.pop(stored.resume_key, None)
        self.by_resume_key[key] = stored.token
        stored.resume_key = key
        stored.draft = replace(stored.draft, mail=mail)

    def by_key(self, key: str) -> StoredDraft | None:
        return self.get(self.by_resume_key.get(key, ""))

    def forget(self, token: str) -> None:
        """Erase the draft and its files."""
        stored = self.by_token.pop(token)
        self.by_resume_key.pop(stored.resume_key, None)
        if stored.user in self.by_user:
            self.by_user[stored.user].discard(token)

    def forget_expired(self, now: datetime) -> int:
        """Erase what is past its time; returns how many drafts."""
        gone = [token for token, stored in self.by_token.items() if now >= stored.draft.expires_at]
        for token in gone:
            self.forget(token)
        return len(gone)


def drafts(site: Any) -> Drafts:
    """The drafts of the site; kept from the first one on."""
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = Drafts()
    return notes[KEY]


def find_draft(site: Any, token: str) -> StoredDraft | None:
    """The draft of that token, or ``None``; writes nothing."""
    kept = IAnnotations(site).get(KEY)
    return kept.get(token) if kept is not None and token else None
