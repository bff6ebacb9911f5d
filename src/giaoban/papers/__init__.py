"""Everything that leaves the house on paper or as a file (văn bản, tài liệu xuất ra)."""
