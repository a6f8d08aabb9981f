"""Downloads a file whole: in parts that are taken up again after a break, bounded, and checked before it is given out.

Beside `target` lie `target.part`, the bytes so far, and `target.part.tag`, the server's name for the version they are of.
They are left where a download breaks off, so that the next call goes on from there; If-Range makes the server send the
whole file where it has become another one.
"""

import hashlib
import ipaddress
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import httpx2

from rasad.errors import BadChecksum, DownloadFailed

#: GeoNames' largest country file has 100 MB, those of the seven countries below 5.
MOST_BYTES: Final = 500_000_000
_TRIES: Final = 3
_TIMEOUT: Final = httpx2.Timeout(30.0, connect=10.0)
#: Bytes so far, and of the whole file where the server says it.
Progress = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A file that arrived whole: its path, size in bytes, and SHA-256 in hex."""

    path: Path
    size: int
    sha256: str


def download(url: str, target: Path, sha256: str | None = None, progress: Progress | None = None) -> Downloaded:
    """Bring `url` to `target`, going on where an earlier call broke off.

    Args:
        url: https, or http to this machine itself.
        target: the file to write; its folder is made.
        sha256: hex digest that the file must have.
        progress: called as bytes come.

    Raises:
        DownloadFailed: no answer, an answer other than the file, more than MOST_BYTES, or a break three times over.
        BadChecksum: the file is another one than `sha256` says; it is removed.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    tag = target.with_name(target.name + ".part.tag")
    with httpx2.Client(follow_redirects=True, max_redirects=5, timeout=_TIMEOUT, event_hooks={"request": [_guard]}) as client:
        for attempt in range(1, _TRIES + 1):
            try:
                _fetch(client, url, part, tag, progress)
                break
            except httpx2.TransportError as error:
                if attempt == _TRIES:
                    raise DownloadFailed(url, f"{_TRIES} tries failed: {error or type(error).__name__}", _remedy(part)) from error
            except (httpx2.InvalidURL, httpx2.TooManyRedirects) as error:
                raise DownloadFailed(url, str(error)) from error
    digest = hashlib.sha256(part.read_bytes()).hexdigest()
    tag.unlink(missing_ok=True)
    if sha256 is not None and digest != sha256.lower():
        part.unlink()
        raise BadChecksum(url, f"its SHA-256 is {digest}, not {sha256.lower()}", "nothing was installed")
    part.replace(target)
    return Downloaded(target, target.stat().st_size, digest)


def _fetch(client: httpx2.Client, url: str, part: Path, tag: Path, progress: Progress | None) -> None:
    """One request; appends to what is there, or begins anew. Raises TransportError where the bytes end too early."""
    have = part.stat().st_size if part.exists() and tag.exists() else 0
    headers = {"Accept-Encoding": "identity"}
    if have:
        headers |= {"Range": f"bytes={have}-", "If-Range": tag.read_text(encoding="ascii", errors="replace")}
    with client.stream("GET", url, headers=headers) as response:
        if response.status_code == httpx2.codes.RANGE_NOT_SATISFIABLE and have:
            part.unlink()
            raise httpx2.ReadError("the part was longer than the file")
        if response.status_code == httpx2.codes.PARTIAL_CONTENT and have:
            if not response.headers.get("Content-Range", "").startswith(f"bytes {have}-"):
                part.unlink()
                raise httpx2.ReadError("the server sent another range")
        elif response.status_code == httpx2.codes.OK:
            have = 0
        else:
            raise DownloadFailed(url, f"the server answered {response.status_code} {response.reason_phrase}".rstrip())
        version = response.headers.get("ETag", "")
        version = response.headers.get("Last-Modified", "") if version.startswith("W/") or not version else version
        length = response.headers.get("Content-Length", "")
        total = have + int(length) if length.isdigit() else None
        if (total or 0) > MOST_BYTES:
            raise DownloadFailed(url, f"it has {total:,} bytes, more than the {MOST_BYTES:,} that are taken")
        tag.unlink(missing_ok=True)
        with part.open("ab" if have else "wb") as out:
            if version:
                tag.write_text(version, encoding="ascii", errors="replace")
            # Without a size of its own: what came before a break is then on disk.
            for chunk in response.iter_raw():
                have += len(chunk)
                if have > MOST_BYTES:
                    raise DownloadFailed(url, f"it has more than the {MOST_BYTES:,} bytes that are taken")
                out.write(chunk)
                if progress is not None:
                    progress(have, total)
    if total is not None and have < total:
        raise httpx2.ReadError(f"{have:,} of {total:,} bytes came")


def _guard(request: httpx2.Request) -> None:
    """Every step of the way, redirects too, is https; plain http only to this machine."""
    if request.url.scheme == "https" or (request.url.scheme == "http" and _is_here(request.url.host)):
        return
    raise DownloadFailed(str(request.url), "it is no https address", "use https; plain http is taken from this machine only")


def _is_here(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _remedy(part: Path) -> str:
    return "run the command again, it goes on from where it broke off" if part.exists() else "check the network and try again"
