"""The `tafla` command. Heavy imports wait until a command needs them: help and `serve` must start at once."""

import importlib
import sys

import click

from tafla.core import settings as typed
from tafla.project import supervisor

EXIT_UNSOUND = 1


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="tafla")
def main() -> None:
    """Tafla, a Kanban workspace a team works on together, live.

    Settings come from the environment (TAFLA_…); docs/reference/settings.md lists them.
    """


@main.command()
@click.option("--demo", is_flag=True, help="Make a demo account with a filled board on the first start.")
@click.option(
    "--migrate", is_flag=True, help="Migrate first, also when the database is not the embedded one."
)
def serve(*, demo: bool, migrate: bool) -> None:
    """Run the server: a live and a work process, until stopped.

    The embedded database is migrated at the start. Ends within 5 seconds of SIGTERM or Ctrl-C.
    """
    settings = typed.load_or_exit()
    typed.secret_key(settings)
    flags = ["--supervised"]
    flags += ["--migrate"] * (migrate or settings.database.kind == "sqlite") + ["--demo"] * demo
    live = supervisor.Child("live", [sys.executable, "-m", "tafla.project.live", *flags])
    work = supervisor.Child("work", [sys.executable, "-m", "tafla.project.work", "--supervised"])
    sys.exit(supervisor.Supervisor(live, work).run(lambda: announce(settings, is_demo=demo)))


def announce(settings: typed.Settings, *, is_demo: bool) -> None:
    """Say where to go, once the server answers."""
    click.echo(f"Tafla is running at {settings.site}")
    if is_demo:
        cards = importlib.import_module("tafla.project.demo_cards")
        first = cards.PEOPLE[0]
        click.echo(f"Sign in as {first.email} with the password {cards.PASSWORD}")
    click.echo("Press Ctrl-C to stop.")


@main.command()
def worker() -> None:
    """Run one work process: mails, listeners, tidying. `serve` starts one by itself."""
    sys.exit(importlib.import_module("tafla.project.work").main([]))


@main.command()
def demo() -> None:
    """Make the demo account, unless it is there, and say how to sign in."""
    typed.load_or_exit()
    for line in importlib.import_module("tafla.project.demo").make_demo():
        click.echo(line)


@main.command()
def migrate() -> None:
    """Bring the database to the shape this version needs."""
    importlib.import_module("tafla.project.migrating").migrate(is_talking=True)


@main.command()
def restored() -> None:
    """Say that the database was put back from a backup, before the server starts again."""
    typed.load_or_exit()
    importlib.import_module("tafla.project.ready")
    importlib.import_module("tafla.sync.rebasing").restored()
    click.echo("Whoever comes back takes everything anew.")


@main.command()
def check() -> None:
    """Is this installation sound? One line a finding; exit status 1 when something must be mended."""
    settings = typed.load_or_exit()
    typed.secret_key(settings)
    findings = list(importlib.import_module("tafla.project.soundness").look(settings))
    for finding in findings:
        click.echo(str(finding))
    sys.exit(EXIT_UNSOUND if any(finding.is_sound is False for finding in findings) else 0)


@main.command()
@click.option("--rebuild", "is_anew", is_flag=True, help="Make the index anew from what there is.")
@click.option("--check", "is_checking", is_flag=True, help="Compare it with what it should be.")
@click.option("--sample", type=click.IntRange(1), help="Compare no more than so many, by chance.")
def search(*, is_anew: bool, is_checking: bool, sample: int | None) -> None:
    """Look after the search index, while the server runs. Exit status 1 when documents differ."""
    if is_anew == is_checking:
        raise click.UsageError("Say --rebuild or --check.")
    typed.load_or_exit()
    searching = importlib.import_module("tafla.project.searching")
    sys.exit(searching.rebuild() if is_anew else searching.check(sample))


@main.command()
@click.option("--check", "is_checking", is_flag=True, help="Only compare; exit status 1 when they differ.")
def contracts(*, is_checking: bool) -> None:
    """Write the client's TypeScript contracts from the verbs, rows and refusals registered here."""
    typed.load_or_exit()
    importlib.import_module("tafla.project.ready")
    sys.exit(importlib.import_module("tafla.sync.contracts").main(check=is_checking))


if __name__ == "__main__":
    main()
