"""What happens to an exception nobody caught: it is logged whole and said in one sentence. Never a silent death."""

from __future__ import annotations

import contextlib
import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from ui.i18n import tr

log = logging.getLogger("stancemark")

_LOG = "stancemark.log"
_SIZE, _FILES = 1_000_000, 3  # bytes, old files kept


class Mishaps:
    """Catches what was not caught, on every thread. `say` is given the sentence, once for each different place."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said: set[str] = set()
        self._crashes: TextIO | None = None
        self.path: Path | None = None

    def catch(self) -> None:
        """From now on. Needs no folder yet: what comes before `log_to` goes to stderr."""
        if sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError, AttributeError):
                faulthandler.enable()
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(args.exc_type, args.exc_value, args.exc_traceback)

    def log_to(self, folder: Path) -> None:
        """Log to files in that folder, a full one making place for a new one. No error if it cannot be written."""
        from logging.handlers import RotatingFileHandler

        path = folder / _LOG
        try:
            folder.mkdir(parents=True, exist_ok=True)
            handler = RotatingFileHandler(path, maxBytes=_SIZE, backupCount=_FILES, encoding="utf-8", delay=True)
            self._crashes = (folder / "crash.log").open("a", encoding="utf-8")
            faulthandler.enable(self._crashes)
        except OSError:
            return
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
        logging.getLogger().addHandler(handler)
        self._handler = handler
        self.path = path

    def caught(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        """Log an exception and say so. Interrupts are let through."""
        if not issubclass(kind, Exception):
            sys.__excepthook__(kind, error or kind(), trace)
            return
        log.error("not caught", exc_info=(kind, error or kind(), trace))
        if sys.stderr is not None:
            sys.__excepthook__(kind, error or kind(), trace)
        place = f"{kind.__name__} {_last(trace)}"
        if place not in self._said:
            self._said.add(place)
            self._say(self.sentence())

    def sentence(self) -> str:
        """What the user is told."""
        what = tr("Something went wrong inside the program. Your marks are saved.")
        where = tr("What happened is in {file}; please send it with your report.", file=self.path) if self.path else ""
        return f"{what} {where}".strip()

    def close(self) -> None:
        """Give the hooks and the files back."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._crashes is not None:
            faulthandler.disable()
            self._crashes.close()
            self._crashes = None
        if self.path is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self.path = None


def _last(trace: TracebackType | None) -> str:
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno}" if trace is not None else ""
