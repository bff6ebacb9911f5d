"""Size S: Phường Mẫu and the city that it came from, with everything that stands out in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from giaoban.cases.tinh_mau import acts, ground, own, plans, story
from giaoban.cases.tinh_mau.habits import Habits
from giaoban.cases.tinh_mau.history import History, Made
from giaoban.cases.tinh_mau.place import Place, Role, month_of
from giaoban.cases.tinh_mau.reports import Reports
from giaoban.cases.tinh_mau.said import Sayings
from giaoban.cases.tinh_mau.series import Series, all_series
from giaoban.cases.tinh_mau.telling import REGIME, Setting, in_order, judged_in, kinds_of
from giaoban.catalogue.indicator import Indicator, OverBodies, Own
from giaoban.catalogue.loading import Read

LAST = "2026-03"
REVENUE = "thu-ngan-sach"  # of which the city states each quarter how it compares
ESTIMATORS = frozenset({ground.WARD, "phuong-mau-mot", "phuong-mau-hai", "phuong-mau-nam", "phuong-mau-bay", "xa-mau-trung"})
# What the residential groups count, and what of it the ward does not add up beforehand.
OF_GROUPS = frozenset({
    "duong-be-tong-xi-mang", "tai-nan-giao-thong", "cay-xanh-trong-moi", "diem-rac-vo-chu", "diem-rac-da-xu-ly", "ho-phan-loai-rac",
    "nguoi-co-bao-hiem-y-te", "nhan-dan-dong-gop", "ngay-cong-dong-gop", "tre-sinh-ra", "dan-so", "so-ho",
})  # fmt: skip
ROLLED_UP = frozenset({"diem-rac-vo-chu", "diem-rac-da-xu-ly", "ho-phan-loai-rac", "ngay-cong-dong-gop"})
PUBLISHED = frozenset({"thu-ngan-sach", "dan-so", "so-ho", "doanh-nghiep-thanh-lap-moi", "cay-xanh-trong-moi", "tong-gia-tri-san-xuat"})


def made(seed: int, *, starter: Sequence[Read]) -> Made:
    """Return the ward's definitions, sources and facts."""
    cited = {own.RULES: own.rules_source()}
    definitions = tuple(own.defined(raw, known_at=known_at, sources=cited) for known_at, raw in _raw())
    reads = [*starter, *definitions]
    found = setting(seed, reads=reads)
    months = found.reports.months
    years = range(months.start // 12, months.stop // 12 + 1)
    sources = {**cited, **dict(found.reports.sources()), **plans.sources(years), **acts.sources()}
    known = {read.thing.id for read in reads if isinstance(read.thing, Indicator)}
    return Made(definitions, sources, History(months, found.begin, tuple(acts.acts(known))))


def setting(seed: int, *, reads: Iterable[Read]) -> Setting:
    """Return everything that a telling of the ward's case begins with.

    Args:
        reads: All definitions, those of the starter set and those of the case.
    """
    known, places = in_order(reads), ground.places()
    series, ratios = all_series(known)
    late = {(id, month_of(month)): days for (id, month), days in story.LATE.items()}
    months = range(month_of(ground.FIRST), month_of(LAST) + 1)
    return Setting(
        seed=seed,
        places=places,
        series=series,
        ratios=ratios,
        judged=judged_in(known),
        reports=Reports(seed, places, months, True, _numbered(story.SILENT), late, _numbered(story.CERTAIN)),
        habits=_habits(known, places, series),
        sums=_sums(series),
        stories=story.STORIES,
        sayings=Sayings(story.STATED, ((REVENUE, ground.CITY),), story.WITHOUT_BASE, story.WORDS),
    )


def _raw() -> Iterator[tuple[str, dict[str, object]]]:
    yield from ground.areas()
    yield from ground.organisations()
    yield from own.indicators()


def _numbered(pairs: set[tuple[str, str]]) -> frozenset[tuple[str, int]]:
    return frozenset((place, month_of(month)) for place, month in pairs)


def _habits(reads: Sequence[Read], places: Sequence[Place], series: Sequence[Series]) -> Habits:
    years = frozenset(story.ELECTION_YEARS)
    return Habits(
        regime=REGIME,
        kinds=kinds_of(reads),
        duties={place.id: frozenset(one.id for one in series if owes(place, one=one)) for place in places},
        estimators=ESTIMATORS,
        not_applicable=frozenset(story.NOT_APPLICABLE),
        lacking=frozenset(story.LACKING),
        misstated=story.MISSTATED,
        mended=story.MENDED,
        said_again=story.SAID_AGAIN,
        parts_off=story.PARTS_OFF,
        to_a_day=tuple(sorted(story.TO_A_DAY)),
        only_in=dict.fromkeys(sorted(story.ELECTIONS), years),
        low_plans=story.LOW_PLANS,
    )


def owes(place: Place, *, one: Series) -> bool:
    """Whether the place reports the series at all."""
    indicator = one.indicator
    match place.role:
        case Role.CITY:
            return indicator.over_bodies is OverBodies.NONE or indicator.own is Own.PART or not indicator.parts_make_whole
        case Role.WARD:
            return one.id not in ROLLED_UP
        case Role.GROUP:
            return one.id in OF_GROUPS
        case Role.NEIGHBOUR:
            return one.id in PUBLISHED
    return place.role is Role.UNIT


def _sums(series: Sequence[Series]) -> Mapping[str, tuple[str, tuple[str, ...]]]:
    groups = tuple(ground.group_id(number) for number in range(1, ground.GROUPS + 1))
    return {one.id: (ground.WARD, groups) for one in series if one.id in OF_GROUPS and not one.rate}
