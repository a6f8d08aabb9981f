"""A file server of the tests' own on this machine: ranges, breaks, redirects and refusals on demand."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Files(ThreadingHTTPServer):
    """Serves `files` by path. `breaks` more answers end after `cut` bytes; `asked` holds each request's Range."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.files: dict[str, bytes] = {}
        self.breaks = 0
        self.cut = 1000
        self.ranges = True
        self.redirects: dict[str, str] = {}
        self.asked: list[str | None] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


class _Handler(BaseHTTPRequestHandler):
    server: Files

    def do_GET(self) -> None:
        self.server.asked.append(self.headers.get("Range"))
        if (to := self.server.redirects.get(self.path)) is not None:
            self.send_response(302)
            self.send_header("Location", to)
            self.end_headers()
            return
        data = self.server.files.get(self.path)
        if data is None:
            self.send_error(404)
            return
        tag = f'"{hashlib.sha256(data).hexdigest()[:16]}"'
        first = 0
        if self.server.ranges and "Range" in self.headers and self.headers.get("If-Range") == tag:
            first = int(self.headers["Range"].removeprefix("bytes=").split("-")[0])
        if first >= len(data) > 0 and first:
            self.send_response(416)
            self.end_headers()
            return
        self.send_response(206 if first else 200)
        if first:
            self.send_header("Content-Range", f"bytes {first}-{len(data) - 1}/{len(data)}")
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(data) - first))
        self.end_headers()
        body = data[first:]
        if self.server.breaks:
            self.server.breaks -= 1
            body = body[: self.server.cut]
        self.wfile.write(body)
        self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: tests read standard error."""


@contextmanager
def serving() -> Iterator[Files]:
    """A running server, closed at the end."""
    server = Files()
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
