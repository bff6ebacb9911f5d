"""`giaoban verify`: does the chain hold?"""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import flow
from giaoban.cli import files
from giaoban.cli.arguments import Say, as_json
from giaoban.cli.door import Door
from giaoban.values import vietnamese

HELP = ("kiểm tra chuỗi mục ghi có nguyên vẹn không", "check that the chain of entries holds")
WHY = {
    "line": ("dòng không đọc được", "its line cannot be read"),
    "number": ("số mục không liền", "numbers are not gapless"),
    "clock": ("thời điểm ghi lùi lại", "its instant runs backwards"),
    "hash": ("mã băm không khớp", "its hash does not fit"),
    "book": ("thuộc sổ khác", "it belongs to another book"),
}


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    said = say("chỉ một sổ (mặc định: tất cả)", "one book only (default: all)")
    parser.add_argument("--book", metavar=say("SỔ", "BOOK"), help=said)
    against = say("so với pack.json đã gửi đi", "compare with a pack.json that was sent out")
    parser.add_argument("--against", type=Path, metavar=say("TỆP", "FILE"), help=against)
    as_json(parser, say)


def run(args: argparse.Namespace, door: Door) -> int:
    """Check, and say which entry is the first that does not hold."""
    by = door.actor()
    claim = flow.claim(files.read_json(args.against), file=str(args.against)) if args.against else None
    books = [args.book] if args.book else [claim.book] if claim else [cover.id for cover in flow.books(by=by, act=flow.Act.AUDIT)]
    audits = [flow.verify(book, against=claim, by=by) for book in books]
    if args.json:
        door.data([_data(audit) for audit in audits])
    for audit in audits:
        door.say(*_sentence(audit, claim))
    _beside(audits, door)
    return 0 if all(audit.holds for audit in audits) else 1


def _sentence(audit: flow.Audit, claim: flow.Claim | None) -> tuple[str, str]:
    head, book = audit.verdict.head, audit.book
    restore = ("Giữ nguyên cơ sở dữ liệu này, phục hồi từ bản sao lưu.", "Keep this database as it is and restore a backup.")
    if audit.verdict.broken is not None:
        vi, en = WHY[audit.verdict.why]
        number = audit.verdict.broken
        return f"Sổ {book}: HỎNG từ mục {number} ({vi}). {restore[0]}", f"Book {book}: BROKEN from entry {number} ({en}). {restore[1]}"
    if audit.strayed is not None:
        return (
            f"Sổ {book}: HỎNG, các cột của mục {audit.strayed} không khớp dòng ghi. {restore[0]}",
            f"Book {book}: BROKEN, the columns of entry {audit.strayed} differ from its line. {restore[1]}",
        )
    if audit.rewritten is not None:
        return (
            f"Sổ {book}: ĐÃ BỊ VIẾT LẠI, mục {audit.rewritten} không còn là mục mà tài liệu đã gửi ghi nhận. {restore[0]}",
            f"Book {book}: REWRITTEN, entry {audit.rewritten} is no longer the one that the paper names. {restore[1]}",
        )
    n, last = vietnamese.write_number(head.number), f"{head.hash[:16]}…"
    agrees = (f", khớp {claim.file}", f", agrees with {claim.file}") if claim else ("", "")
    return (
        f"Sổ {book}: nguyên vẹn, {n} mục, mã băm cuối {last}{agrees[0]}",
        f"Book {book}: holds, {n} entries, last hash {last}{agrees[1]}",
    )


def _beside(audits: list[flow.Audit], door: Door) -> None:
    """Tell of what lies outside the chain: it is one store for all books."""
    if not audits:
        door.say("Chưa có sổ nào.", "There is no book yet.")
        return
    damaged, blanked = audits[0].damaged, audits[0].blanked
    if damaged:
        door.say(f"{damaged} nội dung ngoài chuỗi không khớp mã.", f"{damaged} texts or documents do not fit their digests.")
    if blanked:
        door.say(f"{blanked} nội dung đã được xóa theo quyết định.", f"{blanked} texts or documents were blanked by decision.")


def _data(audit: flow.Audit) -> dict[str, object]:
    return {
        "book": audit.book, "holds": audit.holds, "entries": audit.verdict.head.number, "hash": audit.verdict.head.hash,
        "broken": audit.verdict.broken, "why": audit.verdict.why or None, "strayed": audit.strayed, "rewritten": audit.rewritten,
        "blanked": audit.blanked, "damaged": audit.damaged,
    }  # fmt: skip
