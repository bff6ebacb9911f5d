"""The door for people: pages per place of work."""
