"""The votes of an item as JSON: persons in public polls only."""

from typing import Any

from commune.meeting.rules.votes import SECRET_KINDS, ballots
from commune.meeting.workflow.reading import hides_decision
from commune.meeting.workflow.results import result_of
from commune.meeting.workflow.session import polls_of, voters_of
from commune.meeting.workflow.settings import settings_of


def votes_json(item: Any) -> dict[str, Any]:
    """Each poll with its counts and its verdict; a secret one never names anybody."""
    if hides_decision(item):
        return {"@id": f"{item.absolute_url()}/@votes", "hidden": True, "polls": []}
    polls, voters = polls_of(item, settings_of(item)), voters_of(item)
    found = []
    for index, poll in enumerate(polls):
        tally, result = result_of(item, index)
        secret = poll.kind in SECRET_KINDS
        found.append(
            {
                "kind": poll.kind.value,
                "label": poll.label,
                "linked": poll.linked,
                "counts": {value.value: count for value, count in tally.counts.items() if count},
                "missing": tally.missing,
                "verdict": result.verdict.value,
                "ballots": {} if secret else {uid: value.value for uid, value in ballots(polls, index, voters).items()},
            }
        )
    return {"@id": f"{item.absolute_url()}/@votes", "polls": found}
