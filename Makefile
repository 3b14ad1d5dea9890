# make demo: from nothing to a running site with real content. make test: everything that must hold.
# Shell stays in .ci/, and what the site can do itself is a command of manage.py.

PORT ?= 8000
VAR := $(or $(UDVIKLINGSRUM_VAR),var)
VENV := .venv
PY := $(VENV)/bin/python
LOCK := $(VENV)/bin/uv pip compile --quiet --universal --generate-hashes --no-header --python-version 3.12

export UDVIKLINGSRUM_BASE_URL ?= http://127.0.0.1:$(PORT)
export UV_SYSTEM_CERTS ?= 1

# Production's settings for one's own machine; each may be set outside.
PRODUCTION = env DJANGO_SETTINGS_MODULE=config.settings.production \
	UDVIKLINGSRUM_SECRET_KEY="$${UDVIKLINGSRUM_SECRET_KEY:-$$(cat $(VAR)/secret_key)}" \
	UDVIKLINGSRUM_ALLOWED_HOSTS="$${UDVIKLINGSRUM_ALLOWED_HOSTS:-127.0.0.1,localhost}" \
	UDVIKLINGSRUM_FROM_EMAIL="$${UDVIKLINGSRUM_FROM_EMAIL:-udviklingsrummet@demo.example}" \
	UDVIKLINGSRUM_CONTACT_EMAIL="$${UDVIKLINGSRUM_CONTACT_EMAIL:-redaktoer@demo.example}" \
	MAIL_URL="$${MAIL_URL:-file://$(abspath $(VAR))/mail}" \
	$(PY) manage.py

BENCH = UDVIKLINGSRUM_VAR=$(VAR)/bench $(PRODUCTION)
SCALE = UDVIKLINGSRUM_VAR=$(VAR)/bench-$* UDVIKLINGSRUM_LOG_LEVEL=WARNING $(PRODUCTION)

.PHONY: help demo demo-fresh serve test check bench bench-scale load-seats lock

help:
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo demo-fresh: export UDVIKLINGSRUM_LOG_LEVEL ?= WARNING

demo: $(VENV)/production.stamp ## the site with real content on http://127.0.0.1:8000 (PORT= to change)
	@$(PY) manage.py start_demo --port $(PORT)

demo-fresh: $(VENV)/production.stamp ## the same, thrown away and seeded anew first
	@$(PY) manage.py start_demo --port $(PORT) --fresh

serve: $(VENV)/production.stamp $(VAR)/secret_key ## production settings on this machine
	@$(PRODUCTION) prepare
	@exec $(PRODUCTION) start --port $(PORT)

test: check ## everything that continuous integration runs
	@.ci/chromium
	@echo "Database: SQLite" && $(PY) -m pytest --create-db -n 2
	@$(PY) .ci/with_postgres.py $(PY) -m pytest -o addopts="--strict-markers --strict-config -ra" -n 2 -m database

check: $(VENV)/dev.stamp ## format, lint, types, import contract, missing migrations, missing Danish
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/ruff check --quiet .
	@find templates -name '*.html' -exec $(VENV)/bin/djade --check --target-version 6.1 {} +
	@$(PY) manage.py join_css --check
	@$(PY) manage.py makemigrations --check --dry-run
	@$(PY) manage.py messages --check
	@said=$$(PYTHONPATH=.:site $(VENV)/bin/lint-imports --no-cache) || { echo "$$said"; exit 1; }
	@$(VENV)/bin/mypy manage.py site catalogue events rooms

bench: $(VENV)/production.stamp $(VAR)/secret_key ## queries, CPU and bytes of each kind of public page
	@$(BENCH) prepare
	@$(BENCH) demo >$(VAR)/bench.log 2>&1
	@$(BENCH) bench

bench-scale: bench-100 bench-1000 bench-10000 ## the listings at 100, 1,000 and 10,000 stories, made-up ones

bench-%: $(VENV)/production.stamp $(VAR)/secret_key
	@$(SCALE) prepare >/dev/null
	@$(SCALE) demo --stories $* >/dev/null
	@echo "$* stories: " && $(SCALE) bench --scale

load-seats: $(VENV)/production.stamp $(VAR)/secret_key ## 2,000 people want 200 seats at once
	@$(PY) manage.py load_seats

lock: $(VENV)/dev.stamp ## lock the newest versions that pyproject.toml allows
	@$(LOCK) --upgrade pyproject.toml -o requirements/production.txt
	@$(LOCK) --upgrade pyproject.toml --group dev -o requirements/dev.txt
	@echo uv | $(LOCK) --upgrade - -o requirements/uv.txt

$(PY):
	@.ci/venv

$(VENV)/%.stamp: requirements/%.txt | $(PY)
	@.ci/install $<
	@touch $@

$(VAR)/secret_key: | $(PY)
	@mkdir -p $(VAR)
	@umask 077 && $(PY) -c 'import secrets; print(secrets.token_urlsafe(50))' > $@
