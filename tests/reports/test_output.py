import errno
import os
import signal
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kompasskive.errors import OutputError
from kompasskive.reports import output

OLD = b"den gamle"
posix = pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits and rights")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "profil.pdf"
    path.write_bytes(OLD)
    return path


def _refused(path: Path, content: bytes = b"ny") -> str:
    with pytest.raises(OutputError) as caught:
        output.write(path, content)
    sentence = str(caught.value)
    assert sentence.startswith(f"»{path.name}«")
    assert "\n" not in sentence
    return sentence


def test_a_file_is_replaced_and_nothing_is_left_beside_it(old: Path) -> None:
    output.write(old, b"ny")
    assert old.read_bytes() == b"ny"
    assert [p.name for p in old.parent.iterdir()] == ["profil.pdf"]


@posix
def test_the_rights_of_the_old_file_are_kept(old: Path) -> None:
    old.chmod(0o640)
    output.write(old, b"ny")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    assert "Mappen findes ikke" in _refused(tmp_path / "væk" / "profil.pdf")


def test_a_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "profil.pdf").mkdir()
    assert "mappe" in _refused(tmp_path / "profil.pdf")


def test_a_file_as_folder_is_said(old: Path) -> None:
    assert "Mappen findes ikke" in _refused(old / "ny.pdf")


def test_a_name_no_system_takes_is_said(tmp_path: Path) -> None:
    _refused(tmp_path / ("x" * 300 + ".pdf"))
    _refused(tmp_path / "a\x00b.pdf")


def test_a_read_only_file_is_kept(old: Path) -> None:
    old.chmod(0o444)
    assert "skrivebeskyttet" in _refused(old)
    assert old.read_bytes() == OLD
    old.chmod(0o644)


@posix
def test_a_full_disk_keeps_the_old_file_and_leaves_nothing(old: Path) -> None:
    with _largest_file(1000):
        assert "plads" in _refused(old, b"x" * 100_000)
    assert old.read_bytes() == OLD
    assert list(old.parent.iterdir()) == [old]


@posix
def test_a_read_only_folder_keeps_the_old_file() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = folder / "profil.pdf"
        old.write_bytes(OLD)
        folder.chmod(0o555)
        with _without_privileges():
            assert "adgang" in _refused(folder / "ny.pdf")
            _refused(old)
        folder.chmod(0o755)
        assert old.read_bytes() == OLD
        assert list(folder.iterdir()) == [old]


@contextmanager
def _largest_file(size: int) -> Iterator[None]:
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, handler)


@contextmanager
def _without_privileges() -> Iterator[None]:
    """Root may write everywhere, so a test run by root becomes nobody meanwhile."""
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)


@pytest.mark.parametrize("number", [errno.EIO, errno.ESTALE, errno.ENETUNREACH])
def test_a_share_that_is_gone_is_said(tmp_path: Path, number: int) -> None:
    sentence = output._sentence(tmp_path / "profil.pdf", OSError(number, "gone"))
    assert sentence.startswith("»profil.pdf« blev ikke gemt")
    assert "Drevet svarer ikke" in sentence
