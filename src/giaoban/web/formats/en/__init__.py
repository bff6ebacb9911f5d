"""English, for readers of Vietnamese papers: days and numbers stay as the papers have them."""
