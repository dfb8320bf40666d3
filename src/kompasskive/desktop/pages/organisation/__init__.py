"""Organisation: the leader's named overview, the anonymous profile and the page for providers."""

from kompasskive.desktop.pages.organisation.page import OrganisationPage

__all__ = ["OrganisationPage"]
