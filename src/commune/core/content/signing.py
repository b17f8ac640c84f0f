"""Sessions of signatures as kept on the site: the sessions, their files on the way, who replaces whom."""

from collections.abc import Iterator
from typing import Any

from BTrees.OOBTree import OOBTree, OOTreeSet
from persistent import Persistent
from persistent.list import PersistentList
from plone.namedfile.file import NamedBlobFile
from zope.annotation.interfaces import IAnnotations

from commune.core.rules.signing import OPEN, Delegation, Session, state_of

KEY = "commune.core.signing"
PDF = "application/pdf"


class SigningBook(Persistent):
    """What is kept of the signatures of a site."""

    def __init__(self) -> None:
        self.sessions = OOBTree()
        self.unfinished = OOTreeSet()
        self.files = OOBTree()
        self.delegations = PersistentList()
        self.trial_root = None

    def keep(self, session: Session) -> None:
        self.sessions[session.number] = session
        if state_of(session) in OPEN:
            self.unfinished.insert(session.number)
        elif session.number in self.unfinished:
            self.unfinished.remove(session.number)

    def under_way(self) -> list[Session]:
        """The sessions that are not over, in the order of their numbers; the others stay asleep."""
        return [self.sessions[number] for number in self.unfinished]

    def file(self, number: str, paper: int) -> bytes:
        """The file of a session as it is now."""
        return bytes(self.files[(number, paper)].data)

    def keep_file(self, number: str, paper: int, data: bytes) -> None:
        self.files[(number, paper)] = NamedBlobFile(data, PDF, f"{number}-{paper}.pdf".replace("/", "-"))

    def newest_first(self) -> Iterator[Session]:
        """The sessions, the last begun first."""
        return iter(sorted(self.sessions.values(), key=lambda one: one.asked, reverse=True))

    def delegated(self) -> tuple[Delegation, ...]:
        """Who replaces whom, in the order in which it was said."""
        return tuple(self.delegations)


def signing_book(site: Any) -> SigningBook:
    """The book of the site; an empty one that is not kept while nothing was ever signed."""
    return IAnnotations(site).get(KEY) or SigningBook()


def own_signing_book(site: Any) -> SigningBook:
    """The book of the site, made when there is none: to write into."""
    notes = IAnnotations(site)
    if KEY not in notes:
        notes[KEY] = SigningBook()
    return notes[KEY]
