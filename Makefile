# Nothing but Python 3.11 and make is needed; everything else is made in .venv/ and var/.
SHELL := /bin/bash
PYTHON ?= $(shell command -v python3.11 || command -v python3)
PORT ?= 8000
BIN := .venv/bin
MANAGE := $(BIN)/python manage.py
CATALOGUES := $(wildcard articles/locale/*/LC_MESSAGES/*.po newsroom/django_vi/*/LC_MESSAGES/*.po)
MESSAGES := $(CATALOGUES:.po=.mo)
PRODUCTION := NEWSROOM_ALLOWED_HOSTS=tin.example.vn NEWSROOM_DEBUG=0 NEWSROOM_MANAGING_BODY=a \
  NEWSROOM_RESPONSIBLE_PERSON=b NEWSROOM_LICENCE=c NEWSROOM_CONTACT=d
TEMPLATES = $(shell find templates -name '*.html')

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install run dev test test-sqlite test-postgresql test-browser screenshots check lint format messages lock clean

help:  ## This list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

install: .venv/.runtime $(MESSAGES)  ## Virtual environment, locked dependencies, translations

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Newsroom needs Python 3.11 or newer; name one with PYTHON=…")'
	$(PYTHON) -m venv .venv || { rm -rf .venv; echo 'The module venv is missing; on Debian: apt-get install python3-venv'; exit 1; }

.venv/.runtime: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements.txt
	@touch $@

.venv/.tests: tests/requirements.txt .venv/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement tests/requirements.txt
	@touch $@

%.mo: %.po | .venv/.runtime
	$(BIN)/pybabel --quiet compile --locale vi --input-file $< --output-file $@

run: install  ## The production server with the demo newsroom, on 127.0.0.1:8000 (PORT=…)
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) sync_roles
	@$(MANAGE) collectstatic --noinput --verbosity 0
	@$(MANAGE) demo --if-empty
	@printf '\n  The site      http://127.0.0.1:%s/\n  The newsroom  http://127.0.0.1:%s/admin/\n  Ctrl-C stops the server.\n\n' $(PORT) $(PORT)
	@exec $(BIN)/gunicorn newsroom.wsgi --bind 127.0.0.1:$(PORT) --workers 2 --worker-class gthread --threads 4 --no-control-socket --log-level warning

dev: export NEWSROOM_DEBUG = 1
dev: install  ## The same with DEBUG and reload
	@$(MANAGE) migrate --verbosity 0
	@$(MANAGE) sync_roles
	@$(MANAGE) demo --if-empty
	@$(MANAGE) runserver 127.0.0.1:$(PORT)

test: .venv/.tests $(MESSAGES)  ## The whole suite, on SQLite and on PostgreSQL at once
	@echo 'Three at once; each prints when it is done.'
	@$(MAKE) --no-print-directory --jobs=3 --output-sync=target test-postgresql test-sqlite test-browser

test-sqlite: .venv/.tests $(MESSAGES)
	$(BIN)/python -m pytest --ignore=tests/browser

test-postgresql: .venv/.tests $(MESSAGES)
	$(BIN)/python -m tests.throwaway_postgres $(BIN)/python -m pytest --ignore=tests/browser

test-browser: .venv/.tests $(MESSAGES)
	$(BIN)/python -m pytest tests/browser

lint: .venv/.tests $(MESSAGES)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djhtml --check --tabwidth 2 $(TEMPLATES)
	$(MANAGE) check --fail-level WARNING
	$(PRODUCTION) $(MANAGE) check --deploy --fail-level WARNING
	$(MANAGE) makemigrations --check --dry-run

check: lint test  ## What CI runs, to the letter

screenshots: .venv/.tests $(MESSAGES)  ## Pictures of every page under hard conditions, in var/screenshots
	$(BIN)/python -m pytest -q -s -o python_files=screenshots.py tests/browser/screenshots.py

format: .venv/.tests  ## Format code and templates
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djhtml --tabwidth 2 $(TEMPLATES)

bench: .venv/.tests $(MESSAGES)  ## Speed and memory, as a table and in var/bench.json
	$(BIN)/python -m tests.benchmarks

messages: .venv/.tests  ## Bring new sentences into the translation file (needs gettext)
	$(MANAGE) makemessages --locale vi --no-location --no-wrap --no-obsolete --ignore '.venv' --ignore 'var' --ignore 'tests'
	sed --in-place '/^"POT-Creation-Date/d' articles/locale/vi/LC_MESSAGES/django.po

lock: .venv/.tests  ## Resolve the dependencies anew
	$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --python-version 3.11 --no-header pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --upgrade --generate-hashes --python-version 3.11 --no-header --group dev --constraint requirements.txt --output-file tests/requirements.txt

clean:  ## Remove what was made, except the data in var/ and media/
	rm -rf .venv .pytest_cache .ruff_cache
