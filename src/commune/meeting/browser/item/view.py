"""The page of an item: what is proposed, what was said about it, where it stands, what it became elsewhere."""

from datetime import date
from functools import cached_property
from typing import Any

from plone import api
from Products.Five import BrowserView

from commune.core.browser.dossier.people import Names
from commune.core.rules.dates import long_date
from commune.core.workflow.actor import current_actor
from commune.core.workflow.lookup import by_uid
from commune.core.workflow.units import unit_uid
from commune.meeting.browser.item.opinions import OpinionLine, file_of_item, opinion_lines
from commune.meeting.browser.item.votes import PollLine, poll_lines
from commune.meeting.content.vocabularies import PRIVACIES
from commune.meeting.i18n import _
from commune.meeting.rules.bodies import Term
from commune.meeting.rules.clones import LinkedItem
from commune.meeting.rules.opinion_settings import senses_of
from commune.meeting.rules.opinions import Opinion
from commune.meeting.rules.outcomes import DECIDED
from commune.meeting.workflow.agenda import number_of
from commune.meeting.workflow.family import family
from commune.meeting.workflow.opinion_writing import may_begin
from commune.meeting.workflow.place import body_of
from commune.meeting.workflow.proposing import units_of
from commune.meeting.workflow.reading import hidden_fields, hides_decision, text_for
from commune.meeting.workflow.sending import flags_of, outcome_elsewhere
from commune.meeting.workflow.settings import Settings, settings_of
from commune.meeting.workflow.texts import rich
from commune.meeting.workflow.titles import SENSES, state_title, word

PROPOSED = (("description", _("Description")), ("detailed_description", _("Detailed description")))
WRITTEN = (
    ("motivation", _("Motivation")),
    ("decision", _("Decision")),
    ("decision_cont", _("Decision, continued")),
    ("decision_end", _("End of the decision")),
)


