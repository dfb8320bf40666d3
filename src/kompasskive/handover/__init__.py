"""What is handed over between files: sealed with age, read strictly, never a database."""
