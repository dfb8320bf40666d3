"""A published profile as the JSON a file keeps it in, and back."""

import msgspec

from kompasskive.errors import FileError
from kompasskive.profile.organisation import OrganisationProfile


def to_json(profile: OrganisationProfile) -> str:
    """The profile as JSON, the same for the same profile."""
    return msgspec.json.encode(profile).decode()


def from_json(content: str) -> OrganisationProfile:
    """The profile that was frozen; FileError when the text is none."""
    try:
        return msgspec.json.decode(content, type=OrganisationProfile)
    except (msgspec.MsgspecError, UnicodeError) as error:
        raise FileError("Periodens frosne tal kan ikke læses. Filen er, som den var.") from error
