# Commune Suite: `make` alone lists what can be done.
.DEFAULT_GOAL := help
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:

PYTHON ?= python3
PORT ?= 8080
COVERAGE ?= 85
PROCESSES ?= 2
VENV := .venv
PY := $(VENV)/bin/python
UV := .uv/bin/uv
export UV_PYTHON_DOWNLOADS := never

PORTS := $(shell find ports -name '*.py' -o -name '*.toml')
SOURCES := $(shell find src profiles locales -type f -not -name '*.pyc' -not -name '*.mo' -not -path '*.egg-info/*' | sed 's/ /\\ /g')
RULES := src/commune/*/rules
TYPED := $(RULES) src/commune/core/interfaces.py src/commune/core/events.py
INSTANCE := parts/instance
DATABASE := var/instance/filestorage/Data.fs

.PHONY: help
help:  ## this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-12s %s\n", $$1, $$2}'

# --- build: every step leaves a stamp, a second build takes a moment

$(UV): requirements-build.txt
	@echo "== uv"
	$(PYTHON) -m venv .uv
	.uv/bin/python -m pip install --quiet --disable-pip-version-check -r requirements-build.txt
	@touch $@

wheelhouse/.ported: $(PORTS) | $(UV)
	@echo "== ported wheels"
	@mkdir -p wheelhouse
	.uv/bin/python ports/build.py wheelhouse
	@touch $@

$(VENV)/.synced: requirements.txt wheelhouse/.ported
	@echo "== environment of $$(grep -c == requirements.txt) distributions"
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(UV) pip sync --quiet --python $(PY) --find-links wheelhouse requirements.txt
	@touch $@

$(VENV)/.built: $(VENV)/.synced buildout.cfg versions.cfg setup.py
	@echo "== buildout"
	@mkdir -p var
	$(VENV)/bin/buildout -N > var/buildout.log 2>&1 || { tail -n 30 var/buildout.log; exit 1; }
	$(PY) tools/catalogs.py --compile  # once, before two processes would do it at the same time
	@touch $@

.PHONY: build
build: $(VENV)/.built  ## the environment and the programs of bin/

# --- run

var/instance/.deployed: $(VENV)/.built $(SOURCES) $(if $(wildcard $(DATABASE)),,always)
	@echo "== deploying every authority of profiles/"
	bin/commune deploy --all
	@touch $@

.PHONY: always
always:

.PHONY: run
run: build  ## build, deploy every authority of profiles/ and serve them: make run PORT=8080
	@$(PY) tools/free_port.py $(PORT)
	@$(MAKE) --no-print-directory var/instance/.deployed
	@sed 's/^fast-listen = .*/fast-listen = 127.0.0.1:$(PORT)/' $(INSTANCE)/etc/wsgi.ini > $(INSTANCE)/etc/wsgi-$(PORT).ini
	@bin/commune list --accounts --port $(PORT)
	@echo "== serving on http://localhost:$(PORT) (Ctrl-C stops)"
	@exec $(PY) $(INSTANCE)/bin/interpreter tools/serve.py $(INSTANCE)/etc/wsgi-$(PORT).ini

# --- tests and checks

.venv-rules/.synced: requirements-rules.txt | $(UV)
	@echo "== environment of the rules, without Zope"
	@test -x .venv-rules/bin/python || $(PYTHON) -m venv .venv-rules
	$(UV) pip sync --quiet --python .venv-rules/bin/python requirements-rules.txt
	@touch $@

.PHONY: test-rules
test-rules: .venv-rules/.synced  ## the rules alone, without Plone: seconds, every branch
	@echo "== rules"
	.venv-rules/bin/coverage erase --data-file=.coverage-rules
	.venv-rules/bin/coverage run --branch --data-file=.coverage-rules --include='src/commune/*/rules/*' \
	    -m pytest -q --noconftest tests/*/rules
	.venv-rules/bin/coverage report --data-file=.coverage-rules --show-missing --skip-covered --fail-under=100

.PHONY: lint
lint: build  ## form, imports between rooms and modules, types of the rules
	@echo "== lint"
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	PYTHONPATH=src bin/lint-imports
	MYPYPATH=src bin/mypy $(wildcard $(TYPED))

.PHONY: prerequisites
prerequisites:
	@tools/prerequisites.sh

.PHONY: test
test: prerequisites build test-rules lint  ## everything that the integration server runs
	@echo "== integration, house and browser"
	$(PY) tools/catalogs.py --compile
	bin/pytest -q -n $(PROCESSES) --dist loadfile --no-loadscope-reorder --timeout=600 --cov=commune --cov-report= --ignore-glob='tests/*/rules/*' tests 2>&1 | tee var/pytest.txt
	$(VENV)/bin/coverage combine --quiet --keep --append .coverage-rules
	$(VENV)/bin/coverage report --skip-covered --sort=cover --fail-under=$(COVERAGE) > var/coverage.txt \
	    || { tail -n 60 var/coverage.txt; exit 1; }
	@grep TOTAL var/coverage.txt
	@tail -n 1 var/pytest.txt

.PHONY: bench
bench: build  ## medians and ratios of tests/load; fails on no time
	@for one in tests/load/bench_*.py; do \
	    echo "== $$one"; PYTHONPATH=src COMMUNE_WORKER=off $(PY) -m tests.load.$$(basename $$one .py) 2>var/bench.log || { tail -n 20 var/bench.log; exit 1; }; \
	done

# --- upkeep

.PHONY: i18n
i18n: build  ## bring the catalogs of locales/ up to date with the code
	$(PY) tools/catalogs.py

.PHONY: register
register: build  ## the registers: requirements from the tests that claim them, legal figures from the rules
	$(PY) tools/requirements_register.py
	$(PY) tools/law_register.py

.PHONY: format
format: build  ## write Python the one way
	$(VENV)/bin/ruff format .
	$(VENV)/bin/ruff check --fix .

.PHONY: release
release: build  ## a wheel with compiled catalogs, in dist/
	$(PY) tools/catalogs.py --compile
	$(PY) setup.py -q sdist
	$(PY) -m pip wheel -q --no-deps --no-build-isolation -w dist .

.PHONY: lock
lock: $(UV) wheelhouse/.ported  ## choose the versions anew: requirements.txt and versions.cfg
	$(UV) pip compile -q --python-version 3.11 --no-annotate --no-header --no-emit-find-links \
	    --custom-compile-command 'make lock' requirements.in -o requirements.txt
	$(UV) pip compile -q --python-version 3.11 --no-annotate --no-header --no-emit-find-links \
	    requirements-rules.in -o requirements-rules.txt
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	$(UV) pip sync --quiet --python $(PY) --find-links wheelhouse requirements.txt
	$(PY) tools/versions_cfg.py > versions.cfg

.PHONY: clean
clean:  ## remove what the build made; databases in var/ stay
	rm -rf .uv .venv .venv-rules bin parts develop-eggs eggs wheelhouse build dist .installed.cfg .coverage* \
	    .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis src/*.egg-info

.PHONY: tour
tour: build  ## take the pictures of docs/tour again, in a real browser
	COMMUNE_SHOTS=docs/tour bin/pytest -q tests/suite/test_journey.py
