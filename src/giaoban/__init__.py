"""giaoban: from report to follow-up, for Vietnamese local government (giao ban)."""

__version__ = "0.1.0"
