"""Sums that others have published, each case naming its source."""
