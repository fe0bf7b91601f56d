"""The JSON form."""

import msgspec
from tests.documents import ferry

from accordingto.exports.json import encode
from accordingto.records.document import Document


def test_keys_are_in_the_order_of_the_record() -> None:
    for pretty in (False, True):
        keys = tuple(msgspec.json.decode(encode(ferry(), pretty)))
        assert keys == Document.__struct_fields__


def test_one_line_unless_pretty() -> None:
    assert b"\n" not in encode(ferry(), pretty=False)
    assert encode(ferry(), pretty=True).startswith(b'{\n  "id": "d-1"')


def test_decodes_to_the_same_document() -> None:
    for pretty in (False, True):
        assert msgspec.json.decode(encode(ferry(), pretty), type=Document) == ferry()


def test_relations_are_written_with_from_and_to() -> None:
    relation = msgspec.json.decode(encode(ferry(), pretty=False))["relations"][0]
    assert (relation["from"], relation["to"]) == ("s-denial", "s-survivor")
