"""`rasad`: the program. Commands import what they need when they run, so that `rasad --help` is quick."""

import sys
from datetime import date, datetime
from pathlib import Path
from typing import Annotated

import typer

import rasad
from rasad.errors import RasadError

app = typer.Typer(
    name="rasad",
    help="Reads Arabic conflict reports and writes what they say as event records: who did what to whom, where, when, "
    "how many were hurt, and who said so; every value with the words that carry it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

Inputs = Annotated[list[str], typer.Argument(metavar="INPUT...", help="File, folder, or - for standard input.")]
Published = Annotated[str | None, typer.Option("--published", metavar="DATE", help="Day of publication, YYYY-MM-DD.")]
Outlet = Annotated[str | None, typer.Option("--outlet", metavar="NAME", help="The medium that published it.")]
Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="The address it was published at.")]
Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write here, not to standard output.")]


def _day(value: str | None) -> date | None:
    if value is None:
        return None
    try:
        return datetime.strptime(value, "%Y-%m-%d").date()
    except ValueError:
        raise typer.BadParameter(f"{value!r} is not a date like 2019-09-25", param_hint="--published") from None


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"rasad {rasad.__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")] = False,
) -> None:
    """Holds what every command shares."""


@app.command()
def code(
    inputs: Inputs,
    published: Published = None,
    outlet: Outlet = None,
    url: Url = None,
    format: Annotated[
        str | None, typer.Option("--format", metavar="table|jsonl|json|csv", help="Default: table on a terminal, else jsonl.")
    ] = None,
    output: Output = None,
) -> None:
    """Read reports and print their event records."""
    from rasad.cli import code as command

    raise typer.Exit(command.run(inputs, command.options(_day(published), outlet, url), format, output))


@app.command()
def explain(inputs: Inputs, published: Published = None, outlet: Outlet = None, url: Url = None) -> None:
    """Say why each record is as it is, and what was considered and dropped."""
    from rasad.cli import code as coding
    from rasad.cli import explain as command

    raise typer.Exit(command.run(inputs, coding.options(_day(published), outlet, url)))


@app.command()
def evaluate(
    gold_dir: Annotated[Path, typer.Argument(help="Folder of ID.txt and ID.<suffix>.json, or a file with an item a line.")],
    suffix: Annotated[str, typer.Option(help="Which coder's gold: ID.<suffix>.json.")] = "A",
    misses: Annotated[bool, typer.Option("--misses", help="List every event missed, extra or wrong.")] = False,
    format: Annotated[str, typer.Option("--format", metavar="table|json", help="How to print the figures.")] = "table",
) -> None:
    """Score records against gold, by the codebook."""
    from rasad.cli import evaluate as command

    raise typer.Exit(command.run(gold_dir, suffix, misses, format))


places = typer.Typer(no_args_is_help=True, help="The gazetteer: look names up in it, and add to it.")
app.add_typer(places, name="places")
Country = Annotated[str | None, typer.Option("--country", metavar="CODE", help="ISO 3166 code of two letters, such as SY.")]


@places.command("search")
def places_search(
    name: Annotated[str, typer.Argument(help="A place's Arabic name, in any spelling.")],
    country: Country = None,
    format: Annotated[str, typer.Option("--format", metavar="table|jsonl", help="How to print the candidates.")] = "table",
) -> None:
    """Show every place of a name: kind, region, coordinates, and the layer that has it."""
    from rasad.cli import places as command

    raise typer.Exit(command.search(name, country, format))


@places.command("add")
def places_add(
    file: Annotated[Path, typer.Argument(help="Who's On First, a GeoNames country dump, or an OCHA p-code table.")],
    name: Annotated[str | None, typer.Option("--name", metavar="NAME", help="Of the layer; by default the file's.")] = None,
    country: Country = None,
    alternates: Annotated[
        Path | None, typer.Option("--alternates", metavar="FILE", help="GeoNames' alternate names of the same country.")
    ] = None,
) -> None:
    """Add a gazetteer that you have as a layer; one of the same name is replaced."""
    from rasad.cli import places as command

    raise typer.Exit(command.add(file, name, country, alternates))


@places.command("install")
def places_install(
    country: Annotated[str, typer.Argument(help="ISO 3166 code of two letters, such as SY.")],
    mirror: Annotated[str | None, typer.Option("--mirror", metavar="URL", help="Take GeoNames' files from here.")] = None,
    sha256: Annotated[str | None, typer.Option("--sha256", metavar="HEX", help="Digest that the dump must have.")] = None,
) -> None:
    """Download GeoNames' places of a country and add them; goes on where an earlier download broke off."""
    from rasad.cli import places as command

    raise typer.Exit(command.install(country, mirror, sha256))


@app.command()
def demo() -> None:
    """Show the bundled reports going through everything."""
    from rasad.cli import demo as command

    raise typer.Exit(command.run())


def run() -> None:
    """Entry point: errors of ours become one line and exit code 1, never a traceback."""
    try:
        app()
    except RasadError as error:
        typer.echo(f"rasad: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        typer.echo("rasad: interrupted", err=True)
        sys.exit(130)
