"""What the core offers to the modules, and what it asks of them."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from zope.interface import Attribute, Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class ICoreLayer(IDefaultBrowserLayer):
    """Browser layer of a site in which the core is installed."""


class IDossier(Interface):
    """A case file: whatever the authority handles, with a state, steps and a journal."""


class IDossierFolder(Interface):
    """A folder of dossiers, seen by agents only."""


class IConfidentialPart(Interface):
    """A content object inside a dossier that may be hidden from readers of the dossier (an annex)."""


class IClock(Interface):
    """The one source of time outside ``rules``."""

    def now() -> datetime:
        """The present instant, time-zone aware."""


class IProcess(Interface):
    """What a dossier may become: adapter of a dossier."""

    state = Attribute("Id of the present state")

    def machine() -> Any:
        """The ``commune.core.rules.machine.Machine`` that applies to this dossier."""

    def offers(actor: Any) -> tuple[Any, ...]:
        """Transitions shown to the actor, each with the refusals that disable it."""

    def perform(actor: Any, transition_id: str, comment: str = "", version: int | None = None) -> None:
        """Move the dossier; raises ``Refused`` with all the reasons and then changes nothing."""


class IAccessPolicy(Interface):
    """Who holds which dossier role now: adapter of a dossier."""

    def grants() -> Mapping[str, frozenset[str]]:
        """Roles by principal (group id or user id), computed from the present state of things."""


class IWording(Interface):
    """Sentences of a module's refusals: a named utility, name = gettext domain."""

    messages = Attribute("Mapping of refusal code to message")


class IAnnexCategories(Interface):
    """The types of annexes of one dossier (an adapter of it), else of a module (a named utility, name = module id)."""

    categories = Attribute("Sequence of ``commune.core.rules.annexes.Category``, sub-types after their type")


class IAnnexPolicy(Interface):
    """Who brings which files into a dossier and takes them out, where its roles do not say it: adapter of a dossier."""

    def against_adding(category: str, actor: Any) -> tuple[Any, ...]:
        """Every reason why the actor may not add a file of that category."""

    def against_removing(annex: Any, actor: Any) -> tuple[Any, ...]:
        """Every reason why the actor may not take that file out."""

    def against_changing(annex: Any, actor: Any) -> tuple[Any, ...]:
        """Every reason why the actor may not change title, type, flags or content of that file."""

    def managers() -> frozenset[str]:
        """The principals who see and set flags kept to managers; the same in every state of the dossier."""

    def file_policy() -> Any:
        """``commune.core.rules.file_policy.FilePolicy``: what files are taken in."""


class IDocument(Interface):
    """A document that may be made from a dossier: a named utility, name = id."""

    id = Attribute("Stable id, ``<module>.<noun>``")
    title = Attribute("Message")
    portal_types = Attribute("Kinds of dossier it is made from")
    category = Attribute("Category of the annex it becomes")
    confidential = Attribute("Whether that annex is confidential")
    formats = Attribute("Formats offered, the usual one first: odt, pdf")
    template = Attribute("Path of its .txt or .odt")

    def offered(dossier: Any) -> bool:
        """Whether it makes sense for the dossier now."""

    def facts(dossier: Any, **asked: Any) -> Mapping[str, Any]:
        """The plain data that its template reads. ``asked``: what else its builder takes."""

    def withheld(dossier: Any) -> bool:
        """Whether it tells what other readers of the dossier may not know: it is then never kept."""


class IOwnDocuments(Interface):
    """Documents that a dossier offers besides those of the modules: adapter of a dossier."""

    def documents() -> tuple[IDocument, ...]:
        """Those of its place, whether offered now or not."""


class ITranslations(Interface):
    """Where a content is in the other languages of the site: adapter of a content."""

    def address(language: str) -> str:
        """Address of the content in that language, else of the nearest place around it that is in it."""


class IClocks(Interface):
    """The deadlines of a dossier: adapter of a dossier."""

    def clocks() -> tuple[Any, ...]:
        """``commune.core.workflow.clocks.Clock`` records, in the order in which to show them."""


class IJournalReading(Interface):
    """What a reader may see of the journal of a dossier that not all its readers may: adapter of a dossier."""

    def entries(actor: Any) -> tuple[Any, ...]:
        """``commune.core.content.journal.Entry`` records for the actor, oldest first."""


class IPublicProgress(Interface):
    """What a citizen may follow of a dossier: adapter of a dossier."""

    def stages() -> tuple[Any, ...]:
        """``commune.core.events.Stage`` records, oldest first; never a person's name or a hidden fact."""


class IDeploymentPart(Interface):
    """A module's share in deploying an authority: a named utility, name = module id."""

    title = Attribute("Message: what the module is")
    order = Attribute("Parts are applied from the lowest to the highest")
    profile = Attribute("GenericSetup profile that installs the module, without the 'profile-' prefix")

    def check(profile: Any) -> tuple[Any, ...]:
        """All faults of the authority's profile as far as this module reads it; writes nothing."""

    def apply(site: Any, profile: Any) -> tuple[str, ...]:
        """Create or update what the profile names; returns one line per change, none when nothing changed."""


class IDashboard(Interface):
    """An opened dashboard: a definition over a folder, for one request.

    Columns and batch actions are registered for it.
    """

    definition = Attribute("The ``IDashboardDefinition``")
    name = Attribute("Name of the definition")
    folder = Attribute("The folder whose dossiers are listed")


