"""Build the macOS disk image: `python3 -m installers.macos.build`. Written, never run: no Mac here.

Runs on macOS 13 or newer. Signs when KOMPASSKIVE_SIGN names a "Developer ID Application" identity
and has Apple notarise the image when KOMPASSKIVE_NOTARY names a stored notarytool profile.
"""

import os
import platform
import shutil
import sys
from pathlib import Path
from typing import Final

from installers.frozen.freeze import freeze, site_packages
from installers.licences import lay_out_licences
from installers.release import BUILD, DIST, report, run, version, write_checksums
from installers.sbom import add_to_licences

ENTITLEMENTS: Final = Path(__file__).parent / "entitlements.plist"


def build_app() -> Path:
    """The application with its licences and the file type's icon."""
    app = freeze().parent / "Kompasskive.app"
    resources = app / "Contents" / "Resources"
    shutil.copy(BUILD / "icons" / "file.icns", resources)
    lay_out_licences(resources, "macos", site_packages())
    add_to_licences(resources, "macos")
    return app


def sign(app: Path, identity: str) -> None:
    """Sign everything inside, then the application, for the hardened runtime."""
    options = ("--force", "--timestamp", "--options", "runtime", "--entitlements", ENTITLEMENTS)
    run("codesign", "--deep", *options, "--sign", identity, app)
    run("codesign", "--verify", "--deep", "--strict", app)


def build_image(app: Path) -> Path:
    """The disk image with the application and a link to Programs."""
    folder = BUILD / "macos"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copytree(app, folder / app.name, symlinks=True)
    (folder / "Applications").symlink_to("/Applications")
    image = DIST / f"Kompasskive-{version()}-macos-{platform.machine()}.dmg"
    image.unlink(missing_ok=True)
    look = ("-volname", "Kompasskive", "-fs", "HFS+", "-format", "UDZO")
    run("hdiutil", "create", *look, "-srcfolder", folder, image)
    return image


def notarise(image: Path, profile: str) -> None:
    """Have Apple check the image, and staple the answer to it."""
    run("xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait")
    run("xcrun", "stapler", "staple", image)


def main() -> int:
    """Build, and sign and notarise when told with what."""
    if sys.platform != "darwin":
        raise SystemExit("This runs on macOS only.")
    DIST.mkdir(exist_ok=True)
    app = build_app()
    if identity := os.environ.get("KOMPASSKIVE_SIGN"):
        sign(app, identity)
    image = build_image(app)
    if profile := os.environ.get("KOMPASSKIVE_NOTARY"):
        notarise(image, profile)
    write_checksums([image])
    report([image])
    return 0


if __name__ == "__main__":
    sys.exit(main())
