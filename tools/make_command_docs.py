"""Write the pages that are made from the program: `python -m tools.make_command_docs`.

docs/commands.md from the commands, docs/record.md from the record models, and the output that README shows from the
program itself. Tests fail when one of them is no longer true.
"""

import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import typer.main
from rich.console import Console
from tools.make_schema import schema

from rasad.cli import code, render
from rasad.cli.main import app
from rasad.pipeline import code_document

ROOT: Final = Path(__file__).parent.parent
COMMANDS: Final = ROOT / "docs" / "commands.md"
RECORD: Final = ROOT / "docs" / "record.md"
README: Final = ROOT / "README.md"
#: A shown run: a command line, the output cut by head, in one fenced block.
SHOWN: Final = re.compile(
    r"(?<=```console\n)\$ \.venv/bin/(?P<line>rasad code .*?) \| head -(?P<lines>\d+)\n.*?(?=```)", re.DOTALL
)
_MADE: Final = "<!-- made by tools/make_command_docs.py: edit the program, not this page -->\n"


def commands() -> str:
    """docs/commands.md."""
    group: Any = typer.main.get_command(app)
    parts = ["# Commands\n", _MADE, f"{group.help}\n"]
    parts += ["Exit codes: 0 done, 1 some inputs failed (each named on standard error, the others' results kept), 2 wrong usage."]
    parts += [
        "Results alone go to standard output; what went wrong and progress go to standard error.\n",
        "## rasad\n",
        *_options(group),
    ]
    for name, command in all_commands(group):
        parts += [f"\n## rasad {name}\n", f"{command.help}\n", *_options(command)]
    return "\n".join(parts) + "\n"


def all_commands(group: Any, above: str = "") -> Iterator[tuple[str, Any]]:
    """Each command with its whole name (places search), those of groups instead of the group."""
    for name, command in sorted(group.commands.items()):
        if hasattr(command, "commands"):
            yield from all_commands(command, f"{above}{name} ")
        else:
            yield above + name, command


def _options(command: Any) -> Iterator[str]:
    rows = [p for p in command.params if not getattr(p, "hidden", False)]
    if not rows:
        yield "No options."
        return
    yield "| option | value | default | what it is |"
    yield "| --- | --- | --- | --- |"
    for p in rows:
        argument = p.param_type_name == "argument"
        names = (p.metavar or p.name.upper()) if argument else ", ".join(f"`{n}`" for n in p.opts)
        value = "" if argument or p.is_flag else str(p.metavar or p.name.upper())
        default = "" if p.default in (None, False) or callable(p.default) or p.required else f"`{p.default}`"
        yield "| " + " | ".join(cell.replace("|", "\\|") for cell in (names, value, default, p.help or "")) + " |"


def record() -> str:
    """docs/record.md."""
    made = schema()
    names = ["EventRecord", "Quote", "ActorRecord", "DateRecord", "PlaceRecord", "CasualtyRecord", "SourceRecord", "Document"]
    parts = [
        "# The record\n",
        _MADE,
        "One line of `rasad code --format jsonl` is one report: an object with `document` and `events`. The JSON Schema is",
        "`rasad/model/report.schema.json` in the package. Spans are `start` and `end` in code points into `document.text`,",
        "end exclusive, and `document.text[start:end] == text` always holds. `null` means that the report does not say.\n",
    ]
    for name in names:
        part = made["$defs"][name]
        first = part["description"].partition("\n")[0]
        parts += [f"## {'One event' if name == 'EventRecord' else name.removesuffix('Record')}\n", f"{first}\n"]
        parts += ["| field | holds | note |", "| --- | --- | --- |"]
        parts += [f"| `{f}` | {_shape(s)} | {s.get('description', '')} |" for f, s in part["properties"].items()]
        parts.append("")
    return "\n".join(parts)


def _shape(s: dict[str, Any]) -> str:
    if "anyOf" in s:
        return " or ".join(_shape(x) for x in s["anyOf"])
    if "enum" in s:
        return " · ".join(f"`{value}`" for value in s["enum"])
    if "$ref" in s:
        return str(s["$ref"]).rsplit("/", 1)[1].removesuffix("Record")
    if s.get("type") == "array":
        return f"list of {_shape(s['items'])}" if "items" in s else "two numbers"
    return str(s.get("format") or s.get("type"))


def shown(line: str, lines: int) -> str:
    """The first lines of what `rasad code … --format table` prints, from the repository's root."""
    values = dict(zip(*[iter(shlex.split(line)[3:])] * 2, strict=True))
    options = code.options(code.date.fromisoformat(values["--published"]), values.get("--outlet"), None)
    path = shlex.split(line)[2]
    [document] = code.Reader([str(ROOT / path)], options).documents()
    stream = io.StringIO()
    for _ in render.show([code_document(document.model_copy(update={"path": path}))], Console(file=stream, soft_wrap=True)):
        pass
    return "".join(part + "\n" for part in stream.getvalue().split("\n")[:lines])


def readme(text: str) -> str:
    """README with its shown runs as they are today."""
    return SHOWN.sub(lambda m: f"$ .venv/bin/{m['line']} | head -{m['lines']}\n{shown(m['line'], int(m['lines']))}", text)


if __name__ == "__main__":
    COMMANDS.write_text(commands(), encoding="utf-8")
    RECORD.write_text(record(), encoding="utf-8")
    README.write_text(readme(README.read_text(encoding="utf-8")), encoding="utf-8")
