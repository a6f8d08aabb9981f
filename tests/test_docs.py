"""Documents cannot drift: commands, fields, lists, links, shown output and examples are checked against the program."""

import doctest
import importlib
import pkgutil
import re
import shlex
from pathlib import Path

import pytest
import typer.main
from tools import make_command_docs

import rasad
from rasad.cli.main import app
from tests import support

PAGES = [support.ROOT / "README.md", support.ROOT / "CONTRIBUTING.md", *sorted((support.ROOT / "docs").glob("*.md"))]
MODULES = sorted(m.name for m in pkgutil.walk_packages(rasad.__path__, "rasad."))
HINT = "run python -m tools.make_command_docs"
DOCTEST = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


def test_commands_page_is_what_the_program_says() -> None:
    assert make_command_docs.COMMANDS.read_text(encoding="utf-8") == make_command_docs.commands(), HINT


def test_record_page_is_what_the_models_say() -> None:
    assert make_command_docs.RECORD.read_text(encoding="utf-8") == make_command_docs.record(), HINT


def test_every_command_and_option_is_documented() -> None:
    page = make_command_docs.COMMANDS.read_text(encoding="utf-8")
    for name, command in make_command_docs.all_commands(typer.main.get_command(app)):
        section = page.partition(f"\n## rasad {name}\n")[2].partition("\n## ")[0]
        assert section, name
        for parameter in command.params:
            if parameter.param_type_name == "option":
                assert all(f"`{option}`" in section for option in parameter.opts), (name, parameter.opts)


def test_output_in_readme_is_what_the_program_prints() -> None:
    text = make_command_docs.README.read_text(encoding="utf-8")
    assert make_command_docs.SHOWN.search(text)
    assert text == make_command_docs.readme(text), HINT


def shown_commands() -> list[str]:
    found = []
    for page in PAGES:
        for block in re.findall(r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL):
            lines = (line.removeprefix("$ ") for line in block.splitlines())
            found += [line for line in lines if line.startswith(".venv/bin/rasad ")]
    return found


@pytest.mark.parametrize("line", shown_commands())
def test_shown_command_parses(line: str) -> None:
    """Every `rasad …` of the pages is a command with options that there are."""
    words = shlex.split(line.partition("|")[0])[1:]
    commands = dict(make_command_docs.all_commands(typer.main.get_command(app)))
    name = next(n for n in (" ".join(words[:2]), words[0]) if n in commands)
    command, arguments = commands[name], words[len(name.split()) :]
    context = command.make_context(name, arguments)
    assert context.params


def test_shown_commands_are_enough() -> None:
    assert {line.split()[1] for line in shown_commands()} >= {"code", "explain"}


def test_make_targets_that_pages_name_are_there() -> None:
    makefile = (support.ROOT / "Makefile").read_text(encoding="utf-8")
    for page in PAGES:
        for target in re.findall(r"(?:^|`)make ([a-z]+)", page.read_text(encoding="utf-8"), re.MULTILINE):
            assert re.search(rf"^{target}:", makefile, re.MULTILINE), (page.name, target)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page: Path) -> None:
    for link in re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8")):
        if not link.startswith("http"):
            assert (page.parent / link).exists(), link


def test_every_list_is_documented() -> None:
    page = (support.ROOT / "docs" / "data.md").read_text(encoding="utf-8")
    data = support.SOURCE / "lexicon" / "data"
    for path in sorted(data.rglob("*.tsv")):
        name = path.relative_to(data).as_posix()
        folder = {"triggers": "`triggers/<type>.tsv`", "actors": "`actors/<cc>.tsv`", "places": "`places/*.tsv`"}
        assert f"`{name}`" in page or folder.get(name.partition("/")[0], "?") in page, name


def test_readme_does_not_promise_what_is_not_there() -> None:
    """A command of the contract that is not written yet is not shown as if it were."""
    known = set(typer.main.get_command(app).commands)  # type: ignore[attr-defined]
    for page in PAGES:
        assert set(re.findall(r"(?:`|bin/)rasad ([a-z]+)", page.read_text(encoding="utf-8"))) <= known, page.name


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_examples_of_the_pages_run(page: Path) -> None:
    result = doctest.testfile(str(page), module_relative=False, encoding="utf-8", optionflags=DOCTEST)
    assert result.failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_examples_of_the_source_run(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name), optionflags=DOCTEST).failed == 0


def test_there_are_examples() -> None:
    assert ">>>" in (support.ROOT / "README.md").read_text(encoding="utf-8")
    assert doctest.testmod(importlib.import_module("rasad.pipeline")).attempted
