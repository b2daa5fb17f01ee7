"""Articles that look like web pages to a careless eye: nothing of them may be cut."""

from __future__ import annotations

import pytest

from annotator.formats.clean import blocks, propose

ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."
TWO = "Islanders had asked the government to pay for the line, but the minister refused to talk with them."


def page(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


WHOLE = {
    "about comments": page(
        "Leave a Comment: How Papers Lost Their Readers",
        ONE,
        "Comments",
        "The comments are where readers met, and the comments are what editors feared most of all.",
        "“Your email address will not be published,” the form said, and nobody believed a word of it.",
        "“No comment.”",
        "No comment.",
        "Post a comment and you wait; most comments wait for ever, the editor told the newspaper.",
    ),
    "about advertising": page(
        "Ads Are Everywhere on the Islands",
        "The ferry sold every advertisement twice, and its advertising is now before the court in Oban.",
        "Advertisement",
        "An advertisement on the hull cost more than the hull, said the firm's accountant under oath.",
        "Advertising",
        "All rights reserved, the small print said, but nobody on the islands had ever read the small print.",
    ),
    "about cookies": page(
        "We use cookies, and so do you",
        "We use cookies to remember who you are, says the firm, but the regulator does not believe it.",
        "Cookies",
        "Newsletters and cookies are how the ferry company knew who was on board, the report found.",
        "Accept or reject",
        "Subscribe to our line or swim: that was the choice the islanders said the company gave them that winter.",
    ),
    "subheadings and lists": page(
        "Three demands of the islands",
        ONE,
        "What they want",
        "• A ferry every day\n• A lower fare\n• Home by dark",
        TWO,
        "✅ More boats\n✅ More money\n🔔 More time",
        "What comes next",
        "The minister left.",
    ),
    "interview": page(
        "“We are not a museum”",
        "Q: Who pays for the ferry?",
        "A: The islanders pay for it, as they have done ever since the war ended.",
        "Q: And you?",
        "A: No.",
    ),
    "list at the end": page("Three demands of the islands", ONE, TWO, "- A ferry every day\n- A lower fare\n- Share"),
    "broken to a width": page(
        "Ferry line closes",
        "The ferry company said on Monday that it would stop sailing\nto the outer islands, and the islanders asked for"
        "\ncomments, advertising and cookies; nobody gave them any\nbefore the first of May.",
        "About us",
        TWO,
    ),
    "right to left": page(
        "إغلاق خط العبارات إلى الجزر",
        "قالت الشركة يوم الاثنين إنها ستتوقف عن الإبحار إلى الجزر البعيدة اعتبارا من أول مايو.",
        "ماذا بعد",
        "هل يسمعنا أحد؟",
        "טלפון שבור",
    ),
    "numbers": page("Ferry fares", ONE, "12 shares", "2019–2020", "12.03.2024", "1 200 000", TWO),
    "home and away": page("Ferry men win the cup at last", ONE, "Home/Away", TWO),
    "reviews": page(
        "Ferry opens", ONE, "5 likes", "Copyright law on the islands since 1998", TWO, "10 views of one bridge", ONE
    ),
}


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_of_a_real_article_is_cut(name: str) -> None:
    found = propose(WHOLE[name])
    assert [(b.text, b.reason) for b in found.blocks if b.kind == "noise"] == []
    assert [b.kind for b in found.blocks][:2] == ["title", "body"]
    assert found.title == WHOLE[name].split("\n", 1)[0]


WITHOUT_TITLE = {
    "no headline": page(ONE, TWO),
    "one line": "Ferry line to the outer islands will close in May",
    "one word": "Advertisement",
    "questions and answers": "Q: Who pays?\nA: We do.\nQ: And you?\nA: No comment.",
    "two speakers": page("Haldar: Who pays for the ferry?", "Poe: Nobody.", "Haldar: Nobody?", f"Poe: {TWO}"),
    "verse without a title": "I walked along the harbour\nand nobody came home\nShare\nthe light\n\nthe ferry was",
    "a dash of dialogue": page("– Who pays for it", f"– {TWO}"),
    "a short sentence first": page("The ferry is gone.", ONE),
}


@pytest.mark.parametrize("name", WITHOUT_TITLE)
def test_an_article_without_a_headline_is_all_text(name: str) -> None:
    found = propose(WITHOUT_TITLE[name])
    assert {b.kind for b in found.blocks} == {"body"}
    assert 0 < len(found.title) <= 80
    assert found.blocks[0].text.startswith(found.title.rstrip("…"))


def test_verse_with_a_title() -> None:
    found = propose(
        "The Ferry\n\nI walked along the harbour\nand nobody came home\nShare\nthe light\n\nmy comments too"
    )
    assert found.title == "The Ferry"
    assert {b.kind for b in found.blocks[1:]} == {"body"}


def test_a_long_first_sentence_is_cut_at_a_word() -> None:
    title = propose(page(ONE, TWO)).title
    assert title.endswith(" to the outer…")
    assert ONE.startswith(title[:-1])


@pytest.mark.parametrize(
    ("top", "title"),
    [
        ("WORLD\n\nFerry line closes in May\n\nBy Tom Poe", "Ferry line closes in May"),
        ("Islands\n\nFerry line closes", "Ferry line closes"),
        ("Ferry closes\n\nWhat the islanders want to have now", "Ferry closes"),
        ("By Tom Poe\n\nFerry line closes in May", "Ferry line closes in May"),
        ("Minister leaves the U.S.", "Minister leaves the U.S."),
        ("# Ferry line closes #", "Ferry line closes"),
        (
            "The ferry line to the islands\nis to be closed in May",
            "The ferry line to the islands is to be closed in May",
        ),
        ("Google Ads Faces Fine", "Google Ads Faces Fine"),
        ("Why? Why now?", "Why? Why now?"),
        ("市長が通行料に反対", "市長が通行料に反対"),
    ],
)
def test_headlines(top: str, title: str) -> None:
    assert propose(page(top, ONE, TWO)).title == title


def test_a_one_line_article_above_a_comment_form() -> None:
    text = "Ferry fares rise 3 percent\n\nLeave a Comment\nName *\nEmail *\nPost Comment"
    assert [b.kind for b in blocks(text)] == ["body", "noise", "noise", "noise", "noise"]
    assert propose(text).title == "Ferry fares rise 3 percent"


def test_a_short_last_sentence_below_an_inline_prompt_stays() -> None:
    text = page("Ferry line closes", ONE, "Read more: Harbour to be dredged", "She left.", "Leave a comment", "Anna")
    assert [b.text for b in blocks(text) if b.kind == "body"] == [ONE, "She left."]
