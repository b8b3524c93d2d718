# make run    sets everything up and shows two nights of an invented district
# make test   sets everything up and passes the tests
# make lint   ruff and mypy --strict
# make sbom   sbom.json from requirements.lock

PYTHON ?= python3
VENV := .venv
READY := $(VENV)/.ready

.PHONY: run test lint coverage sbom clean

run: $(READY)
	$(VENV)/bin/kreiskontakte demo --data var/demo

# Two at a time: the suite waits for servers and for programs of its own as long as it reckons.
test: $(READY)
	$(VENV)/bin/python -m pytest --numprocesses 2

lint: $(READY)
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy

coverage: $(READY)
	$(VENV)/bin/coverage erase
	COVERAGE_PROCESS_START=pyproject.toml $(VENV)/bin/coverage run -m pytest
	$(VENV)/bin/coverage combine
	$(VENV)/bin/coverage report --fail-under=95

sbom: $(READY)
	$(VENV)/bin/python tools/sbom.py

# The lock file is complete, hence --no-deps: nothing is resolved, only what it names is installed.
$(READY): requirements.lock pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(VENV)/bin/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(VENV)/bin/python -m compileall -q pipeline
	touch $(READY)

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache .hypothesis .coverage*
