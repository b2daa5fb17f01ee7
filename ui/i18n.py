"""The words of the interface in the user's language. English stands in the code; `resources/i18n` has the others.

`tr("Add actor")`, `tr("{name} was added", name=actor.name)`, `tr("%n article(s)", n=3)`. `QT_TR_NOOP` marks a text of a
table made at import, before a language is chosen; whoever shows it calls `tr` on it. `ui.translations` collects both.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QSettings, QTranslator

from annotator.paths import resource

KEY = "view/language"  # "system" or a code of `LANGUAGES`
LANGUAGES = {"en": "English", "de": "Deutsch"}
_ENGLISH = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)
_NUMBERS = re.compile(r"\((?:([^()|]*)\||(?=s\)))([^()|]*)\)")  # (one|many) and (s)


def tr(text: str, /, comment: str = "", n: int = -1, **values: object) -> str:
    """The text in the user's language, its {names} filled in. `n` puts a number for %n and chooses the plural.

    In English `(s)` is an s unless `n` is 1, and `(is|are)` is one of its two. `%Ln` groups the digits of the number.
    """
    found = QCoreApplication.translate("", text, comment, n)
    if n >= 0:
        found = _NUMBERS.sub(lambda forms: (forms[1] or "") if n == 1 else forms[2], found)
    return found.format(**values) if values else found


def QT_TR_NOOP(text: str) -> str:
    """The text as it is, to be translated where it is shown."""
    return text


def locale() -> QLocale:
    """How numbers and dates are written."""
    now = QLocale()
    return _ENGLISH if now.language() == QLocale.Language.C else now


def language() -> str:
    """The language of the window, in two letters."""
    return locale().name()[:2]


def number(value: float, decimals: int = 0) -> str:
    """A number with its digits in groups: 1,204 or 1.204."""
    return locale().toString(value, "f", decimals) if decimals else locale().toString(int(value))


def day(date: QDate) -> str:
    """A date in short words: 12 Oct 2024, 12. Okt. 2024."""
    words = {QLocale.Language.English: "d MMM yyyy", QLocale.Language.German: "d. MMM yyyy"}
    here = locale()
    return here.toString(date, words.get(here.language(), here.dateFormat(QLocale.FormatType.ShortFormat)))


def in_quotes(words: str) -> str:
    """Words in quotation marks."""
    return tr("“{words}”", words=words)


def key_caps(words: str) -> str:
    """Names of keys as they stand on the user's keyboard: `Ctrl+F`, `Strg+F`."""
    return re.sub(r"[A-Za-z]{2,}", lambda name: QCoreApplication.translate("QShortcut", name[0]), words)


def within(name: str) -> str:
    """A noun as it is written within a sentence: small letters in English, as it is where nouns have capitals."""
    return name if locale().language() == QLocale.Language.German else name.lower()


def due(settings: QSettings) -> str:
    """The code of the language to speak: the user's word, else the system's if there is it, else English."""
    word = str(settings.value(KEY, "system"))
    if word in LANGUAGES:
        return word
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in wanted if code in LANGUAGES), "en")


_spoken: list[QTranslator] = []  # to be found again when another language is spoken; Qt does not keep them alive


def speak(app: QCoreApplication, code: str) -> None:
    """Speak a language from now on; before the first widget is made: what is shown already stays as it is."""
    while _spoken:
        app.removeTranslator(_spoken.pop())
    QLocale.setDefault(_place(code))
    if code == "en":
        return
    qt = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for name, folder in ((f"qtbase_{code}", qt), (f"stancemark_{code}", str(resource("i18n")))):
        translator = QTranslator()
        if translator.load(name, folder):
            app.installTranslator(translator)
            _spoken.append(translator)


def _place(code: str) -> QLocale:
    """The system's way of writing numbers and dates if it speaks this language, so that Austria stays Austria."""
    system = QLocale.system()
    if QLocale(code).language() == system.language():
        return system
    return _ENGLISH if code == "en" else QLocale(code)
