"""Which files does a command read and write? Read whole as UTF-8; written whole or not at all."""

from __future__ import annotations

import errno
import json
import os
import secrets
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from giaoban import flow

LARGEST = 64 * 1024 * 1024
WORDS = {
    errno.ENOENT: ("không có tệp hoặc thư mục này", "there is no such file or folder"),
    errno.EACCES: ("không có quyền đọc hoặc ghi", "it may not be read or written"),
    errno.EPERM: ("không có quyền đọc hoặc ghi", "it may not be read or written"),
    errno.ENOSPC: ("ổ đĩa đã đầy", "the disk is full"),
    errno.EDQUOT: ("đã hết hạn mức ổ đĩa", "the disk quota is used up"),
    errno.EROFS: ("ổ đĩa chỉ cho đọc", "the disk may be read only"),
    errno.EISDIR: ("đây là thư mục, cần một tệp", "it is a folder; a file is needed"),
    errno.ENOTDIR: ("đường dẫn đi qua một tệp, cần thư mục", "the path leads through a file; a folder is needed"),
    errno.EEXIST: ("đã có tệp cùng tên, cần thư mục", "a file has that name; a folder is needed"),
    errno.ENAMETOOLONG: ("tên quá dài", "the name is too long"),
    errno.EFBIG: ("tệp vượt cỡ được phép", "the file grows larger than is allowed"),
    errno.EIO: ("ổ đĩa bị lỗi", "the disk fails"),
}


class NoYaml(flow.Refused):
    """There is nothing to load."""

    code = "no-yaml"
    vi = "Không thấy tệp YAML nào ở “{path}”. Kiểm tra đường dẫn; tệp phải có đuôi .yaml hoặc .yml."
    en = "There is no YAML file at “{path}”. Check the path; files end in .yaml or .yml."


class TooMuch(flow.Refused):
    """The files are larger than one load takes."""

    code = "files-too-large"
    vi = "Các tệp ở “{path}” lớn quá 64 MB. Chia ra nhiều lần nạp."
    en = "The files at “{path}” are larger than 64 MB. Load them in parts."


class NotUtf8(flow.Refused):
    """A file is text in another encoding, or no text."""

    code = "not-utf-8"
    vi = "{path}, dòng {line}: không phải văn bản UTF-8. Lưu lại tệp với bảng mã UTF-8 rồi chạy lại."
    en = "{path}, line {line}: not UTF-8 text. Save the file as UTF-8 and run the command again."


class NotJson(flow.Refused):
    """A file is no JSON."""

    code = "not-json"
    vi = "“{path}” không phải là tệp JSON (dòng {line}). Dùng pack.json do giaoban brief ghi ra."
    en = "“{path}” is no JSON file (line {line}). Use a pack.json that giaoban brief has written."


def words(fault: OSError) -> tuple[str, str]:
    """Return in both languages which file could not be read or written, and why."""
    vi, en = WORDS.get(fault.errno or 0, (os.strerror(fault.errno) if fault.errno else str(fault),) * 2)
    name = f" “{fault.filename}”" if fault.filename else ""
    return (
        f"Không đọc hoặc ghi được{name}: {vi}. Chưa có gì được ghi dở dang.",
        f"Cannot read or write{name}: {en}. Nothing was left half-written.",
    )


def texts(path: Path) -> dict[str, str]:
    """Return the texts of a YAML file, or of all below a folder, by their names under it.

    Raises:
        NoYaml, TooMuch, NotUtf8: They cannot be taken.
        OSError: They cannot be read.
    """
    found = sorted([*path.rglob("*.yaml"), *path.rglob("*.yml")]) if path.is_dir() else [path]
    if not found or not path.exists():
        raise NoYaml(path=path)
    if sum(file.stat().st_size for file in found) > LARGEST:
        raise TooMuch(path=path)
    return {(file.relative_to(path) if path.is_dir() else Path(file.name)).as_posix(): _text(file) for file in found}


def _text(file: Path) -> str:
    content = file.read_bytes()
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise NotUtf8(path=file, line=content.count(b"\n", 0, fault.start) + 1) from fault


def read_whole(path: Path) -> bytes:
    """Return what a file holds.

    Raises:
        TooMuch: It is larger than anything that is read.
        OSError: It cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise TooMuch(path=path)
    return path.read_bytes()


def read_json(path: Path) -> Any:
    """Return what a JSON file holds.

    Raises:
        TooMuch, NotUtf8, NotJson: It holds none.
        OSError: It cannot be read.
    """
    if path.stat().st_size > LARGEST:
        raise TooMuch(path=path)
    try:
        return json.loads(_text(path))
    except json.JSONDecodeError as fault:
        raise NotJson(path=path, line=fault.lineno) from fault
    except RecursionError as fault:
        raise NotJson(path=path, line=1) from fault


def write(contents: Mapping[str, bytes], *, folder: Path) -> list[Path]:
    """Write files into a folder and return their paths: all of them whole, or none.

    Raises:
        OSError: They cannot be written; what was there before is as it was.
    """
    made = not folder.exists()
    folder.mkdir(parents=True, exist_ok=True)
    drafts = {folder / name: folder / f".{name}.{secrets.token_hex(4)}.part" for name in contents}
    try:
        for path, draft in drafts.items():
            draft.write_bytes(contents[path.name])
        for path, draft in drafts.items():
            draft.replace(path)
    except OSError:
        for draft in drafts.values():
            draft.unlink(missing_ok=True)
        if made and not any(folder.iterdir()):
            folder.rmdir()
        raise
    return list(drafts)
