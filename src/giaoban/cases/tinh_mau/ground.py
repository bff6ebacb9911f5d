"""Which bodies the made case has, and how the ground passed between them; nothing here is a real place.

2019 to 30/6/2025 a city of sixteen, then fifteen units; from 1/7/2025 Phường
Mẫu, made of seven of them whole, and two communes beside it, which share
Xã Mẫu Tây in parts that nobody has published.
"""

from __future__ import annotations

from collections.abc import Iterator

from giaoban.cases.tinh_mau.place import Place, Role, Style, month_of

PROVINCE, CITY, WARD = "tinh-mau", "thanh-pho-mau", "phuong-mau"
EAST, NEW, WEST = "phuong-mau-dong", "xa-mau-tan", "xa-mau-tay"
FIRST, TURNED, MERGED, REFORMED = "2019-01", "2023-01", "2021-01", "2025-07"
GROUPS = 40
KNOWN, MERGER_KNOWN = "2019-01-02T08:10", "2020-12-18T08:00"
REFORM_KNOWN, WARD_KNOWN = "2025-06-18T08:00", "2025-06-28T08:00"
Raw = dict[str, object]

# id, name, kind, code, size in thousandths of an average unit, style, usual days to the report, late in a thousand
UNITS = (
    ("phuong-mau-mot", "Phường Mẫu Một", "phuong", "91001", 1450, Style.PERIOD, 3, 15),
    ("phuong-mau-hai", "Phường Mẫu Hai", "phuong", "91002", 1300, Style.BOTH, 4, 20),
    ("phuong-mau-ba", "Phường Mẫu Ba", "phuong", "91003", 1100, Style.CUMULATIVE, 4, 20),
    ("phuong-mau-bon", "Phường Mẫu Bốn", "phuong", "91004", 900, Style.PERIOD, 5, 30),
    ("phuong-mau-nam", "Phường Mẫu Năm", "phuong", "91005", 1000, Style.PERIOD, 4, 30),
    ("phuong-mau-sau", "Phường Mẫu Sáu", "phuong", "91006", 850, Style.PERIOD, 5, 40),
    ("phuong-mau-bay", "Phường Mẫu Bảy", "phuong", "91007", 1200, Style.CUMULATIVE, 3, 20),
    ("phuong-mau-tam", "Phường Mẫu Tám", "phuong", "91008", 950, Style.PERIOD, 4, 30),
    ("phuong-mau-chin", "Phường Mẫu Chín", "phuong", "91009", 800, Style.PERIOD, 5, 40),
    ("phuong-mau-muoi", "Phường Mẫu Mười", "phuong", "91010", 700, Style.PERIOD, 6, 50),
    ("xa-mau-bac", "Xã Mẫu Bắc", "xa", "91011", 1050, Style.PERIOD, 4, 30),
    ("xa-mau-dong", "Xã Mẫu Đông", "xa", "91012", 900, Style.CUMULATIVE, 6, 40),
    (WEST, "Xã Mẫu Tây", "xa", "91013", 750, Style.PERIOD, 8, 220),
    ("xa-mau-trung", "Xã Mẫu Trung", "xa", "91014", 800, Style.BOTH, 5, 40),
)
BEFORE_THE_MERGER = (
    ("xa-mau-thuong", "Xã Mẫu Thượng", "xa", "91015", 500, Style.PERIOD, 6, 60),
    ("xa-mau-ha", "Xã Mẫu Hạ", "xa", "91016", 450, Style.PERIOD, 6, 60),
)
OF_THE_MERGER = ("xa-mau-hoa", "Xã Mẫu Hòa", "xa", "91015", 950, Style.PERIOD, 5, 40)  # takes over a code: a code is no identity

