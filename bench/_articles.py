"""Articles that are made, so that it is known what they state: wordings × things × numbers, the same for the same seed.

Every name, place and number is invented. A wording is a way in which offices
write, and no document's own.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from giaoban.values import vietnamese

PLACES = ("huyện Mẫu Giang", "phường Mẫu An", "xã Mẫu Sơn", "Tỉnh Mẫu", "thị xã Mẫu Hà", "quận Mẫu Đông")
MONEY = (
    "tổng thu ngân sách", "thu nội địa", "chi ngân sách địa phương", "doanh thu du lịch", "tổng mức bán lẻ hàng hóa",
    "giá trị sản xuất công nghiệp", "thu tiền sử dụng đất", "vốn đầu tư toàn xã hội", "giải ngân vốn đầu tư công", "thu thuế và phí",
)  # fmt: skip
DOLLARS = ("kim ngạch xuất khẩu", "tổng kim ngạch xuất, nhập khẩu", "vốn FDI đăng ký", "kim ngạch nhập khẩu")
AREAS = (("diện tích gieo trồng", "ha"), ("sản lượng thủy sản", "tấn"), ("diện tích rừng trồng mới", "ha"), ("sản lượng lúa", "tấn"))
SECTORS = ("khu vực nông, lâm nghiệp và thủy sản", "khu vực công nghiệp - xây dựng", "khu vực dịch vụ", "chỉ số sản xuất công nghiệp")
RATES = ("tỷ lệ hộ nghèo", "tỷ lệ hộ dùng nước sạch", "tỷ lệ bao phủ bảo hiểm y tế", "tỷ lệ lao động qua đào tạo")
COUNTED = (
    ("doanh nghiệp", "thành lập mới"), ("hộ", "thoát nghèo"), ("dự án", "được cấp phép"), ("xã", "đạt chuẩn nông thôn mới"),
    ("hồ sơ", "trễ hạn"), ("lao động", "được giải quyết việc làm"), ("hộ dân", "chưa bàn giao mặt bằng"),
)  # fmt: skip
PEOPLE = ("Nguyễn Văn Mẫu", "Trần Thị Thử", "Lê Thử Nghiệm", "Phạm Văn Giả", "Hoàng Thị Định", "Vũ Mẫu Thử")
ROLES = ("Bí thư Đảng ủy", "Chủ tịch UBND", "Phó Chủ tịch UBND", "Phó Bí thư Thường trực Đảng ủy")
TIMES = (
    ("quý {q}/{y}", "{y}-Q{n}"), ("6 tháng đầu năm {y}", "{y}-H1"), ("9 tháng năm {y}", "{y}-9M"), ("năm {y}", "{y}"),
    ("tháng {m}/{y}", "{y}-{m:02d}"), ("tính đến ngày 20/{m}/{y}", "{y}-{m:02d}-20"),
)  # fmt: skip
BOUNDS = (("", "exact"), ("", "exact"), ("", "exact"), ("hơn ", "over"), ("gần ", "under"), ("khoảng ", "about"), ("ước ", "estimate"))
PLANS = ("kế hoạch năm", "dự toán giao", "so với kế hoạch", "chỉ tiêu nghị quyết", "kế hoạch")
SAME = ("so với cùng kỳ", "so với cùng kỳ năm trước", "so cùng kỳ")
DEADLINES = (
    ("trước ngày 15/{m}/{y}", "{y}-{m:02d}-15"), ("chậm nhất ngày 20/{m}/{y}", "{y}-{m:02d}-20"), ("trong quý IV/{y}", "{y}-Q4"),
    ("trong tháng {m}/{y}", "{y}-{m:02d}"), ("trước 28/{m}", "{y}-{m:02d}-28"),
)  # fmt: skip
PAPERS = (
    ("Quyết định số", "QĐ-UBND", "/{y}/"),
    ("Nghị quyết số", "NQ-HĐND", "/"),
    ("Công văn số", "UBND-KT", "/"),
    ("Chỉ thị số", "CT/TU", "-"),
)


@dataclass
class Article:
    """A text with what it states, in the shape of the evaluation."""

    text: str = ""
    figures: list[dict[str, Any]] = field(default_factory=list)
    deadlines: list[dict[str, Any]] = field(default_factory=list)
    citations: list[dict[str, Any]] = field(default_factory=list)
    people: list[dict[str, Any]] = field(default_factory=list)
    sentences: list[dict[str, Any]] = field(default_factory=list)
    begun: int = 0

    def say(self, words: str) -> Article:
        """Write words that state nothing."""
        self.text += words
        return self

    def figure(self, quote: str, value: Decimal, unit: str, measure: str, *, subject: str, period: str | None, **more: Any) -> Article:
        """Write a figure and note what it says."""
        self.figures.append({
            "quote": quote, "start": len(self.text), "value": float(value), "unit": unit, "measure": measure, "qualifier": "exact",
            "subject": subject, "period": period, **more,
        })  # fmt: skip
        return self.say(quote)

    def note(self, kind: str, quote: str, **said: Any) -> Article:
        """Write a deadline, a citation or a person and note it."""
        getattr(self, kind).append({"quote": quote, "start": len(self.text), **said})
        return self.say(quote)

    def end(self, label: str, *others: str, stop: str = ".", line: bool = False) -> None:
        """Close the sentence."""
        self.say(stop)
        self.sentences.append({"start": self.begun, "end": len(self.text), "label": label, "label_alt": list(others)})
        self.say("\n" if line else " ")
        self.begun = len(self.text)

    def gold(self, id: str) -> dict[str, Any]:
        """Return what the article states."""
        return {
            "id": id, "figures": self.figures, "deadlines": self.deadlines, "citations": self.citations, "people": self.people,
            "sentences": self.sentences,
        }  # fmt: skip


@dataclass(frozen=True)
class Maker:
    """What one article is made from."""

    dice: random.Random
    year: int
    place: str

    def number(self, low: float, high: float, *, places: int = 1) -> tuple[str, Decimal]:
        """Return a number as printed, and its value."""
        value = Decimal(str(round(self.dice.uniform(low, high), places)))
        return vietnamese.write_number(value), value

    def time(self) -> tuple[str, str]:
        """Return words for a time, and its code."""
        words, code = self.dice.choice(TIMES)
        n, m = self.dice.randint(1, 4), self.dice.randint(1, 12)
        fill = {"y": self.year, "m": m, "n": n, "q": ("I", "II", "III", "IV")[n - 1]}
        return words.format(**fill), code.format(**fill)

    def amount(self) -> tuple[str, str, str, Decimal]:
        """Return subject, quote, unit and value of an amount."""
        kind = self.dice.randrange(4)
        if kind == 0:
            printed, value = self.number(5, 900)
            return self.dice.choice(DOLLARS), f"{printed} triệu USD", "USD", value * 10**6
        if kind == 1:
            printed, value = self.number(100, 90000, places=0)
            subject, unit = self.dice.choice(AREAS)
            return subject, f"{printed} {unit}", unit, value
        printed, value = self.number(1, 9000)
        return self.dice.choice(MONEY), f"{printed} {self.dice.choice(('tỷ', 'tỉ'))} đồng", "VND", value * 10**9


def level(article: Article, maker: Maker) -> None:
    """Write a level with what it is compared with, in any order."""
    subject, quote, unit, value = maker.amount()
    words, period = maker.time()
    bound, qualifier = maker.dice.choice(BOUNDS)
    verb = "ước đạt " if bound == "ước " else f"đạt {bound}"
    article.say(f"{words[0].upper()}{words[1:]}, {subject} của {maker.place} {verb}")
    article.figure(quote, value, unit, "level", subject=subject, period=period, qualifier=qualifier)
    parts = maker.dice.sample((_plan, _same, _growth), k=maker.dice.randint(1, 2))
    for at, part in enumerate(parts):
        article.say(" và " if at and maker.dice.random() < 0.4 else ", ")
        part(article, maker, subject, period)
    article.end("achievement", "context")


def _plan(article: Article, maker: Maker, subject: str, period: str) -> None:
    printed, value = maker.number(30, 130)
    article.say(maker.dice.choice(("bằng ", "đạt ")))
    article.figure(f"{printed}% {maker.dice.choice(PLANS)}", value, "%", "pct_of_plan", subject=subject, period=period)


def _same(article: Article, maker: Maker, subject: str, period: str) -> None:
    printed, value = maker.number(80, 180)
    article.say("bằng ").figure(f"{printed}% {maker.dice.choice(SAME)}", value, "%", "pct_of_same_period", subject=subject, period=period)


def _growth(article: Article, maker: Maker, subject: str, period: str) -> None:
    printed, value = maker.number(1, 40)
    article.say("tăng ").figure(
        f"{printed}% {maker.dice.choice(SAME)}", value, "%", "growth_vs_same_period", subject=subject, period=period
    )


def falling(article: Article, maker: Maker) -> None:
    """Write a fall of something wanted."""
    subject, quote, unit, value = maker.amount()
    words, period = maker.time()
    printed, percent = maker.number(2, 60)
    article.say(f"Tuy nhiên, {words}, {subject} chỉ đạt ").figure(quote, value, unit, "level", subject=subject, period=period)
    article.say(", giảm ").figure(
        f"{printed}% {maker.dice.choice(SAME)}", percent, "%", "growth_vs_same_period", subject=subject, period=period, direction="down"
    )
    article.end("shortfall")


def bracketed(article: Article, maker: Maker) -> None:
    """Write a list whose changes stand in brackets."""
    words, period = maker.time()
    article.say(f"Trong {words}, một số lĩnh vực tăng khá so với cùng kỳ, gồm ")
    for at, subject in enumerate(maker.dice.sample(DOLLARS[:1] + MONEY[:6], k=3)):
        printed, value = maker.number(3, 900)
        grown, percent = maker.number(1, 50)
        article.say("; " if at else "").say(f"{subject} ")
        article.figure(f"{printed} tỷ đồng", value * 10**9, "VND", "level", subject=subject, period=period)
        article.say(" (tăng ")
        article.figure(f"{grown}%", percent, "%", "growth_vs_same_period", subject=subject, period=period, measure_alt=["growth_other"])
        article.say(")")
    article.end("achievement")


def sectors(article: Article, maker: Maker) -> None:
    """Write growth by sector, the base said once or never."""
    words, period = maker.time()
    article.say(f"{words[0].upper()}{words[1:]}, ")
    for at, subject in enumerate(maker.dice.sample(SECTORS, k=3)):
        printed, value = maker.number(1, 15, places=2)
        article.say((", ", "; ", " và ")[maker.dice.randrange(3)] if at else "").say(f"{subject} tăng ")
        article.figure(f"{printed}%", value, "%", "growth_other", subject=subject, period=period, measure_alt=["growth_vs_same_period"])
    article.end("achievement")


def rate(article: Article, maker: Maker) -> None:
    """Write a rate with the points by which it changed."""
    subject = maker.dice.choice(RATES)
    words, period = maker.time()
    printed, value = maker.number(1, 99)
    changed, points = maker.number(0.1, 3, places=2)
    is_poor = subject == RATES[0]
    article.say(f"{words[0].upper()}{words[1:]}, {subject} {'giảm còn' if is_poor else 'đạt'} ")
    article.figure(f"{printed}%", value, "%", "share", subject=subject, period=period)
    article.say(f", {'giảm' if is_poor else 'tăng'} ")
    article.figure(f"{changed}% so với đầu năm", points, "%", "change_points", subject=subject, period=period, measure_alt=["growth_other"])
    article.end("achievement")


def counted(article: Article, maker: Maker) -> None:
    """Write how many there are of something, and of how many."""
    noun, which = maker.dice.choice(COUNTED)
    words, period = maker.time()
    whole = maker.dice.randint(20, 400)
    part = maker.dice.randint(2, whole)
    article.say(f"{words[0].upper()}{words[1:]}, {maker.place} có ")
    quote = maker.dice.choice((f"{part}/{whole} {noun}", f"{part} {noun}"))
    article.figure(quote, Decimal(part), noun, "level", subject=f"{noun} {which}", period=period)
    article.say(f" {which}")
    article.end("achievement", "context", "shortfall")


def planned(article: Article, maker: Maker) -> None:
    """Write a rate of a plan whose value stands in a bracket."""
    subject, quote, unit, value = maker.amount()
    words, period = maker.time()
    printed, percent = maker.number(30, 120)
    aim, planned = maker.number(900, 9000, places=0)
    article.say(f"{words[0].upper()}{words[1:]}, {subject} đạt ").figure(quote, value, unit, "level", subject=subject, period=period)
    article.say(", bằng ").figure(f"{printed}% chỉ tiêu tỉnh giao", percent, "%", "pct_of_plan", subject=subject, period=period)
    article.say(" (").figure(
        f"{aim} tỷ đồng", planned * 10**9, "VND", "level", subject="chỉ tiêu tỉnh giao", period=str(maker.year), target=True
    )
    article.say(")").end("achievement", "context")


def obstacle(article: Article, maker: Maker) -> None:
    """Write a cause."""
    article.say(maker.dice.choice((
        "Nguyên nhân chủ yếu là do giá vật liệu tăng cao", "Việc thi công gặp khó khăn do vướng mặt bằng",
        "Khó khăn hiện nay là thiếu kinh phí đối ứng", "Nhiều xã lúng túng vì chưa có hướng dẫn của cấp trên",
    ))).end("bottleneck")  # fmt: skip


def ordered(article: Article, maker: Maker) -> None:
    """Write an order with its deadline."""
    name, role = maker.dice.choice(PEOPLE), f"{maker.dice.choice(ROLES)} {maker.place}"
    due, code = maker.dice.choice(DEADLINES)
    fill = {"y": maker.year, "m": maker.dice.randint(1, 11)}
    if maker.dice.random() < 0.5:
        article.say("Đồng chí ").note("people", name, name=name, role=role).say(f", {role}, yêu cầu ")
    else:
        article.say(f"{role} ").note("people", name, name=name, role=role).say(" giao ")
    article.say(maker.dice.choice(("các phòng, ban", "các đơn vị", "UBND các xã"))).say(
        maker.dice.choice((" hoàn thành việc rà soát ", " báo cáo kết quả ", " khẩn trương hoàn thiện hồ sơ "))
    )
    article.note("deadlines", due.format(**fill), date=code.format(**fill))
    article.end("directive")


def asked(article: Article, maker: Maker) -> None:
    """Write a request."""
    who = maker.dice.choice(("Cử tri", f"UBND {maker.place}", "Các hộ dân", "Phường"))
    verb = maker.dice.choice(("kiến nghị", "đề nghị", "đề xuất"))
    article.say(f"{who} {verb} tỉnh sớm bố trí vốn sửa chữa tuyến đường").end("recommendation")


def cited(article: Article, maker: Maker) -> None:
    """Write a sentence that cites a paper."""
    kind, symbol, between = maker.dice.choice(PAPERS)
    number = f"{maker.dice.randint(1, 3000)}{between.format(y=maker.year)}{symbol}"
    article.say("Nội dung này thực hiện theo ").note("citations", f"{kind} {number}", number=number)
    article.say(f" ngày 5/6/{maker.year} của UBND tỉnh").end("context")


WORDINGS: tuple[Callable[[Article, Maker], None], ...] = (
    level, level, level, falling, bracketed, sectors, rate, counted, planned, obstacle, ordered, asked, cited,
)  # fmt: skip


def articles(count: int, *, seed: int = 7) -> list[Article]:
    """Return so many articles, the same for the same seed."""
    dice = random.Random(seed)  # noqa: S311  an article is no secret
    made = []
    for _ in range(count):
        article = Article()
        maker = Maker(dice, dice.randint(2024, 2031), dice.choice(PLACES))
        article.say(f"Tình hình của {maker.place} năm {maker.year}").end("context", "achievement", stop="", line=True)
        for wording in dice.sample(WORDINGS, k=8):
            wording(article, maker)
        article.text = article.text.rstrip()
        made.append(article)
    return made
