"""What Markdown readers make of escaped text: exactly the text, and nothing else."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from noblame.exporters.escaping import Escaped, finalize, md_block, md_cell, md_link, md_prose, md_text

READER = MarkdownIt("gfm-like", {"html": True})
LETTERS = st.text(alphabet="a1 \\`*_{}[]<>()#+-.!|~&;:=@$/\"'^\n\té", max_size=30)
HOSTILE = [
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "![x](http://e.example/x.png)", "[a](javascript:alert(1))",
    "[a]: http://e.example", "a\n===", "a\n---", "# head", "- [ ] task", "1. one", "> quote", "***", "~~~", "```", "`", "``a`",
    "a | b", "| --- |", "*a* _b_ ~~c~~ __d__", "&lt;b&gt; &#60;", "a \\", "\\*", "\\|", "`a\\|b`", "    code", "title #",
    "<!-- c -->", "<a@b.cd>", "[^1]", "[[a]]", "a*b*c", "_a_`b`_c_", "+ a", "a  \nb", "]", "![", "](x)",
]  # fmt: skip


def inline(tokens: list[Token]) -> list[Token]:
    return [child for token in tokens for child in token.children or ()]


def words(tokens: list[Token]) -> str:
    """The text a reader sees; blanks and backticks are left out, as code spans take some of them away."""
    seen = "".join("\n" if t.type in ("softbreak", "hardbreak") else t.content for t in inline(tokens))
    return re.sub(r"[\s`]", "", seen)


def plain(tokens: list[Token]) -> bool:
    allowed = {"text", "text_special", "softbreak", "hardbreak", "code_inline", "link_open", "link_close"}
    return all(token.type in allowed for token in inline(tokens))


def blocks(tokens: list[Token]) -> list[str]:
    return [token.type for token in tokens]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text(text: str):
    check(md_text(text), text)
    check(md_prose(text), text)


def check(written: str, text: str) -> None:
    tokens = READER.parse(written)
    assert plain(tokens)
    assert words(tokens) == re.sub(r"[\s`]", "", text)
    assert all(t.markup in ("linkify", "autolink") for t in inline(tokens) if t.type == "link_open")


@pytest.mark.parametrize(
    "text",
    [
        "First alert: `payment_error_rate > 5%`", "~14:30, about $45,000 and ~$2,500 (agent time)", "p99 <200 ms, success > 9%",
        "snake_case_names, 5 * 3", "PR #1234 [draft] by @alice",
        "Who? It's 100% (really)!",
        "“quoted” — dashed", "AT&T", "C:\\temp", "a - b + c = d", "[Client] → [Load Balancer]x",
    ],
)  # fmt: skip
def test_ordinary_prose_stays_as_it_is(text: str):
    assert md_text(text) == text


@given(LETTERS | st.sampled_from(HOSTILE))
def test_a_line_is_one_paragraph_with_its_words(text: str):
    written = md_text(text)
    check(written, text)
    assert blocks(READER.parse(written)) in ([], ["paragraph_open", "inline", "paragraph_close"])


@given(LETTERS)
def test_a_line_stays_one_item_of_a_list(text: str):
    tokens = READER.parse(f"- x\n- {md_text(text)}\n")
    assert plain(tokens)
    assert blocks(tokens).count("list_item_open") == 2
    assert words(tokens) == "x" + re.sub(r"[\s`]", "", text)


@given(LETTERS)
@example("`a\\|b` | c \\| d \\\\|")
def test_a_cell_stays_one_cell(text: str):
    tokens = READER.parse(f"| a | b |\n|---|---|\n| {md_cell(text)} | end |\n")
    assert plain(tokens)
    assert blocks(tokens).count("td_open") == 2
    seen = [re.sub(r"[\s`\\]", "", words([t])) for t in tokens if t.type == "inline"]
    assert seen[2:] == [re.sub(r"[\s`\\]", "", text) if text.strip() else "—", "end"]


@given(LETTERS | st.sampled_from(HOSTILE))
def test_prose_is_paragraphs_with_their_words(text: str):
    written = md_prose(text)
    check(written, text)
    assert set(blocks(READER.parse(written))) <= {"paragraph_open", "inline", "paragraph_close"}


def test_prose_keeps_paragraphs_and_lines_that_look_like_a_list():
    assert md_prose("One.\nStill one.\n\nTwo:\n- a\n- b") == "One.\nStill one.\n\nTwo:\\\n\\- a\\\n\\- b"


@given(st.text(alphabet="a`~\n #", max_size=30))
@example("```\n```` x\n`")
def test_a_block_is_verbatim(text: str):
    tokens = READER.parse(f"before\n\n{md_block(text)}\n\nafter")
    assert [t.content.strip("\n") for t in tokens if t.type == "fence"] == [text.strip("\n")]
    assert blocks(tokens)[-1] == "paragraph_close"


@given(LETTERS.filter(str.strip))
def test_a_link_is_one_link_with_its_words(title: str):
    tokens = READER.parse(md_link(" ".join(title.split()), "https://a.example/x"))
    links = [t for t in inline(tokens) if t.type == "link_open"]
    assert [link.attrGet("href") for link in links] == ["https://a.example/x"]
    assert words(tokens) == re.sub(r"[\s`]", "", title)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "vbscript:x", "file:///etc/passwd", ""]
)
def test_an_address_that_a_browser_might_run_is_no_link(url: str):
    assert "[" not in md_link("Dashboard", url)
    assert "Dashboard" in md_link("Dashboard", url)


@pytest.mark.parametrize("url", ["java&#115;cript:alert(1)", "a b)c", "x)](javascript:alert(1)", 'x" onclick="y'])
def test_an_address_cannot_end_its_link(url: str):
    tokens = READER.parse(md_link("x", url))
    hrefs = [str(t.attrGet("href")) for t in inline(tokens) if t.type == "link_open"]
    assert len(hrefs) == 1
    assert not hrefs[0].startswith("javascript")
    assert words(tokens) == "x"


def test_an_address_in_the_text_ends_where_it_ends():
    assert md_text("See https://example.com/_a_?b=1&c=~2.") == "See <https://example.com/_a_?b=1&c=~2>."
    tokens = READER.parse(f"**{md_text('at https://example.com/')}**")
    assert [t.attrGet("href") for t in inline(tokens) if t.type == "link_open"] == ["https://example.com/"]


def test_nobody_is_woken_up():
    assert md_text("ask @everyone.") == "ask `@everyone`."
    assert md_text("hey @everyone, @here") == "hey `@everyone`, `@here`"
    assert md_text("mail a@here.com or @heresy") == "mail a@here.com or @heresy"


def test_escaped_text_is_not_escaped_again():
    assert finalize(Escaped("**a**")) == "**a**"
    assert finalize("**a**") == "\\*\\*a\\*\\*"
    assert finalize(None) == ""


@pytest.mark.parametrize("text", ["".join("`" * n + " " for n in range(1, 300)), *(c * 50_000 for c in "`\\$ [<&_~|")])
def test_no_text_takes_long(text: str):
    for escape in (md_text, md_cell, md_prose, md_block):
        assert escape(f"a{text}a")
