"""The pages' words in both languages: gathers what must be translated, and compiles `.po` into `.mo`.

    python -m tests.house.messages

The sources say their words in Vietnamese; `en` turns them into English, and
`vi` turns what Django and allauth say to people into Vietnamese. Neither
needs any tool beside Python.
"""

from __future__ import annotations

import ast
import re
import struct
from pathlib import Path

from django.utils.translation.template import templatize

from tests.house.source import HOUSE

WEB = HOUSE / "web"
LOCALE = WEB / "locale"
LANGUAGES = ("en", "vi")
CALL = re.compile(r"\b(?:n?gettext|_)\(\s*(?:u?'((?:[^'\\]|\\.)*)'|u?\"((?:[^\"\\]|\\.)*)\")(?:\s*,\s*(?:u?'((?:[^'\\]|\\.)*)'))?")
HEAD = "Content-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\nPlural-Forms: nplurals=1; plural=0;\n"


def wanted() -> dict[str, str]:
    """Return every message of the pages, each with a place where it stands."""
    found: dict[str, str] = {}
    for path in sorted(WEB.rglob("*.html")):
        for said in CALL.finditer(templatize(path.read_text("utf-8"))):
            for message in filter(None, said.groups()):
                found.setdefault(ast.literal_eval(f"'{message}'"), path.name)
    for path in sorted(WEB.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "gettext", "gettext_lazy"}:
                first = node.args[0]
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    found.setdefault(first.value, path.name)
    return found


def read(path: Path) -> dict[str, str]:
    """Return the translations of a `.po` file by message; plurals of our two languages have one form."""
    found: dict[str, str] = {}
    empty = {"msgid": "", "msgid_plural": "", "msgstr": ""}
    message, field = dict(empty), ""
    for line in [*path.read_text("utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        keyword, _, rest = line.partition(" ")
        if keyword.startswith("msg"):
            field = "msgstr" if keyword.startswith("msgstr") else keyword
            message[field] = ast.literal_eval(rest)
        elif line.startswith('"'):
            message[field] += ast.literal_eval(line)
        elif not line:
            if message["msgid"] and message["msgstr"]:
                found["\0".join(filter(None, (message["msgid"], message["msgid_plural"])))] = message["msgstr"]
            message = dict(empty)
    return found


def compiled(translations: dict[str, str]) -> bytes:
    """Return the `.mo` file of the translations: the same for the same ones."""
    pairs = sorted((message.encode(), said.encode()) for message, said in ({"": HEAD} | translations).items())
    keys, values = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    start = 28 + 16 * len(pairs)
    table, text = b"", b""
    for strings in (keys, values):
        for one in strings:
            table += struct.pack("<II", len(one), start + len(text))
            text += one + b"\0"
    return struct.pack("<7I", 0x950412DE, 0, len(pairs), 28, 28 + 8 * len(pairs), 0, 0) + table + text


def path_of(language: str, *, ending: str = ".po") -> Path:
    """Return where the words of a language lie."""
    return LOCALE / language / "LC_MESSAGES" / f"django{ending}"


def main() -> None:
    """Compile every language, and name what is not yet translated into English."""
    for language in LANGUAGES:
        path_of(language, ending=".mo").write_bytes(compiled(read(path_of(language))))
    said = read(path_of("en")) if path_of("en").exists() else {}
    for message, place in wanted().items():
        if message not in said:
            print(f'# {place}\nmsgid {quoted(message)}\nmsgstr ""\n')


def quoted(text: str) -> str:
    """Return a text as a `.po` file has it."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
