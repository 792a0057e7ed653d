# The commands of the house. `make help` lists them.
# All they ask of the machine: python3 (3.11 or newer) with pip, git, make. No venv module, no ensurepip, no network beyond
# the package index that pip itself uses. Everything they make lies in .tools, .venv and .bench beside this file.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.NOTPARALLEL:
.DELETE_ON_ERROR:

# What a caller's shell has set for its own Python must not decide how ours is set up: an activated environment, PYTHONPATH,
# a pip target, uv's project settings. Where the package index is (PIP_INDEX_URL, UV_DEFAULT_INDEX, …) stays.
ifneq ($(VIRTUAL_ENV),)
export PATH := $(subst $(VIRTUAL_ENV)/bin:,,$(PATH))
endif
unexport VIRTUAL_ENV CONDA_PREFIX CONDA_DEFAULT_ENV $(filter PYTHON% COV_CORE%,$(.VARIABLES))
unexport PIP_TARGET PIP_PREFIX PIP_USER PIP_REQUIRE_VIRTUALENV PIP_CONSTRAINT PIP_REQUIREMENT PIP_PYTHON
unexport UV_PYTHON UV_SYSTEM_PYTHON UV_PROJECT UV_PROJECT_ENVIRONMENT UV_TARGET UV_PREFIX UV_CONSTRAINT UV_OVERRIDE
unexport GIT_DIR GIT_WORK_TREE GIT_INDEX_FILE

# Our arrays are short: more threads in the linear algebra only cost time, and make timings wander.
export OPENBLAS_NUM_THREADS := 1
export OMP_NUM_THREADS := 1
export MKL_NUM_THREADS := 1

PYTHON := python3
export UV_PYTHON_DOWNLOADS := never
export UV_NO_PROGRESS := 1

# uv does not read pip's configuration, so what pip was told about the index and its certificates is handed on. (`pip config
# list` and not `get`: without a file named, `get` looks into the user's file alone.)
export UV_SYSTEM_CERTS := 1
UV = told() { $(PYTHON) -m pip config list 2>/dev/null | sed -n "s/^[^.]*\.$$1='\(.*\)'$$/\1/p" | head -n 1; }; \
     [ -n "$$UV_DEFAULT_INDEX$$UV_INDEX_URL" ] || UV_DEFAULT_INDEX=$$(told index-url); \
     [ -n "$$SSL_CERT_FILE" ] || SSL_CERT_FILE=$$(told cert); \
     [ -z "$$UV_DEFAULT_INDEX" ] || export UV_DEFAULT_INDEX; \
     [ -z "$$SSL_CERT_FILE" ] || export SSL_CERT_FILE; \
     .tools/bin/uv
INSTALL_SELF = pip install --quiet --python .venv --no-deps --no-build-isolation --editable .
COMPILE = pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
          --no-emit-find-links --custom-compile-command "make lock"

# ---------------------------------------------------------------------------------------------------------- for everyone

demo: .venv/.run  ## set everything up, then read six made-up pursuits and show their cards
	@.venv/bin/walkaway demo

test: lint  ## set everything up, then lint, check types and contracts, and run the tests
	.venv/bin/python -m pytest -m "not soak"

lint: .venv/.dev  ## what `make test` checks before the tests run
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-logo --no-cache

soak: .venv/.dev  ## the long versions of the tests
	HYPOTHESIS_PROFILE=soak .venv/bin/python -m pytest -m soak

bench: .venv/.run .bench/.peers  ## speed beside peers, one run; writes docs/bench-*.md (BENCH=--quick to try it)
	.venv/bin/python bench/reading.py --date "$$(date +%F)" $(BENCH)
	.venv/bin/python bench/judgement.py --date "$$(date +%F)" $(BENCH)

bench-negotiation: .venv/.run .bench/.negotiation  ## our negotiator among strong ones, and the outside-option arena
	.bench/negotiation/bin/python bench/negotiation/run.py $(BENCH)
	.venv/bin/python bench/negotiation/arena.py

