"""`rasad` as a whole: help, version, exit codes, and errors that are one line."""

import pytest
from typer.testing import CliRunner

import rasad
from rasad.cli import main
from rasad.errors import SettingsError
from tests import support

RUN = CliRunner()


def test_version() -> None:
    result = RUN.invoke(main.app, ["--version"])
    assert (result.stdout, result.exit_code) == (f"rasad {rasad.__version__}\n", 0)


def test_help_names_every_command() -> None:
    result = RUN.invoke(main.app, ["--help"])
    assert result.exit_code == 0
    assert all(command in result.stdout for command in ("code", "explain", "evaluate", "demo"))


@pytest.mark.parametrize("command", ["code", "explain", "evaluate", "demo"])
def test_every_command_has_help(command: str) -> None:
    assert RUN.invoke(main.app, [command, "--help"]).exit_code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["code"],
        ["code", "a.txt", "--nonsense"],
        ["code", "a.txt", "--published", "yesterday"],
        ["code", "a.txt", "--published", "2019-02-30"],
        ["code", "a.txt", "--format", "xml"],
        ["evaluate"],
    ],
    ids=" ".join,
)
def test_wrong_usage_is_2(arguments: list[str]) -> None:
    result = RUN.invoke(main.app, arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr


def test_our_errors_are_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def fail() -> None:
        raise SettingsError("min_confidence is 7")

    monkeypatch.setattr(main, "app", fail)
    with pytest.raises(SystemExit) as left:
        main.run()
    assert left.value.code == 1
    assert capsys.readouterr().err == "rasad: min_confidence is 7\n"


def test_interrupt_is_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(main, "app", fail)
    with pytest.raises(SystemExit) as left:
        main.run()
    assert left.value.code == 130


def test_program_runs() -> None:
    run = support.rasad("--version")
    assert (run.stdout.decode(), run.stderr, run.returncode) == (f"rasad {rasad.__version__}\n", b"", 0)
