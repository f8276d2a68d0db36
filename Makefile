# The two commands are `make up` and `make test`; nothing is needed before either but Python >= 3.11 and make.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/ready

.DELETE_ON_ERROR:
.PHONY: up test lint check bench soak docs wheel

up: $(READY)  ## build the catalogue from data/, serve it at http://127.0.0.1:8001, start the clock
	$(BIN)/catalogue up

test: $(READY)  ## every test this machine can run; each skip is printed
	$(BIN)/python -m pytest -m "not bench and not soak" $(ARGS)

lint: $(READY)  ## form, names, types; the import order is one of the tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

check: lint  ## what must hold before a commit lands
	$(BIN)/python -m pytest -q -m "not bench and not soak" $(ARGS)

bench: $(READY)  ## speed, memory and scores, beside peers, in one run
	$(BIN)/python -m pytest -q -s -m bench tests/benchmarks $(ARGS)

soak: $(READY)  ## what is long: kill -9 at random moments, a simulated year
	$(BIN)/python -m pytest -q -s -m soak tests/soak $(ARGS)

docs: $(READY)  ## the pages that are made from the code
	$(BIN)/python -m scheduled.settings.reference > docs/settings.md

wheel: $(READY)  ## the built wheel, installed apart and asked for its help
	bash .ci/wheel

$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	touch $@
