"""The same measures in SQL: the fastest plan for DuckDB that we could write, prepared, on data in memory.

One statement answers for a body and its parts over a window of whole months: the last word on each cell and the one
before it, sums and levels over time, last year on this year's map (merges, shares by largest remainder, unknown shares),
roll-up, ratios from parts, plans, pace and level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

import duckdb
import numpy as np
import pyarrow as pa
from _world import CHANGE, PLAN, World

from giaoban.catalogue import Direction, OverBodies, OverTime, Window
from giaoban.cube import Columns, Series
from giaoban.engine.bodies import ratio_scale
from giaoban.engine.frame import survey
from giaoban.engine.rules import rules_of
from giaoban.engine.status import accumulates

COLUMNS = (
    "value", "to_date", "state", "tags", "mark", "same", "same_mark", "ratio", "growth", "target", "attainment", "pace", "level",
    "reported", "expected", "partial",
)  # fmt: skip

SQL = """
WITH want AS MATERIALIZED (  -- the bodies asked for on this year's map
  SELECT c FROM body WHERE parent = $body AND since <= $day AND until > $day
), came AS MATERIALIZED (    -- where the ground of each was a year before
  SELECT w.c AS after, coalesce(l.before, w.c) AS before, l.share, l.fraction, coalesce(l.whole, true) AS whole, coalesce(l.place, 0) AS place,
         l.before IS NOT NULL AS moved, coalesce(l.links, 1) AS links
  FROM want w LEFT JOIN link l ON l.after = w.c AND $moves
), cols AS MATERIALIZED (
  SELECT c FROM want UNION SELECT before FROM came
  UNION SELECT c FROM body WHERE parent = $body AND since <= $day_before AND until > $day_before
), cell AS MATERIALIZED (
  SELECT r, c, m // 12 - $origin AS y, m % 12 + 1 AS mo, len, kind = 1 AS na, CASE kind WHEN 0 THEN steps END AS v,
    CASE WHEN kind <> 0 THEN 0 WHEN before_number IS NULL OR (before_unsure = unsure AND before_steps = steps AND before_kind = kind) THEN unsure
         WHEN before_unsure > unsure THEN unsure | 8 ELSE unsure | 24 END::UTINYINT AS t
  FROM (
    SELECT r, c, m, len, last[1].kind AS kind, last[1].steps AS steps, last[1].unsure AS unsure, last[2].number AS before_number,
           last[2].unsure AS before_unsure, last[2].steps AS before_steps, last[2].kind AS before_kind
    FROM (
      SELECT r, c, m, len, arg_max({{'number': number, 'steps': steps, 'unsure': unsure, 'kind': kind}}, number, 2) AS last
      FROM figure
      WHERE (m BETWEEN ($year - $first_year) * 12 AND ($year - $first_year) * 12 + $last - 1
          OR m BETWEEN ($year - $first_year - 1) * 12 AND ($year - $first_year - 1) * 12 + $last - 1)
        AND c IN (SELECT c FROM cols) {upto}
      GROUP BY r, c, m, len
    )
  ) WHERE kind <> 2
), month AS (                -- one row a month: the month's own figure, and the year so far as it was said
  SELECT r, c, y, mo,
    max(v) FILTER (len = 1) AS v1, bool_or(na) FILTER (len = 1) AS na1, bit_or(t) FILTER (len = 1) AS t1,
    max(v) FILTER (len = said) AS vc, bool_or(na) FILTER (len = said) AS nac, bit_or(t) FILTER (len = said) AS tc
  FROM (SELECT *, CASE mo WHEN 1 THEN 1 WHEN 3 THEN 3 WHEN 6 THEN 6 WHEN 12 THEN 12 ELSE 0 END AS said FROM cell)
  GROUP BY r, c, y, mo
), told AS (                 -- one row a cell: what the window and the year so far need
  SELECT r, c, y,
    count(*) FILTER (mo <= $last AND (v1 IS NOT NULL OR na1)) AS n_year, sum(v1) FILTER (mo <= $last) AS s_year,
    count(v1) FILTER (mo <= $last) AS k_year, bit_or(t1) FILTER (mo <= $last AND v1 IS NOT NULL) AS t_year,
    count(*) FILTER (mo < $first AND (v1 IS NOT NULL OR na1)) AS n_start, sum(v1) FILTER (mo < $first) AS s_start,
    count(v1) FILTER (mo < $first) AS k_start, bit_or(t1) FILTER (mo < $first AND v1 IS NOT NULL) AS t_start,
    count(*) FILTER (mo BETWEEN $first AND $last AND (v1 IS NOT NULL OR na1)) AS n_win, sum(v1) FILTER (mo BETWEEN $first AND $last) AS s_win,
    count(v1) FILTER (mo BETWEEN $first AND $last) AS k_win, bit_or(t1) FILTER (mo BETWEEN $first AND $last AND v1 IS NOT NULL) AS t_win,
    max(v1) FILTER (mo = $last) AS level, bool_or(na1) FILTER (mo = $last) AS level_na, bit_or(t1) FILTER (mo = $last) AS level_t,
    max(vc) FILTER (mo = $last) AS c_end, bool_or(nac) FILTER (mo = $last) AS c_end_na, bit_or(tc) FILTER (mo = $last) AS c_end_t,
    max(vc) FILTER (mo = $first - 1) AS c_start, bool_or(nac) FILTER (mo = $first - 1) AS c_start_na,
    bit_or(tc) FILTER (mo = $first - 1) AS c_start_t
  FROM month GROUP BY r, c, y
), so_far AS (
  SELECT told.r, c, y, over_time, additive, n_win, s_win, k_win, t_win, level, level_na, level_t,
    CASE WHEN c_end IS NOT NULL THEN c_end WHEN c_end_na THEN NULL WHEN n_year = $last AND k_year > 0 THEN s_year END AS ytd,
    coalesce(c_end_na OR (c_end IS NULL AND n_year = $last AND k_year = 0), false) AS ytd_na,
    CASE WHEN c_end IS NOT NULL THEN c_end_t WHEN n_year = $last AND k_year > 0 THEN t_year END AS ytd_t,
    CASE WHEN $first = 1 THEN 0 WHEN c_start IS NOT NULL THEN c_start WHEN c_start_na THEN 0 WHEN n_start = $first - 1 THEN coalesce(s_start, 0) END AS start,
    CASE WHEN $first = 1 THEN 0 WHEN c_start IS NOT NULL THEN c_start_t WHEN n_start = $first - 1 THEN t_start END AS start_t,
    ($first = 1 OR coalesce(c_start_na, false) OR (c_start IS NULL AND n_start = $first - 1 AND k_start = 0)) AS start_na,
    n_year, s_year, k_year, t_year
  FROM told JOIN indicator USING (r)
), own AS MATERIALIZED (
  SELECT r, c, y,
    CASE over_time WHEN 'last' THEN level
      WHEN 'mean' THEN CASE WHEN n_win = $last - $first + 1 AND k_win > 0 THEN s_win / k_win END
      ELSE CASE WHEN $first = 1 THEN ytd WHEN n_win = $last - $first + 1 THEN CASE WHEN k_win > 0 THEN s_win END
                WHEN ytd IS NOT NULL AND start IS NOT NULL THEN ytd - start END END::DOUBLE AS v,
    coalesce(CASE over_time WHEN 'last' THEN level_na WHEN 'mean' THEN n_win = $last - $first + 1 AND k_win = 0
      ELSE CASE WHEN $first = 1 THEN ytd_na WHEN n_win = $last - $first + 1 THEN k_win = 0 ELSE ytd_na AND start_na END END, false) AS na,
    coalesce(CASE over_time WHEN 'last' THEN level_t WHEN 'mean' THEN t_win
      ELSE CASE WHEN $first = 1 THEN ytd_t WHEN n_win = $last - $first + 1 THEN t_win ELSE ytd_t | coalesce(start_t, 0) END END, 0) AS t,
    CASE over_time WHEN 'last' THEN level WHEN 'mean' THEN CASE WHEN n_year = $last AND k_year > 0 THEN s_year / k_year END ELSE ytd END::DOUBLE AS d,
    coalesce(CASE over_time WHEN 'last' THEN level_na WHEN 'mean' THEN n_year = $last AND k_year = 0 ELSE ytd_na END, false) AS d_na
  FROM so_far
), grid AS (                -- last year's figures along each way onto this year's map
  SELECT i.r, i.additive, w.after, w.before, w.moved, w.links, w.whole, w.fraction, w.place, f.v, coalesce(f.na, false) AS na, f.t
  FROM came w CROSS JOIN indicator i LEFT JOIN own f ON f.c = w.before AND f.r = i.r AND f.y = -1
  WHERE i.made_of IS NULL
), parted AS (
  SELECT *, CASE WHEN whole THEN v ELSE floor(v * fraction) END AS floored,
    CASE WHEN NOT whole THEN row_number() OVER (PARTITION BY r, before ORDER BY floor(v * fraction) - v * fraction, place) - 1 END AS rank,
    CASE WHEN NOT whole THEN v - sum(floor(v * fraction)) OVER (PARTITION BY r, before) END AS rest
  FROM grid
), same_own AS (
  SELECT r, after AS c, count(v) AS known,
    CASE WHEN any_value(NOT moved OR (links = 1 AND whole)) THEN any_value(v)
         WHEN any_value(additive) AND count(v) > 0 AND count(*) = count(*) FILTER (v IS NOT NULL OR na)
          AND max(CASE WHEN v IS NULL OR whole THEN 0 WHEN fraction IS NULL THEN 2 ELSE 1 END) < 2
         THEN sum(floored + CASE WHEN rank < rest THEN 1 ELSE 0 END) END AS v,
    bool_and(na) AS na,
    CASE WHEN any_value(NOT moved OR (links = 1 AND whole)) THEN 0
         WHEN NOT any_value(additive) THEN CASE WHEN count(v) > 0 THEN 2 ELSE 0 END
         ELSE max(CASE WHEN v IS NULL OR whole THEN 0 WHEN fraction IS NULL THEN 2 ELSE 1 END) END AS mark
  FROM parted GROUP BY r, after
), here AS (
  SELECT i.r, w.c, i.additive, f.v, coalesce(f.na, false) AS na, coalesce(f.t, 0) AS t, f.d, coalesce(f.d_na, false) AS d_na,
         s.v AS s, s.na AS s_na, s.mark AS s_mark
  FROM want w CROSS JOIN indicator i LEFT JOIN own f ON f.c = w.c AND f.r = i.r AND f.y = 0 LEFT JOIN same_own s ON s.c = w.c AND s.r = i.r
  WHERE i.made_of IS NULL
), before_home AS (         -- the whole a year before, from what its parts of then reported
  SELECT i.r, count(f.v) AS known, count(*) FILTER (NOT coalesce(f.na, false)) AS asked, sum(f.v) AS total
  FROM indicator i CROSS JOIN body b LEFT JOIN own f ON f.c = b.c AND f.r = i.r AND f.y = -1
  WHERE b.parent = $body AND b.since <= $day_before AND b.until > $day_before AND i.made_of IS NULL GROUP BY i.r
), whole AS (
  SELECT r, $body AS c, any_value(h.additive) AS additive,
    count(v) AS reported, count(*) FILTER (NOT na) AS asked, sum(v) AS total, bit_or(CASE WHEN v IS NULL THEN 0 ELSE t END) AS t,
    count(d) AS d_known, count(*) FILTER (NOT d_na) AS d_asked, sum(d) AS d_total,
    CASE WHEN any_value(h.additive) THEN any_value(b.known) ELSE count(s) END AS s_known,
    CASE WHEN any_value(h.additive) THEN any_value(b.asked) ELSE count(*) FILTER (NOT s_na) END AS s_asked,
    CASE WHEN any_value(h.additive) THEN any_value(b.total) ELSE sum(s) END AS s_total,
    CASE WHEN any_value(h.additive) THEN 0 ELSE max(CASE WHEN s_na THEN 0 ELSE s_mark END) END AS s_mark
  FROM here h JOIN before_home b USING (r) GROUP BY r
), base AS (
  SELECT r, c, v, na, t, d, d_na, s, s_na, s_mark, CASE WHEN v IS NULL THEN 0 ELSE 1 END AS reported, 1 AS expected, NULL AS partial FROM here
  UNION ALL
  SELECT r, c, CASE WHEN reported = asked AND reported > 0 THEN CASE WHEN additive THEN total ELSE total / reported END END, asked = 0,
    CASE WHEN reported = asked AND reported > 0 THEN t ELSE 0 END,
    CASE WHEN d_known = d_asked AND d_known > 0 THEN CASE WHEN additive THEN d_total ELSE d_total / d_known END END, d_asked = 0,
    CASE WHEN s_known = s_asked AND s_known > 0 AND s_mark < 2 THEN CASE WHEN additive THEN s_total ELSE s_total / s_known END END, s_asked = 0,
    s_mark, CASE WHEN asked = 0 THEN 0 ELSE reported END, CASE WHEN asked = 0 THEN 1 ELSE asked END,
    CASE WHEN additive AND reported > 0 AND reported < asked THEN total END
  FROM whole
), both_kinds AS (
  SELECT * FROM base
  UNION ALL
  SELECT i.r, a.c, CASE WHEN b.v <> 0 THEN a.v / b.v * i.scale END, (a.v IS NULL OR b.v IS NULL OR b.v = 0) AND (a.na OR b.na),
    CASE WHEN a.v IS NOT NULL AND b.v <> 0 THEN a.t | b.t ELSE 0 END,
    CASE WHEN b.d <> 0 THEN a.d / b.d * i.scale END, false, CASE WHEN b.s <> 0 THEN a.s / b.s * i.scale END, false,
    CASE WHEN (a.s IS NOT NULL AND b.s <> 0) OR greatest(a.s_mark, b.s_mark) = 2 THEN greatest(a.s_mark, b.s_mark) ELSE 0 END,
    CASE WHEN a.reported < b.reported THEN a.reported ELSE b.reported END, CASE WHEN a.reported < b.reported THEN a.expected ELSE b.expected END,
    NULL
  FROM indicator i JOIN base a ON a.r = i.made_of JOIN base b ON b.r = i.made_by AND b.c = a.c
), said AS (
  SELECT b.*, v * step / measure AS value, d * step / measure AS to_date, s * step / measure AS same, p.steps * step / measure AS target,
         i.percentage, i.direction, i.weak, i.behind, CASE WHEN i.grows THEN $last / 12.0::DOUBLE ELSE 1.0::DOUBLE END AS asked, step, measure
  FROM both_kinds b JOIN indicator i USING (r) LEFT JOIN plan p ON p.r = b.r AND p.c = b.c AND p.year = $year
), shares AS (
  SELECT *, to_date / nullif(target, 0) AS attainment, CASE WHEN NOT percentage AND same > 0 THEN value / same END AS ratio FROM said
), rounded AS (
  SELECT *, CASE WHEN attainment = 0 THEN 0 ELSE round(attainment, 11 - floor(log10(abs(attainment)))::INT) END AS share FROM shares
)
SELECT r, c, value, to_date,
  CASE WHEN v IS NOT NULL THEN 0 WHEN na THEN 2 WHEN $due AND reported = 0 THEN 3 ELSE 1 END AS state,
  CASE WHEN v IS NULL THEN 0 ELSE t END AS tags, 0 AS mark, same, s_mark AS same_mark, ratio, CASE WHEN percentage THEN value - same ELSE ratio - 1 END AS growth, target, attainment,
  CASE WHEN direction = 'more' THEN attainment / asked END AS pace,
  CASE WHEN share IS NULL OR direction IN ('none', 'band') THEN 0 WHEN direction = 'less' THEN CASE WHEN share <= 1 THEN 4 ELSE 1 END
       WHEN share > 1 THEN 5 WHEN share = 1 THEN 4 WHEN share < weak * asked THEN 1 WHEN share < behind * asked THEN 2 ELSE 3 END AS level,
  reported, expected, partial * step / measure AS partial
