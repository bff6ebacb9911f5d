"""The tests: unit (mirrors the source), flow (journeys), golden (cases), house (the watchmen)."""
