"""The parts of packing that are plain computation: versions, listings, identifiers, licences."""

import hashlib
import os
import re
from pathlib import Path

import pytest
from installers.windows import exe, launchers, msi

import kompasskive
from installers import licences, parts, release


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "b.py").write_text("b")
    (tmp_path / "lib" / "a.py").write_text("a")
    (tmp_path / "Kompasskive.exe").write_text("exe")
    return tmp_path


def test_the_version_is_the_programs() -> None:
    assert release.version() == kompasskive.__version__
    assert f"## {kompasskive.__version__}" in (release.ROOT / "CHANGELOG.md").read_text("utf-8")
    assert 'dynamic = ["version"]' in (release.ROOT / "pyproject.toml").read_text("utf-8")


def test_files_are_listed_in_one_order_with_their_folders(stage: Path) -> None:
    assert exe.file_commands(stage).splitlines() == [
        'SetOutPath "$INSTDIR"',
        f'File "{stage / "Kompasskive.exe"}"',
        'SetOutPath "$INSTDIR\\lib"',
        f'File "{stage / "lib" / "a.py"}"',
        f'File "{stage / "lib" / "b.py"}"',
    ]


def test_every_file_is_a_component_with_an_identifier_that_stays(
    stage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(msi, "BUILD", stage)
    folders = msi.folder_elements(stage)
    references = re.findall(r'ComponentRef Id="(\w+)"', msi.reference_elements(stage))
    assert sorted(re.findall(r'Component Id="(\w+)"', folders)) == sorted(references)
    assert len(set(references)) == 3
    assert folders == msi.folder_elements(stage)
    assert msi.fixed_id("a") == msi.fixed_id("a") != msi.fixed_id("b")


def test_the_summarys_own_code_and_times_are_replaced() -> None:
    moment = b"\x40\0\0\0" + b"\x01\x02\x03\x04\x05\x06\xdd\x01"
    before = b"x" * 600 + b"{00000000-AAAA-BBBB-CCCC-000000000001}"
    package = before + moment + moment + b"y" * 600
    ours = msi.fixed_id("package")
    fixed = msi.with_fixed_summary(package, ours, 0)
    assert f"{{{ours}}}".encode() in fixed
    assert moment not in fixed
    assert len(fixed) == len(package)
    assert fixed[:300] == package[:300]


def test_a_package_without_a_summary_is_refused() -> None:
    with pytest.raises(ValueError, match="0 summaries"):
        msi.with_fixed_summary(b"nothing here", msi.fixed_id("package"), 0)


def test_the_version_resource_names_the_version() -> None:
    header = launchers.version_header("Kompasskive.exe", "Kompasskive")
    assert f"{kompasskive.__version__.replace('.', ',')},0" in header


@pytest.mark.skipif(os.name == "nt", reason="Windows has no executable bit")
def test_stamped_files_have_one_time_and_plain_permissions(
    stage: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    (stage / "Kompasskive.exe").chmod(0o711)
    (stage / "lib" / "a.py").chmod(0o600)
    release.stamp(stage)
    assert {path.stat().st_mtime for path in stage.rglob("*")} == {1_700_000_000}
    assert (stage / "Kompasskive.exe").stat().st_mode & 0o777 == 0o755
    assert (stage / "lib" / "a.py").stat().st_mode & 0o777 == 0o644


def test_checksums_are_what_sha256sum_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(release, "DIST", tmp_path)
    for name in ("b.exe", "a.deb"):
        (tmp_path / name).write_bytes(name.encode())
        listing = release.write_checksums([tmp_path / name])
    digests = {name: hashlib.sha256(name.encode()).hexdigest() for name in ("a.deb", "b.exe")}
    assert listing.read_text() == "".join(f"{d}  {name}\n" for name, d in digests.items())


@pytest.mark.parametrize("platform", parts.PLATFORMS)
def test_parts_named_by_hand_are_whole(platform: str) -> None:
    named = parts.parts_by_hand(platform)
    assert {"Qt", "SQLCipher", "SQLite", "PDFium"} <= {part.name for part in named}
    assert all(part.version and part.licence and part.supplier for part in named)
    assert not any("@" in part.version for part in named)


def test_licences_and_the_source_offer_go_with_the_packages(tmp_path: Path) -> None:
    info = tmp_path / "site" / "numpy-2.4.6.dist-info"
    (info / "licenses").mkdir(parents=True)
    (info / "METADATA").write_text("Name: numpy\nLicense-Expression: BSD-3-Clause\n\nText", "utf-8")
    (info / "licenses" / "LICENSE.txt").write_text("the text")
    licences.lay_out_licences(tmp_path / "out", "windows", tmp_path / "site")
    laid = tmp_path / "out" / "licenser"
    assert (laid / "numpy" / "licenses" / "LICENSE.txt").read_text() == "the text"
    assert "numpy 2.4.6: BSD-3-Clause" in (laid / licences.OVERVIEW).read_text("utf-8")
    offer = (laid / "KILDEKODE.txt").read_text("utf-8")
    assert parts.locked_packages("runtime")["pyside6-essentials"] in offer
    for name in ("LGPL-3.0.txt", "GPL-3.0.txt"):
        assert "GNU" in (laid / name).read_text("utf-8")[:200]
