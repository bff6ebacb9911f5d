"""The steps by which a database grows; those on the ledger's tables only ever add."""
