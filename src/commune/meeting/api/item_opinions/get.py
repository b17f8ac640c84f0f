"""GET @item-opinions: the opinions of an item and their clocks."""

from typing import Any

from plone.restapi.services import Service

from commune.meeting.content.opinions import opinion_files
from commune.meeting.rules.opinions import Reader, state_shown, visible_opinions
from commune.meeting.workflow.opinions import clock_shown
from commune.meeting.workflow.reading import reader_of
from commune.meeting.workflow.settings import settings_of


class GetItemOpinions(Service):
    """The opinions whose existence the caller may know."""

    def reply(self) -> dict[str, Any]:
        item = self.context
        return {"@id": f"{item.absolute_url()}/@item-opinions", "opinions": opinions_json(item, reader_of(item))}


def opinions_json(item: Any, reader: Reader) -> list[dict[str, Any]]:
    """Each visible opinion; one hidden while it is written shows its state only."""
    settings, files = settings_of(item), opinion_files(item)
    editable = item.state in settings.body.opinions.give
    found = []
    for opinion in visible_opinions(tuple(file.opinion for file in files.values()), reader):
        code, standing = clock_shown(files[opinion.service], settings)
        state = state_shown(opinion, editable)
        shown = state == "given" or opinion.service in reader.services
        due = standing.deadline.due if standing.deadline is not None else None
        found.append(
            {
                "service": opinion.service,
                "state": state,
                "clock": code,
                "due": due.isoformat() if due else None,
                "days_left": standing.days_left,
                "sense": opinion.sense.value if shown and opinion.sense else None,
                "comment": opinion.comment if shown else "",
                "versions": len(opinion.versions),
            }
        )
    return found
