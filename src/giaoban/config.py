"""What does the operator set? Deployment settings, each with its default and what it is for.

A setting comes from the environment (`GIAOBAN_…`), else from `giaoban.toml` in
the home folder, else it has its default. Only doors read this file; below them
every value is handed in. What can be wrong is said in one sentence, `BadSetting`.
"""

from __future__ import annotations

import os
import secrets
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from platformdirs import user_data_path

FILE = "giaoban.toml"
KEY_FILE = "secret-key"
SCHEMES = ("sqlite:///", "postgresql://", "postgres://")


class BadSetting(ValueError):
    """A setting cannot be used; `sentence` says which, where it stands and what it must be."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.vi, self.en = vi, en

    def sentence(self, language: str = "vi") -> str:
        """Return what is wrong and what to do."""
        return self.vi if language == "vi" else self.en


@dataclass(frozen=True, slots=True)
class Kind:
    """What may stand in a setting: how it is read from text, and how that is said in both languages."""

    read: Callable[[str], Any]
    vi: str
    en: str


def _between(low: int, high: int) -> Kind:
    def read(text: str) -> int:
        if not low <= int(text) <= high:
            raise ValueError(text)
        return int(text)

    return Kind(read, f"một số nguyên từ {low} đến {high}", f"a whole number from {low} to {high}")


def _read_switch(text: str) -> bool:
    return {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}[text.lower()]


def _read_url(text: str) -> str:
    if text and not text.startswith(SCHEMES):
        raise ValueError
    return text


TEXT = Kind(str, "một đoạn chữ", "a text")
FOLDER = Kind(lambda text: Path(text).expanduser().absolute(), "đường dẫn một thư mục", "the path of a folder")
NAMES = Kind(
    lambda text: tuple(name.strip() for name in text.split(",") if name.strip()),
    "các tên cách nhau bằng dấu phẩy",
    "names parted by commas",
)
SWITCH = Kind(_read_switch, "true hoặc false", "true or false")
DATABASE = Kind(_read_url, "một địa chỉ sqlite:///… hoặc postgresql://…", "an address sqlite:///… or postgresql://…")


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that the operator sets (thiết lập).

    Args:
        name: Key in `giaoban.toml`; in the environment `GIAOBAN_` and the name in capitals.
        default: As it would be written; empty where `Config` says what stands in its place.
        also: Further names in the environment, looked at after the first.
        secret: The value never stands in a message.
    """

    name: str
    type: Kind
    default: str
    help: str
    help_en: str
    also: tuple[str, ...] = ()
    secret: bool = False

    @property
    def variables(self) -> tuple[str, ...]:
        """Names in the environment, first wins."""
        return (f"GIAOBAN_{self.name.upper()}", *self.also)


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "home", FOLDER, "",
        "Thư mục giữ cơ sở dữ liệu, khóa bí mật và giaoban.toml; mặc định là thư mục dữ liệu của người dùng. Chỉ đặt bằng biến môi trường.",
        "Folder of the database, the secret key and giaoban.toml; by default the user's data folder. Set in the environment only.",
    ),
    Setting(
        "database_url", DATABASE, "",
        "Cơ sở dữ liệu: sqlite:///tệp hoặc postgresql://người:mật-khẩu@máy/tên; mặc định là giaoban.sqlite3 trong thư mục home.",
        "The database: sqlite:///file or postgresql://user:secret@host/name; by default giaoban.sqlite3 in the home folder.",
        also=("DATABASE_URL",), secret=True,
    ),
    Setting(
        "database_pool", _between(0, 100), "4",
        "Số kết nối PostgreSQL tối đa của mỗi tiến trình; 0 là không dùng chung kết nối.",
        "Connections to PostgreSQL that each process may hold at most; 0 for no pool.",
    ),
    Setting(
        "secret_key", TEXT, "",
        "Khóa ký phiên đăng nhập; để trống thì tự tạo và giữ trong tệp secret-key của thư mục home, chỉ chủ tệp đọc được.",
        "Key that signs sessions; when empty one is made and kept in the file secret-key of the home folder, for its owner only.",
        secret=True,
    ),
    Setting(
        "debug", SWITCH, "false",
        "Hiện chi tiết lỗi trên màn hình; không bao giờ bật trên máy phục vụ.",
        "Show the details of faults on the page; never on a machine that serves.",
    ),
    Setting(
        "hosts", NAMES, "localhost,127.0.0.1,[::1]",
        "Tên máy mà người dùng gõ trên trình duyệt, cách nhau bằng dấu phẩy.",
        "Host names under which people reach it, parted by commas.",
    ),
    Setting(
        "https", SWITCH, "false",
        "Người dùng vào bằng https (qua máy chủ đứng trước): cookie chỉ gửi qua https, địa chỉ http chuyển sang https.",
        "People reach it by https, through a proxy in front: cookies travel by https only, and http is sent on to https.",
    ),
    Setting(
        "hsts_days", _between(0, 730), "0",
        "Số ngày trình duyệt nhớ chỉ dùng https (HSTS); 0 là không đặt. Chỉ đặt khi https đã chạy ổn định.",
        "Days for which browsers remember to use https only (HSTS); 0 for not at all. Set it once https has proved itself.",
    ),
    Setting(
        "proxies", _between(0, 5), "0",
        "Số máy chủ đứng trước (nginx, cân bằng tải) mà địa chỉ người dùng đi qua; để giới hạn số lần đăng nhập sai đúng người.",
        "How many proxies stand in front, so that limits on failed sign-ins count the person and not the proxy.",
    ),
    Setting(
        "upload_mb", _between(1, 500), "25",
        "Dung lượng lớn nhất của một tệp tải lên, tính bằng MB.",
        "Largest file that may be uploaded, in MB.",
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of this deployment, read and checked (cấu hình triển khai); what is secret does not show."""

    home: Path
    database_url: str = field(repr=False)
    database_pool: int
    secret_key: str = field(repr=False)
    debug: bool
    hosts: tuple[str, ...]
    https: bool
    hsts_days: int
    proxies: int
    upload_mb: int


def load(environ: Mapping[str, str] | None = None) -> Config:
    """Return every setting, from the environment, the file or its default; makes and changes nothing on disk.

    Args:
        environ: The environment; None for the process's own.

    Raises:
        BadSetting: A value cannot be read, or the file holds a name that is no setting.
    """
    environ = os.environ if environ is None else environ
    home = _home(environ)
    filed = _read_file(home / FILE)
    read: dict[str, Any] = {setting.name: _value(setting, environ, filed, home) for setting in SETTINGS[1:]}
    read["database_url"] = read["database_url"] or f"sqlite:///{quote((home / 'giaoban.sqlite3').as_posix())}"
    return Config(home=home, **read)


def secret_key(config: Config) -> str:
    """Return the key that signs sessions: the one that was set, else the one kept in the home folder, made when first asked for.

    Raises:
        OSError: The home folder cannot be read or written.
    """
    if config.secret_key:
        return config.secret_key
    path = config.home / KEY_FILE
    if not path.exists():
        config.home.mkdir(mode=0o700, parents=True, exist_ok=True)
        fresh = config.home / f"{KEY_FILE}.{secrets.token_hex(8)}"
        with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(50))
        try:
            path.hardlink_to(fresh)  # whole or not at all, and never over the one that another process has just made
        except FileExistsError:
            pass
        finally:
            fresh.unlink()
    return path.read_text("ascii").strip()


def _home(environ: Mapping[str, str]) -> Path:
    text = environ.get("GIAOBAN_HOME", "")
    return _understand(SETTINGS[0], text, "GIAOBAN_HOME") if text else user_data_path("giaoban", appauthor=False)


def _read_file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        written = tomllib.loads(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as fault:
        raise BadSetting(f"Không đọc được tệp {path}: {fault}. Sửa tệp rồi chạy lại.", f"Cannot read {path}: {fault}. Mend it.") from fault
    if unknown := sorted(set(written) - {setting.name for setting in SETTINGS[1:]}):
        known = ", ".join(setting.name for setting in SETTINGS[1:])
        raise BadSetting(
            f"Tệp {path}: không có thiết lập nào tên là {unknown[0]}. Các tên dùng được: {known}.",
            f"{path}: there is no setting called {unknown[0]}. The names are: {known}.",
        )
    return {name: _as_text(value) for name, value in written.items()}


def _as_text(value: object) -> str:
    if isinstance(value, list):
        return ",".join(map(str, value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(setting: Setting, environ: Mapping[str, str], filed: Mapping[str, str], home: Path) -> Any:
    for name in setting.variables:
        if text := environ.get(name, ""):
            return _understand(setting, text, name)
    if setting.name in filed:
        return _understand(setting, filed[setting.name], f"{home / FILE}: {setting.name}")
    return setting.type.read(setting.default)


def _understand(setting: Setting, text: str, place: str) -> Any:
    try:
        return setting.type.read(text)
    except (ValueError, KeyError) as fault:
        shown = "…" if setting.secret else text
        raise BadSetting(
            f"Thiết lập {place}: “{shown}” không phải là {setting.type.vi}. Sửa lại rồi chạy lại.",
            f"Setting {place}: “{shown}” is not {setting.type.en}. Mend it and start again.",
        ) from (None if setting.secret else fault)
