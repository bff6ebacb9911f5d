"""How numbers and days are written in each language; Django's own Vietnamese lacks the grouping."""
