"""Files of a draft: checked when they come, kept whatever else is wrong."""

from typing import Any

from plone.namedfile.file import NamedBlobFile

from commune.core.content.clock import now
from commune.core.rules.file_policy import MEBIBYTE, FilePolicy, check_file, check_files
from commune.core.rules.refusals import Refusal, Refusals
from commune.eguichet.content.drafts import DraftFile, StoredDraft
from commune.eguichet.rules.forms import Field
from commune.eguichet.workflow.drafts import save
from commune.eguichet.workflow.secrecy import new_token

DEFAULT_COUNT = 20


def policy_of(field: Field) -> FilePolicy:
    """What a field takes in."""
    said: Any = field.options
    return FilePolicy(
        categories=frozenset(said.get("file_types", ("pdf", "image", "office"))),
        largest=said.get("max_size", 10 * MEBIBYTE),
        most=said.get("max_count", DEFAULT_COUNT),
    )


def add_file(stored: StoredDraft, field: Field, name: str, filename: str, data: bytes) -> Refusals:
    """Take a file into the draft under the posted field ``name``; refused, the draft stays as it was."""
    policy = policy_of(field)
    checked = check_file(filename, data, policy)
    if checked.value is None:
        return checked.refusals
    here = stored.files_of(name)
    if len(here) >= policy.most:
        return (Refusal("file_count", {"found": len(here) + 1, "least": 0, "most": policy.most}),)
    total = check_files([one.size for one in stored.files.values()] + [len(data)], FilePolicy(most=1000))
    if total:
        return total
    kept = NamedBlobFile(data, checked.value.file_type.mime, checked.value.name)
    file_id = new_token()[:16]
    stored.files[file_id] = DraftFile(name, checked.value.name, checked.value.file_type.mime, kept, now())
    return save(stored, stored.draft.version, {name: (*(one for one, _ in here), file_id)}).refusals


def remove_file(stored: StoredDraft, name: str, file_id: str) -> Refusals:
    """Take a file out of the draft; one that is not there is no fault."""
    left = tuple(one for one, _ in stored.files_of(name) if one != file_id)
    refusals = save(stored, stored.draft.version, {name: left}).refusals
    if not refusals and file_id in stored.files and stored.files[file_id].field == name:
        del stored.files[file_id]
    return refusals
