"""The competence framework: what the two talk about."""
