"""The settings of a body in a real browser: readable at every width, without fault."""

import pytest
import transaction

from tests.meeting.conftest import PASSWORD

PAGES = (
    "meetings/college/@@body-settings",
    "meetings/college/@@body-settings-form/chain",
    "meetings/college/@@body-settings-form/opinions",
    "meetings/college/@@body-condition?at=/opinions/rows/0/automatic",
    "meetings/college/@@body-documents",
    "@@install-body",
)


@pytest.mark.requirement("meeting:BOD-1")
def test_the_settings_have_no_fault_at_any_width(server, visitor, axe, shot, scrolls_sideways):
    server["portal"].acl_users.userFolderAddUser("chief", PASSWORD, ["Site Administrator", "Member"], [])
    transaction.commit()
    for width in (1280, 360):
        chief = visitor(width)
        chief.log_in("chief", PASSWORD)
        for number, path in enumerate(PAGES):
            page = chief.open(path)
            if number == 1:
                page.click('[name="form.widgets.text_rules-more"]')
            shot(page, f"body-settings-{number}-{width}")
            assert (path, axe(page), scrolls_sideways(page)) == (path, [], False)
            assert chief.faults == []
