"""Personal data in what would go out: found, masked or waived with a reason before anything leaves."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from commune.core.content.clock import today
from commune.core.content.journal import Journal
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.file_words import words_in
from commune.core.workflow.lookup import by_uids, children
from commune.core.workflow.process import Refused
from commune.meeting.rules.agenda import numbering
from commune.meeting.rules.bodies import PublicationSettings
from commune.meeting.rules.personal_data import Hit, around, detect_in, marked, shown_words
from commune.meeting.rules.publication import Stage, public_item
from commune.meeting.workflow.public_part import DECISIONS, public_facts
from commune.meeting.workflow.settings import Settings
from commune.meeting.workflow.snapshots import drafts
from commune.meeting.workflow.texts import raw, rich

TEXTS = ("description", "detailed_description", "motivation", "decision", "decision_cont", "decision_end")
AUTHOR, COMMENTS, CHANGES = "file_author", "file_comments", "file_changes"


@dataclass(frozen=True)
class Finding:
    """Something found in what would go out. ``place``: ``title``, ``text`` or the uid of a file; ``where`` its name.

    ``reason``: why it may go out all the same.
    """

    item: str
    number: str
    place: str
    where: str
    kind: str
    found: str
    before: str
    after: str
    blocking: bool
    reason: str = ""

    @property
    def stops(self) -> bool:
        return self.blocking and not self.reason


def findings(meeting: Any, settings: Settings, stage: Stage, items: Iterable[Any] | None = None) -> list[Finding]:
    """All that was found in the items that leave at that stage, in the order of the agenda."""
    rules, numbers = settings.body.publication, numbering(meeting.agenda)
    put = drafts(meeting) if stage != DECISIONS else {}
    found: list[Finding] = []
    for item in by_uids(meeting.agenda.uids) if items is None else items:
        uid = item.UID()
        if uid in numbers:
            number = str(numbers[uid])
            facts = public_facts(item, number, {}, put.get(uid, ""), uid in meeting.unpublished)
            shown = public_item(facts, rules, stage)
            if shown is not None and not shown.placeholder:
                found += found_in(item, number, shown.title, shown.text, shown.annexes, rules)
    return found


def found_in(
    item: Any, number: str, title: str, text: str, files: Iterable[str], rules: PublicationSettings
) -> Iterator[Finding]:
    """What was found in a title, a text and the files of those uids."""
    uid, waived = item.UID(), item.waived

    def made(place: str, where: str, words: str, hits: Iterable[Hit]) -> Iterator[Finding]:
        for hit in hits:
            before, after = around(words, hit)
            yield Finding(uid, number, place, where, hit.kind, hit.found, before, after, hit.blocking,
                          waived.get(hit.found, ""))  # fmt: skip

    for place, words in (("title", title), ("text", shown_words(text))):
        yield from made(place, "", words, detect_in(words, today(), rules.watched_names, rules.blocking))
    for annex in children(item, "annex"):
        if annex.UID() in set(files):
            name = f"{annex.title} {annex.file.filename}"
            inside = words_in(annex)
            words = "\n".join((name, inside.text, inside.changes))
            hits = [*detect_in(words, today(), rules.watched_names, rules.blocking), *_hidden(inside, rules.blocking)]
            yield from made(annex.UID(), annex.title or annex.file.filename, words, hits)


def _hidden(inside: Any, blocking: frozenset[str]) -> Iterator[Hit]:
    """What a file carries that its readers do not see at first."""
    for author in inside.authors:
        yield Hit(AUTHOR, author, 0, AUTHOR in blocking)
    for kind, words in ((COMMENTS, inside.comments), (CHANGES, inside.changes)):
        if words:
            yield Hit(kind, " ".join(words.split())[:80], 0, kind in blocking)


def against_leaving(meeting: Any, settings: Settings, stage: Stage, items: Iterable[Any]) -> Refusals:
    """Every reason why nothing leaves: blocking personal data neither masked nor waived with a reason."""
    found = findings(meeting, settings, stage, items)
    return tuple(refusal_of(one) for one in found if one.stops)


def refusal_of(one: Finding) -> Refusal:
    """The reason that a finding is; its place is the item, then the place inside it."""
    data = {"number": one.number, "where": one.where, "kind": one.kind, "found": one.found}
    return Refusal("publication.personal_data", data, f"{one.item}/{one.place}")


def waive(item: Any, found: str, reason: str, actor: str) -> None:
    """Let those words go out all the same; raises ``Refused`` without a reason."""
    if not found.strip() or not reason.strip():
        raise Refused(Refusal("publication.waiver_reason", place="reason"))
    item.waived = {**item.waived, found: reason.strip()}
    item.version += 1
    Journal(item).note("personal_data_waived", actor, reason.strip())


def withdraw_waiver(item: Any, found: str, actor: str) -> None:
    """Stop the publication at those words again."""
    item.waived = {words: reason for words, reason in item.waived.items() if words != found}
    Journal(item).note("personal_data_held", actor)


def mask(item: Any, found: str, actor: str) -> None:
    """Mark those words in the texts of the item; raises ``Refused`` when they stand in none of them whole."""
    done = False
    for name in TEXTS:
        before = raw(item, name)
        after = marked(before, found) if found.strip() else before
        if after != before:
            setattr(item, name, rich(after))
            done = True
    if not done:
        raise Refused(Refusal("publication.mask_by_hand", place="found"))
    item.version += 1
    item.reindexObject()
    Journal(item).note("personal_data_masked", actor)
