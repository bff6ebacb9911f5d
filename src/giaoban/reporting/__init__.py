"""Who owes which report, by when, and where it stands (chế độ báo cáo)."""
