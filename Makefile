# Two commands: `make run` starts the app with its demo city, `make test` passes all tests.
# Each makes its own environment in .venv and touches nothing outside this folder.

PYTHON ?= python3
BIN := .venv/bin
export PIP_CACHE_DIR := $(CURDIR)/.cache/pip
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.PHONY: run test lint lock words screenshots clean

run: .venv/run
	$(BIN)/bindeglied demo

test: .venv/dev
	$(BIN)/python -m pytest -n auto

lint: .venv/dev
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports

.venv/run: requirements/run.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install -q --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install -qq --no-deps --no-build-isolation -e .
	touch $@

.venv/dev: requirements/dev.txt .venv/run
	$(BIN)/python -m pip install -q --require-hashes -r requirements/dev.txt
	touch $@

lock: .venv/dev
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate pyproject.toml requirements/build.in -o requirements/run.txt
	$(BIN)/uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-header \
		--no-annotate --extra dev pyproject.toml requirements/build.in -o requirements/dev.txt

words: .venv/dev
	$(BIN)/pybabel -q extract -F babel.cfg -k _ -k mark -k plural:1,2 --no-location --sort-output \
		-o .cache/bindeglied.pot views
	$(BIN)/pybabel -q update -l de -D bindeglied -i .cache/bindeglied.pot -d views/locales \
		--no-fuzzy-matching --ignore-obsolete

screenshots: .venv/dev
	PYTHONPATH=. $(BIN)/python docs/screenshots.py

clean:
	rm -rf .venv .cache
