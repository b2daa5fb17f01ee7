"""How far annotators agree. Pure: readings and ratings in, numbers out."""

from annotator.agreement.clusters import b_cubed, ceaf_e, lea, muc
from annotator.agreement.intervals import bootstrap_difference, jackknife
from annotator.agreement.ratings import (
    bennett_s,
    cohen_kappa,
    fleiss_kappa,
    gwet_ac1,
    gwet_ac2,
    krippendorff_alpha,
    percent_agreement,
    scott_pi,
)
from annotator.agreement.score import Score
from annotator.agreement.spans import char_f1, span_f1
from annotator.agreement.unitizing import unitizing_alpha

__all__ = [
    "Score",
    "b_cubed",
    "bennett_s",
    "bootstrap_difference",
    "ceaf_e",
    "char_f1",
    "cohen_kappa",
    "fleiss_kappa",
    "gwet_ac1",
    "gwet_ac2",
    "jackknife",
    "krippendorff_alpha",
    "lea",
    "muc",
    "percent_agreement",
    "scott_pi",
    "span_f1",
    "unitizing_alpha",
]
