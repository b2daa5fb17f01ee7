"""From readings of one article to what its readers agree and differ in, mark by mark. Pure: readings in, units out."""

from annotator.adjudication.judged import Judged, judged
from annotator.adjudication.letters import letters
from annotator.adjudication.states import Mark
from annotator.adjudication.units import Difference, Kind, Unit, compare

__all__ = ["Difference", "Judged", "Kind", "Mark", "Unit", "compare", "judged", "letters"]
