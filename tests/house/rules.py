"""The rules of the house, each a function from one file to what offends in it.

An offence is said as "path: what", or "path:name: what" where a function or
class is meant; the part before the sentence is what an exception may name.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from tests.house.source import HOUSE, Page

FILE_LINES = 500
FUNCTION_LINES = 80
FACE_LINES = 40

CLOCKS = {
    "datetime.datetime.now", "datetime.datetime.utcnow", "datetime.datetime.today", "datetime.date.today",
    "time.time", "time.time_ns", "time.localtime", "time.gmtime", "time.ctime",
    "django.utils.timezone.now",
    "django.db.models.functions.Now", "django.db.models.functions.datetime.Now",
}  # fmt: skip
CLOCK_ARGUMENTS = {"auto_now", "auto_now_add"}
SETTINGS = ("os.environ", "os.getenv", "django.conf", "giaoban.config")
TIRED_WORDS = {
    "manager", "service", "helper", "util", "handler", "common", "base", "core", "data", "info", "process",
    "managers", "services", "helpers", "utils", "handlers",
}  # fmt: skip

Offences = Iterator[str]
Function = ast.FunctionDef | ast.AsyncFunctionDef


# ---------------------------------------------------------------- sizes


def long_file(page: Page) -> Offences:
    """Yield the file if it is too long."""
    if page.lines > FILE_LINES:
        yield f"{page.path}: {page.lines} lines, over {FILE_LINES}"


def long_functions(page: Page) -> Offences:
    """Yield each function that is too long, its docstring not counted."""
    for function in functions(page.tree):
        lines = (function.end_lineno or function.lineno) - function.lineno + 1 - docstring_lines(function)
        if lines > FUNCTION_LINES:
            yield f"{page.path}:{function.name}: {lines} lines, over {FUNCTION_LINES}"


def face(page: Page) -> Offences:
    """Yield what a face holds besides imports, `__all__`, `__version__` and tuples in capitals such as KINDS."""
    if not page.is_face:
        return
    if page.lines >= FACE_LINES:
        yield f"{page.path}: a face of {page.lines} lines, not under {FACE_LINES}"
    for line in page.tree.body[bool(ast.get_docstring(page.tree)) :]:
        if not isinstance(line, ast.Import | ast.ImportFrom) and not is_list_of_names(line):
            yield f"{page.path}: a face holds names only, line {line.lineno} does more"


def own_face(page: Page) -> Offences:
    """Yield each import of a file's own face: files inside a package import one another directly."""
    if page.is_face or not page.room:
        return
    package = "giaoban." + page.path.rpartition("/")[0].replace("/", ".")
    for node in ast.walk(page.tree):
        if isinstance(node, ast.ImportFrom) and node.module == package:
            for name in node.names:
                if not is_module(page, name.name):
                    yield f"{page.path}: line {node.lineno} takes {name.name} from its own face"


# ---------------------------------------------------------------- what may not be done below the doors


def clocks(page: Page) -> Offences:
    """Yield each look at a clock: the moment comes from the door."""
    for line, name in dotted_names(page.tree):
        if name in CLOCKS:
            yield f"{page.path}: line {line} looks at the clock ({name})"
    for node in ast.walk(page.tree):
        if isinstance(node, ast.keyword) and node.arg in CLOCK_ARGUMENTS:
            yield f"{page.path}: line {node.lineno} lets the database look at the clock ({node.arg})"


def settings(page: Page) -> Offences:
    """Yield each reading of a setting: it is handed in."""
    for line, name in dotted_names(page.tree):
        if name.startswith(SETTINGS):
            yield f"{page.path}: line {line} reads a setting ({name})"


# ---------------------------------------------------------------- numbers


