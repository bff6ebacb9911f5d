"""What may be written between `{{ }}` and `{% %}`? A few words, loops over what is given, and conditions; nothing is ever called.

The walls are two: each text is judged as a tree before it is compiled, and what
is compiled runs in the strictest sandbox that the library has.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import jinja2
from jinja2 import nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from giaoban.papers.template_wall import PLACE, BadTemplate, ForbiddenWord
from giaoban.papers.template_words import FIELDS, LISTS, WORDS
from giaoban.values import Problem

FILTERS = frozenset({"upper", "lower", "trim", "capitalize", "title"})
LOOP = frozenset({"index", "first", "last", "length"})
KNOWN = frozenset(word.name for word in WORDS)
PLAIN = (
    nodes.Output,
    nodes.TemplateData,
    nodes.Const,
    nodes.If,
    nodes.CondExpr,
    nodes.And,
    nodes.Or,
    nodes.Not,
    nodes.Compare,
    nodes.Operand,
)
DEEPEST = 3  # loops within loops


class WalledEnvironment(ImmutableSandboxedEnvironment):
    """An environment in which a text may use the listed words and no others (môi trường kín)."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=jinja2.StrictUndefined, cache_size=0)
        self.globals.clear()
        self.tests.clear()
        for name in [name for name in self.filters if name not in FILTERS]:
            del self.filters[name]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return the tree of a text, once it is judged: every way to compile a text leads through here.

        Raises:
            BadTemplate: It asks for more than it may.
        """
        tree = super()._parse(source, name, filename)
        problems = tuple(dict.fromkeys(judged(tree)))
        if problems:
            raise BadTemplate(problems)
        return tree


def judged(tree: nodes.Template) -> Iterator[Problem]:
    """Yield everything in a tree that a template may not use."""
    for child in tree.body:
        yield from _judged(child, {}, 0)


def _judged(node: nodes.Node, bound: Mapping[str, str], depth: int) -> Iterator[Problem]:
    """Yield what is not allowed at and below a node.

    Args:
        bound: Names that loops have given so far, each with the list that it goes through.
        depth: Loops around the node.
    """
    match node:
        case nodes.For():
            yield from _loop(node, bound, depth)
            return
        case nodes.Name(name=name):
            if name not in KNOWN and name not in bound:
                yield _forbidden(name)
        case nodes.Getattr(node=nodes.Name(name=owner), attr=attr):
            if not (owner in bound and attr in (LOOP if owner == "loop" else FIELDS)):
                yield _forbidden(f"{owner}.{attr}")
            return
        case nodes.Filter(name=name):
            if name not in FILTERS or node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
                yield _forbidden(f"| {name}")
        case _ if not isinstance(node, PLAIN):
            yield _forbidden(_words(node))
            return
    for child in node.iter_child_nodes():
        yield from _judged(child, bound, depth)


def _loop(node: nodes.For, bound: Mapping[str, str], depth: int) -> Iterator[Problem]:
    """Yield what is wrong with a loop: it goes through a listed list once, an inner one through a field of the outer's item.

    So that no template can make more of a pack than a few times its own size.
    """
    source = node.iter
    if isinstance(source, nodes.Name):
        allowed, through = source.name in LISTS and source.name in KNOWN and depth == 0, source.name
    elif isinstance(source, nodes.Getattr) and isinstance(source.node, nodes.Name):
        allowed, through = source.attr in LISTS and source.node.name in bound, source.attr
    else:
        allowed, through = False, _words(source)
    if not allowed or node.recursive or depth >= DEEPEST or not isinstance(node.target, nodes.Name) or node.test is not None:
        yield _forbidden(f"for … in {through}")
        return
    inner = {**bound, node.target.name: through, "loop": through}
    for child in (*node.body, *node.else_):
        yield from _judged(child, inner, depth + 1)


def _words(node: nodes.Node) -> str:
    """Return what a part of a tree is called, for the person who wrote it."""
    name = getattr(node, "name", None) or getattr(node, "attr", None)
    return f"{type(node).__name__.lower()}{f' {name}' if isinstance(name, str) else ''}"


def _forbidden(what: str) -> Problem:
    return ForbiddenWord(PLACE, what[:80], ", ".join(word.name for word in WORDS))


def words_of(fault: jinja2.TemplateError) -> Any:
    """Return what the library says of a text that it cannot read."""
    return (fault.message or type(fault).__name__)[:120]
