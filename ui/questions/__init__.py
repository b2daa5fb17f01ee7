"""The workspace of questions: what annotators asked and noted, and what was answered."""

from ui.questions.page import QuestionsPage

__all__ = ["QuestionsPage"]
