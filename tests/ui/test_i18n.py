"""The interface in other languages: complete, up to date, with nothing cut off."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from annotator.paths import resource
from ui import i18n, translations
from ui.i18n import key_caps, tr, within

FOLDER = resource("i18n")
SOURCES = sorted(FOLDER.glob("*.ts"))
_NAMES = re.compile(r"\{(\w*)[^}]*\}|(%L?n)")


class Message(NamedTuple):
    source: str
    comment: str
    plural: bool
    finished: bool
    forms: tuple[str, ...]

    @property
    def key(self) -> tuple[str, str, bool]:
        return self.source, self.comment, self.plural


def messages(path: Path) -> list[Message]:
    """The entries of a .ts file."""
    found = []
    for entry in ET.parse(path).iter("message"):  # noqa: S314 (our own file)
        translation = entry.find("translation")
        assert translation is not None
        forms = tuple(form.text or "" for form in translation.findall("numerusform")) or (translation.text or "",)
        found.append(
            Message(
                entry.findtext("source") or "", entry.findtext("comment") or "", entry.get("numerus") == "yes",
                translation.get("type") is None and all(forms), forms,
            )
        )  # fmt: skip
    return found


def names(text: str) -> set[str]:
    """What is filled in."""
    return {match[1] or match[2] for match in _NAMES.finditer(text)}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_translation_has_every_text_and_no_other(path: Path, tmp_path: Path) -> None:
    fresh = tmp_path / path.name
    shutil.copy(path, fresh)
    translations.update(fresh)
    kept, now = messages(path), messages(fresh)
    assert {m.key for m in now} - {m.key for m in kept} == set(), "run make i18n, and translate what is new"
    assert {m.key for m in kept} - {m.key for m in now} == set(), "run make i18n: these texts are gone"
    assert [m.source for m in now if not m.finished] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_is_filled_in_stands_in_the_translation_too(path: Path) -> None:
    wrong = [(m.source, form) for m in messages(path) for form in m.forms if names(form) != names(m.source)]
    assert wrong == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_blanks_at_the_ends_and_the_last_sign_are_the_same(path: Path) -> None:
    def ends(text: str) -> tuple[str, str, str]:
        return text[:1] if text[:1].isspace() else "", text[-1:] if text[-1:].isspace() else "", _last(text)

    wrong = [(m.source, form) for m in messages(path) for form in m.forms if ends(form) != ends(m.source)]
    assert wrong == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_a_key_under_a_letter_is_one_in_the_translation_too(path: Path) -> None:
    marked = re.compile(r"&\w")
    wrong = [m for m in messages(path) if {len(marked.findall(t)) for t in m.forms} != {len(marked.findall(m.source))}]
    assert wrong == []


def _last(text: str) -> str:
    end = text.rstrip()[-1:]
    return end if end in "…:?" else ""


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_what_the_window_reads_is_what_was_translated(path: Path, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    translations.release(path, fresh)
    assert fresh.read_bytes() == path.with_suffix(".qm").read_bytes(), "run make i18n"
    assert QTranslator().load(str(fresh))


def test_there_is_a_file_for_every_language() -> None:
    assert {path.stem.removeprefix("stancemark_") for path in SOURCES} == set(i18n.LANGUAGES) - {"en"}


# -- collecting
def test_texts_are_found_where_they_stand() -> None:
    code = (
        'tr("one")\n'
        'TABLE = (QT_TR_NOOP("two"),)\n'
        'tr("%n mark(s)", n=3)\n'
        'tr("three" if x else "four", "how", name="five")\n'
        'ActionSpec("id", "six", (), "reader", "mark", "seven")\n'
        'ActionSpec("id", "eight", tip="nine")\n'
        "tr(table[0])\n"
        'TITLE = "ten"\n'
    )
    found = list(translations.texts_of(code))
    assert {(t.source, t.comment, t.plural) for t in found} == {
        ("one", "", False), ("two", "", False), ("%n mark(s)", "", True), ("three", "how", False),
        ("four", "how", False), ("six", "", False), ("seven", "", False), ("eight", "", False), ("nine", "", False),
        ("ten", "", False),
    }  # fmt: skip


@pytest.mark.parametrize("code", ['tr(f"{n} marks")', 'tr("a" + name)', 'QT_TR_NOOP(f"x{n}")'])
def test_a_text_that_is_put_together_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="line 1"):
        list(translations.texts_of(code))


def test_lupdate_reads_what_it_is_handed(tmp_path: Path) -> None:
    texts = [
        translations.Text('a "quoted" text \\d+', "", False), translations.Text("two\nlines — “so”", "why", False),
        translations.Text(" %Ln of {all} ", "", True), translations.Text("🦊 & <b>", "", False),
    ]  # fmt: skip
    path = tmp_path / "x_de.ts"
    translations.update(path, texts)
    assert [m.key for m in messages(path)] == [(t.source, t.comment, t.plural) for t in texts]
    assert not any(m.finished for m in messages(path))


# -- speaking
def test_english_numbers() -> None:
    assert [tr("%n mark(s)", n=n) for n in (0, 1, 2)] == ["0 marks", "1 mark", "2 marks"]
    assert [tr("%n entr(y|ies) (is|are) new (so far)", n=n) for n in (1, 2)] == [
        "1 entry is new (so far)",
        "2 entries are new (so far)",
    ]
    assert tr("{text} (s)", text="{n}") == "{n} (s)"


def test_the_language_is_the_users_or_the_systems(settings: QSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    def system(*names: str) -> None:
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, *_: list(names))

    system("fr-FR", "de-AT", "en-GB")
    assert i18n.due(settings) == "de"
    system("fr-FR")
    assert i18n.due(settings) == "en"
    settings.setValue(i18n.KEY, "de")
    assert i18n.due(settings) == "de"
    settings.setValue(i18n.KEY, "klingon")
    assert i18n.due(settings) == "en"


@pytest.mark.usefixtures("german")
def test_a_language_is_spoken_and_left_again(qapp: QApplication) -> None:
    assert (tr("Settings…"), tr("%n stance(s)", n=1) == "") == ("Einstellungen …", False)
    assert [tr("%Ln mark(s)", n=n) for n in (1, 2000)] == ["1 Markierung", "2.000 Markierungen"]
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"  # Qt's own texts
    assert (key_caps("Ctrl+F"), within("Claim")) == ("Strg+F", "Claim")
    assert (i18n.number(1204), i18n.number(0.5, 1)) == ("1.204", "0,5")
    assert i18n.day(QDate(2024, 10, 12)) == "12. Okt. 2024"
    i18n.speak(qapp, "en")
    assert (tr("Settings…"), key_caps("Ctrl+F"), within("Claim")) == ("Settings…", "Ctrl+F", "claim")
    assert (i18n.number(1204), i18n.day(QDate(2024, 10, 12))) == ("1,204", "12 Oct 2024")
    assert qapp.findChildren(QTranslator) == []


_START = """
import sys
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication
from ui import app, start_page

def told(page):
    print(page.new.text(), page.none_yet.text(), sep=chr(10))
    QTimer.singleShot(0, QApplication.quit)

made = start_page.StartPage.__init__
def watched(self, *given):
    made(self, *given)
    self.painted.connect(lambda: told(self))
start_page.StartPage.__init__ = watched
sys.exit(app.main())
"""


@pytest.mark.parametrize(("kept", "system", "first"), [
    ("de", "en_GB", "Neues Projekt"), ("system", "de_AT:en", "Neues Projekt"), ("en", "de_AT", "New project"),
])  # fmt: skip
def test_the_program_starts_in_the_language(tmp_path: Path, kept: str, system: str, first: str) -> None:
    folder = tmp_path / "Stancemark"
    folder.mkdir()
    (folder / "Stancemark.conf").write_text(f"[view]\nlanguage={kept}\n", encoding="utf-8")
    places = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"), str(tmp_path))
    code = system.partition(":")[0]
    environment = {**os.environ, **places, "LANGUAGE": system, "LANG": f"{code}.UTF-8", "LC_ALL": f"{code}.UTF-8"}
    done = subprocess.run(
        [sys.executable, "-c", _START], env=environment, capture_output=True, text=True, encoding="utf-8", timeout=60
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[0] == first
