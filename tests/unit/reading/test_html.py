from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from giaoban.reading.html import text_of_html


def test_the_site_around_the_text_is_left_out() -> None:
    """Menus, scripts, footers; blocks are lines, cells stand apart."""
    page = (
        "<head><title>X</title></head><nav>a</nav><h1>Tin</h1><script>5 tỷ</script><table><tr><td>A<td>5</tr></table><p>Một\n "
        "hai<br>ba</p><footer>b</footer>"
    )
    assert text_of_html(page) == "Tin\n| A | 5\nMột hai\nba"


@given(st.text(alphabet="<>/!-[]\"'= abp&#;x0", max_size=300))
def test_any_page_ends(page: str) -> None:
    """However broken."""
    assert isinstance(text_of_html(page), str)


def test_deep_nesting_costs_no_more_than_its_length() -> None:
    """Open tags are not stacked."""
    assert text_of_html("<div>" * 100_000 + "đạt") == "đạt"


def test_a_malformed_declaration_ends_the_reading() -> None:
    """What stood before it is kept."""
    assert text_of_html("<p>đạt 5 tỷ</p><![abc[ x ]]>") == "đạt 5 tỷ"


def test_one_silent_thing_inside_another() -> None:
    """Ends where the outer one ends."""
    assert text_of_html("<aside><aside>a</aside>b</aside>c") == "c"
