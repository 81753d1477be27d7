# Everything a person does with a checkout. `make` alone lists it; each target is safe to repeat.
# The environment is .venv (PYTHON=python3.12 picks another interpreter); nothing is installed outside this folder,
# except system packages for tests, by apt, when run as root.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory

PYTHON ?= python3
BIN := .venv/bin
export PIP_DISABLE_PIP_VERSION_CHECK := 1
PIP := $(BIN)/python -m pip install --quiet --require-hashes --only-binary :all:
# What the built client depends on. Tests beside the sources are no reason to build again.
CLIENT_SOURCES := $(shell find web -name node_modules -prune -o -type f -not -name '*.test.ts*' -print)

help: ## list what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

# --- run ---------------------------------------------------------------------------------------------------------

run: run-env client ## install what is needed, then serve on http://127.0.0.1:8000 with a demo account
	@exec $(BIN)/tafla serve --demo

dev: dev-env web/node_modules/.stamp ## the server and the client's dev server, both following changes
	@tools/dev.sh

client: tafla/client/.stamp ## build the browser client into tafla/client

# --- test --------------------------------------------------------------------------------------------------------

LAYERS ?= client server browser
test: dev-env client ## every test there is (LAYERS="server" runs a part)
	@tools/need.sh chromium postgres redis || echo "make test: tests that need the missing tool will say so" >&2
	@tools/need.sh chromium-headless-shell || echo "make test: the whole Chromium does as well, and takes longer" >&2
	@$(BIN)/python tools/run_tests.py $(LAYERS)

bench: dev-env client ## measure, beside raw floors, into build/bench.json
	@mkdir -p build && $(BIN)/python -m bench

shots: dev-env client ## every screen, both sizes, light, dark and right to left, into build/shots
	@tools/need.sh chromium && mkdir -p build/shots && $(BIN)/python -m tests.shots

# --- check -------------------------------------------------------------------------------------------------------

CHECKS := check-format check-lint check-types check-imports check-sizes check-contracts check-docs check-locks \
  check-client-lint check-client-types check-client-imports check-client-texts
.PHONY: $(CHECKS)
check: $(CHECKS) ## all checks of form, types, imports, sizes and docs (`make -k check` shows every failure)

check-format: dev-env
	$(BIN)/ruff format --check .
check-lint: dev-env
	$(BIN)/ruff check .
check-types: dev-env
	$(BIN)/mypy
check-imports: dev-env
	$(BIN)/lint-imports
check-sizes: dev-env
	$(BIN)/python tools/sizes.py
check-contracts: dev-env
	$(BIN)/tafla contracts --check
check-docs: dev-env
	$(BIN)/python tools/docs.py
check-locks: dev-env
	$(BIN)/python tools/whole_lock.py web/package-lock.json tools/rooms/package-lock.json
check-client-lint: web/node_modules/.stamp
	cd web && npm run --silent lint
check-client-types: web/node_modules/.stamp
	cd web && npm run --silent typecheck
check-client-texts: web/node_modules/.stamp
	@tools/texts.sh
check-client-imports: web/node_modules/.stamp tools/rooms/node_modules/.stamp
	cd web && npm run --silent rooms

fix: dev-env web/node_modules/.stamp ## put format and fixable findings right
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	cd web && npm run --silent fix

# --- publish -----------------------------------------------------------------------------------------------------

build: dev-env client ## wheel and sdist, client inside, into dist
	@rm -f dist/tafla-*
	@$(BIN)/python -m build --no-isolation --quiet
	@$(BIN)/python tools/archives.py

lock: dev-env ## write requirements/*.txt anew (UPGRADE=1 takes newer versions)
	@tools/lock.sh

clean: ## forget environments and build results, keep data
	rm -rf .venv build dist tafla/client web/node_modules tools/rooms/node_modules .mypy_cache .ruff_cache .pytest_cache

# --- stamps ------------------------------------------------------------------------------------------------------
# A stamp lives inside the folder it speaks for, so deleting the folder takes the stamp along.

.PHONY: help run dev client test bench shots check fix build lock clean run-env dev-env
run-env: .venv/.stamp-run
dev-env: .venv/.stamp-dev

.venv/.stamp-venv:
	@tools/versions.sh python $(PYTHON)
	@echo "Making .venv with $$($(PYTHON) -V)"
	@rm -rf .venv && $(PYTHON) -m venv .venv && touch $@

.venv/.stamp-run: requirements/run.txt pyproject.toml | .venv/.stamp-venv
	@echo "Installing the server's packages"
	@$(PIP) -r requirements/run.txt
	@$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.stamp-dev: requirements/dev.txt .venv/.stamp-run
	@echo "Installing what tests and checks need"
	@$(PIP) -r requirements/dev.txt
	@touch $@

web/node_modules/.stamp: web/package-lock.json
	@tools/versions.sh node
	@echo "Installing the client's packages"
	@cd web && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.stamp

tools/rooms/node_modules/.stamp: tools/rooms/package-lock.json
	@cd tools/rooms && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error && touch node_modules/.stamp

tafla/client/.stamp: web/node_modules/.stamp $(CLIENT_SOURCES)
	@echo "Building the client"
	@cd web && npm run --silent build
	@test -f tafla/client/index.html && touch $@