INTO_THE_WARD = (*(unit[0] for unit in UNITS[:6]), "xa-mau-bac")
INTO_THE_EAST = ("phuong-mau-bay", "phuong-mau-tam", "xa-mau-dong", "xa-mau-hoa")
INTO_THE_NEW = ("phuong-mau-chin", "phuong-mau-muoi", "xa-mau-trung")
# id, name, kind, code (of ground that went elsewhere), heirs of whole units; Xã Mẫu Tây is parted between the last two
HEIRS = (
    (WARD, "Phường Mẫu", "phuong", "91009", INTO_THE_WARD),
    (EAST, "Phường Mẫu Đông", "phuong", "91014", INTO_THE_EAST),
    (NEW, "Xã Mẫu Tân", "xa", "91001", INTO_THE_NEW),
)
# id, name, hierarchy, kind, above it
CITY_ORGANISATIONS = (
    ("thanh-uy-mau", "Thành ủy Mẫu", "party", "dang-uy", "tinh-uy-mau"),
    ("hdnd-thanh-pho-mau", "HĐND Thành phố Mẫu", "state", "hdnd", ""),
    ("ubnd-thanh-pho-mau", "UBND Thành phố Mẫu", "state", "ubnd", "ubnd-tinh-mau"),
)
PROVINCE_ORGANISATIONS = (
    ("tinh-uy-mau", "Tỉnh ủy Mẫu", "party", "dang-uy", ""),
    ("hdnd-tinh-mau", "HĐND Tỉnh Mẫu", "state", "hdnd", ""),
    ("ubnd-tinh-mau", "UBND Tỉnh Mẫu", "state", "ubnd", ""),
)
PARTY, STATE = "dang-uy-phuong-mau", "ubnd-phuong-mau"
WARD_ORGANISATIONS = (
    (PARTY, "Đảng ủy Phường Mẫu", "party", "dang-uy", "tinh-uy-mau"),
    ("van-phong-dang-uy-phuong-mau", "Văn phòng Đảng ủy Phường Mẫu", "party", "van-phong", PARTY),
    ("ban-xay-dung-dang-phuong-mau", "Ban Xây dựng Đảng, Đảng ủy Phường Mẫu", "party", "ban", PARTY),
    ("ubkt-dang-uy-phuong-mau", "Ủy ban Kiểm tra Đảng ủy Phường Mẫu", "party", "ban", PARTY),
    ("hdnd-phuong-mau", "HĐND Phường Mẫu", "state", "hdnd", ""),
    (STATE, "UBND Phường Mẫu", "state", "ubnd", "ubnd-tinh-mau"),
    ("van-phong-hdnd-ubnd-phuong-mau", "Văn phòng HĐND và UBND Phường Mẫu", "state", "van-phong", STATE),
    ("phong-kinh-te-ha-tang-do-thi-phuong-mau", "Phòng Kinh tế, Hạ tầng và Đô thị Phường Mẫu", "state", "phong", STATE),
    ("phong-van-hoa-xa-hoi-phuong-mau", "Phòng Văn hóa - Xã hội Phường Mẫu", "state", "phong", STATE),
    ("trung-tam-hanh-chinh-cong-phuong-mau", "Trung tâm Phục vụ hành chính công Phường Mẫu", "state", "trung-tam", STATE),
    ("ubmttq-phuong-mau", "Ủy ban MTTQ Việt Nam Phường Mẫu", "front", "mat-tran", ""),
    ("cong-an-phuong-mau", "Công an Phường Mẫu", "state", "cong-an", ""),
    ("bch-quan-su-phuong-mau", "Ban Chỉ huy Quân sự Phường Mẫu", "state", "quan-su", ""),
    ("tram-y-te-phuong-mau", "Trạm Y tế Phường Mẫu", "other", "tram-y-te", STATE),
    ("truong-mam-non-mau-mot", "Trường Mầm non Mẫu Một", "other", "truong", STATE),
    ("truong-mam-non-mau-hai", "Trường Mầm non Mẫu Hai", "other", "truong", STATE),
    ("truong-tieu-hoc-mau-mot", "Trường Tiểu học Mẫu Một", "other", "truong", STATE),
    ("truong-tieu-hoc-mau-hai", "Trường Tiểu học Mẫu Hai", "other", "truong", STATE),
    ("truong-thcs-mau", "Trường THCS Mẫu", "other", "truong", STATE),
)  # fmt: skip


def group_id(number: int) -> str:
    """Return the id of a residential group."""
    return f"tdp-{number:02d}-phuong-mau"


def places() -> tuple[Place, ...]:
    """Return every place that reports, those that later ones are made of first."""
    first, merged, reformed = month_of(FIRST), month_of(MERGED), month_of(REFORMED)
    found = [_unit(unit, first, until) for units, until in ((UNITS, reformed), (BEFORE_THE_MERGER, merged)) for unit in units]
    halves = tuple((unit[0], 1000) for unit in BEFORE_THE_MERGER)
    found.append(_unit(OF_THE_MERGER, merged, reformed, members=halves))
    units = tuple((unit[0], 1000) for unit in (*UNITS, OF_THE_MERGER))
    found.append(Place(CITY, "Thành phố Mẫu", Role.CITY, ((0, "thanh-pho"),), first, reformed, 0, units, days=4))
    for id, name, kind, _, whole in HEIRS:
        role, parted = (Role.WARD, ()) if id == WARD else (Role.NEIGHBOUR, ((WEST, 500),))
        members = (*((unit, 1000) for unit in whole), *parted)
        found.append(Place(id, name, role, ((0, kind),), reformed, None, 0, members, days=3 if id == WARD else 12))
    found.extend(_group(number, reformed) for number in range(1, GROUPS + 1))
    return tuple(found)


def _unit(
    unit: tuple[str, str, str, str, int, Style, int, int], first: int, until: int, members: tuple[tuple[str, int], ...] = ()
) -> Place:
    id, name, kind, _, weight, style, days, late = unit
    kinds = ((0, kind), (month_of(TURNED), "phuong")) if id == "xa-mau-bac" else ((0, kind),)
    return Place(id, name, Role.UNIT, kinds, first, until, weight, members, style, days, late)


def _group(number: int, first: int) -> Place:
    style = Style.CUMULATIVE if number % 7 == 0 else Style.PERIOD
    members = ((WARD, share_of_group(number)),)
    return Place(group_id(number), f"Tổ dân phố {number}", Role.GROUP, ((0, "to-dan-pho"),), first, None, 0, members, style, 2, 30)


