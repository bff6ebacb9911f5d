"""Office files into cells and paragraphs, and back; knows no indicator (định dạng tệp)."""
