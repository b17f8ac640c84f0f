"""GET @votes: the polls of an item and their results."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.api.votes.votes_json import votes_json


class GetVotes(Service):
    """Polls, ballots of the public ones, counts, results."""

    def reply(self) -> dict[str, Any]:
        return votes_json(self.context)
