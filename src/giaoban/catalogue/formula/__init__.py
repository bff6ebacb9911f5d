"""Indicators that are computed from others: the small language, its tree, and whether its measures fit (công thức)."""
