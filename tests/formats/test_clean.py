"""What is proposed for cutting from scraped pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.errors import Cancelled
from annotator.formats.clean import Proposal, apply, blocks, propose, title_of, uncut

ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them."
THREE = "“We are not a museum,” said Ines Haldar, who runs the only shop on Great Skerry, after the meeting."

BLOG = f"""Ad Space

Home » News » Islands

Ferry Line to Outer Islands Will Close

Share
Tweet

{ONE}

{TWO}

Advertisement

{THREE}

Related Posts
Harbour to be dredged
Skerry school wins prize

Leave a Reply Cancel reply

Your email address will not be published. Required fields are marked *

Comment *
Name *
Email *
Website
Save my name, email, and website in this browser for the next time I comment.
This site uses Akismet to reduce spam. Learn how your comment data is processed.

📣 FOLLOW
islandpost.example  THE ISLANDS' OWN
editor@islandpost.example
+44 20 7946 0000
© 2024 Island Post. All rights reserved.
Hello! How can we help you today?
:
Back to top"""

BANNERED = f"""We use cookies to ensure that we give you the best experience on our website. If you stay, you agree.
Accept all cookies
Skip to content
Menu
Home
World
Money
Ferry line will close in May
By Tom Poe
3 min read
{ONE}
{TWO}
Sign up for our newsletter
{THREE}
Read more: Harbour to be dredged
Tags: ferries, islands
#ferry #islands
1 2 3 … 9 Next »
Previous Post
Next Post"""


def kept(text: str) -> list[str]:
    return [b.text for b in blocks(text) if b.kind == "body"]


def cut(text: str) -> list[str]:
    return [b.text for b in blocks(text) if b.kind == "noise"]


def article(proposal: Proposal) -> str:
    return apply(proposal, proposal.keep())


def test_a_blog_page_is_stripped_to_its_article() -> None:
    found = propose(BLOG)
    assert found.title == "Ferry Line to Outer Islands Will Close"
    assert article(found) == f"{ONE}\n\n{TWO}\n\n{THREE}"
    assert all(block.reason for block in found.blocks)
    assert {b.reason for b in found.blocks if b.kind == "noise"} >= {"advertising slot", "comment form", "chat widget"}


def test_a_page_with_a_banner_a_menu_and_inline_prompts() -> None:
    found = propose(BANNERED)
    assert found.title == "Ferry line will close in May"
    assert kept(BANNERED) == ["By Tom Poe", ONE, TWO, THREE]


def test_readers_letters_stay_but_the_names_and_buttons_between_them_go() -> None:
    letter = "I sailed on that ferry every summer, and I shall miss the smell of the engine."
    text = "\n\n".join(
        [
            "The ferry is gone",
            ONE,
            TWO,
            THREE,
            ONE,
            "2 Comments",
            "Leave a reply",
            "Anna",
            letter,
            "Reply",
            "Ben",
            "Like",
        ]
    )
    assert kept(text) == [ONE, TWO, THREE, ONE, letter]


def test_crlf_and_gaps_come_out_as_they_are_in_the_file() -> None:
    text = f"Ferry line closes\r\n\r\n{ONE}\r\n\r\n\r\n{TWO}\r\nAdvertisement\r\n\r\n{THREE}\r\n\r\nBack to top\r\n"
    assert article(propose(text)) == f"{ONE}\r\n\r\n\r\n{TWO}\r\n\r\n{THREE}"


def test_a_text_without_furniture_keeps_its_last_line_end() -> None:
    assert article(propose(f"Ferry line closes\n\n{ONE}\n{TWO}\n")) == f"{ONE}\n{TWO}\n"


def test_of_the_two_gaps_beside_a_cut_the_wider_one_stays() -> None:
    assert article(propose(f"Ferry line closes\n\n{ONE}\n\nAdvertisement\n{TWO}")) == f"{ONE}\n\n{TWO}"
    assert article(propose(f"Ferry line closes\n\n{ONE}\nAdvertisement\n\n{TWO}")) == f"{ONE}\n\n{TWO}"


def test_ticks_decide() -> None:
    found = propose(f"Ferry line closes\n\n{ONE}\n\nAdvertisement\n\n{TWO}\n")
    assert [b.kind for b in found.blocks] == ["title", "body", "noise", "body"]
    assert apply(found, [True, True, True, True]) == f"{ONE}\n\nAdvertisement\n\n{TWO}\n"
    assert apply(found, [True, False, False, True]) == f"{TWO}\n"
    assert apply(found, [True, False, False, False]) == ""
    assert title_of(found.blocks, [False, False, False, True]).startswith("Islanders had asked")
    with pytest.raises(ValueError, match="3 ticks for 4"):
        apply(found, [True] * 3)


def test_a_known_title_marks_only_the_line_that_repeats_it() -> None:
    text = f"Islands\n\nFerry line  closes\n\n{ONE}"
    found = propose(text, title="Ferry Line Closes")
    assert found.title == "Ferry Line Closes"
    assert [b.kind for b in found.blocks] == ["body", "title", "body"]
    assert [b.kind for b in propose(text, title="Another").blocks] == ["body", "body", "body"]


def test_cancel() -> None:
    with pytest.raises(Cancelled):
        propose(f"{ONE}\n\n" * 3000, cancelled=lambda: True)


pieces = st.lists(
    st.one_of(
        st.text(max_size=60),
        st.sampled_from(
            [
                ONE,
                TWO,
                "Advertisement",
                "Leave a Comment",
                "• item",
                "Share",
                "\n",
                "\r\n",
                "\n\n",
                "\u2028",
                "\xa0",
                "© 2024 X",
            ]
        ),
    ),
    max_size=12,
).map("".join)


@given(pieces)
def test_blocks_hold_every_visible_character_once_and_in_order(text: str) -> None:
    end = 0
    for block in blocks(text):
        assert block.start >= end
        assert not text[end : block.start].strip()
        assert block.text == text[block.start : block.end] == block.text.strip() != ""
        end = block.end
    assert not text[end:].strip()


@given(pieces)
def test_with_nothing_cut_the_text_is_exact(text: str) -> None:
    found = uncut(propose(text))
    if found.blocks:
        assert apply(found, [True] * len(found.blocks)) == text


@given(pieces)
def test_something_always_stays_and_all_of_it_is_from_the_file(text: str) -> None:
    found = propose(text)
    left = article(found)
    assert bool(left.strip()) == bool(text.strip())
    assert all(block.text in left for block in found.blocks if block.kind == "body")
    assert "\n" not in found.title
    if not any(block.kind != "body" for block in found.blocks) and found.blocks:
        assert left == text
