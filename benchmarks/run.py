"""How fast Rasad is on one core, and what it needs: `python benchmarks/run.py [--write docs/benchmarks.md]`.

Reports are made by permuting and repeating the sentences of the bundled reports, with a fixed seed, so that no two are
the same and caches of whole reports cannot help.
"""

import argparse
import os
import platform
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Any, Final

import psutil

from rasad.cli import demo
from rasad.model.document import Document
from rasad.pipeline import code_document, load

SIZES: Final = (1, 10, 100, 1_000, 10_000)
#: The largest sizes are left out once this many seconds would be exceeded, and the table says so.
BUDGET: Final = 150.0
SENTENCES: Final = 9
HELP: Final = "from rasad.cli.main import app; app(['--help'], standalone_mode=False)"


def sentences(documents: Sequence[Document]) -> list[str]:
    """Body sentences of the bundled reports."""
    lines = (line.strip() for d in documents for line in d.text.split("\n"))
    return [part.strip() + "." for line in lines for part in line.split(". ") if len(part) > 40]


def made(pool: Sequence[str], documents: Sequence[Document]) -> Iterator[Document]:
    """Reports without end, each of SENTENCES sentences, the mean of the bundled ones."""
    chance = random.Random(2019)
    number = 0
    while True:
        model = documents[number % len(documents)]
        text = "\n".join(chance.sample(pool, SENTENCES))
        yield Document(id=f"{number:064x}", text=text, published=model.published, language="ar")  # type: ignore[call-arg]
        number += 1


def fresh(code: str, times: int = 3) -> float:
    """Median seconds of a fresh process that runs `code`, the start of Python included."""
    spent = []
    for _ in range(times):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)
        spent.append(time.perf_counter() - began)
    return statistics.median(spent)


def growth(supply: Iterator[Document]) -> tuple[list[list[str]], dict[int, float]]:
    """Rows of the table of sizes, and seconds by size."""
    rows, spent, process = [], {}, psutil.Process()
    for size in SIZES:
        last = max(spent, default=0)
        if last and sum(spent.values()) + spent[last] / last * size > BUDGET:
            rows.append([f"{size:,}", "left out: longer than the budget", "", "", ""])
            continue
        began = time.perf_counter()
        events = sum(len(code_document(next(supply)).events) for _ in range(size))
        spent[size] = seconds = time.perf_counter() - began
        memory = process.memory_info().rss / 2**20
        rows.append([f"{size:,}", f"{seconds:.2f}", f"{1000 * seconds / size:.2f}", f"{events:,}", f"{memory:.0f}"])
    return rows, spent


def shares(supply: Iterator[Document], count: int = 300) -> list[list[str]]:
    """Time of each component, in ms a report and as a share."""
    nlp = load()
    spent = {"tokenizer": 0.0} | dict.fromkeys(nlp.pipe_names, 0.0)
    for _ in range(count):
        document = next(supply)
        doc, spent["tokenizer"] = _timed(nlp.make_doc, document.text, spent["tokenizer"])
        doc._.published = document.published
        for name, component in nlp.pipeline:
            doc, spent[name] = _timed(component, doc, spent[name])
    total = sum(spent.values())
    order = sorted(spent.items(), key=lambda item: -item[1])
    return [[name, f"{1000 * seconds / count:.2f}", f"{100 * seconds / total:.0f} %"] for name, seconds in order]


def _timed(act: Callable[[Any], Any], value: Any, before: float) -> tuple[Any, float]:
    began = time.perf_counter()
    result = act(value)
    return result, before + time.perf_counter() - began


def lengths(pool: Sequence[str]) -> list[list[str]]:
    """Time over the length of one report, so that growth that is not linear shows."""
    rows = []
    for count in (10, 100, 1_000):
        text = "\n".join((list(pool) * (count // len(pool) + 1))[:count])
        began = time.perf_counter()
        code_document(Document(id="0" * 64, text=text, language="ar"))  # type: ignore[call-arg]
        seconds = time.perf_counter() - began
        rows.append([f"{count:,}", f"{len(text):,}", f"{seconds:.2f}", f"{1000 * seconds / count:.2f}"])
    return rows


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def page() -> str:
    """The whole measurement as a page."""
    start = fresh("pass")
    doors = [
        ["Python alone", f"{start:.2f}"],
        ["`rasad --help`", f"{fresh(HELP):.2f}"],
        ["`import rasad`", f"{fresh('import rasad'):.2f}"],
        ["`rasad.load()`", f"{fresh('import rasad; rasad.load()'):.2f}"],
        ["first report coded (word lists loaded)", f"{fresh('import rasad; rasad.code(chr(1602))'):.2f}"],
    ]
    documents = list(demo.documents(demo.examples()))
    pool = sentences(documents)
    supply = made(pool, documents)
    code_document(next(supply))
    rows, spent = growth(supply)
    size = max(spent)
    rate = size / spent[size]
    parts = [
        "# Benchmarks\n",
        "Made by `make bench` (`benchmarks/run.py`) on one core: reports of "
        f"{SENTENCES} sentences, permuted from the bundled ones. Diff against the last run before believing a change.\n",
        f"**{rate:.0f} reports a second, {rate * SENTENCES:.0f} sentences a second** (over {size:,} reports). "
        f"Peak memory {_peak():.0f} MiB.\n",
        f"Python {platform.python_version()}, spaCy {version('spacy')}, {platform.machine()}, "
        f"{os.cpu_count()} cores, one used.\n",
        "## Start, seconds in a fresh process\n", table(["what", "seconds"], doors),
        "\n## Growth with the number of reports\n", table(["reports", "seconds", "ms a report", "events", "memory, MiB"], rows),
        "\n## Growth with the length of one report\n",
        table(["sentences", "characters", "seconds", "ms a sentence"], lengths(pool)),
        "\n## Where the time goes\n", table(["component", "ms a report", "share"], shares(supply)),
    ]  # fmt: skip
    return "\n".join(parts) + "\n"


def _peak() -> float:
    try:
        import resource
    except ImportError:  # not on Windows
        return psutil.Process().memory_info().rss / 2**20
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**10


def main() -> int:
    """Returns the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--write", type=Path, metavar="FILE", help="write the page there too")
    chosen = parser.parse_args()
    text = page()
    print(text)
    if chosen.write:
        chosen.write.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
