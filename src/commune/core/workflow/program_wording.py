"""Sentences of the refusals that programs meet: versions, tokens, limits."""

from commune.core.i18n import _
from commune.core.workflow.wording import Wording

VERSIONS = {
    "version.stale": _("refusal_version_stale", default="This changed since you read it. Read it again, then retry."),
    "version.needed": _(
        "refusal_version_needed", default="Say which version you read: If-Match with the ETag of your last reading."
    ),
    "cursor.unknown": _("refusal_cursor", default="This cursor was not given here. Begin again without one."),
}
TOKENS = {
    "calls.too_many": _(
        "refusal_calls_too_many", default="At most ${most} calls a minute: wait ${wait} seconds, then go on."
    ),
    "calls.limit": _("refusal_calls_limit", default="Give a number of calls from ${least} to ${most}."),
    "token.title": _("refusal_token_title", default="Name the application that will use the token."),
    "token.account": _("refusal_token_account", default="There is no account “${account}”."),
    "token.scope_unknown": _("refusal_token_scope", default="A token is for reading (read) or for changing (write)."),
    "token.place": _("refusal_token_place", default="A token cannot be limited to ${place}."),
    "token.expiry": _("refusal_token_expiry", default="Give the last day on which the token works."),
    "token.past": _("refusal_token_past", default="${day} is past: give a day to come."),
    "token.long": _("refusal_token_long", default="A token works a year at most: until ${day}."),
    "token.worthless": _("refusal_token_worthless", default="This token is unknown, expired or revoked."),
    "token.reading_only": _("refusal_token_reading", default="This token is for reading only."),
    "token.programs_only": _("refusal_token_programs", default="A token opens the services for programs only."),
}
EVENTS = {
    "events.none": _("refusal_events_none", default="Choose at least one kind of event."),
    "events.unknown": _("refusal_events_unknown", default="There is no event like ${types}."),
    "events.owner": _("refusal_events_owner", default="${owner} is no e-mail address."),
    "events.gone": _(
        "refusal_events_gone", default="Events are kept from ${first} to ${last}: take everything anew, then go on."
    ),
    "calls.network": _("refusal_calls_network", default="${network} is no network, such as 10.1.0.0/16."),
}
PROGRAMS = Wording({**VERSIONS, **TOKENS, **EVENTS})
