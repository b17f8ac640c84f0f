"""Times of a deployment: Zope started, one authority made, the same again; and the memory that it took.

Run: ``python -m tests.load.bench_deploy [folder of an authority]`` (profiles/gembloux), each figure in its own process.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).parents[2]


def one(config, folder):
    """Start Zope on ``config``, deploy the authority of ``folder`` and print the figures."""
    import transaction

    from commune.core.content.clock import today
    from commune.core.workflow.console.startup import application
    from commune.core.workflow.deployment.deploying import deploy
    from commune.core.workflow.deployment.folder import read_folder

    began, wall = time.process_time(), time.perf_counter()
    profile, faults = read_folder(Path(folder), today())
    assert not faults, faults
    tell("reading the profile", began, wall)
    began, wall = time.process_time(), time.perf_counter()
    with application(Path(config)) as app:
        tell("starting Zope", began, wall)
        began, wall = time.process_time(), time.perf_counter()
        changed = deploy(app, profile, lambda line: None)
        transaction.commit() if changed else transaction.abort()
        tell("deploying" if changed else "deploying again, nothing to change", began, wall)
    print(f"  {'memory at most':<36} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


def tell(what, cpu, wall):
    """CPU and wall seconds since the two marks."""
    print(f"  {what:<36} {time.process_time() - cpu:8.2f} s CPU {time.perf_counter() - wall:8.2f} s")


def main(folder):
    """Twice on a database of its own: made, then made again."""
    from tests.core.workflow.console.instance import write_instance

    with tempfile.TemporaryDirectory() as home:
        config = write_instance(Path(home))
        for title in ("first deployment", "second deployment"):
            print(f"{title} of {Path(folder).name}", flush=True)
            subprocess.run(
                [sys.executable, "-W", "ignore", "-m", "tests.load.bench_deploy", str(config), folder],
                cwd=REPOSITORY,
                check=True,
            )


def test_bench():
    main(str(REPOSITORY / "profiles/gembloux"))


if __name__ == "__main__":
    arguments = sys.argv[1:]
    one(*arguments) if len(arguments) == 2 else main(*arguments or [str(REPOSITORY / "profiles/gembloux")])