def floats(page: Page) -> Offences:
    """Yield each call of float(), annotation with float, FloatField and written float.

    A float that is handed to a call by name (`cutoff=0.7`, `timeout=2.5`) is the library's affair and may stand.
    """
    by_name = {id(node.value) for node in ast.walk(page.tree) if isinstance(node, ast.keyword)}
    for node in ast.walk(page.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float":
            yield f"{page.path}: line {node.lineno} makes a float"
        elif isinstance(node, ast.Constant) and isinstance(node.value, float) and id(node) not in by_name:
            yield f"{page.path}: line {node.lineno} writes a float ({node.value})"
        elif isinstance(node, ast.arg | ast.AnnAssign) and "float" in names_in(node.annotation):
            yield f"{page.path}: line {node.lineno} is annotated float"
        elif isinstance(node, Function) and "float" in names_in(node.returns):
            yield f"{page.path}: line {node.lineno} returns float"
        elif isinstance(node, ast.Attribute | ast.Name) and last_name(node) == "FloatField":
            yield f"{page.path}: line {node.lineno} keeps a float"


def rounding_columns(page: Page) -> Offences:
    """Yield each column that a database may round."""
    for node in ast.walk(page.tree):
        if isinstance(node, ast.Attribute | ast.Name) and last_name(node) in {"DecimalField", "FloatField"}:
            yield f"{page.path}: line {node.lineno} is a {last_name(node)}; numbers are printed text and whole steps"


# ---------------------------------------------------------------- names and arguments


def tired_names(page: Page) -> Offences:
    """Yield each file and class named with a word that says nothing."""
    if tired := TIRED_WORDS & set(page.name.split("_")):
        yield f"{page.path}: named {', '.join(sorted(tired))}"
    for node in ast.walk(page.tree):
        if isinstance(node, ast.ClassDef):
            words = {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+", node.name)}
            if tired := TIRED_WORDS & words:
                yield f"{page.path}:{node.name}: named {', '.join(sorted(tired))}"


def positional_arguments(page: Page) -> Offences:
    """Yield each public function that takes more than its first argument by position."""
    for function, is_method in public_functions(page.tree):
        taken = [*function.args.posonlyargs, *function.args.args]
        free = 1 + (is_method and not has_decorator(function, "staticmethod"))
        if len(taken) > free:
            names = ", ".join(argument.arg for argument in taken[free:])
            yield f"{page.path}:{function.name}: takes {names} by position"


def silent_file(page: Page) -> Offences:
    """Yield the file if no docstring says which question it answers."""
    if not ast.get_docstring(page.tree):
        yield f"{page.path}: no docstring"


# ---------------------------------------------------------------- reading a tree


def functions(tree: ast.AST) -> Iterator[Function]:
    """Yield every function, inner ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, Function))


def public_functions(tree: ast.Module) -> Iterator[tuple[Function, bool]]:
    """Yield each public function of the module and of its public classes, and whether it is a method."""
    for node in tree.body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node, False
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for inner in node.body:
                if isinstance(inner, Function) and not inner.name.startswith("_"):
                    yield inner, True


def has_decorator(function: Function, name: str) -> bool:
    """Whether the function bears this decorator."""
    return any(isinstance(mark, ast.Name) and mark.id == name for mark in function.decorator_list)


def docstring_lines(function: Function) -> int:
    """Return how many lines the docstring takes; 0 where there is none."""
    first = function.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str)
    return (first.end_lineno or first.lineno) - first.lineno + 1 if is_docstring else 0


def is_list_of_names(line: ast.stmt) -> bool:
    """Whether the line is `__all__ = […]`, `__version__ = "…"` or a tuple such as `KINDS = (behind, missing)`."""
    if isinstance(line, ast.Assign) and len(line.targets) == 1:
        target: ast.expr = line.targets[0]
    elif isinstance(line, ast.AnnAssign):
        target = line.target
    else:
        return False
    if not isinstance(target, ast.Name):
        return False
    return target.id in {"__all__", "__version__"} or (target.id.isupper() and isinstance(line.value, ast.Tuple))


def is_module(page: Page, name: str) -> bool:
    """Whether the name is a file or package beside the page, and not a name that the face shows."""
    beside = (HOUSE / page.path).parent
    return (beside / f"{name}.py").exists() or (beside / name).is_dir()


def names_in(annotation: ast.expr | None) -> set[str]:
    """Return the plain names of an annotation, quoted ones too."""
    if annotation is None:
        return set()
    found = {node.id for node in ast.walk(annotation) if isinstance(node, ast.Name)}
    for node in ast.walk(annotation):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found |= set(re.findall(r"\w+", node.value))
    return found


def last_name(node: ast.Attribute | ast.Name) -> str:
    """Return the last word of a dotted name."""
    return node.attr if isinstance(node, ast.Attribute) else node.id


def dotted_names(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield line and full name of everything imported or used by a dotted name, whatever it is called here."""
    known: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for name in node.names:
                known[name.asname or name.name.split(".")[0]] = name.name if name.asname else name.name.split(".")[0]
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                known[name.asname or name.name] = f"{node.module}.{name.name}"
                yield node.lineno, f"{node.module}.{name.name}"
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            words, inner = [node.attr], node.value
            while isinstance(inner, ast.Attribute):
                words, inner = [inner.attr, *words], inner.value
            if isinstance(inner, ast.Name) and inner.id in known:
                yield node.lineno, ".".join([known[inner.id], *words])