def share_of_group(number: int) -> int:
    """Return which part of the ward a residential group is, in thousandths; all forty make the whole."""
    return 1000 // GROUPS + (number * 3 % 8 * 2 - 7)


# ---------------------------------------------------------------- definitions, as a file would say them


def areas() -> Iterator[tuple[str, Raw]]:
    """Yield the areas and events with the instant at which each was known.

    Nobody knew in 2019 what would end: a body that ends has a second definition since the month before its end.
    """
    start, end = _day(FIRST), _day(REFORMED)
    yield KNOWN, _area(PROVINCE, "Tỉnh Mẫu", "tinh", "91", "", start, reports="false")
    yield KNOWN, _area(CITY, "Thành phố Mẫu", "thanh-pho", "910", PROVINCE, start)
    for unit in (*UNITS, *BEFORE_THE_MERGER):
        yield KNOWN, _area(*unit[:4], CITY, start)
    for unit in BEFORE_THE_MERGER:
        yield MERGER_KNOWN, _area(*unit[:4], CITY, "2020-12-18", until=_day(MERGED))
    yield MERGER_KNOWN, _area(*OF_THE_MERGER[:4], CITY, _day(MERGED))
    merging = [_edge(unit[0], OF_THE_MERGER[0]) for unit in BEFORE_THE_MERGER]
    yield MERGER_KNOWN, _event("nhap-xa-mau-hoa", "Nhập Xã Mẫu Thượng và Xã Mẫu Hạ thành Xã Mẫu Hòa", MERGED, merging)
    yield "2022-12-20T08:00", _area("xa-mau-bac", "Phường Mẫu Bắc", "phuong", "91011", CITY, _day(TURNED))
    yield REFORM_KNOWN, _area(CITY, "Thành phố Mẫu", "thanh-pho", "910", PROVINCE, "2025-06-18", until=end)
    for id, name, kind, code, *_ in (*UNITS, OF_THE_MERGER):
        now = ("Phường Mẫu Bắc", "phuong") if id == "xa-mau-bac" else (name, kind)
        yield REFORM_KNOWN, _area(id, *now, code, CITY, "2025-06-18", until=end)
    for id, name, kind, code, _ in HEIRS:
        yield REFORM_KNOWN, _area(id, name, kind, code, PROVINCE, end, reports="true" if id == WARD else "false")
    parted = [_edge(WEST, EAST, area="0.6"), _edge(WEST, NEW, area="0.4")]
    whole = [_edge(unit, id) for id, *_, units in HEIRS for unit in units]
    name = "Kết thúc cấp thành phố; lập Phường Mẫu, Phường Mẫu Đông, Xã Mẫu Tân"
    yield REFORM_KNOWN, _event("sap-xep-2025", name, REFORMED, [*whole, *parted])
    for number in range(1, GROUPS + 1):
        yield WARD_KNOWN, _area(group_id(number), f"Tổ dân phố {number}", "to-dan-pho", "", WARD, end)


def organisations() -> Iterator[tuple[str, Raw]]:
    """Yield the organisations with the instant at which each was known."""
    end = _day(REFORMED)
    for known_at, area, since, until, all_of_them in (
        (KNOWN, PROVINCE, _day(FIRST), "", PROVINCE_ORGANISATIONS),
        (KNOWN, CITY, _day(FIRST), "", CITY_ORGANISATIONS),
        (REFORM_KNOWN, CITY, "2025-06-18", end, CITY_ORGANISATIONS),
        (WARD_KNOWN, WARD, end, "", WARD_ORGANISATIONS),
    ):
        for id, name, hierarchy, kind, above in all_of_them:
            raw: Raw = {
                "kind": "body", "id": id, "nature": "organisation", "body_kind": kind, "name": name, "parent": above,
                "of_area": area, "hierarchy": hierarchy, "since": since, "until": until,
            }  # fmt: skip
            yield known_at, {field: said for field, said in raw.items() if said}


def _area(id: str, name: str, kind: str, code: str, parent: str, since: str, *, until: str = "", reports: str = "true") -> Raw:
    raw: Raw = {
        "kind": "body", "id": id, "nature": "area", "body_kind": kind, "name": name, "code": code, "parent": parent,
        "since": since, "until": until, "reports": reports,
    }  # fmt: skip
    return {field: said for field, said in raw.items() if said}


def _event(id: str, name: str, month: str, edges: list[Raw]) -> Raw:
    return {"kind": "event", "id": id, "name": f"{name} (giả định)", "since": _day(month), "edges": edges}


def _edge(before: str, after: str, *, area: str = "") -> Raw:
    if not area:
        return {"from": before, "to": after, "extent": "full"}
    shares: Raw = {"area": area, "population": None, "households": None, "revenue": None}
    return {"from": before, "to": after, "extent": "part", "shares": shares, "note": "Dân số, số hộ, số thu từng phần chưa công bố"}


def _day(month: str) -> str:
    return f"{month}-01"
