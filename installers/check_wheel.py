"""Build the wheel, install it into a fresh environment, try every library and open every asset."""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROBE = """
import sys
from kompasskive import assets
from kompasskive.framework.catalogue import bundled

wanted = set(sys.argv[1:])
root = assets.ROOT
found = {p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()}
assert root.is_relative_to(sys.prefix), f"assets lie outside the environment: {root}"
assert wanted == found, f"missing {wanted - found}, too many {found - wanted}"
assert all((root / name).read_bytes() for name in found), "an empty asset"
for weight in assets.FONT_FILES:
    assert assets.font_path(weight).is_file()
assert len(bundled().fields) == 6
print(f"{len(found)} assets opened from the installed wheel")
"""


def main() -> int:
    """0 when the installed wheel holds exactly the checkout's assets."""
    assets = sorted(
        path.relative_to(ROOT / "resources").as_posix()
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    )
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        build = "from hatchling.builders.wheel import WheelBuilder as B; "
        build += "print(next(B(sys.argv[1]).build(directory=sys.argv[2])))"
        command = [sys.executable, "-c", f"import sys; {build}", str(ROOT), str(folder)]
        wheel = subprocess.check_output(command, text=True).strip().splitlines()[-1]
        venv.create(folder / "env", with_pip=True)
        python = folder / "env" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        pip = [str(python), "-m", "pip", "install", "-q", "--disable-pip-version-check"]
        lock = str(ROOT / "requirements" / "runtime.txt")
        subprocess.check_call([*pip, "--require-hashes", "--only-binary=:all:", "-r", lock])
        subprocess.check_call([*pip, "--no-deps", wheel])
        isolated = {k: v for k, v in os.environ.items() if k != "PYTHONPATH"}
        subprocess.check_call(
            [str(python), str(ROOT / "installers" / "libraries.py")], env=isolated
        )
        return subprocess.call([str(python), "-c", PROBE, *assets], cwd=folder, env=isolated)


if __name__ == "__main__":
    sys.exit(main())
