"""The command line: one call into flow per command."""

from giaoban.cli.run import main

__all__ = ["main"]
