"""What happens when we are at fault? The whole story goes to a file, the person gets a number to quote."""

from __future__ import annotations

from giaoban import config
from giaoban.cli.door import Door
from giaoban.flow import fault_log


def report(fault: BaseException, *, door: Door) -> None:
    """Log a fault of ours with its traceback, and tell the person the number under which it stands."""
    number = fault_log.number(door.at)
    try:
        path = fault_log.write(fault, number=number, folder=config.load().home / "log")
    except (OSError, config.BadSetting):
        kind = type(fault).__name__
        door.warn(
            f"Lỗi của phần mềm, số {number} ({kind}); không ghi được nhật ký. Báo số này và lệnh vừa chạy cho người phụ trách.",
            f"A fault of the software, number {number} ({kind}); it could not be logged. Report this number and the command.",
        )
        return
    door.warn(
        f"Lỗi của phần mềm, số {number}. Báo số này cho người phụ trách, kèm tệp {path}.",
        f"A fault of the software, number {number}. Report this number, with the file {path}.",
    )
