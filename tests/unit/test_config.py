"""Settings come from the environment, the file or their defaults, and a bad one is said in a sentence."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from giaoban import config
from giaoban.config import SETTINGS, BadSetting, Config


def loaded(home: Path, **environ: str) -> Config:
    return config.load({"GIAOBAN_HOME": str(home), **environ})


def test_nothing_set_is_a_ward_on_its_own_machine(tmp_path):
    """The database lies in the home folder, and reading settings makes nothing on disk."""
    home = tmp_path / "nhà"
    assert loaded(home) == Config(
        home=home,
        database_url=f"sqlite:///{str(tmp_path).replace(' ', '%20')}/nh%C3%A0/giaoban.sqlite3",
        database_pool=4,
        secret_key="",
        debug=False,
        hosts=("localhost", "127.0.0.1", "[::1]"),
        https=False,
        hsts_days=0,
        proxies=0,
        upload_mb=25,
    )
    assert not home.exists()


def test_the_home_folder_is_the_users_own():
    """Where nothing says otherwise; an empty variable is none."""
    assert config.load({}).home == config.load({"GIAOBAN_HOME": ""}).home
    assert config.load({}).home.name == "giaoban"


def test_the_environment_wins_over_the_file_and_the_file_over_the_default(tmp_path):
    """Texts, numbers, switches and lists may be written as TOML has them."""
    (tmp_path / "giaoban.toml").write_text('upload_mb = 40\ndebug = true\nhosts = ["a.vn", "b.vn"]\ndatabase_pool = 9\n', "utf-8")
    found = loaded(tmp_path, GIAOBAN_UPLOAD_MB="50", GIAOBAN_HOSTS=" c.vn , d.vn,")
    assert (found.upload_mb, found.debug, found.hosts, found.database_pool) == (50, True, ("c.vn", "d.vn"), 9)


def test_the_address_of_the_database_has_two_names(tmp_path):
    """The house's own wins over the one that everybody uses."""
    assert loaded(tmp_path, DATABASE_URL="postgres://a/b").database_url == "postgres://a/b"
    both = {"DATABASE_URL": "postgres://a/b", "GIAOBAN_DATABASE_URL": "postgresql://c/d"}
    assert loaded(tmp_path, **both).database_url == "postgresql://c/d"


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "GIAOBAN_UPLOAD_MB",
            "nhiều",
            "Thiết lập GIAOBAN_UPLOAD_MB: “nhiều” không phải là một số nguyên từ 1 đến 500. Sửa lại rồi chạy lại.",
        ),
        ("GIAOBAN_UPLOAD_MB", "501", "Thiết lập GIAOBAN_UPLOAD_MB: “501” không phải là một số nguyên từ 1 đến 500. Sửa lại rồi chạy lại."),
        ("GIAOBAN_DEBUG", "maybe", "Thiết lập GIAOBAN_DEBUG: “maybe” không phải là true hoặc false. Sửa lại rồi chạy lại."),
        (
            "DATABASE_URL",
            "mysql://chanh:matkhau@db/x",
            "Thiết lập DATABASE_URL: “…” không phải là một địa chỉ sqlite:///… hoặc postgresql://…. Sửa lại rồi chạy lại.",
        ),
    ],
)
def test_a_bad_value_is_one_sentence(tmp_path, name, value, sentence):
    """It names the setting and what it must be, and keeps secrets to itself."""
    with pytest.raises(BadSetting) as refused:
        loaded(tmp_path, **{name: value})
    assert refused.value.sentence() == sentence
    assert refused.value.sentence("en") == str(refused.value)
    assert "matkhau" not in str(refused.value)


def test_secrets_do_not_show_in_a_log(tmp_path):
    """Neither the password of the database nor the key."""
    shown = repr(loaded(tmp_path, DATABASE_URL="postgres://chanh:matkhau@db/x", GIAOBAN_SECRET_KEY="khoabimat"))
    assert "upload_mb=25" in shown
    assert "matkhau" not in shown
    assert "khoabimat" not in shown


def test_a_bad_file_is_named_with_the_place(tmp_path):
    """Whether it is no TOML, sets what is no setting, or holds a bad value."""
    path = tmp_path / "giaoban.toml"
    said = []
    for text in ("upload_mb = ", "upload = 3", "home = 'x'", "upload_mb = 0"):
        path.write_text(text, "utf-8")
        with pytest.raises(BadSetting) as refused:
            loaded(tmp_path)
        said.append(refused.value.sentence("en"))
    assert said[0].startswith(f"Cannot read {path}: ")
    assert said[1].startswith(f"{path}: there is no setting called upload. The names are: database_url, ")
    assert said[2].startswith(f"{path}: there is no setting called home.")
    assert said[3] == f"Setting {path}: upload_mb: “0” is not a whole number from 1 to 500. Mend it and start again."


def test_every_setting_is_documented_and_reaches_the_config():
    """One tuple says all, in both languages."""
    assert [setting.name for setting in SETTINGS] == [field.name for field in fields(Config)]
    assert [setting.name for setting in SETTINGS if not (setting.help.endswith(".") and setting.help_en.endswith("."))] == []


def test_a_key_that_was_set_is_the_key(tmp_path):
    """No file is made."""
    assert config.secret_key(loaded(tmp_path, GIAOBAN_SECRET_KEY="khóa")) == "khóa"
    assert list(tmp_path.iterdir()) == []


def test_a_key_is_made_once_for_its_owner_only(tmp_path):
    """The second asking finds the first one's key, and nothing else is left in the folder."""
    home = tmp_path / "home"
    key = config.secret_key(loaded(home))
    assert config.secret_key(loaded(home)) == key
    assert len(key) > 50
    assert [path.name for path in home.iterdir()] == ["secret-key"]
    if os.name == "posix":
        assert (home / "secret-key").stat().st_mode & 0o777 == 0o600
        assert home.stat().st_mode & 0o777 == 0o700


def test_processes_that_start_at_once_agree_on_the_key(tmp_path):
    """None overwrites another's."""
    script = "from giaoban import config; print(config.secret_key(config.load()))"
    environ = {**os.environ, "GIAOBAN_HOME": str(tmp_path / "home")}
    running = [subprocess.Popen([sys.executable, "-c", script], env=environ, stdout=subprocess.PIPE, text=True) for _ in range(4)]
    assert len({one.communicate()[0] for one in running}) == 1
