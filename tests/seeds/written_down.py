"""Numbers of the sample's agreement page, written down: a change of the sample or of the program shows here.

At an overlap of at least half. Each was worked out a second time by `by_hand`.
"""

from __future__ import annotations

# figure -> value and number compared, of all pairs, of Ada and Bruno, Ada and Chidi, Bruno and Chidi
VALUES: dict[str, tuple[tuple[float | None, int], ...]] = {
    "statement::found": ((0.6364, 132), (0.6182, 55), (0.75, 48), (0.4828, 29)),
    "statement::extent": ((0.9437, 42), (0.909, 17), (0.9814, 18), (0.9313, 7)),
    "statement::actor": ((0.9762, 42), (1.0, 17), (0.9444, 18), (1.0, 7)),
    "statement::target": ((0.9048, 42), (0.9412, 17), (0.9444, 18), (0.7143, 7)),
    "statement::polarity": ((0.6967, 37), (0.6385, 16), (0.8784, 16), (0.3793, 5)),
    "statement::intensity": ((0.5912, 30), (0.7072, 12), (0.6485, 15), (-0.25, 3)),
    "statement::frame": ((0.5606, 132), (0.5818, 55), (0.6667, 48), (0.3448, 29)),
    "statement::strict": ((0.3485, 132), (0.3636, 55), (0.5, 48), (0.069, 29)),
    "span:ACTOR:exact": ((0.6053, 337), (0.473, 148), (0.85, 120), (0.4638, 69)),
    "span:ACTOR:overlap": ((0.7893, 337), (0.7162, 148), (0.8833, 120), (0.7826, 69)),
    "span:ACTOR:extent": ((0.9413, 133), (0.9161, 53), (0.9889, 53), (0.8971, 27)),
    "span:ACTOR:same_actor": ((0.9407, 118), (0.8936, 47), (1.0, 48), (0.913, 23)),
    "span:CLAIM:exact": ((0.5818, 220), (0.5053, 95), (0.7654, 81), (0.4091, 44)),
    "span:CLAIM:overlap": ((0.8, 220), (0.7368, 95), (0.9383, 81), (0.6818, 44)),
    "span:CLAIM:extent": ((0.9314, 88), (0.9246, 35), (0.9497, 38), (0.9009, 15)),
    "span:CUE:exact": ((0.8817, 186), (0.8571, 84), (0.9254, 67), (0.8571, 35)),
    "span:CUE:overlap": ((0.8817, 186), (0.8571, 84), (0.9254, 67), (0.8571, 35)),
    "span:CUE:extent": ((1.0, 82), (1.0, 36), (1.0, 31), (1.0, 15)),
    "relation:ATTRIBUTED_TO:relation": ((0.6359, 195), (0.5227, 88), (0.8286, 70), (0.5405, 37)),
    "relation:HAS_CUE:relation": ((0.8377, 191), (0.7907, 86), (0.9275, 69), (0.7778, 36)),
    "relation:NESTED_IN:relation": ((0.4, 15), (0.0, 6), (1.0, 6), (0.0, 3)),
    "label:author_stance:article_label": ((0.4444, 9), (0.0, 2), (0.8, 5), (0.0, 2)),
    "label:dominant_holder:article_label": ((1.0, 3), (1.0, 2), (1.0, 1), (None, 0)),
    "label:genre:article_label": ((0.9286, 14), (1.0, 6), (0.8, 5), (1.0, 3)),
    "label:relevance:article_label": ((1.0, 14), (1.0, 6), (1.0, 5), (1.0, 3)),
}  # fmt: skip
# figure -> the interval of all pairs; None where no article changes anything
INTERVALS: dict[str, tuple[float, float] | None] = {
    "statement::found": (0.5443, 0.7284),
    "statement::extent": (0.8923, 0.9952),
    "statement::actor": (0.9172, 1.0352),
    "statement::target": (0.7688, 1.0408),
    "statement::polarity": (0.5204, 0.8731),
    "statement::intensity": (0.0342, 1.1483),
    "statement::frame": (0.4332, 0.6881),
    "statement::strict": (0.2401, 0.4569),
    "span:ACTOR:exact": (0.4913, 0.7194),
    "span:ACTOR:overlap": (0.6815, 0.8971),
    "span:ACTOR:extent": (0.8886, 0.994),
    "span:ACTOR:same_actor": (0.9104, 0.9709),
    "span:CLAIM:exact": (0.4762, 0.6874),
    "span:CLAIM:overlap": (0.7198, 0.8802),
    "span:CLAIM:extent": (0.8965, 0.9663),
    "span:CUE:exact": (0.8449, 0.9185),
    "span:CUE:overlap": (0.8449, 0.9185),
    "span:CUE:extent": None,
    "relation:ATTRIBUTED_TO:relation": (0.5192, 0.7526),
    "relation:HAS_CUE:relation": (0.7533, 0.9221),
    "relation:NESTED_IN:relation": (-0.4696, 1.2696),
    "label:author_stance:article_label": (0.1462, 0.7427),
    "label:dominant_holder:article_label": None,
    "label:genre:article_label": (0.7553, 1.1019),
    "label:relevance:article_label": None,
}  # fmt: skip
