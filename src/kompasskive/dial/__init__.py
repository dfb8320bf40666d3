"""The compass dial as a display list that any painter can draw."""
