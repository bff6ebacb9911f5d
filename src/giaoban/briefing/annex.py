"""What does the annex to the chair say? Which units stand where, by name: groups in the order of their names, never a rank.

Naming units is the chair's decision, so this annex is made only where it is
asked for. Voluntary contributions are not judged and stand in the table alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from giaoban.briefing.blocks import Block, Column, Grid, Heading, NewPage, Paragraph, Point
from giaoban.briefing.cells import ABSENT, STATES
from giaoban.briefing.charts import units_picture
from giaoban.briefing.pack import Pack
from giaoban.briefing.table import in_groups
from giaoban.engine import Level, Row
from giaoban.findings import behind
from giaoban.findings.finding import amount, name_of
from giaoban.ledger.figures import WHOLE
from giaoban.values import vietnamese

TITLE = "PHỤ LỤC GỬI NGƯỜI CHỦ TRÌ: KẾT QUẢ CỦA TỪNG ĐƠN VỊ"
GROUPS = (
    ("Đạt, vượt kế hoạch", (Level.EXCEEDED, Level.REACHED)), ("Đúng tiến độ", (Level.ON_PACE,)), ("Chậm tiến độ", (Level.BEHIND,)),
    ("Đạt thấp", (Level.WEAK,)),
)  # fmt: skip
WIDE = 10  # units that stand side by side on one page
DRAWN, MOST_BARS = 3, 60  # indicators whose units are drawn as bars, and bars that a page can show


def parts_of(pack: Pack) -> list[Row]:
    """Return the rows of the body's parts, of all boards, in the order of the indicators."""
    return [row for board in pack.boards for row in in_groups(board.rows, legend=pack.legend) if row.body != board.body]


def annex_blocks(pack: Pack) -> list[Block]:
    """Return the annex: the late indicators by groups of units, bars of the latest, then every figure of every unit."""
    rows = parts_of(pack)
    if not rows:
        return [NewPage(landscape=True), Heading(TITLE), Paragraph("Không có đơn vị trực thuộc nào trong kỳ.")]
    late = _late_first(pack, rows)
    drawn = [picture for picture in (_bars(pack, _of(rows, series)) for series in late[:DRAWN]) if picture]
    groups = [block for series in late for block in _groups(_of(rows, series))]
    quiet: list[Block] = [Paragraph("Không có chỉ tiêu nào mà đơn vị bị đánh giá là đạt thấp hoặc chậm tiến độ.")]
    return [NewPage(landscape=True), Heading(TITLE), *(groups or quiet), *drawn, *matrix_blocks(pack, rows=rows)]


def _late_first(pack: Pack, rows: Sequence[Row]) -> list[str]:
    """Return the indicators in which a unit is weak or behind, in the order of the findings."""
    order = dict.fromkeys(one.series.indicator for one in pack.findings if one.kind == behind.KIND)
    late = {row.series.indicator for row in rows if row.status.level in behind.WEIGHTS}
    return [indicator for indicator in order if indicator in late and indicator not in pack.legend.voluntary]


def _of(rows: Sequence[Row], indicator: str) -> list[Row]:
    return [row for row in rows if row.series.indicator == indicator and row.series.part == WHOLE]


def _bars(pack: Pack, rows: Sequence[Row]) -> Block | None:
    """Return the bars of an indicator's units; of more than a page can show there are none."""
    return units_picture(rows, period=pack.board.period_words) if len(rows) <= MOST_BARS else None


def _groups(rows: Sequence[Row]) -> Iterator[Block]:
    """Yield an indicator's units by how they stand, each group in the order of its names."""
    yield Paragraph(f"{name_of(rows[0])}:")
    for words, levels in GROUPS:
        names = _names(row for row in rows if row.status.level in levels)
        if names:
            yield Point(f"{words} ({len(names)} đơn vị): {', '.join(names)}.")
    lacking = _names(row for row in rows if row.status.level is Level.NONE and row.state in ("absent", "not_due"))
    if lacking:
        yield Point(f"Chưa có số liệu ({len(lacking)} đơn vị): {', '.join(lacking)}.")


def _names(rows: Iterator[Row]) -> list[str]:
    return sorted((row.body_name for row in rows), key=vietnamese.sort_key)


def matrix_blocks(pack: Pack, *, rows: Sequence[Row]) -> list[Block]:
    """Return every known figure of every unit: indicators down, units across, as many to a table as a page takes."""
    units = sorted({(row.body, row.body_name) for row in rows}, key=lambda unit: (vietnamese.sort_key(unit[1]), unit[0]))
    told = {(row.series, row.body): row for row in rows}
    known = [row for row in rows if row.value is not None]
    place = {row.series: at for at, row in enumerate(in_groups(pack.own(), legend=pack.legend))}
    series = sorted(dict.fromkeys(row.series for row in known), key=lambda one: place.get(one, len(place)))
    first = {row.series: row for row in reversed(known)}
    of_all = f"Số liệu {pack.board.period_words} của {len(units)} đơn vị"
    blocks: list[Block] = []
    for start in range(0, len(units), WIDE):
        shown = units[start : start + WIDE]
        columns = (Column("Chỉ tiêu", least=16), Column("ĐVT", least=5), *(Column(name, right=True) for _, name in shown))
        cells = tuple((first[one].name, first[one].measure, *(cell_of(told.get((one, body))) for body, _ in shown)) for one in series)
        part = f" ({start // WIDE + 1}/{-(-len(units) // WIDE)})" if len(units) > WIDE else ""
        blocks.append(Grid(columns, cells, empty="Chưa có số liệu nào của các đơn vị.", caption=of_all + part))
    return blocks


def cell_of(row: Row | None) -> str:
    """Return the figure of a unit as a table of units shows it."""
    if row is None:
        return ""
    return STATES.get(row.state, ABSENT) if row.value is None else amount(row.value)
