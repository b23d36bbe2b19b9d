# Two commands do everything: `make demo` shows what it does, `make test` runs every check.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV_PYTHON_DOWNLOADS := never
export UV_PYTHON_DOWNLOADS

.PHONY: help install demo test check quality screenshots lock clean

help: ## what there is
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /: /' | sort

$(VENV)/.installed: requirements.lock pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

install: $(VENV)/.installed ## set up .venv/bin/firsthand

demo: $(VENV)/.installed ## build the bundled sample, print its stories, write the report
	$(BIN)/firsthand demo --out demo --format table

check: $(VENV)/.dev ## style, types, layers
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports

test: check ## every check and every test
	sh scripts/install-browser
	$(BIN)/pytest -n auto --dist loadfile

quality: $(VENV)/.dev ## measure on labelled data: measure, data, floor, today
	$(BIN)/python -m tests.quality

screenshots: $(VENV)/.dev ## pictures of every page of the desk into docs/images
	sh scripts/install-browser
	$(BIN)/python scripts/take_screenshots.py

lock: $(VENV)/.dev ## lock the dependencies again
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-header --python-version 3.11 --group dev pyproject.toml -o requirements-dev.lock

clean: ## remove what was made
	rm -rf $(VENV) demo build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
