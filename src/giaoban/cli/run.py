"""Which command was called, and how does it end? 0 done, 1 problems in the data, 2 refused."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from types import ModuleType

from giaoban import __version__, config, flow
from giaoban.cli import faults, files
from giaoban.cli.arguments import Parser, Say
from giaoban.cli.door import ACCOUNT, Door, language, said_of
from giaoban.flow.load import NotLoaded

COMMANDS = (
    "demo", "load", "export", "board", "ask", "explain", "forecast", "trend", "changes", "brief", "template", "verify", "dump",
    "rebuild", "recompute", "blank", "user", "read", "receive", "inbox", "accept", "reject", "serve", "bench",
)  # fmt: skip
DONE, PROBLEMS, REFUSED = 0, 1, 2
# A board is tens of thousands of small values that all live on: looking through them again and again for what may be
# thrown away takes a third of the time, so the collector is asked to look less often.
COLLECT = (50_000, 20, 100)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Raises:
        SystemExit: The call itself is not right (2), or asks for help (0).
    """
    gc.set_threshold(*COLLECT)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    door = Door(language(os.environ))
    given = list(sys.argv[1:] if argv is None else argv)
    if odd := [one for one in given if not _is_text(one)]:
        name = odd[0].encode("utf-8", "replace").decode()
        door.warn(f"Tham số “{name}” không phải văn bản UTF-8. Gõ lại lệnh.", f"The argument “{name}” is not UTF-8 text. Type it again.")
        return REFUSED
    args = _parser(door.said).parse_args(given)
    door.account, door.quiet = args.account, bool(getattr(args, "json", False))
    return _told(args, door)


def _is_text(argument: str) -> bool:
    """Whether what was typed came as UTF-8; what did not stands in the text as lone surrogates."""
    return not any("\ud800" <= letter <= "\udfff" for letter in argument)


def _told(args: argparse.Namespace, door: Door) -> int:
    """Run the command; whatever stops it is said in a sentence."""
    try:
        code = _run(args.command_module, args, door)
        sys.stdout.flush()
    except NotLoaded as refused:
        door.refuse(refused)
        if door.quiet:
            door.data({"problems": said_of(refused.problems, language=door.language)})
        return PROBLEMS
    except (flow.Refused, flow.Fault) as refused:
        door.refuse(refused)
        return REFUSED
    except config.BadSetting as bad:
        door.warn(bad.sentence("vi"), bad.sentence("en"))
        return REFUSED
    except BrokenPipeError:  # whoever read the output has seen enough
        _let_go_of_output()
        return DONE
    except OSError as fault:
        _let_go_of_output()
        door.warn(*files.words(fault))
        return REFUSED
    except KeyboardInterrupt:
        door.warn("Đã dừng theo yêu cầu; không có gì ghi dở dang.", "Stopped as you asked; nothing was left half-written.")
        return REFUSED
    except Exception as fault:  # noqa: BLE001 -- the last net: a person never reads a traceback
        faults.report(fault, door=door)
        return REFUSED
    return code


def _let_go_of_output() -> None:
    """Send what could not be printed nowhere, so that Python does not try again at its end."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _run(command: ModuleType, args: argparse.Namespace, door: Door) -> int:
    needs = getattr(command, "needs_database", None)
    if needs(args) if needs else getattr(command, "NEEDS_DATABASE", True):
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "giaoban.web.settings")
        flow.open_house(os_user=door.os_user, at=door.at, say=door.warn, home=config.load().home)
    return int(command.run(args, door))


def _parser(say: Say) -> argparse.ArgumentParser:
    title = say("giaoban: từ số liệu đến kết luận và việc đã xong", "giaoban: from figures to conclusions and work done")
    parser = Parser(say=say, prog="giaoban", description=title)
    parser.add_argument("--version", action="version", version=f"giaoban {__version__}", help=say("in số phiên bản", "show the version"))
    account = say("tài khoản thực hiện (mặc định: quan-tri)", "account to act under (default: quan-tri)")
    parser.add_argument("--as", dest="account", default=ACCOUNT, metavar=say("TÀI-KHOẢN", "ACCOUNT"), help=account)
    commands = parser.add_subparsers(dest="command", required=True, title=say("lệnh", "commands"), metavar=say("LỆNH", "COMMAND"))
    for name in COMMANDS:
        module = import_module(f"giaoban.cli.{name}")
        one = commands.add_parser(name, say=say, help=say(*module.HELP), description=say(*module.HELP))
        module.arguments(one, say)
        one.set_defaults(command_module=module)
    return parser
