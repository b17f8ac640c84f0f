"""Words for what letters say of public meetings by key."""

from zope.i18n import translate

from commune.website.i18n import _

STAGES = {
    "project": _("Draft agenda"),
    "decisions": _("Decisions"),
    "withdrawn": _("Withdrawn"),
}
OUTCOMES = {
    "accepted": _("Accepted"),
    "accepted_modified": _("Accepted with changes"),
    "accepted_but_modified": _("Accepted with changes"),
    "refused": _("Refused"),
    "delayed": _("Postponed"),
    "postponed": _("Postponed"),
    "postponed_next_meeting": _("Postponed to the next meeting"),
    "removed": _("Withdrawn from the agenda"),
    "transferred": _("Passed on"),
    "pre_accepted": _("Accepted before the meeting"),
    "marked_not_applicable": _("Not applicable"),
    "confirmed": _("Decided"),
    "acknowledged": _("Noted"),
}
VERDICTS = {
    "adopted": _("Adopted"),
    "rejected": _("Rejected"),
    "deferred": _("Put off because of a tie"),
    "councillor_called": _("Tie: a councillor is called"),
    "chair_decides": _("Tie: the chair decides"),
}
BODY_KINDS = {
    "college": _("Executive college"),
    "council": _("Council"),
    "committee": _("Committee"),
    "cpas_council": _("Council for social action"),
    "cpas_bureau": _("Permanent bureau"),
    "intercommunal_assembly": _("General assembly"),
    "intercommunal_board": _("Board of directors"),
    "intercommunal_bureau": _("Executive bureau"),
    "police_college": _("Police college"),
    "police_council": _("Police council"),
}


def outcome_words(language: str) -> dict[str, str]:
    """Outcomes and verdicts in a language, by key."""
    return {key: str(translate(word, target_language=language)) for key, word in {**OUTCOMES, **VERDICTS}.items()}


def body_kind(kind: str, language: str) -> str:
    """The word for a kind of body; its key when we have none."""
    word = BODY_KINDS.get(kind)
    return str(translate(word, target_language=language)) if word else kind
