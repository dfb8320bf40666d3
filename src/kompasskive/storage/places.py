"""Where backups lie; light, so that the window may ask before storage is loaded."""

from pathlib import Path


def backups_folder() -> Path:
    """This user's local application data: never a synchronised folder."""
    from platformdirs import user_data_path

    return user_data_path("Kompasskive", appauthor=False) / "Sikkerhedskopier"
