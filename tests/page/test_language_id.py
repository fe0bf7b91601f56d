"""Identifying the language of a text."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.page.language import identify, normal_code, scripts

SENTENCES = {
    "en": "The water board said on Monday that it had not been told of the leak in the dam.",
    "de": "Die Behörde sagte am Montag, dass sie von dem Leck im Damm nichts gewusst habe.",
    "fr": "L'agence a déclaré lundi qu'elle n'avait pas été informée de la fuite dans le barrage.",
    "es": "La agencia dijo el lunes que no había sido informada de la fuga en la presa.",
    "it": "L'agenzia ha detto lunedì che non era stata informata della perdita nella diga.",
    "pt": "A agência disse na segunda-feira que não foi informada sobre a fuga na barragem.",
    "nl": "Het waterschap zei maandag dat het niet op de hoogte was van het lek in de dam.",
    "pl": "Urząd powiedział w poniedziałek, że nie został poinformowany o wycieku z zapory.",
    "ru": "Ведомство заявило в понедельник, что ему не сообщили о протечке в плотине.",
    "uk": "Відомство заявило в понеділок, що його не повідомили про витік у греблі.",
    "tr": "Kurum pazartesi günü barajdaki sızıntı için bilgi almadığını ve üzgün olduğunu söyledi.",
    "ar": "قالت الهيئة يوم الاثنين إنها لم تبلغ عن التسرب في السد من قبل الشركة.",
    "fa": "این سازمان روز دوشنبه گفت که از نشت آب در سد به آن خبر داده نشده است.",
    "he": "הרשות אמרה ביום שני כי לא נמסר לה על הדליפה בסכר.",
    "el": "Η υπηρεσία είπε τη Δευτέρα ότι δεν ενημερώθηκε για τη διαρροή στο φράγμα.",
    "ja": "水道局は月曜日、ダムの漏れについて知らされていなかったと述べた。",
    "zh": "水务局周一表示，没有接到大坝漏水的通知。",
    "ko": "수자원국은 월요일 댐의 누수에 대해 통보받지 못했다고 밝혔다.",
}


@pytest.mark.parametrize("language", list(SENTENCES))
def test_one_sentence(language: str) -> None:
    found, score, reason = identify(SENTENCES[language], None)
    assert found == language
    assert score > 0.5
    assert reason


@pytest.mark.parametrize("text", ["", "  \n", "12 345", "Log in", "Kell", "!!! ???", "x" * 5000])
def test_abstains_where_there_is_too_little(text: str) -> None:
    assert identify(text, None)[0] is None


def test_abstains_on_mixed_text() -> None:
    assert identify(SENTENCES["en"] * 4 + SENTENCES["de"] * 4, None)[0] is None
    assert identify(SENTENCES["en"] + SENTENCES["ru"], None)[0] is None


def test_declared_language_is_believed_for_short_and_unsure_text() -> None:
    assert identify("Log in", "fr-FR")[0] == "fr"
    assert identify(SENTENCES["en"], "fr")[0] == "fr"


def test_declared_language_is_overruled_by_clear_text() -> None:
    found, _, reason = identify(SENTENCES["en"] * 4, "sw")
    assert found == "en"
    assert "overruled" in reason


def test_a_near_relation_does_not_overrule() -> None:
    text = "Myndigheten sier at den ikke har fått vite om lekkasjen og at det var for sent. " * 4
    assert identify(text, "nb")[0] == "no"
    assert identify(text, "da")[0] == "da"


@pytest.mark.parametrize(
    ("declared", "code"),
    [("en-GB", "en"), ("EN_us", "en"), ("deu", "de"), ("nb", "no"), ("iw", "he"), ("", None)],
)
def test_codes(declared: str, code: str | None) -> None:
    assert normal_code(declared) == code


def test_common_text_does_not_load_the_model(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid.langid", None)
    assert identify(SENTENCES["en"] * 3, None)[0] == "en"
    assert identify(SENTENCES["de"] * 3, None)[0] == "de"


def test_scripts_are_counted() -> None:
    assert scripts("abc где 12") == {"cyrillic": 3, "latin": 3}


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=300), st.one_of(st.none(), st.text(max_size=8)))
def test_any_string_is_answered(text: str, declared: str | None) -> None:
    found, score, reason = identify(text, declared)
    assert found is None or 2 <= len(found) <= 3
    assert 0 <= score <= 1
    assert reason
    assert identify(text, declared) == (found, score, reason)