lock: .tools/bin/uv  ## solve the versions anew and write requirements/*.txt, hashes and no addresses
	@$(UV) $(COMPILE) pyproject.toml --group dev --output-file requirements/dev.txt
	@$(UV) $(COMPILE) pyproject.toml --constraint requirements/dev.txt --output-file requirements/run.txt
	@$(UV) $(COMPILE) requirements/build.in --constraint requirements/dev.txt --output-file requirements/build.txt
	@$(UV) $(COMPILE) requirements/bench.in --output-file requirements/bench.txt
	@$(UV) $(COMPILE) requirements/uv.in --output-file requirements/uv.txt

clean:  ## remove everything that the other commands made, the set-up too
	rm -rf .venv .tools .bench .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis dist build out
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:  ## this list
	@awk -F ':.*  ## ' '/^[a-z-]+:.*  ## / { printf "make %-6s %s\n", $$1, $$2 }' Makefile

.PHONY: demo test lint soak bench bench-negotiation lock clean help

# ------------------------------------------------------------------------------------------------------------ the set-up

# `--target` is not what PEP 668 forbids, and `uv venv` needs no ensurepip: so a bare Debian will do.
.tools/bin/uv: requirements/uv.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	    { echo "walkaway needs Python 3.11 or newer as $(PYTHON). Another one: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m pip --version >/dev/null 2>&1 || \
	    { echo "$(PYTHON) has no pip. On Debian: apt-get install python3-pip" >&2; exit 1; }
	@echo "Fetching uv into .tools …"
	@rm -rf .tools
	@$(PYTHON) -m pip install --quiet --disable-pip-version-check --root-user-action ignore --require-hashes \
	    --target .tools --requirement requirements/uv.txt
	@touch $@

.venv/bin/python: | .tools/bin/uv
	@$(UV) venv --quiet --clear --python $(PYTHON) .venv

# One environment, two fillings. `sync` makes it exactly what the lock says, so a smaller filling ends the larger one's stamp.
SET_UP = .venv/bin/python .tools/bin/uv pyproject.toml requirements/build.txt

.venv/.run: $(SET_UP) requirements/run.txt
	@echo "Setting up .venv …"
	@rm -f .venv/.run .venv/.dev
	@$(UV) pip sync --quiet --compile-bytecode --python .venv --require-hashes requirements/run.txt requirements/build.txt
	@$(UV) $(INSTALL_SELF)
	@$(PYTHON) -m compileall -q src/walkaway
	@touch $@

.venv/.dev: $(SET_UP) requirements/run.txt requirements/dev.txt
	@echo "Setting up .venv …"
	@rm -f .venv/.run .venv/.dev
	@$(UV) pip sync --quiet --compile-bytecode --python .venv --require-hashes requirements/dev.txt
	@$(UV) $(INSTALL_SELF)
	@$(PYTHON) -m compileall -q src/walkaway
	@touch .venv/.run $@

# The readers we compare with have licences of their own: they live here, and the package never sees them.
.bench/.peers: .tools/bin/uv requirements/bench.txt
	@echo "Setting up .bench/peers …"
	@$(UV) venv --quiet --clear --python $(PYTHON) .bench/peers
	@$(UV) pip sync --quiet --python .bench/peers --require-hashes requirements/bench.txt
	@touch $@

# NegMAS is AGPL and most negotiators around it are GPL: an environment of their own, which the package never sees. One of
# them pins packages that its agents here do not need, so it comes without what it asks for.
.bench/.negotiation: .tools/bin/uv requirements/negotiation.in
	@echo "Setting up .bench/negotiation …"
	@$(UV) venv --quiet --clear --python $(PYTHON) .bench/negotiation
	@grep -v anl-agents requirements/negotiation.in > .bench/negotiation/with.txt
	@$(UV) pip install --quiet --python .bench/negotiation --requirement .bench/negotiation/with.txt
	@grep anl-agents requirements/negotiation.in > .bench/negotiation/alone.txt
	@$(UV) pip install --quiet --python .bench/negotiation --no-deps --requirement .bench/negotiation/alone.txt
	@touch $@
