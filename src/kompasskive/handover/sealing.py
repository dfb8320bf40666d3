"""age keys and sealed bytes: only who holds the identity can read what is sealed to its key."""

from datetime import datetime

import pyrage
from pyrage import x25519

from kompasskive.dialogue.organisation import OrganisationKey
from kompasskive.handover.failures import HandoverError, refused

LARGEST = 1024 * 1024
"""Bytes that what is handed over may have, before and after it is opened."""
_ENVELOPE = 64 * 1024


def new_key(now: datetime) -> OrganisationKey:
    """A key of its own for an organisation; the identity never leaves the file."""
    identity = x25519.Identity.generate()
    return OrganisationKey(str(identity.to_public()), str(identity), now)


def sealed(content: bytes, public: str) -> bytes:
    """The content sealed to a public key ("age1…"); HandoverError when the key is none."""
    try:
        recipient = x25519.Recipient.from_str(public.strip())
    except pyrage.RecipientError as error:
        raise HandoverError(
            "Nøglen kan ikke læses. Den begynder med »age1« og skal kopieres hel. Intet er skrevet."
        ) from error
    return bytes(pyrage.encrypt(content, [recipient]))


def opened(content: bytes, keys: tuple[OrganisationKey, ...]) -> bytes:
    """What was sealed to one of the keys; HandoverError when it was not, or is too large."""
    if len(content) > LARGEST + _ENVELOPE:
        raise refused("det er større end 1 MB")
    try:
        found = bytes(pyrage.decrypt(content, [x25519.Identity.from_str(k.identity) for k in keys]))
    except (pyrage.DecryptError, pyrage.IdentityError) as error:
        raise refused("det er ikke forseglet til denne fils nøgle, eller det er ødelagt") from error
    if len(found) > LARGEST:
        raise refused("det er større end 1 MB")
    return found
