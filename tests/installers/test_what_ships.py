"""What goes into the packages, and what never does: no network, no QML, no browser engine."""

import re
from pathlib import Path

import pytest
from installers.frozen import selection as frozen
from installers.windows import python as windows_python
from installers.windows import selection as windows

from installers import parts, release, shipped

SOURCE = release.ROOT / "src"


def qt_modules_used() -> set[str]:
    texts = (path.read_text("utf-8") for path in SOURCE.rglob("*.py"))
    return {name for text in texts for name in re.findall(r"from PySide6\.(\w+) import", text)}


def test_every_qt_module_the_program_uses_ships_on_windows() -> None:
    assert {"QtCore", "QtGui", "QtWidgets"} <= qt_modules_used() <= set(windows.QT_MODULES)


@pytest.mark.parametrize("module", windows.QT_MODULES)
def test_each_qt_module_ships_with_its_library(module: str) -> None:
    assert windows.is_wanted(f"PySide6/{module}.pyd")
    assert windows.is_wanted(f"PySide6/Qt6{module.removeprefix('Qt')}.dll")


@pytest.mark.parametrize("part", shipped.NEVER)
def test_windows_leaves_the_network_and_the_rest_out(part: str) -> None:
    assert not windows.is_wanted(f"PySide6/Qt{part}.pyd")
    assert not windows.is_wanted(f"PySide6/Qt6{part}.dll")
    assert part not in "".join((*windows.QT_MODULES, *windows.QT_LIBRARIES))


@pytest.mark.parametrize("part", ["Network", "Qml", "Quick", "WebEngine", "Designer"])
def test_linux_leaves_the_network_and_the_rest_out(part: str) -> None:
    wheel = f"/venv/site-packages/PySide6/Qt/lib/libQt6{part}.so.6"
    assert not frozen.is_wanted(f"PySide6/Qt/lib/libQt6{part}.so.6", wheel)
    assert not frozen.is_wanted(f"PySide6/Qt{part}.abi3.so", wheel)


@pytest.mark.parametrize(
    ("name", "ships"),
    [
        ("PySide6/plugins/platforms/qwindows.dll", True),
        ("PySide6/plugins/platforms/qdirect2d.dll", False),
        ("PySide6/plugins/tls/qschannelbackend.dll", False),
        ("PySide6/translations/qtbase_da.qm", True),
        ("PySide6/translations/qtbase_de.qm", False),
        ("PySide6/opengl32sw.dll", False),
        ("PySide6/qmllint.exe", False),
        ("PySide6/QtCore.pyi", False),
        ("numpy/tests/test_lists.py", False),
        ("numpy/_core/numeric.py", True),
        ("numpy-2.4.6.dist-info/METADATA", True),
        ("numpy-2.4.6.dist-info/RECORD", False),
        ("bin/f2py", False),
        ("lxml/etree.cp311-win_amd64.pyd", True),
        ("lxml/includes/libxml/nanohttp.h", False),
        ("lxml/etree.pxi", False),
        ("_cffi_backend.cp311-win_amd64.pyd", True),
        ("cffi/api.py", False),
        ("docx/templates/default.docx", True),
        ("icalendar/tests/test_issue.py", False),
        ("tzdata/zoneinfo/Europe/Copenhagen", True),
        ("tzdata/zoneinfo/America/Nuuk", True),
        ("tzdata/zoneinfo/Asia/Tokyo", False),
    ],
)
def test_windows_selection(name: str, ships: bool) -> None:
    assert windows.is_wanted(name) is ships


@pytest.mark.parametrize(
    ("name", "source", "ships"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "/venv/x", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "/venv/x", False),
        ("PySide6/Qt/translations/qtbase_da.qm", "/venv/x", True),
        ("PySide6/Qt/translations/qtbase_fr.qm", "/venv/x", False),
        ("numpy-2.4.6.dist-info/METADATA", "/venv/x", True),
        ("numpy-2.4.6.dist-info/RECORD", "/venv/x", False),
        ("libxcb-cursor.so.0", "/lib/x86_64-linux-gnu/libxcb-cursor.so.0", False),
        ("libcrypto.so.3", "/lib/x86_64-linux-gnu/libcrypto.so.3", True),
        ("python3.11/lib-dynload/_queue.so", "/usr/lib/python3.11/lib-dynload/_queue.so", True),
    ],
)
def test_linux_selection(name: str, source: str, ships: bool) -> None:
    assert frozen.is_wanted(name, source) is ships


@pytest.mark.parametrize(
    "name",
    [
        "lib/PySide6/Qt6Network.dll",
        "lib/PySide6/QtQml.pyd",
        "lib/PySide6/plugins/tls/qschannelbackend.dll",
        "lib/kompasskive/_internal/PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "lib/kompasskive/_internal/PySide6/QtNetwork.abi3.so",
        "lib/kompasskive/_internal/libssl.so.3",
        "python/_ssl.pyd",
    ],
)
def test_a_package_that_holds_too_much_is_refused(tmp_path: Path, name: str) -> None:
    for file in (name, "lib/PySide6/Qt6Core.dll", "lib/lxml/pyclasslookup.py"):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    assert list(shipped.faults(tmp_path)) == [name]


def test_a_package_that_was_not_built_or_is_too_large_is_refused(tmp_path: Path) -> None:
    assert list(shipped.faults(tmp_path)) == ["nothing was built"]
    with (tmp_path / "large").open("wb") as file:
        file.truncate(shipped.LARGEST + 1)
    assert list(shipped.faults(tmp_path)) == ["240 MB, more than 240"]


def test_no_encrypted_network_and_no_bare_interpreter_on_windows() -> None:
    pinned = windows_python.pinned()
    assert {"_ssl.pyd", "libssl-3.dll", "python.exe"} <= set(windows_python.NOT_SHIPPED)
    assert set(windows_python.NOT_SHIPPED) < set(pinned)
    assert all(re.fullmatch(r"[0-9a-f]{64}", digest) for digest in pinned.values())


def test_python_is_refused_when_a_file_is_not_the_pinned_one(tmp_path: Path) -> None:
    (tmp_path / "python311.dll").write_bytes(b"not Python")
    with pytest.raises(ValueError, match=r"python311\.dll"):
        windows_python.verify(tmp_path)


def test_windows_gets_the_same_versions_as_everyone_else() -> None:
    runtime, for_windows = parts.locked_packages("runtime"), parts.locked_packages("windows")
    assert for_windows == {name: runtime[name] for name in for_windows}
    assert set(runtime) - set(for_windows) <= {"colorama"}
