"""Every worked case: published examples, values that several packages agree on, and what is undefined and why."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from annotator import agreement
from annotator.agreement import Score

_CASES = [json.loads(line) for line in Path("tests/data/agreement/vectors.jsonl").read_text("utf-8").splitlines()]


def _pair(measure: Callable[..., Score], **choices: Any) -> Callable[[dict[str, Any]], Score]:
    return lambda case: measure(*case["data"], **choices)


def _all(measure: Callable[..., Score], **choices: Any) -> Callable[[dict[str, Any]], Score]:
    return lambda case: measure(case["data"], **choices)


def _clusters(measure: Callable[..., Score]) -> Callable[[dict[str, Any]], Score]:
    return lambda case: measure(case["data"]["key"], case["data"]["response"])


def _spans(case: dict[str, Any], **choices: Any) -> Score:
    return agreement.span_f1(case["data"]["a"], case["data"]["b"], **choices)


def _overlap(case: dict[str, Any]) -> Score:
    least = re.search(r"iou(0\.\d+)", case["name"])
    return _spans(case, match="overlap", min_iou=float(least[1]) if least else 0.0)


def _units(case: dict[str, Any], **choices: Any) -> Score:
    return agreement.unitizing_alpha(case["data"]["units"], case["data"]["length"], **choices)


_MEASURES: dict[str, Callable[[dict[str, Any]], Score]] = {
    "percent": _all(agreement.percent_agreement),
    "cohen_kappa": _pair(agreement.cohen_kappa),
    "weighted_kappa_linear": _pair(agreement.cohen_kappa, weights="linear"),
    "weighted_kappa_quadratic": _pair(agreement.cohen_kappa, weights="quadratic"),
    "scott_pi": _pair(agreement.scott_pi),
    "bennett_s": lambda case: agreement.bennett_s(
        case["data"][0], case["data"][1], sorted({v for row in case["data"] for v in row})
    ),
    "fleiss_kappa": _all(agreement.fleiss_kappa),
    "fleiss_kappa_gwet_missing": _all(agreement.fleiss_kappa),
    "gwet_ac1": lambda case: agreement.gwet_ac1(case["data"], case.get("domain")),
    "gwet_ac2_quadratic": _all(agreement.gwet_ac2),
    "span_f1_exact_label": _spans,
    "span_f1_overlap_label": _overlap,
    "span_f1_char": lambda case: agreement.char_f1(case["data"]["a"], case["data"]["b"]),
    "u_alpha_2016": _units,
    "u_alpha_2016_binary": partial(_units, binary=True),
    "coref_b3_f1": _clusters(agreement.b_cubed),
    "coref_muc_f1": _clusters(agreement.muc),
    "coref_ceaf_e_f1": _clusters(agreement.ceaf_e),
    **{
        f"alpha_{level}": _all(agreement.krippendorff_alpha, level=level)
        for level in ("nominal", "ordinal", "interval", "ratio")
    },
}


@pytest.mark.parametrize("case", _CASES, ids=[case["name"] for case in _CASES])
def test_every_case_has_the_value_of_its_source(case: dict[str, Any]) -> None:
    score = _MEASURES[case["measure"]](case)
    if case["expected"] is None:
        assert (score.value, score.reason) == (None, case["reason"])
    else:
        assert score.value == pytest.approx(case["expected"], abs=case["tolerance"])


def test_the_cases_are_all_there() -> None:
    assert len(_CASES) == 136
    assert {case["measure"] for case in _CASES} == set(_MEASURES)
    assert all(case["source"] for case in _CASES)
