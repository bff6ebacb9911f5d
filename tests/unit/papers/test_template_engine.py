"""May a text between braces do anything but say the listed words, go through the listed lists, and ask whether they say something?"""

from __future__ import annotations

from typing import Any

import jinja2
import pytest

from giaoban.papers.template_engine import WalledEnvironment, words_of
from giaoban.papers.template_wall import BadTemplate

SAID: dict[str, Any] = {
    "ten_loai": "BÁO <CÁO>",
    "ngay_hop": "",
    "noi_nhan": ["- A;", "- B."],
    "cac_phan": [{"ten": "I", "cac_doan": ["một", "hai"]}, {"ten": "II", "cac_doan": []}],
}


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("{{ ten_loai }}", "BÁO &lt;CÁO&gt;"),
        ("{{ ten_loai | lower | trim }}", "báo &lt;cáo&gt;"),
        ("{% if ngay_hop %}có{% else %}không{% endif %}", "không"),
        ("{% if ten_loai and not ngay_hop or ngay_hop == 'x' %}1{% endif %}", "1"),
        ("{{ ngay_hop if ngay_hop else 'chưa định' }}", "chưa định"),
        ("{% for dong in noi_nhan %}{{ loop.index }}{{ dong }}{% if loop.last %}!{% endif %}{% endfor %}", "1- A;2- B.!"),
        ("{% for p in cac_phan %}{{ p.ten }}:{% for d in p.cac_doan %}{{ d }} {% else %}–{% endfor %}{% endfor %}", "I:một hai II:–"),
        ("{# ghi chú #}chữ", "chữ"),
    ],
)
def test_what_a_template_may_say(text: str, made: str) -> None:
    """Values are escaped, whatever they say."""
    assert WalledEnvironment().from_string(text).render(SAID) == made


@pytest.mark.parametrize(
    "text",
    [
        "{{ ten_loai.__class__ }}",
        "{{ ten_loai.upper() }}",
        "{{ ten_loai['__class__'] }}",
        "{{ ten_loai | attr('__class__') }}",
        "{{ ''.__class__.__mro__[1].__subclasses__() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os.popen('id') }}",
        "{{ lipsum() }}",
        "{{ range(1000000000) }}",
        "{% for x in range(1000000000) %}x{% endfor %}",
        "{% for x in ten_loai %}x{% endfor %}",
        "{% for x in 'abc' %}x{% endfor %}",
        "{% for a in noi_nhan %}{% for b in noi_nhan %}x{% endfor %}{% endfor %}",
        "{% for p in cac_phan %}{% for q in cac_phan %}x{% endfor %}{% endfor %}",
        "{% for p in cac_phan recursive %}{{ loop(cac_phan) }}{% endfor %}",
        "{% for p in cac_phan if p.ten %}x{% endfor %}",
        "{% for a, b in cac_phan %}x{% endfor %}",
        "{% for p in cac_phan %}{{ p.ten.__class__ }}{% endfor %}",
        "{% for p in cac_phan %}{{ p.keys }}{% endfor %}",
        "{% for p in cac_phan %}{{ p.__class__ }}{% endfor %}",
        "{% for p in cac_phan %}{{ loop.__class__ }}{% endfor %}",
        "{% for p in cac_phan %}{{ loop.cycle }}{% endfor %}",
        "{{ loop.index }}",
        "{{ 9 ** 9 ** 9 }}",
        "{{ ten_loai * 1000000000 }}",
        "{{ 'x' ~ ten_loai }}",
        "{{ [ten_loai] }}",
        "{{ {'a': ten_loai} }}",
        "{% set x = ten_loai %}",
        "{% macro m() %}{% endmacro %}",
        "{% include 'x' %}",
        "{% import 'os' as os %}",
        "{% extends 'x' %}",
        "{% block b %}{% endblock %}",
        "{% call ten_loai() %}{% endcall %}",
        "{% filter upper %}x{% endfilter %}",
        "{% with a = ten_loai %}{% endwith %}",
        "{% autoescape false %}{{ ten_loai }}{% endautoescape %}",
        "{{ ten_loai is defined }}",
        "{{ ten_loai | safe }}",
        "{{ ten_loai | center(1000000000) }}",
        "{{ ten_loai | trim('x') }}",
        "{{ mat_khau }}",
        "{{ namespace }}",
    ],
)
def test_what_a_template_may_not_say(text: str) -> None:
    """It is refused before anything runs, even where it would never be reached."""
    for hidden in (text, "{% if ngay_hop %}" + text + "{% endif %}"):
        with pytest.raises((BadTemplate, jinja2.TemplateSyntaxError)):
            WalledEnvironment().from_string(hidden)


def test_the_sentence_names_what_is_forbidden_and_the_words_that_are_not() -> None:
    with pytest.raises(BadTemplate) as found:
        WalledEnvironment().from_string("{{ mat_khau }} {{ ten_loai.__class__ }} {{ mat_khau }}")
    sentences = [problem.sentence() for problem in found.value.problems]
    assert sentences == [
        "mẫu dùng “mat_khau”, không có trong danh sách được phép.",
        "mẫu dùng “ten_loai.__class__”, không có trong danh sách được phép.",
    ]
    assert "co_quan_ban_hanh" in found.value.problems[0].way_out()


def test_a_word_that_says_nothing_is_a_fault_and_not_an_empty_place() -> None:
    with pytest.raises(jinja2.UndefinedError):
        WalledEnvironment().from_string("{{ ten_loai }}").render({})


def test_a_fault_of_the_library_has_words() -> None:
    assert words_of(jinja2.TemplateSyntaxError("expected token", 1)) == "expected token"
    assert words_of(jinja2.TemplateError()) == "TemplateError"
