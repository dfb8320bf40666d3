"""`kompasskive` and `python -m kompasskive`."""

import sys

from kompasskive.cli.main import main as run


def main() -> int:
    """Run the command line; the exit code is the process's."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
