"""Tables: rows in order, one error for each bad row, whatever the delimiter."""

import io
import json
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rasad.errors import BadTable, EmptyInput, InputError
from rasad.ingest import ReadOptions, read, read_bytes
from rasad.model.document import Document

CELLS = st.text(alphabet='ابتقلمن ،",;\t|\n0a', min_size=1).filter(lambda cell: bool(cell.strip()))


def rows(data: str | bytes) -> list[Document | InputError]:
    raw = data.encode() if isinstance(data, str) else data
    return list(read(["-"], ReadOptions(), io.BytesIO(raw)))


def document(row: Document | InputError) -> Document:
    assert isinstance(row, Document), row
    return row


def test_jsonl_row_gives_all_its_columns() -> None:
    record = {
        "id": 7,
        "text": "قُتل مدني.",
        "title": "قتيل",
        "published": "2019-09-25",
        "outlet": "جهة",
        "url": "https://a.example/1",
    }
    found = document(rows(json.dumps(record))[0])
    assert (found.external_id, found.title, found.outlet, found.url) == ("7", "قتيل", "جهة", "https://a.example/1")
    assert (found.published, found.published_from) == (date(2019, 9, 25), "table")
    assert found.text == "قتيل\n\nقُتل مدني."


def test_bad_jsonl_lines_are_named_and_the_others_read() -> None:
    lines = [
        '{"text": "أول"}',
        "{broken",
        "",
        '{"id": 3}',
        '["text"]',
        '{"text": "  "}',
        '{"text": 5}',
        '{"text": "آخر"}',
        "[" * 100_000,
    ]
    results = rows("\n".join(lines))
    assert [isinstance(r, Document) for r in results] == [True, False, False, False, False, False, True, False]
    errors = [r for r in results if isinstance(r, BadTable)]
    assert [e.source for e in errors] == [f"-, row {n}" for n in (2, 4, 5, 6, 7, 9)]


def test_half_a_surrogate_in_json_becomes_a_replacement_character() -> None:
    found = document(rows('{"text": "قُتل \\ud800 مدني"}\n{"text": "b"}')[0])
    assert found.text == "قُتل \ufffd مدني"
    assert found.warnings
    found.text.encode()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_delimiters_byte_order_mark_and_line_ends(delimiter: str, mark: str, end: str) -> None:
    table = end.join([delimiter.join(("id", "text")), delimiter.join(("1", "قُتل مدني.")), delimiter.join(("2", "جُرح آخر.")), ""])
    assert [document(r).external_id for r in rows(mark + table)] == ["1", "2"]


@given(st.lists(CELLS, min_size=1, max_size=5), st.sampled_from(",;\t|"))
def test_quoted_cells_round_trip(cells: list[str], delimiter: str) -> None:
    quoted = ['"' + cell.replace('"', '""') + '"' for cell in cells]
    table = f"id{delimiter}text\n" + "\n".join(f"{n}{delimiter}{cell}" for n, cell in enumerate(quoted)) + "\n"
    assert [document(r).text for r in rows(table)] == cells


def test_row_without_text_is_named_by_its_number_in_the_sheet() -> None:
    results = rows("id,text\n1,أول\n2,\n3,ثالث\n")
    assert [isinstance(r, Document) for r in results] == [True, False, True]
    assert isinstance(results[1], BadTable)
    assert results[1].source == "-, row 3"


def test_open_quotation_mark_does_not_swallow_the_rows_after_it() -> None:
    results = rows('id,text\n1,"أول\n2,ثانٍ\n3,ثالث\n')
    assert [isinstance(r, Document) for r in results] == [False, True, True]


def test_row_with_too_many_cells_is_an_error() -> None:
    results = rows("id,text\n1,قُتل مدني, أمس\n2,ب\n")
    assert [isinstance(r, Document) for r in results] == [False, True]
    assert "3 cells" in str(results[0])


def test_tsv_without_quoting_keeps_its_quotation_marks() -> None:
    assert document(rows('id\ttext\n1\t"قسد" تعتقل شباناً\n')[0]).text == '"قسد" تعتقل شباناً'


def test_table_without_the_column_text() -> None:
    with pytest.raises(BadTable, match="one report"):
        read_bytes(b"id,text\n1,a\n", "t.csv")
    (error,) = list(read_named("id,body\n1,a\n2,b\n"))
    assert isinstance(error, BadTable)
    assert "column `text`" in str(error)


def read_named(table: str) -> list[Document | InputError]:
    from rasad.ingest.reader import _from_bytes

    try:
        return list(_from_bytes(table.encode(), "t.csv", "t.csv", ReadOptions()))
    except InputError as error:
        return [error]


def test_header_alone_is_empty() -> None:
    (error,) = rows("id,text\n")
    assert isinstance(error, EmptyInput)


def test_bad_day_is_a_warning() -> None:
    found = document(rows("id,text,published\n1,قُتل مدني,غداً\n")[0])
    assert found.published is None
    assert "غداً" in found.warnings[0]


def test_cell_longer_than_the_csv_modules_own_limit() -> None:
    text = "قصف " * 100_000
    assert document(rows(f"id,text\n1,{text}\n")[0]).text == text


def test_rows_have_ids_of_their_own() -> None:
    first, second = rows("id,text\n1,أول\n2,أول\n")
    assert document(first).id != document(second).id


def test_windows_1256_table() -> None:
    assert document(rows("id,text\n1,قُتل مدني على طريق البلدة\n".encode("cp1256"))[0]).text == "قُتل مدني على طريق البلدة"
