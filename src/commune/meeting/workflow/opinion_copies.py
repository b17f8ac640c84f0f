"""Opinions that a copy shows from the item it was made of."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commune.core.workflow.lookup import by_uid
from commune.meeting.content.opinions import OpinionFile, keep_opinion_files, opinion_files
from commune.meeting.rules.opinion_clock import ClockState
from commune.meeting.rules.opinions import Opinion, is_given, resolve


def effective_files(item: Any) -> Mapping[str, OpinionFile]:
    """The opinions of the item as they count: inherited ones say what the origin says, through any number of copies."""
    files = opinion_files(item)
    return {
        name: replace(file, opinion=_inherited(item, file.opinion)) if file.opinion.inherited_from else file
        for name, file in files.items()
    }


def _inherited(item: Any, own: Opinion) -> Opinion:
    """The opinion of the nearest forebear that holds one; to be given where there is none any more."""
    known: dict[str, Mapping[str, Opinion]] = {}
    holder = item
    while holder is not None and holder.UID() not in known:
        file = opinion_files(holder).get(own.service)
        known[holder.UID()] = {} if file is None else {own.service: file.opinion}
        holder = by_uid(file.opinion.inherited_from) if file is not None and file.opinion.inherited_from else None
    found, at = resolve(known, item.UID(), own.service)
    assert found is not None
    return replace(found, inherited_from="" if at == item.UID() else at,
                   confidential=found.confidential or own.confidential)  # fmt: skip


def carry_over(item: Any, new: Any, inherited: bool, services: tuple[str, ...] = ()) -> None:
    """The opinions of a copy: shown from its origin when inherited, otherwise to be given anew.

    ``services``: those whose opinions are inherited, all of them when empty.
    """
    files = {}
    for name, file in effective_files(item).items():
        taken = inherited and is_given(file.opinion) and (not services or name in services)
        opinion = Opinion(name, inherited_from=item.UID() if taken else "", confidential=file.opinion.confidential)
        complete = file.clock.complete
        files[name] = OpinionFile(opinion, file.row, file.how, ClockState(complete=complete), person=file.person)
    keep_opinion_files(new, files)
