"""Tỉnh Mẫu: a case that is wholly made up (DỮ LIỆU GIẢ ĐỊNH), for showing, testing and measuring."""

from giaoban.cases.tinh_mau.generate import SEED, VERSION, generate

__all__ = ["SEED", "VERSION", "generate"]
