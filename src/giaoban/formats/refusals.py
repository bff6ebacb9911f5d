"""Why can a file not be read, or what of it was left out? Each with a way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from giaoban.values import Problem, Severity

LARGEST = 32 * 1024 * 1024  # bytes of one file
MOST_CHARACTERS = 16_000_000  # of the text in it
MOST_CELLS = 2_000_000  # of one sheet
MOST_PAGES = 500


@dataclass(frozen=True)
class EmptyDocument(Problem):
    """The file holds no text."""

    code: ClassVar[str] = "reading-empty"
    vi: ClassVar[str] = "tệp không có chữ nào."
    en: ClassVar[str] = "the file holds no text."
    way_out_vi: ClassVar[str] = "Kiểm tra lại tệp, hoặc dán văn bản vào ô nhập."
    way_out_en: ClassVar[str] = "Check the file, or paste the text."


@dataclass(frozen=True)
class HugeDocument(Problem):
    """The file is larger than a document is."""

    code: ClassVar[str] = "reading-too-large"
    vi: ClassVar[str] = "tệp lớn quá {most} MB."
    en: ClassVar[str] = "the file is larger than {most} MB."
    way_out_vi: ClassVar[str] = "Tách thành nhiều văn bản, mỗi văn bản một tệp."
    way_out_en: ClassVar[str] = "Split it, one document in one file."

    most: int = LARGEST // 1024 // 1024


@dataclass(frozen=True)
class SwollenDocument(Problem):
    """The file is small but opens into far more than a document holds: a sheet of millions of cells, or a bomb."""

    code: ClassVar[str] = "reading-swollen"
    vi: ClassVar[str] = "tệp mở ra lớn bất thường ({what}); không mở tiếp."
    en: ClassVar[str] = "the file opens into far too much ({what_en}); it was left closed."
    way_out_vi: ClassVar[str] = "Mở bằng Word hoặc Excel, xóa phần thừa (ô trống ở xa, tệp đính kèm), lưu thành tệp mới rồi gửi lại."
    way_out_en: ClassVar[str] = (
        "Open it in Word or Excel, delete what is not needed (far-off cells, attachments), save it anew and send it again."
    )

    what: str
    what_en: str


@dataclass(frozen=True)
class NotThisKind(Problem):
    """The file is not what its name says, or of a kind that nobody reads."""

    code: ClassVar[str] = "reading-not-this-kind"
    vi: ClassVar[str] = "không đọc được: nội dung là {what}."
    en: ClassVar[str] = "it cannot be read: its content is {what_en}."
    way_out_vi: ClassVar[str] = "Lưu lại thành .docx, .xlsx, .pdf có chữ, .html hoặc .txt, hoặc dán phần chữ."
    way_out_en: ClassVar[str] = "Save it as .docx, .xlsx, .pdf with text, .html or .txt, or paste its words."

    what: str
    what_en: str


@dataclass(frozen=True)
class BrokenDocument(Problem):
    """The file is cut off or damaged, or holds what no office program writes."""

    code: ClassVar[str] = "reading-broken"
    vi: ClassVar[str] = "tệp {kind} hỏng hoặc không đúng chuẩn; không đọc được."
    en: ClassVar[str] = "the {kind} file is damaged or malformed; it cannot be read."
    way_out_vi: ClassVar[str] = "Mở bằng chương trình văn phòng, lưu thành tệp mới rồi gửi lại; hoặc xin lại bản gốc."
    way_out_en: ClassVar[str] = "Open it in an office program, save it anew and send it again; or ask for the original."

    kind: str


@dataclass(frozen=True)
class LockedDocument(Problem):
    """The file opens with a password only."""

    code: ClassVar[str] = "reading-password"
    vi: ClassVar[str] = "tệp đặt mật khẩu; không đọc được."
    en: ClassVar[str] = "the file has a password; it cannot be read."
    way_out_vi: ClassVar[str] = "Bỏ mật khẩu (Tệp › Thông tin › Bảo vệ), lưu lại rồi gửi."
    way_out_en: ClassVar[str] = "Take the password off (File › Info › Protect), save and send it again."


@dataclass(frozen=True)
class ScannedDocument(Problem):
    """Every page is a picture: there is no text to read."""

    code: ClassVar[str] = "reading-scanned"
    vi: ClassVar[str] = "tệp PDF chỉ có ảnh chụp ({pages} trang), không có chữ để đọc."
    en: ClassVar[str] = "the PDF holds pictures only ({pages} pages), and no text."
    way_out_vi: ClassVar[str] = "Xin bản Word hoặc PDF xuất từ Word; hoặc nhập tay số liệu."
    way_out_en: ClassVar[str] = "Ask for the Word file or a PDF made from it; or type the figures in."

    pages: int


@dataclass(frozen=True)
class ScannedPages(Problem):
    """Some pages are pictures; the others were read."""

    code: ClassVar[str] = "reading-scanned-pages"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "trang {pages} là ảnh, chưa đọc được; các trang khác đã đọc."
    en: ClassVar[str] = "pages {pages} are pictures and were not read; the others were."
    way_out_vi: ClassVar[str] = "Xin bản Word, hoặc nhập tay số liệu của các trang này."
    way_out_en: ClassVar[str] = "Ask for the Word file, or type in the figures of these pages."

    pages: str
    count: int


@dataclass(frozen=True)
class ReadAs(Problem):
    """The file's content is of another kind than its name says; it was read by its content."""

    code: ClassVar[str] = "reading-read-as"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "tên tệp có đuôi “{suffix}” nhưng nội dung là {what}; đã đọc theo nội dung."
    en: ClassVar[str] = "the name ends in “{suffix}” but the content is {what_en}; it was read by its content."
    way_out_vi: ClassVar[str] = "Kiểm tra đúng tệp cần gửi; nên đổi lại đuôi tệp."
    way_out_en: ClassVar[str] = "Check that it is the file you meant; better to rename it."

    suffix: str
    what: str
    what_en: str


