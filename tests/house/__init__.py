"""The watchmen: tests of the house itself, not of what it does."""
