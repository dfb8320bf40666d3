"""The command line for IT, scripts and tests: the same code as the window."""
