"""Is an office's own template filled in its own look, and does every page still say what no paper may leave out?"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from docx import Document

from giaoban.papers import BadTemplate, Look, briefing_docx, example_template
from giaoban.papers.layout import layout
from tests.unit.briefing.boards import mau
from tests.unit.briefing.test_wording import SHORT
from tests.unit.papers.packs import made_up, pack_of, published
from tests.unit.papers.reading import HOSTILE, docx_text, words
from tests.unit.papers.templates import changed, inside, template


def filled(content: bytes, *, pack: object = None) -> str:
    return docx_text(briefing_docx.render(pack or published(), look=Look(template=content)))  # type: ignore[arg-type]


def test_words_stand_where_the_template_puts_them() -> None:
    text = filled(
        template(
            "Kính gửi: {{ ten_don_vi }}", "{{ ten_loai }} {{ trich_yeu }}", "{%p for dong in noi_nhan %}", "{{ dong }}", "{%p endfor %}"
        )
    )
    assert "[Normal] Kính gửi: Thành phố Hà Tĩnh" in text
    assert "[Normal] BÁO CÁO tóm tắt phục vụ giao ban quý I/2021" in text
    assert "[Normal] - Lưu: VT, VP." in text


def test_the_whole_content_can_be_put_in_one_place() -> None:
    """With tables as wide as the template's page, in our styles where it has none of its own."""
    text = filled(template("{{p noi_dung }}"))
    assert "[Heading 1] I. Kết quả nổi bật" in text
    assert "[Gạch đầu dòng] - Trồng cây xanh: bằng 188% kế hoạch" in text
    assert "| 1 | Thu ngân sách nhà nước trên địa bàn | tỷ đồng" in text


def test_a_style_of_the_same_name_is_the_template_s_own_by_whatever_id() -> None:
    """Programs give styles new ids when they save: the words follow the names."""

    def renamed(found: bytes) -> bytes:
        return found.replace(b'"OBieu"', b'"Biu"').replace(b'"BodyText"', b'"TextBody"')

    example = example_template(layout("state"))
    content = changed(example, change={"word/styles.xml": renamed, "word/document.xml": renamed})
    made = briefing_docx.render(published(), look=Look(template=content))
    assert docx_text(made) == docx_text(briefing_docx.render(published(), look=Look(template=example)))
    body = zipfile.ZipFile(io.BytesIO(made)).read("word/document.xml")
    assert (b'"Biu"' in body, b'"OBieu"' in body, b'"TextBody"' in body) == (True, False, True)


def test_a_style_of_the_same_id_is_the_template_s_own_by_whatever_name() -> None:
    """No id is given twice."""
    content = changed(
        example_template(layout("state")), change={"word/styles.xml": lambda found: found.replace("Ô biểu".encode(), b"Cell")}
    )
    made = briefing_docx.render(published(), look=Look(template=content))
    assert zipfile.ZipFile(io.BytesIO(made)).read("word/styles.xml").count(b'w:styleId="OBieu"') == 1


def test_parts_can_be_gone_through_one_by_one() -> None:
    text = filled(
        template(
            "{%p for phan in cac_phan %}", "{{ phan.ten }}", "{%p for d in phan.cac_doan %}", "{{ d }}", "{%p endfor %}", "{%p endfor %}"
        )
    )
    assert "[Normal] II. Chỉ tiêu đạt thấp, chậm tiến độ" in text
    assert "[Normal] Đánh giá bằng lời (2 chỉ tiêu):" in text


def test_every_page_says_what_it_must_even_where_the_template_forgot_it() -> None:
    """And once only, where the template says it itself."""
    for content in (template("{{ ten_loai }}"), template("{{ ten_loai }}", header="Mẫu riêng {{ dau_van_ban }}")):
        section = Document(io.BytesIO(briefing_docx.render(made_up(), look=Look(template=content)))).sections[0]
        head, foot = (" ".join(one.text for one in place.paragraphs) for place in (section.header, section.footer))
        assert head.count("DỰ THẢO · DỮ LIỆU GIẢ ĐỊNH") == 1
        assert foot.count(f"mục số 1042 · Mã băm: {'5f' * 32}") == 1


def test_first_and_even_pages_say_it_too() -> None:
    document = Document(io.BytesIO(template("{{ ten_loai }}")))
    document.sections[0].different_first_page_header_footer = True
    document.settings.odd_and_even_pages_header_footer = True
    made = io.BytesIO()
    document.save(made)
    section = Document(io.BytesIO(briefing_docx.render(made_up(), look=Look(template=made.getvalue())))).sections[0]
    for place in (section.header, section.first_page_header, section.even_page_header):
        assert "DỰ THẢO" in place.paragraphs[-1].text


def test_hostile_words_are_words_in_a_template_too() -> None:
    """A name that looks like a template is never one."""
    pack = pack_of(mau(), acts=[replace(SHORT, title=HOSTILE)])
    text = words(
        filled(
            template(
                "{{p noi_dung }}", "{%p for p in cac_phan %}", "{%p for d in p.cac_doan %}", "{{ d }}", "{%p endfor %}", "{%p endfor %}"
            ),
            pack=pack,
        )
    )
    assert text.count("<b>&amp; {{ 7*7 }} {% for x in y %} #set $x$ `ls`") == 2


@pytest.mark.parametrize(
    "content",
    [
        template("{{ ten_loai.__class__.__mro__ }}"),
        template("x", header="{{ cycler.__init__.__globals__ }}"),
        template("x", title="{{ lipsum.__globals__ }}"),
        template("{%p for x in range(99999999) %}", "x", "{%p endfor %}"),
        template("{{ ten_loai"),
        template("{%p for x in noi_nhan %}", "x"),
        template("{% vm %}"),
        b"PK",
        changed(template("x"), more={"word/vbaProject.bin": b"x"}),
        inside(template("x"), xml='<w:p><w:fldSimple w:instr="DDEAUTO x"/></w:p>'),
    ],
)
def test_a_hostile_or_broken_template_is_refused_with_a_sentence(content: bytes) -> None:
    """Before anything runs."""
    with pytest.raises(BadTemplate) as found:
        filled(content)
    assert all(problem.sentence().endswith(".") and problem.way_out() for problem in found.value.problems)


def test_a_template_without_its_parts_is_refused() -> None:
    """A content type is there, and no document."""
    content = changed(
        template("x"),
        change={"_rels/.rels": lambda _: b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'},
    )
    with pytest.raises(BadTemplate):
        filled(content)


def test_equal_words_in_an_equal_template_are_equal_bytes() -> None:
    content = template("{{p noi_dung }}")
    assert briefing_docx.render(made_up(), look=Look(template=content)) == briefing_docx.render(made_up(), look=Look(template=content))
