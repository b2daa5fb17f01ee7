"""WCAG contrast over every theme: 4.5 to 1 for text on its ground, 3 to 1 for the lines of marks and of focus."""

from __future__ import annotations

import re

import pytest

from tests.ui.test_theme import pairs
from ui.theme import CONTRAST, THEMES, Theme, contrast, mix, stylesheet

ALL = pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_COLOUR = re.compile(r"(?:^|[\s;])(?:selection-)?color: (#\w{6})")
_GROUND = re.compile(r"(?:^|[\s;])(?:selection-)?background(?:-color)?: (#\w{6})")


def written(theme: Theme) -> list[tuple[str, str, str]]:
    """(rule, colour, ground) of the style sheet. What is disabled need not be read; a rule without a ground of its own
    lies on each of the three."""
    found = []
    for selector, body in _RULE.findall(stylesheet(theme)):
        if ":disabled" in selector:
            continue
        for part in re.split(r"(?=selection-background)", body):
            inks, grounds = _COLOUR.findall(part), _GROUND.findall(part)
            under = grounds or [theme.bg, theme.panel, theme.paper]
            found += [(selector.strip(), ink, ground) for ink in inks for ground in under]
            if grounds and not inks:
                found += [
                    (selector.strip(), theme.ink, g) for g in grounds if ":hover" in selector and "ry" not in body
                ]
    return found


def bad(found: list[tuple[str, str, str]], least: float) -> dict[tuple[str, str, str], float]:
    return {line: round(contrast(*line[1:]), 2) for line in found if contrast(*line[1:]) < least}


@ALL
def test_the_pairs_of_the_palette(theme: Theme) -> None:
    assert len(pairs(theme)) > 35
    assert bad([("", *pair) for pair in pairs(theme)], 4.5) == {}


@ALL
def test_the_rules_of_the_style_sheet(theme: Theme) -> None:
    rules = [
        rule for rule in written(theme)
        if not ("hover" in rule[0] and ("default" in rule[0] or "primary" in rule[0] or "QScrollBar" in rule[0]))
    ]  # fmt: skip
    assert len(rules) > 30
    assert bad(rules, 4.5) == {}
    assert contrast(theme.on_accent, mix(theme.accent, theme.ink, 0.88)) >= 4.5


@ALL
def test_quiet_words_over_what_is_pointed_at(theme: Theme) -> None:
    assert contrast(theme.dim, mix(theme.ink, theme.panel, 0.06)) >= 4.5
    assert contrast(theme.ink, mix(theme.ink, theme.panel, 0.06)) >= 4.5
    assert contrast(theme.ink, theme.claim_bg) >= 4.5


@ALL
def test_the_lines_of_marks(theme: Theme) -> None:
    grounds = (theme.paper, theme.panel, theme.selection, theme.found)
    fills = (theme.actor_bg, theme.claim_bg, theme.cue_bg, theme.evidence_bg)
    lines = {name: getattr(theme, name) for name in ("actor", "claim", "cue", "evidence", "sup", "opp", "neu", "mix")}
    assert bad([(name, line, g) for name, line in lines.items() for g in (*grounds, *fills)], 3) == {}


@ALL
def test_edges_and_focus(theme: Theme) -> None:
    for ground in (theme.bg, theme.panel, theme.paper):
        assert contrast(theme.accent, ground) >= 3
        assert contrast(theme.edge, ground) >= 3


def test_high_contrast_is_high() -> None:
    assert bad([("", *pair) for pair in pairs(CONTRAST)], 7) == {}
    for ground in (CONTRAST.bg, CONTRAST.panel, CONTRAST.paper):
        assert contrast(CONTRAST.line, ground) >= 4.5


def test_themes_can_be_told_apart_by_their_ground() -> None:
    assert len({theme.bg for theme in THEMES.values()}) == len(THEMES)
