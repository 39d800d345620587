# Everything a fresh machine needs is Python 3.11 or newer and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test fuzz bench lint pictures lock clean

demo: $(READY)
	$(BIN)/noblame demo

test: $(READY)
	$(BIN)/python -m pytest -q --numprocesses auto

# Made-up sessions, lines, files and crashes, other ones each time; what fails is tried first the next time.
fuzz: $(READY)
	$(BIN)/python -m pytest -q -m fuzz --hypothesis-profile fuzz --numprocesses auto

bench: $(READY)
	$(BIN)/python -m pytest -q -s tests/bench --bench

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/pyright

pictures: $(READY)
	$(BIN)/python -m tests.pictures

# The exact versions that work together; `make lock` finds them anew.
lock: $(READY)
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile --quiet --no-header --no-emit-index-url --no-emit-find-links --no-annotate --universal \
		--python-version 3.11 --group dev pyproject.toml -o .requirements.txt

$(READY): pyproject.toml .requirements.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r .requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $(READY)

clean:
	rm -rf $(VENV) dist .pytest_cache .ruff_cache .hypothesis
