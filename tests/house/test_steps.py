"""Does every step ask whether one may, and can every step be reached from a door?"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache

from tests.house.source import Page, pages_of

# Steps that ask nobody, each with its reason.
ASK_NOBODY = {
    "access.actor": "it says who asks",
    "opening.open_house": "the database is opened before anybody can be known",
    "users.first_account": "it lets the maker of a database in; there is nobody yet who could allow it",
    "verify.claim": "it reads what a file says, and opens no book",
    "read.read": "it reads a document that was handed in, opens no book and keeps nothing",
    "inbox.fields_of": "it names the fields of a kind of suggestion",
    "moment.instant": "it reads a word",
    "moment.day": "it reads a word",
    "moment.today": "it reads the door's clock",
}
# Steps that no door calls by name, each with its reason.
NO_DOOR = {
    "load.load_case": "load_shipped and load_files end in it; measurements call it with cases of other sizes",
    "users.first_account": "open_house ends in it",
}
MODULES_SHOWN = ("inbox", "moment", "users")  # faces of their own, whose functions are steps too
ASKS = {"access.require", "access.may"}
WRITES = ("store.together", "store.books.append", "store.books.create", "store.books.rebuild", "recording.record")


@cache
def flow() -> dict[str, Page]:
    """Return the files of the room by their names, those of its inner room too."""
    return {page.name: page for page in pages_of("flow") if not page.is_face}


def face() -> Page:
    """Return the face of the room."""
    return next(page for page in pages_of("flow") if page.path == "flow/__init__.py")


@cache
def functions(name: str) -> dict[str, ast.FunctionDef]:
    """Return the functions of a file and the methods of its classes, by name."""
    return {node.name: node for node in ast.walk(flow()[name].tree) if isinstance(node, ast.FunctionDef)}


def shown() -> Iterator[tuple[str, str]]:
    """Yield file and name of every public function that the face shows."""
    for line in face().tree.body:
        if not isinstance(line, ast.ImportFrom) or not (line.module or "").startswith("giaoban.flow"):
            continue
        for name in line.names:
            if line.module == "giaoban.flow" and name.name in MODULES_SHOWN:
                yield from ((name.name, inner) for inner in public(flow()[name.name]))
            elif line.module != "giaoban.flow":
                module = str(line.module).rpartition(".")[2]
                if name.name in public(flow()[module]):
                    yield module, name.name


def public(page: Page) -> list[str]:
    """Return the public functions of a file."""
    return [node.name for node in page.tree.body if isinstance(node, ast.FunctionDef) and not node.name.startswith("_")]


def imported(page: Page) -> dict[str, str]:
    """Return where each name that a file imports from this room comes from: `answer` → `answer.answer`."""
    found: dict[str, str] = {}
    for node in ast.walk(page.tree):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("giaoban.flow"):
            module = str(node.module).rpartition(".")[2]
            for name in node.names:
                found[name.asname or name.name] = name.name if name.name in flow() else f"{module}.{name.name}"
    return found


def calls(name: str, function: str) -> set[str]:
    """Return what a function calls in this room, as `file.function`; a method by its own file where it is known there."""
    page, found = flow()[name], set()
    known = imported(page)
    for node in ast.walk(functions(name)[function]):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name):
            found.add(known.get(node.func.id, f"{name}.{node.func.id}"))
        elif isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name) and node.func.value.id in known:
            found.add(f"{known[node.func.value.id]}.{node.func.attr}")
    return found


def asks(step: str, seen: frozenset[str] = frozenset()) -> bool:
    """Whether a function, as `file.function`, asks access, itself or through what it calls."""
    name, _, function = step.partition(".")
    if step in ASKS:
        return True
    if step in seen or name not in flow() or function not in functions(name):
        return False
    return any(asks(call, seen | {step}) for call in calls(name, function))


def steps() -> list[str]:
    """Return every step as `file.function`."""
    return sorted({f"{name}.{function}" for name, function in shown()})


def test_there_are_steps() -> None:
    """The reading of the face works."""
    assert {"answer.answer", "brief.brief", "load.load_files", "users.open_account", "verify.dump"} <= set(steps())


def test_every_step_asks_whether_one_may() -> None:
    """Or stands in the list, with its reason."""
    silent = {step for step in steps() if not asks(step)}
    assert sorted(silent - set(ASK_NOBODY)) == []
    assert sorted(set(ASK_NOBODY) - silent) == []


def test_a_step_that_asks_nobody_is_seen() -> None:
    """The test above can fail: `_digest` asks nobody, `answer` asks through the desk."""
    assert (asks("load._digest"), asks("answer.answer"), asks("brief.brief")) == (False, True, True)


def test_no_step_writes_before_it_has_asked() -> None:
    """In the order of its lines, a step that asks itself asks first."""
    late = []
    for step in steps():
        name, function = step.split(".")
        lines = {node.lineno: ast.unparse(node.func) for node in ast.walk(functions(name)[function]) if isinstance(node, ast.Call)}
        asked = [line for line, call in lines.items() if call == "access.require"]
        written = [line for line, call in lines.items() if call.startswith(WRITES)]
        if asked and written and min(written) < min(asked):
            late.append(step)
    assert late == []


def test_every_step_can_be_reached_from_a_door() -> None:
    """A command or a page calls it by its name on the face of the room, or the list says why none does."""
    called: set[str] = set()
    for page in pages_of("cli", "web"):
        called |= {ast.unparse(node.func) for node in ast.walk(page.tree) if isinstance(node, ast.Call)}
    unreached = set()
    for step in steps():
        name, function = step.split(".")
        words = f"flow.{name}.{function}" if name in MODULES_SHOWN else f"flow.{function}"
        if words not in called:
            unreached.add(step)
    assert sorted(unreached) == sorted(NO_DOOR)
