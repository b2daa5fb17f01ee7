"""What the program is, its version, and under which licences its parts come."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui import icons
from ui.dialogs.parts import enlarge, label
from ui.i18n import tr

_PARTS = (
    ("PySide6-Essentials", "LGPL-3.0-only, The Qt Company"),
    ("pydantic", "MIT"),
    ("sqlite-utils", "Apache-2.0"),
    ("orjson", "MPL-2.0 AND (Apache-2.0 OR MIT)"),
    ("regex", "Apache-2.0 AND CNRI-Python"),
    ("charset-normalizer", "MIT"),
    ("trafilatura", "Apache-2.0"),
    ("platformdirs", "MIT"),
    ("click", "BSD-3-Clause"),
)


def text() -> str:
    """The licences, as plain text."""
    lines = [
        tr("Stancemark is free software under the MIT licence."),
        "",
        tr(
            "The window is drawn by Qt {version}, used through PySide6. Qt and PySide6 come under the GNU Lesser"
            " General Public License, version 3. They are loaded as separate libraries: you may replace them by"
            " versions of your own. Their source is at code.qt.io, the licence at gnu.org/licenses/lgpl-3.0.",
            version=qVersion(),
        ),
        "",
        tr("Other parts:"),
        *(f"  {name} {_version(name)}: {licence}" for name, licence in _PARTS),
        "",
        tr("The icons were drawn for this program and come under its licence."),
        tr("Nothing you label leaves this computer: the program never uses the network."),
    ]
    return "\n".join(lines)


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


class AboutDialog(QDialog):
    """Shows it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About Stancemark"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(560, 440)
        logo = QLabel()
        logo.setPixmap(icons.app_icon().pixmap(48, 48))
        name = label("Stancemark", wrap=False)
        enlarge(name, 1.6, bold=True)
        self.version = label(tr("Version {number}", number=_version("stancemark")).strip(), "dim")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(name)
        words.addWidget(self.version)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(logo)
        top.addLayout(words, 1)
        self.licences = QPlainTextEdit(text())
        self.licences.setReadOnly(True)
        self.licences.setTabChangesFocus(True)
        self.licences.setAccessibleName(tr("Licences"))
        close = QPushButton(tr("Close"))
        close.setDefault(True)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(top)
        column.addWidget(self.licences, 1)
        column.addLayout(row)
        close.setFocus()
