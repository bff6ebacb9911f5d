"""Who stands in every journey: the administrator, the city office, ward A's officer, and ward B's, who must see nothing of A's drafts.

The rest of the house is there too: a department, a leader, an auditor. Each has one right in one book.
"""

from __future__ import annotations

from datetime import UTC, datetime

from giaoban import flow

AT = datetime(2026, 4, 10, 2, 0, tzinfo=UTC)  # what the door's clock says
TODAY = flow.moment.today(AT)
ADMINISTRATOR, OFFICE, DEPARTMENT, LEADER, AUDITOR = "quan-tri", "van-phong", "phong-xa-hoi", "lanh-dao", "kiem-tra"
OFFICER_A, OFFICER_B = "can-bo-a", "can-bo-b"
EVERYBODY = (ADMINISTRATOR, OFFICE, DEPARTMENT, OFFICER_A, OFFICER_B, LEADER, AUDITOR)


def open_doors() -> flow.Actor:
    """Open the database as its maker, and return him."""
    flow.open_house(os_user="nguoi-cai-dat", at=AT)
    return at_the_door(ADMINISTRATOR)


def at_the_door(account: str, *, at: datetime = AT) -> flow.Actor:
    """Return who acts under the account."""
    return flow.actor(account, via="cli:kiem-thu", on=flow.moment.today(at))


def standing_roles(book: str, *, ward_a: str, ward_b: str, field: str = "") -> None:
    """Open an account for each of the others.

    Args:
        ward_a, ward_b: Ids of the bodies of the two officers.
        field: Line of work whose restricted figures the department may see; empty for none.
    """
    by = at_the_door(ADMINISTRATOR)
    fields = (field,) if field else ()
    for account, role, body, post, lines in (
        (OFFICE, "office", "", "chuyên viên Văn phòng", ()),
        (DEPARTMENT, "department", "", "chuyên viên phòng", fields),
        (OFFICER_A, "unit_officer", ward_a, "công chức phường A", ()),
        (OFFICER_B, "unit_officer", ward_b, "công chức phường B", ()),
        (LEADER, "leader", "", "chủ tịch", ()),
        (AUDITOR, "auditor", "", "kiểm tra viên", ()),
    ):
        flow.users.open_account(
            account, name=f"Người giữ {account}", role=role, book=book, body=body, post=post, lines=lines, by=by, at=AT, on=TODAY
        )
