"""What all parts of a report write with: its numbers and its language."""

from __future__ import annotations

from annotator.agreement.explain import warnings
from annotator.agreement.explain_words import NO_INTERVAL, REASONS, WARNINGS
from annotator.agreement.figures import Figure
from annotator.agreement.report.contents import Report, Speech
from annotator.agreement.report.parts import Cell, text, tinted
from annotator.agreement.score import Score
from annotator.errors import say


class Pen:
    """Words, numbers and notes of a report as HTML."""

    def __init__(self, report: Report, speech: Speech) -> None:
        self.report, self.speech = report, speech

    def said(self, words: str) -> str:
        """In the report's language."""
        return self.speech.said(words)

    def title(self, words: str) -> str:
        """A section's."""
        return f"<h2>{text(self.said(words))}</h2>\n"

    def para(self, words: str) -> str:
        """A remark."""
        return f'<p class="dim">{text(self.said(words))}</p>\n'

    def link(self, figure: Figure) -> str:
        """The number's name, leading to where it is explained."""
        name = text(self.speech.name(self.report, figure))
        return f'<a href="#{self.anchor(figure)}">{name}</a>'

    def beside(self, score: Score) -> str:
        """Interval, n, coverage, the commonest value; or why there is none of them."""
        lines = [self.speech.interval(score) or self.why_none(score)]
        if score.value is not None:
            lines.append(self.said(say("n {units:,}", units=score.n_units)))
            if score.level and score.raw is not None:
                lines.append(self.said(say("{share} agree", share=self.speech.percent(score.raw))))
            if score.coverage is not None:
                lines.append(self.said(say("{share} could be compared", share=self.speech.percent(score.coverage))))
            if score.prevalence:
                value, share = max(score.prevalence.items(), key=lambda item: item[1])
                lines.append(
                    self.said(
                        say(
                            "most often {value}, {share}",
                            value=self.said(say(str(value))),
                            share=self.speech.percent(share),
                        )
                    )
                )
        return f'<span class="dim">{"<br>".join(text(line) for line in lines)}</span>'

    def why_none(self, score: Score) -> str:
        """Why there is no value, or no interval."""
        if score.value is None:
            return self.said(REASONS[score.reason or "no_data"])
        return self.said(NO_INTERVAL[score.no_interval or "not_asked"])

    def flags(self, figure: Figure, score: Score) -> str:
        """What to beware of, and a threshold that is not reached."""
        lines = [self.said(WARNINGS[one]) for one in warnings(score)]
        least = self.report.below(figure) if score is self.report.everybody[figure] else None
        if least is not None:
            lines.insert(0, self.said(say("below {least}", least=self.speech.decimal(least))))
        return "".join(f'<br><span class="warned">⚠ {text(line)}</span>' for line in lines)

    def number(self, figure: Figure, score: Score | None) -> Cell:
        """A number in a table, with its interval and n under it."""
        if score is None:
            return Cell("", number=True)
        if score.value is None:
            reason = text(self.said(REASONS[score.reason or "no_data"]))
            return Cell(f'–<br><span class="dim">{reason}</span>', number=True)
        return Cell(f"{self.short(score)}{self.flags(figure, score)}", number=True)

    def short(self, score: Score) -> str:
        """A number in little room, its interval and n under it."""
        interval = "" if score.value is None else self.speech.interval(score) or self.said(say("no interval"))
        units = self.said(say("n {units:,}", units=score.n_units))
        under = f"{text(interval)}<br>{text(units)}" if interval else text(units)
        return f'<b>{self.speech.value(score)}</b><br><span class="small">{under}</span>'

    def shaded(self, score: Score) -> Cell:
        """A number on a colour that goes with it."""
        return Cell(self.short(score), number=True, colour=tinted(score.value))

    def anchor(self, figure: Figure) -> str:
        """Where the number is explained."""
        return f"n{self.report.figures.index(figure)}"
