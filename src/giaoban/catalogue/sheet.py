"""What does a YAML file say? Texts, lists and mappings that remember their lines, or what is wrong with the file.

Texts are handed in; nothing is opened here. Every scalar stays the text that
was written ("0.1" is no float, "no" is no boolean); fields read them. What
folds a file upon itself or could not be read back is refused.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, ClassVar

import yaml

from giaoban.catalogue.fields import Fields, Lined
from giaoban.values import Problem, Said, Source, Span

MOST_CHARACTERS = 20_000_000
DEEPEST = 30
LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # the one in C is ten times as quick
ABSENT = ("", "~", "null")  # plain scalars that say nothing
UNREADABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
TOP = ("case", "sources", "people", "definitions", "facts", "recorded", "source")


@dataclass(frozen=True)
class BrokenYaml(Problem):
    """The file is not YAML."""

    code: ClassVar[str] = "broken-yaml"
    vi: ClassVar[str] = "tệp không đúng cú pháp YAML: {said}."
    en: ClassVar[str] = "the file is not valid YAML: {said}."
    way_out_vi: ClassVar[str] = "Sửa dòng này; thường do thụt đầu dòng sai, thiếu dấu “:” hoặc dấu nháy chưa đóng."
    way_out_en: ClassVar[str] = "Mend this line; most often the indent is off, a colon is missing or a quote is open."

    said: str | Said


@dataclass(frozen=True)
class RepeatedField(Problem):
    """One field stands twice in a mapping; the second would silently win."""

    code: ClassVar[str] = "repeated-field"
    vi: ClassVar[str] = "trường “{field}” đứng hai lần trong cùng một mục."
    en: ClassVar[str] = "the field “{field}” stands twice in one mapping."
    way_out_vi: ClassVar[str] = "Giữ lại một dòng."
    way_out_en: ClassVar[str] = "Keep one of the lines."

    field: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One YAML file as read: its name and its top-level fields.

    Args:
        name: Path as the reader should see it in sentences.
        content: Top-level mapping; remembers lines.
    """

    name: str
    content: Mapping[str, Any]

    def fields(self, problems: list[Problem], *, sources: Mapping[str, Source]) -> Fields:
        """Return a reader for the top-level fields."""
        return Fields(self.content, where=Span(self.name), problems=problems, what=Said("tệp", "the file"), sources=sources)


class _Refused(Exception):
    """The file is YAML, but of a kind that is not taken."""

    def __init__(self, line: int, said: Said) -> None:
        self.line, self.said = line, said


def parse(files: Mapping[str, str]) -> tuple[tuple[Sheet, ...], tuple[Problem, ...]]:
    """Return the files as sheets, in order of their names, and what could not be read.

    Args:
        files: Text of each file by its path.
    """
    problems: list[Problem] = []
    sheets = [_parse(name, files[name], problems) for name in sorted(files)]
    return tuple(sheet for sheet in sheets if sheet), tuple(problems)


def _parse(name: str, text: str, problems: list[Problem]) -> Sheet | None:
    try:
        content = _Nodes(name, problems).value(_composed(text))
        if isinstance(content, Mapping):
            sheet = Sheet(name, content)
            top = sheet.fields(problems, sources={})
            top.asked.extend(TOP)
            top.leftover()
            return sheet
        line, said = 1, Said("cần các trường ở cấp ngoài cùng", "fields are needed at the top level")
    except _Refused as fault:
        line, said = fault.line, fault.said
    except yaml.MarkedYAMLError as fault:
        words = str(fault.problem or fault.context)
        mark = fault.problem_mark
        line, said = mark.line + 1 if mark else 1, Said(words, words)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as fault:
        line, said = 1, Said(type(fault).__name__, type(fault).__name__)
    problems.append(BrokenYaml(Span.line(name, number=line), said))
    return None


def _composed(text: str) -> yaml.Node | None:
    """Return the file as nodes; what would not end, or not come back, is refused before they are made."""
    if len(text) > MOST_CHARACTERS:
        raise _Refused(1, Said(f"dài hơn {MOST_CHARACTERS} ký tự", f"longer than {MOST_CHARACTERS} characters"))
    if odd := UNREADABLE.search(text):
        raise _Refused(text.count("\n", 0, odd.start()) + 1, Said("có ký tự điều khiển", "it holds a control character"))
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        line = event.start_mark.line + 1 if event.start_mark else 1
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            raise _Refused(line, Said(f"lồng nhau quá {DEEPEST} tầng", f"nested more than {DEEPEST} deep"))
        if isinstance(event, yaml.AliasEvent):
            raise _Refused(line, Said("không dùng bí danh (*)", "aliases (*) are not taken"))
    found: yaml.Node | None = yaml.compose(text, Loader=LOADER)
    return found


class _Nodes:
    """Turns the nodes of one file into texts, lists and mappings."""

    def __init__(self, file: str, problems: list[Problem]) -> None:
        self.file, self.problems = file, problems

    def value(self, node: yaml.Node | None) -> Any:
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item) for item in node.value]
        if not isinstance(node, yaml.ScalarNode) or (not node.style and node.value in ABSENT):
            return None
        return self.text(node)

    def text(self, node: yaml.ScalarNode) -> str:
        said = str(node.value)
        if UNREADABLE.search(said):
            raise _Refused(node.start_mark.line + 1, Said("có ký tự điều khiển", "it holds a control character"))
        return said

    def mapping(self, node: yaml.MappingNode) -> Lined:
        found = Lined()
        found.line, found.lines = node.start_mark.line + 1, {}
        for key_node, value_node in node.value:
            line = key_node.start_mark.line + 1
            if not isinstance(key_node, yaml.ScalarNode):
                raise _Refused(line, Said("tên trường phải là chữ", "the name of a field must be a word"))
            key = self.text(key_node)
            if key in found:
                self.problems.append(RepeatedField(Span.line(self.file, number=line), key))
            found.lines[key] = line
            found[key] = self.value(value_node)
        return found


class _Dumper(yaml.emitter.Emitter, yaml.serializer.Serializer, yaml.representer.SafeRepresenter, yaml.resolver.BaseResolver):
    """Writes every scalar as the text it is: quoted only where it would else say something else."""

    def __init__(self, stream: Any, **_options: Any) -> None:
        yaml.emitter.Emitter.__init__(self, stream, width=110, allow_unicode=True)
        yaml.serializer.Serializer.__init__(self)
        yaml.representer.SafeRepresenter.__init__(self, default_flow_style=False, sort_keys=False)
        yaml.resolver.BaseResolver.__init__(self)

    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _text(dumper: _Dumper, said: str) -> yaml.Node:
    if UNREADABLE.search(said):
        raise ValueError(f"{said!r} holds what no file may hold")
    return dumper.represent_scalar("tag:yaml.org,2002:str", said, style="'" if said in ABSENT else None)


def _nothing(dumper: _Dumper, _: None) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", "null")


_Dumper.add_representer(str, _text)
_Dumper.add_representer(type(None), _nothing)
_Dumper.add_representer(Lined, _Dumper.represent_dict)


def write(content: Mapping[str, Any]) -> str:
    """Return the mapping as YAML that `parse` reads back to the same.

    Raises:
        ValueError: A text holds a control character or half a surrogate pair.
    """
    return str(yaml.dump(dict(content), Dumper=_Dumper))
