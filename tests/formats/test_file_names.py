"""Names of files and folders say when and where an article came out; what does not fit is told, and stays."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats import plain
from annotator.formats.file_names import Named, PatternProblem, misfit, preview, renamed

ONE = "The ferry company said on Monday that it would stop sailing to the outer islands from the first of May."


def fields(pattern: str, *names: str) -> list[dict[str, str]]:
    return [dict(named.fields) for named in preview(pattern, [Path(name) for name in names])]


@pytest.mark.parametrize(
    ("pattern", "name", "wanted"),
    [
        ("{published}_{source}_{title}", "2026-03-05_Post_The-bridge_opens.txt",
         {"published": "2026-03-05", "source": "Post", "title": "The-bridge opens"}),
        ("{source}/{published}-{title}", "in/taz/2026-03-05-Die Brücke.html",
         {"source": "taz", "published": "2026-03-05", "title": "Die Brücke"}),
        ("{source}-{published}", "Island-Post-2026-03-05.pdf", {"source": "Island-Post", "published": "2026-03-05"}),
        ("{published} {title}", "5. März 2026 Die Brücke.txt", {"published": "2026-03-05", "title": "Die Brücke"}),
        ("{published} {title}", "5. Ma\u0308rz 2026 Bru\u0308cke.txt", {"published": "2026-03-05", "title": "Brücke"}),
        ("{published}_{title}", "20260305_1015_x.txt", {"published": "2026-03-05T10:15:00", "title": "x"}),
        ("{published}_{title}", "2026-03-05_10-15-30_x.txt", {"published": "2026-03-05T10:15:30", "title": "x"}),
        ("{published}_{title}", "2026-03_x.txt", {"published": "2026-03", "title": "x"}),
        ("{title}_{published}", "x_05.03.2026.txt", {"published": "2026-03-05", "title": "x"}),
        ("{title}", "a.b.docx", {"title": "a.b"}),
        ("{published}", "5.3.2026", {"published": "2026-03-05"}),
        ("{*}-{section}-{}", "a-b-c-d.txt", {"section": "b"}),
        ("[{external_id}] (v1.0) {title}", "[17] (v1.0) x.txt", {"external_id": "17", "title": "x"}),
        ("{language}/{*}/{title}", "/de/2026/x.txt", {"language": "de", "title": "x"}),
        ("{ title }", "x.txt", {"title": "x"}),
    ],
)  # fmt: skip
def test_what_names_say(pattern: str, name: str, wanted: dict[str, str]) -> None:
    assert fields(pattern, name) == [wanted]


@pytest.mark.parametrize(
    ("pattern", "name", "why"),
    [
        ("{published}_{title}", "soon_x.txt", "not of the form “{published}_{title}”"),
        ("{published}_{title}", "2026-13-45_x.txt", "“2026-13-45” is no date"),
        ("{published}_{title}", "05-03-2026_x.txt", "could be two"),
        ("{source}/{title}", "/x.txt", "not of the form"),
        ("{title}", "\udcff.txt", "not readable"),
    ],
)
def test_names_that_do_not_fit(pattern: str, name: str, why: str) -> None:
    (named,) = preview(pattern, [Path(name)])
    assert named.fields == {} and why in named.why
    assert "does not fit the pattern" in misfit(named)


def test_other_names_tell_day_from_month() -> None:
    first, _ = fields("{published}_{title}", "05-03-2026_x.txt", "17-03-2026_y.txt")
    assert first["published"] == "2026-03-05"
    first, _ = fields("{published}_{title}", "05-03-2026_x.txt", "03-17-2026_y.txt")
    assert first["published"] == "2026-05-03"


@pytest.mark.parametrize(
    ("pattern", "at", "words"),
    [
        ("", 0, "it is empty"),
        ("words", 0, "no field"),
        ("{*}", 0, "no field"),
        ("{title", 0, "character 1: this brace has no partner"),
        ("{source}_{published_{title}", 9, "character 10: this brace has no partner"),
        ("a}{title}", 1, "this brace has no partner"),
        ("{source}{title}", 8, "nothing stands between {source} and {title}"),
        ("{*}{title}", 3, "nothing stands between {*} and {title}"),
        ("{title}_{title}", 8, "“title” stands here again"),
        ("{text}", 0, "the text is what the file holds"),
        ("{2}", 0, "“2” cannot be the name"),
        ("{a-b}", 0, "“a-b” cannot be the name"),
        ("/{title}", 0, "before the first folder"),
    ],
)
def test_a_wrong_pattern_says_where(pattern: str, at: int, words: str) -> None:
    with pytest.raises(PatternProblem) as caught:
        preview(pattern, [])
    assert caught.value.at == at
    assert words in str(caught.value) and caught.value.remedy


@given(pattern=st.text(st.sampled_from("{}abc_/*- "), max_size=20), name=st.text(max_size=20))
def test_any_pattern_and_any_name(pattern: str, name: str) -> None:
    try:
        (named,) = preview(pattern, [Path("in") / name.replace("/", "").replace("\x00", "")])
    except PatternProblem as problem:
        assert 0 <= problem.at <= len(pattern)
    else:
        assert bool(named.fields) != bool(named.why) or not (named.fields or named.why)


WORD = st.text(st.sampled_from("abcäö .,0123"), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(source=WORD, title=WORD, day=st.dates())
def test_what_was_put_in_comes_out(source: str, title: str, day: object) -> None:
    if not "1400" <= str(day)[:4] < "2200":
        return
    (found,) = fields("{source}/{published}_{title}", f"/in/{source}/{day}_{title}.txt")
    assert found == {"source": " ".join(source.split()), "published": str(day), "title": " ".join(title.split())}


def test_many_fields_and_a_long_name_take_no_time() -> None:
    pattern = " ".join(f"{{{sign}}}" for sign in "abcdefgh") + "_{published}_{z}_x"
    start = perf_counter()
    assert fields(pattern, " _" * 120) == [{}]
    assert perf_counter() - start < 1


def test_a_draft_takes_over_what_its_name_says() -> None:
    draft = plain.read(Path("a.txt"), f"Ferry closes\n\n{ONE}\n".encode())
    said = {"title": "Other", "published": "2026-03-05", "external_id": "7", "section": "Home"}
    other = renamed(draft, Named(draft.path, said))
    article = other.article
    assert (article.title, article.published, article.text) == ("Other", "2026-03-05", draft.article.text)
    assert article.meta == {**draft.article.meta, "section": "Home"}
    assert article.id != draft.article.id and article.text_sha256 == draft.article.text_sha256
    again = other.with_keep(draft.keep).article
    assert (again.title, again.id) == (article.title, article.id)
    assert renamed(draft, Named(draft.path, {}, "no")).article == draft.article
