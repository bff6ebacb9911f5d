"""What can go wrong with the database that a person can act on: said in a sentence, with what is safe and what to do.

The doors show `sentence()`; the code is stable. What the drivers say is turned
into these in `drivers.py`, and nowhere else.
"""

from __future__ import annotations

from typing import ClassVar


class Fault(Exception):
    """The database cannot do what was asked (sự cố lưu trữ); each kind says so in both languages."""

    code: ClassVar[str] = ""
    vi: ClassVar[str] = ""
    en: ClassVar[str] = ""

    def __init__(self, **said: object) -> None:
        super().__init__(self.en.format(**said))
        self.said = said

    def sentence(self, language: str = "vi") -> str:
        """Return what happened, what is safe and what to do."""
        return (self.vi if language == "vi" else self.en).format(**self.said)


class Busy(Fault):
    """Another writer holds the book, or the server has no connection left."""

    code = "store-busy"
    vi = "Người khác đang ghi vào sổ và chưa xong. Chưa có gì được ghi, số liệu cũ vẫn nguyên. Thử lại sau ít phút."
    en = "Someone else is still writing. Nothing was recorded and everything before is safe. Try again in a few minutes."


class DiskFull(Fault):
    """No room is left for what was to be recorded."""

    code = "store-disk-full"
    vi = "Ổ đĩa giữ cơ sở dữ liệu đã đầy. Chưa có gì được ghi, số liệu cũ vẫn nguyên. Giải phóng ổ đĩa rồi làm lại."
    en = "The disk that holds the database is full. Nothing was recorded and everything before is safe. Make room, then do it again."


class ReadOnly(Fault):
    """The database may be read and not written."""

    code = "store-read-only"
    vi = "Cơ sở dữ liệu chỉ cho đọc. Chưa có gì được ghi. Kiểm tra quyền ghi tệp, thư mục hoặc tài khoản cơ sở dữ liệu."
    en = "The database may be read only. Nothing was recorded. Check who may write the file, the folder or the server's account."


class Damaged(Fault):
    """The file is no database, or is damaged."""

    code = "store-damaged"
    vi = "Tệp cơ sở dữ liệu hỏng hoặc không phải là cơ sở dữ liệu của giaoban. Đừng ghi thêm; giữ tệp lại và phục hồi từ bản sao lưu."
    en = "The database file is damaged, or is none. Write nothing more; keep the file and restore the last backup."


class Unreachable(Fault):
    """There is no database at the address, nobody answers, or its disk fails."""

    code = "store-unreachable"
    vi = "Không làm việc được với cơ sở dữ liệu ({why}). Chưa có gì được ghi. Kiểm tra địa chỉ, mật khẩu, ổ đĩa và máy chủ cơ sở dữ liệu."
    en = "The database cannot be used ({why}). Nothing was recorded. Check its address, its password, its disk and its server."


class NewerDatabase(Fault):
    """A newer giaoban has used this database."""

    code = "store-newer"
    vi = "Cơ sở dữ liệu đã được bản giaoban mới hơn ({release}) sử dụng; bản đang chạy không mở được mà không làm hỏng. Cài lại bản mới."
    en = "A newer giaoban ({release}) has used this database, and this one cannot open it safely. Install the newer one again."


class HeldElsewhere(Fault):
    """Another process holds the file, and the SQLite in use does not let two share it safely."""

    code = "store-held"
    vi = (
        "Một tiến trình giaoban khác đang mở tệp cơ sở dữ liệu, và SQLite {version} không an toàn khi hai tiến trình cùng ghi. "
        "Dừng tiến trình kia trước."
    )
    en = "Another giaoban holds the database file, and with SQLite {version} two of them may damage it. Stop the other one first."


class UnknownBook(Fault):
    """There is no such book."""

    code = "store-unknown-book"
    vi = "Không có sổ nào tên là “{book}”. Các sổ hiện có: {known}."
    en = "There is no book “{book}”. The books are: {known}."


class BookExists(Fault):
    """A book of that id is already there."""

    code = "store-book-exists"
    vi = "Đã có sổ “{book}”. Chọn tên khác, hoặc ghi tiếp vào sổ đó."
    en = "There is a book “{book}” already. Choose another id, or go on in that book."


class PastInstant(Fault):
    """An instant was given that may not be: only a reloaded history gives instants, in order, from the book's head up to now."""

    code = "store-past-instant"
    vi = "Mục {count}: thời điểm ghi nhận {given} không dùng được ({why}). Chưa có gì được ghi."
    en = "Item {count}: the instant {given} cannot be used ({why_en}). Nothing was recorded."


class BodyElsewhere(Fault):
    """A body belongs to one book, and this one to another."""

    code = "store-body-elsewhere"
    vi = "Đơn vị “{body}” đã thuộc sổ “{book}”; mỗi đơn vị chỉ thuộc một sổ. Chưa có gì được ghi. Dùng mã khác, hoặc ghi vào sổ đó."
    en = "Body “{body}” belongs to book “{book}”; a body belongs to one book. Nothing was recorded. Use another id, or that book."


class Tampered(Fault):
    """An entry cannot be read, or one is missing: the ledger was changed behind our back."""

    code = "store-tampered"
    vi = (
        "Mục ghi số {number} của sổ “{book}” không đọc được hoặc bị mất: sổ đã bị sửa từ bên ngoài. "
        "Chạy giaoban verify và phục hồi từ bản sao lưu."
    )
    en = (
        "Entry {number} of book “{book}” cannot be read or is missing: the book was changed from outside. "
        "Run giaoban verify and restore a backup."
    )


class NotKept(Fault):
    """What was asked for was never kept here."""

    code = "store-not-kept"
    vi = "Không có nội dung nào được giữ dưới mã “{id}”."
    en = "Nothing is kept under “{id}”."


class WasBlanked(Fault):
    """What was asked for has been blanked, and stays so."""

    code = "store-was-blanked"
    vi = "Nội dung “{id}” đã được xóa trắng theo {decision} và không giữ lại lần nữa."
    en = "“{id}” was blanked by {decision} and is not kept again."
