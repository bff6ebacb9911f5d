"""What a doubt that goes with a figure means, in a sentence: the codes are data, the words stand here."""

from __future__ import annotations

DOUBTS = {
    "chi-tieu-khong-ro": "Chưa rõ số liệu này thuộc chỉ tiêu nào.",
    "hai-nguon-khac-nhau": "Hai nguồn ghi khác nhau.",
    "ke-hoach-khong-ro": "Chưa rõ tính theo kế hoạch nào.",
    "ngay-chot-khong-ro": "Chưa rõ ngày chốt số liệu.",
    "ngay-khong-co-that": "Nguồn ghi một ngày không có thật.",
    "pham-vi-khong-ro": "Chưa rõ phạm vi của số liệu.",
    "so-gan-dung": "Nguồn nêu số gần đúng.",
    "so-lieu-khong-khop": "Các con số trong nguồn không khớp nhau.",
    "so-nghi-sai": "Nghi nguồn ghi sai số.",
}


def doubt_words(code: str) -> str:
    """Return the sentence of a doubt; of a code that is not known, that it needs another look.

    Example:
        >>> doubt_words("so-gan-dung"), doubt_words("la-lung")
        ('Nguồn nêu số gần đúng.', 'Cần xem lại (la-lung).')
    """
    return DOUBTS.get(code, f"Cần xem lại ({code}).")
