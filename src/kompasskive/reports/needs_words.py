"""Learning needs in words: field, dimension, learning form, where they were said, how many."""

from kompasskive.framework.model import Framework
from kompasskive.profile.histograms import NeedKind
from kompasskive.profile.organisation import OrganisationProfile

KIND_WORDS = {
    NeedKind.POTENTIAL: "Udviklingspotentiale",
    NeedKind.AGREEMENT: "Aftale",
    NeedKind.WISH: "Ønske",
}
ACROSS = "På tværs"


def need_rows(framework: Framework, profile: OrganisationProfile) -> tuple[tuple[str, ...], ...]:
    """A row per need that may be told, most people first."""
    names = {f.id: f.name for f in framework.fields}
    needs = sorted(profile.needs, key=lambda n: -n.people.low)
    return tuple(
        (
            names.get(n.field_id or "", ACROSS),
            framework.dimension(n.dimension).name if n.dimension else "–",
            n.form or "–",
            KIND_WORDS[n.kind],
            n.people.words,
        )
        for n in needs
    )