FROM rounded
"""  # noqa: E501 -- a table of SQL reads better wide


class Duck:
    """A database in memory with the world's entries, indicators, bodies, links and plans."""

    def __init__(self, world: World, *, told: Iterator[Columns], threads: int) -> None:
        self.world, self.base = world, duckdb.connect(":memory:", config={"threads": threads})
        self.prepared = False
        self.base.execute(
            "CREATE TABLE figure (number INTEGER, r SMALLINT, c SMALLINT, len TINYINT, m SMALLINT, steps BIGINT, "
            "unsure UTINYINT, kind TINYINT)"
        )
        for some in told:
            arrow = pa.table({
                "number": some.number, "r": some.row.astype(np.int16), "c": some.column.astype(np.int16), "len": some.length,
                "m": some.month,
                "steps": some.steps, "unsure": some.unsure, "kind": some.kind,
            })  # fmt: skip
            self.base.register("batch", arrow)
            self.base.execute("INSERT INTO figure SELECT * FROM batch")
            self.base.unregister("batch")
        self._fill("indicator", self._indicators())
        self._fill("body", self._bodies())
        self._fill("link", self._links())
        self._fill("plan", self._plans())

    def _fill(self, name: str, columns: dict[str, Any]) -> None:
        self.base.register("batch", pa.table(columns))
        self.base.execute(f"CREATE TABLE {name} AS SELECT * FROM batch")  # noqa: S608 -- own names
        self.base.unregister("batch")

    def _indicators(self) -> dict[str, Any]:
        world, found = self.world, []
        rules = rules_of(_axes(world), catalogue=world.catalogue)
        for r, series in enumerate(world.series):
            one = world.catalogue.indicators[series.indicator]
            rule = world.catalogue.rule_for(one.id)
            sides = [world.row[Series(id, series.regime)] if id else None for id in (one.numerator, one.denominator)]
            scale = ratio_scale(rules, row=r, above=sides[0], below=sides[1]) if one.numerator else None
            found.append((
                r, {OverTime.SUM: "sum", OverTime.LAST: "last", OverTime.MEAN: "mean"}[one.over_time], one.over_bodies is OverBodies.SUM,
                sides[0], sides[1], scale, float(one.step.factor), float(one.measure.factor), one.is_percentage,
                {Direction.MORE: "more", Direction.LESS: "less", Direction.BAND: "band", Direction.NONE: "none"}[one.direction],
                float(rule.weak_below), float(rule.behind_below), accumulates(one, indicators=world.catalogue.indicators),
            ))  # fmt: skip
        names = (
            "r",
            "over_time",
            "additive",
            "made_of",
            "made_by",
            "scale",
            "step",
            "measure",
            "percentage",
            "direction",
            "weak",
            "behind",
            "grows",
        )
        columns = {name: [row[n] for row in found] for n, name in enumerate(names)}
        whole = {"r", "made_of", "made_by"}
        return {name: pa.array(values, pa.int16() if name in whole else None) for name, values in columns.items()}

    def _bodies(self) -> dict[str, Any]:
        world = self.world
        bodies = [world.catalogue.bodies[id][0] for id in world.bodies]
        return {
            "c": pa.array(range(len(bodies)), pa.int16()),
            "parent": pa.array([world.column.get(one.parent, -1) for one in bodies], pa.int16()),
            "since": [one.since for one in bodies], "until": [one.until or date(9999, 1, 1) for one in bodies],
        }  # fmt: skip

    def _links(self) -> dict[str, Any]:
        steps = survey(self.world.catalogue, column=self.world.column).steps
        links = [(link, len(into)) for step in steps for into in step.arriving.values() for link in into]
        return {
            "before": pa.array([one.before for one, _ in links], pa.int16()),
            "after": pa.array([one.after for one, _ in links], pa.int16()),
            "share": pa.array([one.share("population") for one, _ in links], pa.float64()),
            "fraction": pa.array([None if one.full else one.share("population") for one, _ in links], pa.float64()),
            "whole": [one.full for one, _ in links], "place": [one.place for one, _ in links], "links": [count for _, count in links],
        }  # fmt: skip

    def _plans(self) -> dict[str, Any]:
        found: list[tuple[np.ndarray, ...]] = []
        for year, plans in self.world.plans().items():
            rows, columns = np.nonzero(plans[PLAN].tags)
            found.append(
                (rows.astype(np.int16), columns.astype(np.int16), np.full(len(rows), int(year), np.int16), plans[PLAN].value[rows, columns])
            )
        return {name: np.concatenate([one[n] for one in found]) for n, name in enumerate(("r", "c", "year", "steps"))}

    def ask(self, body: str, *, window: Window, on: date, upto: int | None = None) -> Any:
        """Return the answer as an Arrow table."""
        regime = self.world.catalogue.regimes["giao-ban"]
        day, day_before = regime.days(window).last_day, regime.days(window.year_before()).last_day
        values = {
            "body": self.world.column[body], "day": day, "day_before": day_before, "moves": day_before < CHANGE <= day, "year": window.year,
            "first_year": self.world.first_year, "origin": window.year - self.world.first_year, "first": window.first, "last": window.last,
            "due": on <= regime.due_on(window), "upto": upto if upto is not None else 2**31 - 1,
        }  # fmt: skip
        if not self.prepared:
            typed = {"body": "SMALLINT", "day": "DATE", "day_before": "DATE", "moves": "BOOLEAN", "due": "BOOLEAN"}
            sql = SQL.replace("{upto}", "AND number <= $upto").replace("{{", "{").replace("}}", "}")
            for name in values:
                sql = sql.replace(f"${name} ", f"${name}::{typed.get(name, 'INTEGER')} ")
            self.base.execute(f"PREPARE ask AS {sql}")
            self.prepared = True
        said = ", ".join(f"{name} := {_literal(value)}" for name, value in values.items())
        return self.base.sql(f"EXECUTE ask({said})").to_arrow_table()


def _literal(value: Any) -> str:
    return f"DATE '{value}'" if isinstance(value, date) else str(value)


def _axes(world: World) -> Any:
    from giaoban.cube import Cube

    return Cube(0, (), world.series, world.bodies, world.first_year, world.months, {}, {}, {}, {}, 0, row=world.row, column=world.column)


def arrays(found: Any, *, rows: int, bodies: Sequence[int]) -> dict[str, np.ndarray]:
    """Return the answer as arrays (series, body), NaN where there is nothing."""
    place = np.full(max(bodies) + 1, -1)
    place[list(bodies)] = np.arange(len(bodies))
    r, c = found["r"].to_numpy(), place[found["c"].to_numpy()]
    out = {}
    for name in COLUMNS:
        out[name] = np.full((rows, len(bodies)), np.nan)
        out[name][r, c] = found[name].to_numpy()
    return out
