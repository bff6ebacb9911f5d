"""`giaoban template`: write the example of an office's own Word template."""

from __future__ import annotations

import argparse
from pathlib import Path

from giaoban import papers
from giaoban.cli import files
from giaoban.cli.arguments import Say
from giaoban.cli.door import Door
from giaoban.flow.publish import UnknownLayout
from giaoban.flow.refusal import listed, near

HELP = ("ghi mẫu Word ví dụ để cơ quan sửa thành mẫu của mình", "write the example Word template, for an office to make its own")
NEEDS_DATABASE = False


def arguments(parser: argparse.ArgumentParser, say: Say) -> None:
    """Add the command's arguments."""
    out = say("tệp .docx sẽ ghi", ".docx file to write")
    parser.add_argument("--out", type=Path, required=True, metavar=say("TỆP", "FILE"), help=out)
    known = ", ".join(one.id for one in papers.layouts())
    parser.add_argument("--layout", default="state", metavar=say("MÃ", "ID"), help=say(f"thể thức: {known}", f"layout: {known}"))


def run(args: argparse.Namespace, door: Door) -> int:
    """Write the file and list the words that it may use."""
    known = {one.id: one for one in papers.layouts()}
    if args.layout not in known:
        raise UnknownLayout(asked=args.layout[:60], near=near(args.layout, among=known), known=listed(known))
    made = papers.example_template(known[args.layout])
    (path,) = files.write({args.out.name: made}, folder=args.out.parent)
    door.say(f"Đã ghi {path}. Các từ dùng được trong mẫu:", f"Wrote {path}. The words that a template may use:")
    for word in papers.TEMPLATE_WORDS:
        print(f"  {word.name:<18} {word.vi}")
    return 0
