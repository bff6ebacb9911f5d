"""The door for programs: one file per public endpoint."""
