"""The .kompas file: one SQLite database, one ordered writer."""
