"""Who planned what: the province's plan and the council's beside it, adjusted at midyear now and then."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from giaoban.cases.case import CaseFact
from giaoban.cases.tinh_mau.dice import around, below, dice
from giaoban.cases.tinh_mau.figures import WHERE
from giaoban.cases.tinh_mau.habits import Habits
from giaoban.cases.tinh_mau.own import MADE
from giaoban.cases.tinh_mau.place import Place, Role
from giaoban.cases.tinh_mau.reports import start_of
from giaoban.cases.tinh_mau.series import Series
from giaoban.cases.tinh_mau.usual import THOUSAND, Usual, share_in
from giaoban.catalogue.indicator import Direction, OverBodies
from giaoban.ledger.figures import WHOLE, Cell, Target
from giaoban.values import Source

PROVINCE, COUNCIL, WARD = "tinh-giao", "hdnd-giao", "phuong-xa-giao"
ADJUSTED, OF_THE_PROVINCE = 150, 400  # of a thousand series
STRETCH = {PROVINCE: 1005, COUNCIL: 1040, WARD: 1020}
SPRING = 550  # thousandths of the year's plan that the council wants in the first quarter, of what is mostly done by then
MIDYEAR, JULY, AUTUMN, NOVEMBER, DECEMBER = 5, 6, 8, 10, 11  # months from 0
# What has a plan, beside the indicators that carry a phasing; ratios among them.
PLANNED = frozenset({
    "thu-ngan-sach", "thu-ngan-sach-xa", "thu-tien-su-dung-dat", "thue-dat-phi-nong-nghiep", "giai-ngan-dau-tu-cong",
    "tong-gia-tri-san-xuat", "thu-nhap-binh-quan", "doanh-nghiep-thanh-lap-moi", "ho-kinh-doanh-moi", "san-pham-ocop",
    "vi-pham-trat-tu-xay-dung", "ty-le-xu-ly-vi-pham-xay-dung", "tuyen-pho-van-minh", "ty-le-to-dan-pho-van-hoa",
    "ty-le-gia-dinh-van-hoa", "nha-van-hoa-kieu-mau", "khu-dan-cu-kieu-mau", "via-he-chinh-trang", "cay-xanh-trong-moi",
    "ty-le-cay-song", "mo-hinh-nong-nghiep-do-thi", "dien-tich-gieo-trong", "vuon-mau", "duong-be-tong-xi-mang", "ranh-thoat-nuoc",
    "kenh-muong-kien-co", "xi-mang-da-cap", "khoi-luong-chuong-trinh-muc-tieu", "ty-le-tiem-phong-trau-bo", "ty-le-tiem-phong-lon",
    "ty-le-tiem-phong-gia-cam", "giet-mo-tap-trung", "ty-le-co-so-dat-attp", "ty-le-thu-gom-rac", "diem-rac-vo-chu",
    "ty-le-ho-phan-loai-rac", "ty-le-ho-nuoc-sach", "ty-le-gpmb", "ty-le-chi-tra-boi-thuong", "cap-giay-chung-nhan-dat",
    "ty-le-xoa-nha-tam", "ty-le-truong-dat-chuan", "ty-le-bao-hiem-y-te", "ty-le-ho-ngheo", "giai-quyet-viec-lam",
    "ty-le-lao-dong-qua-dao-tao", "ty-le-ho-so-truc-tuyen", "ty-le-ho-so-dung-han", "chi-so-cai-cach-hanh-chinh",
})  # fmt: skip
NUMBERED = "chi-tieu-mau-"  # the numbered indicators of the larger sizes
OF_GROUPS = ("cay-xanh-trong-moi", "duong-be-tong-xi-mang", "diem-rac-da-xu-ly")


@dataclass(frozen=True)
class Plans:
    """All plans of a case.

    Args:
        series: What has figures.
        ratios: What has plans but no figures.
    """

    usual: Usual
    series: Sequence[Series]
    ratios: Sequence[Series]
    habits: Habits

    def month(self, month: int, *, first_year: bool) -> Iterator[CaseFact]:
        """Yield the plans that become known in the month after this one.

        Args:
            first_year: Whether the year after the month is the case's first, whose plans come only in January.
        """
        year, number = divmod(month, 12)
        if number == (DECEMBER if first_year else NOVEMBER):
            at = start_of(month + 1) + timedelta(days=9 if first_year else 19, hours=10)
            yield from self._yearly(year + 1, at, begun=(year + 1) * 12)
        if number == MIDYEAR:
            at = start_of(month + 1) + timedelta(days=14, hours=15)
            yield from self._yearly(year, at, begun=month + 1, fresh=True)
            yield from self._adjusted(year, at, begun=year * 12)
        if number == AUTUMN:
            at = start_of(month + 1) + timedelta(days=9, hours=15)
            yield from self._adjusted(year, at, begun=year * 12 + JULY)

    def _yearly(self, year: int, at: datetime, *, begun: int, fresh: bool = False) -> Iterator[CaseFact]:
        """Yield the first plans of a year for the places that stand when they are made; at midyear for those that are new."""
        for one in (*self.series, *self.ratios):
            for place in self.usual.places:
                stands = place.first <= begun and (place.until is None or place.until > begun)
                if stands and (place.first == begun or not fresh):
                    for authority in self._authorities(one, place, year):
                        yield from self._planned(one, place, year, authority, at)

    def _planned(self, one: Series, place: Place, year: int, authority: str, at: datetime) -> Iterator[CaseFact]:
        steps = self.target(one, place=place, year=year, authority=authority)
        yield self._fact(one, place, str(year), authority, 1, steps, at)
        if one.indicator.phasing and one.indicator.phasing[0] * 2 > 1 and authority == COUNCIL and place.first <= year * 12:
            yield self._fact(one, place, f"{year}-Q1", authority, 1, nice(one, steps=steps * SPRING // THOUSAND), at)

    def _adjusted(self, year: int, at: datetime, *, begun: int) -> Iterator[CaseFact]:
        """Yield second versions for the places that the year's first plans were made for in that month."""
        for one in (*self.series, *self.ratios):
            rng = dice(self.usual.seed, "adjusted", one.id, year)
            if below(rng, count=THOUSAND) >= ADJUSTED:
                continue
            by = 900 + below(rng, count=220)
            for place in self.usual.places:
                planned = place.first == begun or place.first <= begun == year * 12
                stands = place.until is None or place.until > year * 12 + JULY
                if planned and stands and COUNCIL in self._authorities(one, place, year):
                    steps = self.target(one, place=place, year=year, authority=COUNCIL)
                    yield self._fact(one, place, str(year), COUNCIL, 2, capped(one, steps=nice(one, steps=steps * by // THOUSAND)), at)

    def _authorities(self, one: Series, place: Place, year: int) -> tuple[str, ...]:
        """Return who gives the place a plan for the series in the year."""
        indicator = one.indicator
        if indicator.voluntary or indicator.direction is Direction.NONE or not one.applies_to(place, month=year * 12):
            return ()
        planned = one.id in PLANNED or indicator.phasing or one.id.startswith(NUMBERED)
        if not planned or (one.id, place.id) in self.habits.not_applicable:
            return ()
        if place.role is Role.GROUP:
            return (WARD,) if one.id in OF_GROUPS else ()
        if indicator.over_bodies is not OverBodies.RATIO and one.id not in self.habits.duties[place.id]:
            return ()
        if place.role not in (Role.UNIT, Role.WARD):
            return (PROVINCE,) if place.role is Role.CITY else ()
        chosen = below(dice(self.usual.seed, "province", one.id), count=THOUSAND) < OF_THE_PROVINCE or one.money
        return (PROVINCE, COUNCIL) if chosen else (COUNCIL,)

    def target(self, one: Series, *, place: Place, year: int, authority: str) -> int:
        """Return the first version of what the authority plans for the place's year, in steps."""
        rng = dice(self.usual.seed, "plan", one.id, place.id, year, authority)
        stretch = STRETCH[authority] * around(rng, reach=15) // THOUSAND
        stretch = stretch * self.habits.low_plans.get((one.id, place.id, year), THOUSAND) // THOUSAND
        if one.indicator.over_bodies is OverBodies.RATIO:
            usual = self._usual_ratio(one, year)
        else:
            usual = self.usual.of(one, year=year)[place.id] // THOUSAND
        if one.top is not None:
            stretch = THOUSAND + (stretch - THOUSAND) // 3
        if one.indicator.direction is Direction.LESS:
            stretch = 2 * THOUSAND - stretch + 60
        return capped(one, steps=nice(one, steps=usual * stretch // THOUSAND))

    def _usual_ratio(self, one: Series, year: int) -> int:
        part = self.usual.series.get(one.indicator.numerator)
        share = share_in(part, year=year) if part and part.share_of == one.indicator.denominator else 850
        whole = one.top if one.top is not None else one.level
        return whole * share // THOUSAND

    def _fact(self, one: Series, place: Place, period: str, authority: str, version: int, steps: int, at: datetime) -> CaseFact:
        cell = Cell(one.id, self.habits.regime, WHOLE, place.id, period)
        target = Target(cell, authority, version, one.printed(steps), steps, one.visibility)
        return CaseFact(target, source_id(authority, year=int(period[:4]), version=version), one.place, at, "", WHERE)


def nice(one: Series, *, steps: int) -> int:
    """Return the number as plans have it: three figures, and never nothing."""
    grains, scale = max(1, steps // one.grain), 1
    while grains >= 1000 * scale:
        scale *= 10
    return max(1, (grains + scale // 2) // scale) * scale * one.grain


def capped(one: Series, *, steps: int) -> int:
    """Return the number, at most what can be."""
    return steps if one.top is None else min(steps, one.top)


def source_id(authority: str, *, year: int, version: int) -> str:
    """Return the short id of the paper that gives or adjusts the plans of a year."""
    return f"kh-{authority}-{year}-{version}"


def sources(years: Sequence[int]) -> Mapping[str, Source]:
    """Return the papers that give plans."""
    issuers = {PROVINCE: "UBND Tỉnh Mẫu", COUNCIL: "HĐND", WARD: "UBND Phường Mẫu"}
    return {
        source_id(authority, year=year, version=version): Source(
            f"{'Giao' if version == 1 else 'Điều chỉnh'} chỉ tiêu kế hoạch năm {year}", issuer=f"{issuer} ({MADE.lower()})"
        )
        for authority, issuer in issuers.items()
        for year in years
        for version in (1, 2)
    }
