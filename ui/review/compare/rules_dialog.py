"""Which entries of the codebook the settled differences hang on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from annotator.operations.verdicts import codebook_rules, tally_of_rules
from ui.dialogs.frame import JobDialog
from ui.dialogs.parts import label
from ui.i18n import number, tr
from ui.review.compare.words import difference_word, kind_word
from ui.session import Session

_ROW = 28  # pixels


class RulesDialog(JobDialog):
    """A table, most first: what the codebook should say more clearly."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(tr("Differences by codebook rule"), parent)
        self.setMinimumSize(560, 380)
        names = dict(codebook_rules(session.project.codebook().content))
        counts = tally_of_rules(session.project)
        self.content.addWidget(
            label(tr("Differences that were settled, by the entry of the codebook each hangs on."), "dim")
        )
        self.table = QTableWidget(len(counts), 4)
        self.table.setAccessibleName(tr("Differences by codebook rule"))
        self.table.setHorizontalHeaderLabels([tr("Rule"), tr("Kind"), tr("Difference"), tr("Verdicts")])
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)
        self.table.verticalHeader().hide()
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for row, count in enumerate(counts):
            rule = names.get(count.rule, count.rule) or tr("no rule said")
            cells = (rule, kind_word(count.kind), difference_word(count.difference, count.kind), number(count.number))
            for column, words in enumerate(cells):
                item = QTableWidgetItem(words)
                if column == len(cells) - 1:
                    item.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                self.table.setItem(row, column, item)
        self.nothing = label(tr("No difference was settled yet."), "dim")
        self.nothing.setVisible(not counts)
        self.table.setVisible(bool(counts))
        self.content.addWidget(self.nothing)
        self.content.addWidget(self.table, 1)
        close = self.add_button(tr("Close"), primary=True)
        close.clicked.connect(self.reject)
