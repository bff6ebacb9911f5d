# Everything one does with giaoban, by name. `make` alone lists it.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

PYTHON ?= python3
WORKERS ?= 2

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
RUNTIME := $(VENV)/.runtime
DEV := $(VENV)/.dev

.PHONY: help
help: ## list what can be made
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# ---------------------------------------------------------------- set-up

# One recipe for both locks: $(call install,the lock). uv is quick; where it finds no index of its own, pip serves.
# The project itself comes last, editable, built by the hatchling that the lock has just brought.
define install
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@test -x $(BIN)/uv || { \
	  awk '/^[^ ]/ {on = /^uv==/} on' $(1) > $(VENV)/uv.lock && \
	  $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes --no-deps -r $(VENV)/uv.lock; }
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip sync --quiet --require-hashes $(1) || { \
	  echo "uv could not; pip tries" >&2; \
	  $(PY) -m ensurepip >/dev/null; \
	  $(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r $(1); }
	@VIRTUAL_ENV=$(VENV) $(BIN)/uv pip install --quiet --offline --no-deps --no-build-isolation --editable . || { \
	  $(PY) -m ensurepip >/dev/null; \
	  $(PY) -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .; }
endef

.PHONY: setup
setup: $(RUNTIME) ## make .venv with what running needs

.PHONY: setup-dev
setup-dev: $(DEV) ## make .venv with what testing needs as well

# The dev lock holds everything of the runtime lock, so a dev venv serves and is never thinned out again.
$(RUNTIME): requirements.lock pyproject.toml
	@$(MAKE) --no-print-directory $(if $(wildcard $(DEV)),setup-dev,.runtime)
	@touch $@

.PHONY: .runtime
.runtime:
	$(call install,requirements.lock)

$(DEV): requirements-dev.lock requirements.lock pyproject.toml
	$(call install,requirements-dev.lock)
	@touch $@

.PHONY: lock
lock: $(DEV) ## pin what pyproject.toml asks for (UP="--upgrade" takes newer ones)
	$(BIN)/uv pip compile $(LOCK) $(UP) --group build pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile $(LOCK) $(UP) --group build --group dev -c requirements.lock pyproject.toml -o requirements-dev.lock

LOCK := --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-header --no-annotate

# ---------------------------------------------------------------- running

.PHONY: demo
demo: $(RUNTIME) ## show the product with made-up figures
	$(BIN)/giaoban demo

.PHONY: run
run: $(RUNTIME) ## serve it on this machine
	$(BIN)/giaoban serve

# ---------------------------------------------------------------- judging

.PHONY: test
test: $(DEV) ## run the tests (ARGS="-k chase" narrows them)
	$(PY) -m pytest -n $(WORKERS) $(ARGS)

.PHONY: check
check: $(DEV) ## lint, format, types, import directions, sizes
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(PY) -m pytest -q -p no:cacheprovider tests/house

.PHONY: format
format: $(DEV) ## mend what ruff can mend
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

.PHONY: coverage
coverage: $(DEV) ## say which lines of the pure packages no test runs
	$(BIN)/coverage run -m pytest -q $(ARGS)
	$(BIN)/coverage report

.PHONY: docs
docs: $(DEV) ## write the pages that are made from code
	$(PY) -m tests.house.problems_page

.PHONY: bench
bench: $(DEV) ## measure, beside a plain baseline in the same run
	$(PY) bench/figures.py $(ARGS)
	$(PY) bench/engine.py --json $(ARGS)

.PHONY: soak
soak: $(DEV) ## run for long and watch for growth
	$(PY) -m bench.soak $(ARGS)

.PHONY: clean
clean: ## throw away what was made here
	rm -rf $(VENV) build dist .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis htmlcov
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