class IBatchAct(Interface):
    """An act on many dossiers of a dashboard: a named utility, its name among the ``actions`` of the dashboard."""

    title = Attribute("Message: what is done")

    def offered(folder: Any, actor: Any) -> bool:
        """Whether the person is offered it on the dashboards of that folder."""

    def questions(dossiers: Sequence[Any]) -> tuple[Any, ...]:
        """``commune.core.rules.batches.Question`` records: what must be said before it is done to these dossiers."""

    def act(dossier: Any, wish: Mapping[str, Any], actor: Any) -> None:
        """Do it to one dossier, with the answers by question; raises ``Refused`` and then changes nothing.

        An act that makes one file out of all has ``make(dossiers, wish)`` instead: file name, media type, content.
        """


class IDashboardDefinition(Interface):
    """A dashboard as data (``commune.core.content.dashboard.Dashboard``): a named utility.

    Its name is ``<module>.<noun>``.
    """

    title = Attribute("Message: what the list is")
    query = Attribute("Catalog query that nothing widens")


class ICommand(Interface):
    """A command that a module brings to the command line: a named utility, name = the word that is typed."""

    title = Attribute("Message: what the command does")

    def run(site: Any, arguments: Mapping[str, Any], report: Any) -> None:
        """Do it on the site; ``report`` takes one line of text. Raises ``Refused`` and then nothing is kept."""


class IRound(Interface):
    """Work that comes back by itself: a named utility, name = ``<module>.<noun>``."""

    rhythm = Attribute("``commune.core.rules.rounds.Rhythm``: when it is due again")

    def do(site: Any, moment: datetime) -> int:
        """Do what is due at that instant, quickly when nothing is; returns how many things were done."""


class ITimestamper(Interface):
    """A service that says when something existed (RFC 3161): a named utility, chosen by its name in the registry."""

    title = Attribute("Message: who says so")
    faults = Attribute("Exceptions after which it may be tried again")

    def token(digest: bytes) -> bytes:
        """The timestamp token (DER) over a SHA-256 digest; may ask another computer."""


class IOfficeEntry(Interface):
    """A door of the back office, shown in the staff bar: a named utility."""

    title = Attribute("Message: what is behind the door")
    path = Attribute("Path from the site, without leading slash")
    permission = Attribute("Title of the permission that shows the door; empty: every agent sees it")
    icon = Attribute("Name of an icon of the theme; empty: none")
    order = Attribute("Doors are shown from the lowest to the highest")


class ITodoSource(Interface):
    """What an agent has to do in one module: a named utility, name = module id."""

    title = Attribute("Message: what kind of work it is")
    order = Attribute("Sources are shown from the lowest to the highest")

    def rows(actor: Any) -> tuple[Any, ...]:
        """``commune.core.rules.todo.Todo`` records for the actor, read from the catalog only."""

    def more() -> str:
        """Path from the site of the dashboard that lists all of them; empty: none."""


class ITokenPlaces(Interface):
    """What the token of a program may be limited to, in one module: a named utility, name = module id."""

    def places(site: Any) -> Mapping[str, str]:
        """Titles by uid."""


class ISignatureService(Interface):
    """Who puts signatures on PDF files: a named utility; the site says by name which one it uses.

    A qualified service that people confirm on their own device is one more such utility.
    """

    title = Attribute("Message: who signs")
    binding = Attribute("Whether its signatures bind anybody; the screens say it when they do not")

    def sign(pdf: bytes, name: str, office: str, rank: int, at: datetime) -> bytes:
        """The file with the signature of that person added at its end; raises ``Refused``."""

    def seals(pdf: bytes) -> tuple[Any, ...]:
        """The signatures of the file, oldest first, each with ``name``, ``at``, ``sound`` and ``fault``."""


class ISigningOrder(Interface):
    """Who usually signs the documents of a dossier: adapter of a dossier."""

    def signers() -> tuple[Any, ...]:
        """``commune.core.rules.signing.Signer`` records in order; without account where none is known."""

    def papers() -> tuple[Any, ...]:
        """The annexes that may be signed from here, those of what it holds included."""


class IArchivable(Interface):
    """What goes into the archive of a dossier: adapter of a dossier that may be packed."""

    def against(actor: Any) -> tuple[Any, ...]:
        """Every reason why the actor may not have it packed now."""

    def name() -> str:
        """The name of the package: letters, figures and hyphens."""

    def pieces() -> tuple[Any, ...]:
        """``commune.core.rules.bags.Piece`` records, under paths that differ."""


class IEventKinds(Interface):
    """The types of events that programs may be told of, in one module: a named utility, name = module id."""

    kinds = Attribute("Titles (messages) by type, such as commune.task.created.v1")


class IEventFacts(Interface):
    """What may be told of a dossier when something happens to it: adapter of a dossier."""

    def level() -> int:
        """How confidential it is (``commune.core.rules.confidentiality.Level``)."""

    def data() -> Mapping[str, Any]:
        """Plain and thin: nothing but what names it and where it stands."""

    def known(happening: Any, actor: Any) -> bool:
        """Whether a reader of the dossier may know that this happened to it."""


class IPublishedSchema(Interface):
    """The form in which a kind of thing is told: a named utility, name = kind."""

    title = Attribute("Message: what it is")
    version = Attribute("major.minor")

    def document(address: str) -> Mapping[str, Any]:
        """JSON Schema 2020-12, with its own address and version."""
