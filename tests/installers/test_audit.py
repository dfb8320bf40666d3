"""The audit sees what it is there to see."""

import json
import shutil
from base64 import urlsafe_b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from installers.toolchain import LOCKS

from installers import audit, parts


@pytest.fixture
def locks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the locks that the audit looks at instead."""
    folder = Path(shutil.copytree(LOCKS, tmp_path / "requirements"))
    monkeypatch.setattr(audit, "LOCKS", folder)
    return folder


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A package as pip leaves it, and its list of files."""
    info = tmp_path / "pakke-1.0.dist-info"
    info.mkdir()
    (tmp_path / "pakke.py").write_text("x = 1\n")
    digest = urlsafe_b64encode(sha256(b"x = 1\n").digest()).decode().rstrip("=")
    (info / "RECORD").write_text(f"pakke.py,sha256={digest},6\npakke-1.0.dist-info/RECORD,,\n")
    return info


def test_the_locks_are_whole() -> None:
    assert list(audit.lock_faults()) == []


def test_every_licence_is_known_and_allowed() -> None:
    assert list(audit.licence_faults()) == []


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("requests==2.0\n", "requests has no hash"),
        ("requests>=2.0 --hash=sha256:" + "0" * 64 + "\n", "name==version"),
        ("requests @ https://example.org/r.whl\n", "name==version"),
    ],
)
def test_a_loose_row_is_seen(locks: Path, row: str, told: str) -> None:
    with (locks / "runtime.txt").open("a") as file:
        file.write(row)
    assert any(told in fault for fault in audit.lock_faults())


def test_a_dependency_without_a_lock_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(lock: str) -> dict[str, str]:
        found = parts.locked_packages(lock)
        del found["sqlcipher3"]
        return found

    monkeypatch.setattr(audit, "locked_packages", locked)
    assert "requirements/runtime.txt: sqlcipher3 of pyproject.toml is not locked" in list(
        audit.lock_faults()
    )


def test_a_changed_file_is_seen(package: Path) -> None:
    source = package.parent / "pakke.py"
    assert list(audit.changed_files(package)) == []
    source.write_text("x = 2\n")
    assert list(audit.changed_files(package)) == ["pakke.py"]
    source.unlink()
    assert list(audit.changed_files(package)) == ["pakke.py"]


@pytest.mark.parametrize(
    ("expression", "allowed"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("BSD-3-Clause AND (MIT OR GPL-3.0-only)", True),
        ("MIT AND GPL-3.0-only", False),
        ("GPL-3.0-only", False),
        ("se licensteksten", False),
        ("GPL-2.0-or-later WITH Bootloader-exception", True),
        ("GPL-2.0-or-later", False),
    ],
)
def test_what_may_be_shipped(expression: str, allowed: bool) -> None:
    assert audit.is_allowed(expression) is allowed


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> set[tuple[str, str]]:
    """Name and version of everything that ought to be in the bill for Linux."""
    monkeypatch.setattr(audit, "DIST", tmp_path)
    by_hand = {(part.name, part.version) for part in parts.parts_by_hand("linux")}
    return {*parts.locked_packages("runtime").items(), *by_hand}


def faults_of_bill(named: set[tuple[str, str]]) -> list[str]:
    bill = audit.bill_of("linux")
    rows = [{"name": name, "version": number} for name, number in named]
    bill.write_text(json.dumps({"components": rows}), "utf-8")
    return [fault.removeprefix(f"{bill.name}: ") for fault in audit.bill_faults()]


def test_a_bill_of_what_ships_is_in_order(shipped: set[tuple[str, str]]) -> None:
    assert faults_of_bill(shipped) == []


def test_what_a_bill_names_too_much_is_seen(shipped: set[tuple[str, str]]) -> None:
    assert faults_of_bill({*shipped, ("sqlcipher3", "0.1")}) == [
        "sqlcipher3 0.1 is not in the lock"
    ]


@pytest.mark.parametrize("name", ["pyside6-essentials", "SQLCipher"])
def test_what_a_bill_forgets_is_seen(shipped: set[tuple[str, str]], name: str) -> None:
    (gone,) = (part for part in shipped if part[0] == name)
    assert faults_of_bill(shipped - {gone}) == [f"{name.lower()} {gone[1]} is missing"]
