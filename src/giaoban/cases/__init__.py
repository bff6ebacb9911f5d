"""Shipped cases as data, and the file form of any book."""

from giaoban.cases.case import Act, Case, CaseFact, NamedPerson, digest_of, read_case
from giaoban.cases.tinh_mau import SEED, generate
from giaoban.cases.writing import write_case

__all__ = ["SEED", "Act", "Case", "CaseFact", "NamedPerson", "digest_of", "generate", "read_case", "write_case"]
