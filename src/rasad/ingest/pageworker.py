"""The process in which pages are parsed: one, kept between pages, killed and started anew when a page hangs it.

It is started as a fresh interpreter and not forked, so that threads and locks of the caller cannot be caught in it,
and not by multiprocessing, which would run the caller's main module again.
"""

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from typing import Final, cast

from rasad.ingest.pageprocess import receive, send

#: The slowest honest page seen takes under a second; a batch must not wait minutes for a hostile one.
PAGE_SECONDS: Final = 20.0
_START: Final = "import json, sys; sys.path[:] = json.loads(sys.argv[1]); from rasad.ingest.pageprocess import serve; serve()"


class PageTimeout(Exception):
    """A page took longer than its time."""


class PageCrash(Exception):
    """The parsers ended or failed on a page."""


class PageWorker:
    """Reads pages in a process of its own; safe to share between threads.

    Args:
        seconds: time for one page, the start of the process not counted.
    """

    def __init__(self, seconds: float = PAGE_SECONDS) -> None:
        self.seconds = seconds
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0

    def read(self, page: str) -> Mapping[str, object]:
        """The reading of a page (see `pageprocess.read_page`).

        Raises:
            PageTimeout: the page took longer than its time; the process was killed.
            PageCrash: the process ended; the next page starts a new one.
        """
        with self._lock:
            process = self._running()
            expired = threading.Event()

            def kill() -> None:
                expired.set()
                process.kill()

            timer = threading.Timer(self.seconds, kill)
            timer.start()
            try:
                answer = self._ask(process, page)
            finally:
                timer.cancel()
            if answer is None:
                self._stop()
                raise PageTimeout if expired.is_set() else PageCrash
            return cast("Mapping[str, object]", json.loads(answer))

    def close(self) -> None:
        """Ends the process; the next page starts a new one."""
        with self._lock:
            self._stop()

    def _ask(self, process: subprocess.Popen[bytes], page: str) -> bytes | None:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            send(process.stdin, page.encode("utf-8", "surrogatepass"))
            return receive(process.stdout)
        except (OSError, ValueError):
            return None
        except BaseException:
            # Interrupted half-way: the next answer would belong to this page.
            self._stop()
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, started where there is none; a forked child never talks to its parent's."""
        if self._owner != os.getpid():
            self._process = None
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", _START, json.dumps([str(place) for place in sys.path])],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            self._owner = os.getpid()
        return self._process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                try:
                    stream.close()
                except OSError:
                    # What was still to be written to a killed process has nowhere to go.
                    continue


#: The worker that `read` uses; started with the first page.
shared: Final = PageWorker()
atexit.register(shared.close)
