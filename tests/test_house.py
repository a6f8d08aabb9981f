"""The house: what is public, what imports what, and how long files and functions may get."""

import ast
import inspect
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import rasad
from rasad import errors
from tests import support

#: Hard stops of the house are 600 lines a file and 100 a function; these are what we wish, and keep.
FILE_LINES = 400
FUNCTION_LINES = 60
LONGEST_FUNCTION = 100
#: Functions that may be longer, each with its reason.
LONG_FUNCTIONS: dict[str, str] = {}
#: Files that may be longer, each with its reason.
LONG_FILES: dict[str, str] = {}

FILES = sorted(support.SOURCE.rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def name_of(path: Path) -> str:
    return path.relative_to(support.SOURCE).as_posix()


@pytest.mark.parametrize("name", rasad.__all__)
def test_public_name_is_there(name: str) -> None:
    assert getattr(rasad, name) is not None


def test_public_surface_is_sorted_and_complete() -> None:
    """`__all__` and the names resolved on first use are the same, so that neither is forgotten."""
    assert rasad.__all__ == sorted(rasad.__all__)
    assert set(rasad.__all__) == set(rasad._HOMES) | {"__version__"}


def test_public_callables_are_documented_and_typed() -> None:
    for name in set(rasad.__all__) - {"__version__"}:
        thing = getattr(rasad, name)
        assert inspect.getdoc(thing), name
        if inspect.isfunction(thing):
            assert set(inspect.signature(thing).parameters) | {"return"} == set(thing.__annotations__), name


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="nonsense"):
        _ = rasad.nonsense


def test_every_error_is_in_the_drawn_tree() -> None:
    """Depth in the drawing is depth in the classes, and the parent is the line above with less depth."""
    drawn: list[tuple[int, str]] = []
    for line in (errors.__doc__ or "").splitlines()[2:]:
        body = line.lstrip("│├└─ ")
        if body:
            drawn.append(((len(line) - len(body)) // 4, body.split()[0]))
    classes = {n: c for n, c in vars(errors).items() if inspect.isclass(c) and issubclass(c, Exception)}
    assert {name for _, name in drawn} == set(classes)
    above: dict[int, str] = {}
    for depth, name in drawn:
        above[depth] = name
        if depth:
            assert classes[name].__bases__ == (classes[above[depth - 1]],), name


def test_every_error_is_used() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in FILES if path.name != "errors.py")
    names = {n for n, c in vars(errors).items() if inspect.isclass(c) and issubclass(c, Exception)}
    assert [n for n in sorted(names) if n not in source] == []


def test_input_error_names_source_problem_and_remedy() -> None:
    error = errors.EmptyInput("a.txt", "it is empty", "give another")
    assert (error.source, error.problem, error.remedy) == ("a.txt", "it is empty", "give another")
    assert str(error) == "a.txt: it is empty (give another)"


def test_help_does_not_import_the_heavy_libraries() -> None:
    check = (
        "import sys\nfrom typer.testing import CliRunner\nfrom rasad.cli.main import app\n"
        "result = CliRunner().invoke(app, ['--help'])\nassert result.exit_code == 0, result.output\n"
        "print([m for m in ('spacy', 'trafilatura', 'resiliparse', 'pydantic', 'numpy') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.returncode) == ("[]", 0), run.stderr


def test_importing_does_nothing_else() -> None:
    """No folder is made and no address asked when the package is imported."""
    check = (
        "import sys\nseen = []\n"
        "sys.addaudithook(lambda e, a: seen.append((e, str(a))) if e in ('os.mkdir', 'socket.connect') else None)\n"
        "import rasad.pipeline\nprint(seen)"
    )
    run = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=False)
    assert (run.stdout.strip(), run.returncode) == ("[]", 0), run.stderr


def test_imports_go_one_way() -> None:
    tool = Path(sys.executable).with_name("lint-imports")
    run = subprocess.run([tool, "--no-cache"], cwd=support.ROOT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_file_is_short_and_says_what_it_is(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text)), "no docstring"
    if name_of(path) not in LONG_FILES:
        assert text.count("\n") <= FILE_LINES


def test_functions_are_short() -> None:
    long = {
        f"{name_of(path)}:{f.name}": length
        for path in FILES
        for f in functions(path)
        if (length := (f.end_lineno or 0) - f.lineno + 1) > FUNCTION_LINES
    }
    assert [name for name in long if name not in LONG_FUNCTIONS] == []
    assert [name for name, length in long.items() if length > LONGEST_FUNCTION] == []
    assert [name for name in LONG_FUNCTIONS if name not in long] == [], "no longer needed"


def test_public_functions_say_what_they_do() -> None:
    missing = [
        f"{name_of(path)}:{f.lineno} {f.name}"
        for path in FILES
        for f in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(f, ast.FunctionDef | ast.ClassDef) and not f.name.startswith("_") and not ast.get_docstring(f)
    ]
    assert missing == []


def test_errors_are_not_swallowed() -> None:
    """`except:` and `except Exception` that only pass would hide what went wrong."""
    found = [
        f"{name_of(path)}:{node.lineno}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
        and all(isinstance(statement, ast.Pass) for statement in node.body)
    ]
    assert found == []


def test_components_say_what_they_need_and_give() -> None:
    """Every requirement is given by a component before it, or by the caller."""
    nlp = support.pipeline()
    given = {"doc._.published", "doc._.home"}
    for name in nlp.pipe_names:
        meta = nlp.get_pipe_meta(name)
        assert set(meta.requires) <= given, name
        assert meta.assigns, name
        given |= set(meta.assigns)


def test_the_pipeline_is_in_its_order() -> None:
    from rasad.pipeline import ORDER

    assert tuple(support.pipeline().pipe_names) == ORDER
