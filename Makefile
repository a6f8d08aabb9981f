# Two commands matter: `make run` and `make test`. Both set everything up by themselves.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_VERSION := 0.13.9

.DEFAULT_GOAL := help
.PHONY: help setup run test check bench lock floors clean

help: ## show this list
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: $(VENV)/.ready ## make the environment in .venv

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit("Rasad needs Python 3.11 or newer, this is %d.%d" % sys.version_info[:2] if sys.version_info < (3, 11) else 0)'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv==$(UV_VERSION)'
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --compile-bytecode -r requirements.lock
	@$(BIN)/uv pip install --quiet --python $(BIN)/python --no-deps --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

run: setup ## code the bundled reports and show their records
	@$(BIN)/rasad demo

test: setup check ## lint, types, import contract, docs, evaluation gate and all tests
	$(BIN)/python -m pytest

check: setup ## only lint, types and the import contract
	$(BIN)/ruff check src tests tools benchmarks evaluation
	$(BIN)/mypy --strict
	$(BIN)/lint-imports --no-cache

bench: setup ## time the pipeline; writes docs/benchmarks.md
	$(BIN)/python benchmarks/run.py --write docs/benchmarks.md

floors: setup ## raise the floors of evaluation/floors.json to today's figures
	$(BIN)/python evaluation/gate.py --raise

lock: ## pin the newest versions that pyproject.toml allows
	$(BIN)/uv pip compile --universal --python-version 3.11 --no-header --no-annotate --extra dev pyproject.toml -o requirements.lock

clean: ## remove the environment and caches
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache build dist
