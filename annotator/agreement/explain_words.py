"""The sentences that explain numbers of agreement, and their names. They can be translated."""

from __future__ import annotations

from typing import Literal

from annotator.agreement.align import Rule
from annotator.agreement.figures import Figure
from annotator.agreement.score import NoInterval, Reason
from annotator.errors import say

Scale = Literal["f1", "extent", "share", "alpha"]
Warned = Literal["one_label", "coverage", "few_articles"]

_F1 = ("found", "frame", "strict", "exact", "overlap", "relation")

NAMES: dict[str, str] = {
    "found": say("Found"),
    "extent": say("Extent"),
    "actor": say("Actor"),
    "target": say("Target"),
    "polarity": say("Polarity"),
    "intensity": say("Intensity"),
    "frame": say("Actor and target"),
    "strict": say("All the same"),
    "exact": say("Exact"),
    "overlap": say("Overlap"),
    "same_actor": say("Same actor"),
    "relation": say("Relation"),
    "article_label": say("Article label"),
}
SCALES: dict[str, str] = {
    "f1": say("F1"),
    "extent": say("mean overlap"),
    "share": say("share"),
    "polarity": say("nominal alpha"),
    "intensity": say("ordinal alpha"),
}
COMPARED: dict[str, str] = {
    "found": say("Statements of two readers, one to one, by the place of their claim or evidence."),
    "frame": say(
        "Statements of two readers, one to one, by the place of their claim or evidence. Those agree that also have "
        "the same actor and the same target."
    ),
    "strict": say(
        "Statements of two readers, one to one, by the place of their claim or evidence. Those agree that also have "
        "the same actor, target, polarity and intensity."
    ),
    "statement extent": say("The places of the statements that both readers found: how much of them both cover."),
    "actor": say("Who holds the stance, in the statements that both readers found."),
    "target": say("What the stance is about, in the statements that both readers found."),
    "polarity": say(
        "Polarity, in the statements that both readers found, with the same actor and target, and gave a polarity."
    ),
    "intensity": say(
        "Intensity, in the statements that both readers found, with the same actor, target and polarity, and graded."
    ),
    "exact": say("Marks of two readers with the label {label}. Those agree that have exactly the same characters."),
    "overlap": say("Marks of two readers with the label {label}, one to one."),
    "span extent": say("Marks with the label {label} that both readers have: how much of them both cover."),
    "same_actor": say("Marks with the label {label} that both readers have and linked to an actor each."),
    "relation": say("Relations {label} of two readers. Those agree that join the same marks."),
    "article_label": say("The label {label} of articles, where both readers gave it a value."),
}
MATCHED: dict[str, str] = {
    "any": say("Two marks are the same if they share a character."),
    "some": say("Two marks are the same if they share at least {share:g} of the characters that either covers."),
}
FORMULAS: dict[str, str] = {
    "f1": say("F1 = 2 × what both have ÷ (what one has + what the other has). What only one has counts against it."),
    "extent": say(
        "Characters that both cover ÷ characters that either covers, added up over the pairs of marks ÷ their number."
    ),
    "share": say("Those that agree ÷ those compared. Nothing is taken off for chance."),
    "polarity": say(
        "Krippendorff’s alpha = 1 − disagreement found ÷ disagreement expected if the values were dealt out by chance. "
        "Every disagreement weighs the same."
    ),
    "intensity": say(
        "Krippendorff’s alpha = 1 − disagreement found ÷ disagreement expected if the values were dealt out by chance. "
        "A disagreement weighs the square of how many ratings lie between the two values."
    ),
}
REASONS: dict[Reason, str] = {
    "no_data": say("There is no value: there is nothing to compare."),
    "fewer_than_two_annotators": say("There is no value: it takes two readers, and there are fewer."),
    "no_common_units": say("There is no value: there is nothing that both readers could be compared on."),
    "one_category": say(
        "There is no value: everything has the same value, so chance alone would agree as well. That is neither full "
        "agreement nor none."
    ),
    "both_empty": say("There is no value: neither reader marked anything. That is not counted as agreement."),
    "overlapping_units": say("There is no value: marks of one reader overlap, which this measure cannot take."),
}
NO_INTERVAL: dict[NoInterval, str] = {
    "too_few_articles": say(
        "There is no 95 % interval: it takes three articles, and the number must be there without any one of them."
    ),
    "no_observed_variation": say(
        "There is no 95 % interval: leaving out one article or another changes nothing. That does not make it certain."
    ),
    "not_asked": say("No 95 % interval was asked for."),
}
WARNINGS: dict[Warned, str] = {
    "one_label": say("One value makes up more than 90 %: alpha then changes a lot with a few ratings."),
    "coverage": say("Less than half could be compared: what is left is the easier half."),
    "few_articles": say("Fewer than three articles."),
}


def name_of(figure: Figure) -> str:
    """What the number is called."""
    return NAMES[figure.measure]


def scale_of(figure: Figure) -> Scale:
    """What kind of number it is; numbers of different scales cannot be compared with each other."""
    if figure.measure in _F1:
        return "f1"
    if figure.measure == "extent":
        return "extent"
    return "alpha" if figure.measure in ("polarity", "intensity") else "share"


def scale_name(figure: Figure) -> str:
    """The measure as it is called in the literature."""
    scale = scale_of(figure)
    return SCALES[figure.measure if scale == "alpha" else scale]


def compared_words(figure: Figure, rule: Rule, label: str) -> str:
    """What is compared, and when two marks are the same mark. `label`: what the label is called."""
    measure = figure.measure
    template = COMPARED[f"{figure.kind} {measure}" if measure == "extent" else measure]
    words = say(str(template), label=label) if figure.label else template
    if measure in ("exact", "article_label"):
        return words
    return say("{first} {second}", first=words, second=same_mark_words(rule))


def same_mark_words(rule: Rule) -> str:
    """When two marks are the same mark."""
    return say(str(MATCHED["some"]), share=rule.min_iou) if rule.min_iou else MATCHED["any"]


def formula_words(figure: Figure) -> str:
    """The formula in words."""
    scale = scale_of(figure)
    return FORMULAS[figure.measure if scale == "alpha" else scale]
