"""The command line: ``commune check | list | deploy | import-agenda | work``."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from commune.core.workflow.console.listing import list_authorities
from commune.core.workflow.console.startup import Locked, NoInstance
from commune.core.workflow.deployment.folder import folders

DONE, REFUSED, LOCKED = 0, 2, 3
AUTHORITIES = Path(__file__).parent / "authorities"
CONFIG = Path("parts/instance/etc/zope.conf")
EPILOG = """exit codes: 0 done, 1 internal error, 2 refused (nothing was written for what was refused),
3 the database is in use by a running instance"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    options = parser().parse_args(arguments)
    try:
        return DONE if options.run(options) else REFUSED
    except Locked:
        say("the database is in use: stop the running instance (Ctrl-C where it runs), then start this again")
        return LOCKED
    except NoInstance as missing:
        say(f"no Zope configuration at {missing}: run buildout first, or name one with --config")
        return REFUSED


def parser() -> argparse.ArgumentParser:
    """All commands and their options."""
    root = argparse.ArgumentParser(
        prog="commune",
        description="Local authorities on one engine: one folder of data each, deployed as a site each.",
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    verbs = root.add_subparsers(title="commands", required=True, metavar="COMMAND")
    _profile_command(verbs, "check", check, "say every fault of profiles; starts and writes nothing")
    listing = _profile_command(verbs, "list", show, "name the authorities and their addresses; starts nothing")
    listing.add_argument("--accounts", action="store_true", help="with the demo accounts and their passwords")
    listing.add_argument("--port", type=int, default=8080, help="port of the addresses (default: 8080)")
    _config(_profile_command(verbs, "deploy", deploy, "make or update sites from profiles; twice is once"))
    agenda = _config(verbs.add_parser("import-agenda", help="load the items of an agenda from a JSON file"))
    agenda.add_argument("site", help="id of the site")
    agenda.add_argument("body", help="id of the body, such as council")
    agenda.add_argument("file", type=Path, help="the JSON file")
    agenda.set_defaults(run=lambda o: perform(o, "import-agenda", {"body": o.body, "file": o.file}))
    work = _config(verbs.add_parser("work", help="send what waits in the outbox and do the jobs that are due"))
    work.add_argument("site", help="id of the site")
    work.set_defaults(run=lambda o: perform(o, "work", {}))
    return root


def _profile_command(verbs: argparse._SubParsersAction, name: str, run: object, text: str) -> argparse.ArgumentParser:
    command = verbs.add_parser(name, help=text, description=text)
    command.add_argument("profiles", nargs="*", metavar="PROFILE", help="a folder, or its name in profiles/")
    command.add_argument("--all", action="store_true", help="every folder of profiles/")
    command.set_defaults(run=run)
    return command


def _config(command: argparse.ArgumentParser) -> argparse.ArgumentParser:
    command.add_argument("--config", type=Path, default=CONFIG, help=f"the instance's zope.conf (default: {CONFIG})")
    return command


def chosen(options: argparse.Namespace) -> list[Path]:
    """The folders named, or all of them when none is."""
    if options.all or not options.profiles:
        return list(folders(AUTHORITIES))
    return [Path(name) if Path(name).is_dir() else AUTHORITIES / name for name in options.profiles]


def say(line: str) -> None:
    """A line for the person at the keyboard, at once."""
    print(line, flush=True)


def check(options: argparse.Namespace) -> bool:
    """``commune check``."""
    from commune.core.workflow.console import commands  # brings Plone in: only for who needs it

    return commands.check(chosen(options), say)


def show(options: argparse.Namespace) -> bool:
    """``commune list``."""
    list_authorities(chosen(options), say, options.port, options.accounts)
    return True


def deploy(options: argparse.Namespace) -> bool:
    """``commune deploy``; without a profile it asks for ``--all`` rather than touching every site."""
    if not options.all and not options.profiles:
        say("name a profile, or say --all")
        return False
    from commune.core.workflow.console import commands

    return commands.deploy_all(options.config, chosen(options), say)


def perform(options: argparse.Namespace, name: str, arguments: dict[str, object]) -> bool:
    """A command that a module brings."""
    from commune.core.workflow.console import commands

    return commands.perform(options.config, name, options.site, arguments, say)


if __name__ == "__main__":
    sys.exit(main())
