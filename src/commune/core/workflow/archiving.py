"""Archive packages of dossiers: who may have one made, and checking one that comes back."""

import io
import zipfile
from typing import Any

from plone import api

from commune.core.content.refused import Refused
from commune.core.interfaces import IArchivable
from commune.core.rules.bags import against_bag
from commune.core.rules.refusals import Refusal, Refusals
from commune.core.workflow.jobs import ask

KIND = "archive"


def against_archiving(dossier: Any, actor: Any) -> Refusals:
    """Why the actor may not have a package of the dossier made now."""
    content = IArchivable(dossier, None)
    return content.against(actor) if content is not None else (Refusal("archive.not_here"),)


def ask_archive(dossier: Any, title: str, actor: Any) -> str:
    """Queue the making of the package and return the job's id; raises ``Refused``."""
    refusals = against_archiving(dossier, actor)
    if refusals:
        raise Refused(*refusals)
    return ask(api.portal.get(), KIND, title, (dossier.UID(),), actor.userid, about=dossier.UID())


def check_archive(data: bytes) -> Refusals:
    """Everything wrong with a package as a zip file; none when each file is as it was packed."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return against_bag({name: package.read(name) for name in package.namelist() if not name.endswith("/")})
    except (zipfile.BadZipFile, RuntimeError, NotImplementedError):
        return (Refusal("bag.no_zip", {}, "file"),)
