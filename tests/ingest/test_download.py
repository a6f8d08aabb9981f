"""Downloads against a real local server: whole, broken off and taken up, changed meanwhile, refused."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.ingest.server import Files, serving

from rasad.errors import BadChecksum, DownloadFailed
from rasad.ingest import download as module
from rasad.ingest.download import download

DATA = bytes(range(256)) * 40


@pytest.fixture
def files() -> Iterator[Files]:
    with serving() as server:
        server.files["/SY.zip"] = DATA
        yield server


def test_a_file_arrives_whole_with_its_digest(files: Files, tmp_path: Path) -> None:
    seen: list[tuple[int, int | None]] = []
    got = download(
        f"{files.address}/SY.zip", tmp_path / "new" / "SY.zip", progress=lambda have, total: seen.append((have, total))
    )
    assert got.path.read_bytes() == DATA
    assert (got.size, got.sha256) == (len(DATA), hashlib.sha256(DATA).hexdigest())
    assert seen[-1] == (len(DATA), len(DATA))
    assert [p.name for p in got.path.parent.iterdir()] == ["SY.zip"]


def test_a_break_is_mended_within_one_call(files: Files, tmp_path: Path) -> None:
    files.breaks = 2
    got = download(f"{files.address}/SY.zip", tmp_path / "SY.zip")
    assert got.path.read_bytes() == DATA
    assert files.asked == [None, "bytes=1000-", "bytes=2000-"]


def test_the_next_call_goes_on_from_there(files: Files, tmp_path: Path) -> None:
    files.breaks = 3
    with pytest.raises(DownloadFailed, match="goes on from where it broke off"):
        download(f"{files.address}/SY.zip", tmp_path / "SY.zip")
    assert not (tmp_path / "SY.zip").exists()
    got = download(f"{files.address}/SY.zip", tmp_path / "SY.zip")
    assert files.asked[-1] == "bytes=3000-"
    assert got.path.read_bytes() == DATA


def test_a_file_that_changed_meanwhile_is_fetched_anew(files: Files, tmp_path: Path) -> None:
    files.breaks = 3
    with pytest.raises(DownloadFailed):
        download(f"{files.address}/SY.zip", tmp_path / "SY.zip")
    files.files["/SY.zip"] = DATA[::-1]
    assert download(f"{files.address}/SY.zip", tmp_path / "SY.zip").path.read_bytes() == DATA[::-1]


def test_a_server_without_ranges_sends_all_again(files: Files, tmp_path: Path) -> None:
    files.breaks, files.ranges = 1, False
    assert download(f"{files.address}/SY.zip", tmp_path / "SY.zip").path.read_bytes() == DATA


def test_a_part_longer_than_the_file_is_thrown_away(files: Files, tmp_path: Path) -> None:
    tag = f'"{hashlib.sha256(DATA).hexdigest()[:16]}"'
    (tmp_path / "SY.zip.part").write_bytes(DATA + b"more")
    (tmp_path / "SY.zip.part.tag").write_text(tag)
    assert download(f"{files.address}/SY.zip", tmp_path / "SY.zip").path.read_bytes() == DATA


def test_a_wrong_digest_leaves_nothing(files: Files, tmp_path: Path) -> None:
    with pytest.raises(BadChecksum, match="nothing was installed"):
        download(f"{files.address}/SY.zip", tmp_path / "SY.zip", sha256="0" * 64)
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_says_what_the_server_said(files: Files, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match="404"):
        download(f"{files.address}/ZZ.zip", tmp_path / "ZZ.zip")


def test_too_many_bytes_are_refused(files: Files, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_BYTES", 5000)
    with pytest.raises(DownloadFailed, match="more than the 5,000"):
        download(f"{files.address}/SY.zip", tmp_path / "SY.zip")


@pytest.mark.parametrize("url", ["http://198.51.100.7/SY.zip", "ftp://127.0.0.1/SY.zip", "file:///etc/hostname", "SY.zip"])
def test_only_https_leaves_this_machine(url: str, tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed):
        download(url, tmp_path / "SY.zip")


def test_a_redirect_does_not_lead_to_plain_http(files: Files, tmp_path: Path) -> None:
    files.redirects["/SY.zip"] = "http://198.51.100.7/SY.zip"
    with pytest.raises(DownloadFailed, match="no https"):
        download(f"{files.address}/SY.zip", tmp_path / "SY.zip")


def test_nobody_listening_is_a_typed_error(tmp_path: Path) -> None:
    with pytest.raises(DownloadFailed, match="try again"):
        download("http://127.0.0.1:9/SY.zip", tmp_path / "SY.zip")
