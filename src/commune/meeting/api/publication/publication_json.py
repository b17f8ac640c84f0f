"""What is public of a meeting, as JSON for its managers."""

from typing import Any

from commune.meeting.workflow.publication import lines, personal_data


def publication_json(meeting: Any) -> dict[str, Any]:
    """The stage, the number of the last sending with its answer, and what became of each item."""
    serial, refusals = meeting.publication_answer
    return {
        "@id": f"{meeting.absolute_url()}/@publication",
        "stage": meeting.publication,
        "serial": meeting.publication_serial,
        "answered": serial,
        "refusals": [{"place": place, "code": code} for place, code in refusals],
        "outside": [
            {"url": url, "serial": told, "outcome": outcome, "error": error}
            for url, (told, outcome, error) in meeting.outside.items()
        ],
        "items": [vars(line) for line in lines(meeting)],
        "personal_data": [{**vars(one), "stops": one.stops} for one in personal_data(meeting)],
    }