class Item(BrowserView):
    """``view`` of an item. Texts leave through the site's filter of dangerous markup."""

    @cached_property
    def actor(self) -> Any:
        return current_actor(self.context)

    @cached_property
    def settings(self) -> Settings:
        return settings_of(self.context)

    @cached_property
    def names(self) -> Names:
        return Names()

    @cached_property
    def body(self) -> Any:
        return body_of(self.context)

    @cached_property
    def hidden(self) -> bool:
        """Whether the decision is being written, and not shown to this reader."""
        return hides_decision(self.context, self.actor)

    def texts(self) -> list[dict[str, Any]]:
        """The filled texts that the reader may see, with their headings."""
        hidden = hidden_fields(self.context, self.actor)
        shown = [self._text(name, title) for name, title in PROPOSED + WRITTEN if name not in hidden]
        return [line for line in shown if line["html"]]

    def _text(self, name: str, title: Any) -> dict[str, Any]:
        html = text_for(self.context, name, self.actor)
        return {"name": name, "title": title, "html": rich(html).output_relative_to(self.context) if html else ""}

    @property
    def meeting(self) -> dict[str, str] | None:
        """The meeting on whose agenda the item stands, without its address for those who may not open it."""
        meeting = by_uid(self.context.meeting)
        if meeting is None:
            return None
        visible = api.user.has_permission("View", obj=meeting)
        return {
            "title": meeting.title,
            "url": meeting.absolute_url() if visible else "",
            "number": number_of(self.context),
        }

    @property
    def facts(self) -> list[tuple[Any, str]]:
        """What else is known, as pairs of label and value; only what is filled."""
        item, agenda = self.context, self.settings.body.agenda
        preferred = by_uid(item.preferred_meeting)
        found = [
            (_("Category"), term_title(agenda.categories, item.category)),
            (_("Classifier"), term_title(agenda.classifiers, item.classifier)),
            (_("Privacy"), PRIVACIES.get(item.privacy, "") if agenda.privacies else ""),
            (_("List"), term_title(agenda.list_types, item.list_type) if item.list_type != "normal" else ""),
            (_("In charge"), ", ".join(map(self.names.unit, item.services_in_charge or ()))),
            (_("Preferred meeting"), preferred.title if preferred is not None and not item.meeting else ""),
            (_("To be decided before"), item.decide_before.strftime("%d/%m/%Y") if item.decide_before else ""),
            (_("Amount without VAT"), f"{item.amount_excl_vat} €" if item.amount_excl_vat else ""),
            (_("Budget article"), item.budget_article or ""),
            (_("Number of the deliberation"), item.deliberation_number),
        ]
        return [(label, value) for label, value in found if value]

    @property
    def opinions(self) -> list[OpinionLine]:
        return opinion_lines(self.context, self.settings, self.actor, self.names, self.request)

    @property
    def file(self) -> dict[str, Any]:
        """Whether the file on which opinions are given is complete."""
        return file_of_item(self.context, self.actor, self.request)

    @property
    def initiatives(self) -> list[tuple[str, str]]:
        """The services for which the reader may give an opinion that nobody asked, as pairs of code and title."""
        codes = may_begin(self.context, self.settings, self.actor)
        return [(code, self.names.unit(unit_uid(code)) or code) for code in codes]

    blank = Opinion("")

    def senses(self, service: str) -> list[tuple[str, Any]]:
        """What the opinion of a service may say, as pairs of key and label."""
        return [(str(sense), SENSES[sense]) for sense in senses_of(self.settings.body.opinions, service)[0]]

    @property
    def polls(self) -> list[PollLine]:
        """The results of the votes, once the item is decided and unless they are hidden."""
        if self.hidden or self.context.state not in DECIDED or not self.context.polls:
            return []
        return poll_lines(self.context)

    @property
    def targets(self) -> list[dict[str, Any]]:
        """The bodies to which the item will be sent, and how."""
        folder = self.body.aq_parent
        chosen = [(folder.get(flag.body), flag) for flag in flags_of(self.context)]
        return [
            {"title": body.title, "urgent": flag.urgent, "closed": flag.closed}
            for body, flag in chosen
            if body is not None
        ]

    @property
    def elsewhere(self) -> dict[str, Any] | None:
        """What another body did with its copy: shown to all readers of the item (SEND-4)."""
        copy = outcome_elsewhere(self.context)
        if copy is None:
            return None
        meeting = by_uid(copy.meeting)
        return {
            "body": body_of(copy).title,
            "state": state_title(copy.state, settings_of(copy)),
            "final": copy.state in DECIDED,
            "day": meeting.title if meeting is not None else "",
            "number": copy.deliberation_number or number_of(copy),
            "url": self._address(copy),
        }

    @property
    def may_copy(self) -> bool:
        """Whether the reader creates items of this body."""
        return bool(units_of(self.actor, self.body))

    @property
    def may_delete(self) -> bool:
        """Whether deleting is offered: to whoever may change the item; the next page says what stands against it."""
        return bool(api.user.has_permission("Modify portal content", obj=self.context))

    @property
    def carried_out(self) -> bool:
        """Whether tasks may follow: the item is decided, or some were given."""
        return self.context.state in DECIDED or bool(self.context.task_uids)

    @property
    def links(self) -> list[dict[str, Any]]:
        """The copies of the item from the first to the last, each under the one that it comes from."""
        language = api.portal.get_current_language()
        return [self._link(one, language) for one in family(self.context, self.actor)]

    def _link(self, one: LinkedItem, language: str) -> dict[str, Any]:
        other = by_uid(one.uid)
        return {
            "title": one.title,
            "url": self._address(other) if one.uid != self.context.UID() else "",
            "here": one.uid == self.context.UID(),
            "depth": one.depth,
            "body": one.body,
            "day": long_date(date.fromisoformat(one.meeting_day), language) if one.meeting_day else "",
            "state": state_title(other.state, settings_of(other)) if one.state else "",
        }

    @staticmethod
    def _address(other: Any) -> str:
        return str(other.absolute_url()) if api.user.has_permission("View", obj=other) else ""


def term_title(terms: tuple[Term, ...], key: str | None) -> str:
    """The title of a term of the body, ``""`` for none."""
    return next((word(term.title) for term in terms if term.id == key), "")