@dataclass(frozen=True)
class MacrosLeftOut(Problem):
    """The file holds macros; they were neither run nor kept apart."""

    code: ClassVar[str] = "reading-macros"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "tệp có macro; đã bỏ qua, không chạy."
    en: ClassVar[str] = "the file holds macros; they were left alone and not run."
    way_out_vi: ClassVar[str] = "Nếu số liệu do macro tính ra, mở tệp, để macro chạy xong, lưu thành .xlsx hoặc .docx rồi gửi lại."
    way_out_en: ClassVar[str] = "If macros compute the figures, open the file, let them finish, save as .xlsx or .docx and send it again."


@dataclass(frozen=True)
class HiddenSheets(Problem):
    """Some sheets are hidden; they were read all the same."""

    code: ClassVar[str] = "reading-hidden-sheets"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "có trang tính ẩn: {names}; không lấy số liệu từ đó."
    en: ClassVar[str] = "there are hidden sheets: {names}; no figures were taken from them."
    way_out_vi: ClassVar[str] = "Nếu cần số liệu ở đó, bỏ ẩn trang tính rồi gửi lại; nếu không, nên xóa trước khi gửi."
    way_out_en: ClassVar[str] = "If its figures are wanted, unhide the sheet and send it again; else better delete it before sending."

    names: str


@dataclass(frozen=True)
class NotComputed(Problem):
    """Some cells hold a formula whose result the program has not stored, or an error."""

    code: ClassVar[str] = "reading-not-computed"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "{count} ô có công thức lỗi hoặc chưa tính ({cells}); coi như chưa có số liệu."
    en: ClassVar[str] = "{count} cells hold a formula in error or not computed ({cells}); they count as absent."
    way_out_vi: ClassVar[str] = "Mở bằng Excel, sửa công thức, để Excel tính lại, lưu rồi gửi lại."
    way_out_en: ClassVar[str] = "Open it in Excel, mend the formulas, let it compute, save and send it again."

    count: int
    cells: str


@dataclass(frozen=True)
class OldLetters(Problem):
    """The text was written in an old Vietnamese font; its letters were turned into Unicode."""

    code: ClassVar[str] = "reading-old-letters"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "văn bản gõ bằng phông {font} cũ; đã chuyển sang Unicode."
    en: ClassVar[str] = "the text was typed in an old {font} font; it was turned into Unicode."
    way_out_vi: ClassVar[str] = "Xem lại vài dòng đầu; nếu chữ sai, chuyển bằng Unikey rồi gửi lại."
    way_out_en: ClassVar[str] = "Look at the first lines; if letters are wrong, convert it with Unikey and send it again."

    font: str


@dataclass(frozen=True)
class TablesNotRead(Problem):
    """The tables of a page could not be taken apart; its text was read."""

    code: ClassVar[str] = "reading-tables-not-read"
    severity: ClassVar[Severity] = Severity.NOTE
    vi: ClassVar[str] = "không tách được bảng ở trang {page}; phần chữ vẫn đọc."
    en: ClassVar[str] = "the tables of page {page} could not be taken apart; its text was read."
    way_out_vi: ClassVar[str] = "Xin bản Word hoặc Excel của bảng này."
    way_out_en: ClassVar[str] = "Ask for the table in Word or Excel."

    page: int
