# make demo: the program on its sample project. make test: every test. The rest: make help.
BIN := .venv/bin
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: help setup demo run test lint bench screenshots i18n lock clean

help:  ## this list
	@grep -E '^[a-z0-9]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

setup:  ## the virtual environment and the system libraries (the others call it)
	@bash .ci/setup

demo: setup  ## build the sample project, check it, export it to exports/demo/, open the window
	@$(BIN)/stancemark demo --into exports/demo

run: setup  ## open the window
	@$(BIN)/stancemark

test: setup  ## every test, without a screen
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q -n auto

lint: setup  ## style, types, import rules
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -q tests/test_architecture.py

bench: setup  ## measure the budgets, each against a reference in the same run
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m benchmarks

screenshots: setup  ## the pictures of the README and the guide
	@QT_QPA_PLATFORM=offscreen $(BIN)/python docs/make_screenshots.py
	@STANCEMARK_PICTURES=docs/pictures $(BIN)/python -m pytest -q tests/ui/annotate/test_whole_article.py

i18n: setup  ## collect the texts of the interface, and make what the window reads of the translations
	@$(BIN)/python -m ui.translations --release

lock:  ## the locked dependencies, after a change of pyproject.toml (needs uv)
	@uv lock --quiet && uv export --quiet --locked --no-emit-project --no-annotate --output-file requirements.lock

clean:  ## take away what the others made
	@rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist build
