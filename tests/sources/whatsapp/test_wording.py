"""Words typed and questions asked, beside the slow way."""

from __future__ import annotations

import pyarrow as pa
from hypothesis import given
from hypothesis import strategies as st

from walkaway.sources.wording import asks, count_words

TEXTS = st.lists(
    st.one_of(
        st.none(),
        st.text(
            st.sampled_from("ab1?؟？ .!)\n\t\x1c\x85\u00a0\u1680\u2003\u2028\u202f\u205f\u3000é你😂…\u200e"), max_size=8
        ),
    )
)


def slowly_asks(text: str) -> bool:
    mark = max(text.rfind(mark) for mark in "?؟？")
    return mark >= 0 and not any(character.isalnum() for character in text[mark:])


@given(TEXTS)
def test_words_are_what_split_gives(texts: list[str | None]) -> None:
    want = [len((text or "").split()) for text in texts]
    for column in (
        pa.array(texts, pa.large_string()),
        pa.array(texts, pa.string()),
        pa.chunked_array([texts], pa.string()),
    ):
        assert count_words(column).tolist() == want


@given(TEXTS)
def test_a_question_is_a_mark_with_no_letter_or_digit_behind_it(texts: list[str | None]) -> None:
    assert asks(pa.array(texts, pa.large_string())).tolist() == [slowly_asks(text or "") for text in texts]


def test_a_part_of_a_column_is_a_column() -> None:
    column = pa.array(["one two", "three?", "four five six", "?x"], pa.large_string())[1:3]
    assert count_words(column).tolist() == [1, 3]
    assert asks(column).tolist() == [True, False]


def test_examples() -> None:
    column = pa.array(
        ["shall we?", "shall we? 😂", "really?!", "see x.y/?q=1", "? no", "(ok?)", "", "好吗？"], pa.large_string()
    )
    assert asks(column).tolist() == [True, True, True, False, False, True, False, True]


def test_a_text_longer_than_what_is_looked_at_at_once() -> None:
    for before in range(2**18 - 4, 2**18 + 1):
        text = "x" * before + "\u2003b? \u3000c؟"
        assert count_words(pa.array(["a b", text, "c"])).tolist() == [2, 3, 1]
        assert asks(pa.array([text, text + " d", text])).tolist() == [True, False, True]
