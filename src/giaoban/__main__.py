"""Run the command line by `python -m giaoban`."""

import sys

from giaoban.cli import main

if __name__ == "__main__":
    sys.exit(main())
