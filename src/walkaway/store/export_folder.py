"""Documents and messages in, a folder or zip of JSON and CSV or Parquet out; and back. Plain: all can read it."""

from __future__ import annotations

import json
from contextlib import AbstractContextManager
from pathlib import Path
from typing import IO, Any, Literal, cast
from zipfile import ZIP_DEFLATED, ZipFile

import numpy as np

from walkaway.app.errors import UsageError
from walkaway.app.ports import Chat
from walkaway.app.store import DamagedCopy, Document, NotABackup
from walkaway.core.events import Events, Kind
from walkaway.store.files import private_folder, written

Table = Literal["csv", "parquet"]
DOCUMENT = "walkaway.json"
_TYPES = {"id": np.int64, "at": np.int64, "local": np.int64, "who": np.int32, "kind": np.uint8, "words": np.int32}


class ExportFolder:
    """An export in a folder. `table` is how messages are written; what is read says it by its ending."""

    def __init__(self, folder: Path, table: Table = "csv") -> None:
        self.name = folder.name
        self._folder = folder
        self._table = table

    def begin(self) -> None:
        """Make the folder. It must not hold anything yet, so that no two exports get mixed."""
        if self._folder.exists() and (not self._folder.is_dir() or any(self._folder.iterdir())):
            raise UsageError(f"{self._folder} holds something already. Give a folder that is new or empty.")
        private_folder(self._folder)

    def _file(self, name: str) -> AbstractContextManager[IO[bytes]]:
        return written(self._folder / name)

    def put(self, document: Document) -> None:
        with self._file(DOCUMENT) as file:
            file.write(json.dumps(document, indent=2).encode())

    def put_messages(self, number: int, chat: Chat) -> str:
        import pyarrow as pa

        name = f"messages-{number:03}.{self._table}"
        e = chat.events
        kinds = np.array([kind.name.lower() for kind in Kind], object)
        people = np.array([*chat.people, None], object)
        threads = {} if chat.thread is None else {"thread": chat.thread}
        table = pa.table(
            {
                "id": e.id,
                "utc": pa.array(e.at, pa.timestamp("us", tz="UTC")).cast(pa.string()),
                "at": e.at,
                "local": e.local,
                "who": e.who,
                "name": pa.array(people[e.who], pa.large_string()),
                "kind": e.kind,
                "what": pa.array(kinds[e.kind], pa.string()),
                "words": e.words,
                "asks": e.asks,
                **threads,
                "text": chat.text.cast(pa.large_string()),
            }
        )
        with self._file(name) as file:
            if self._table == "csv":
                from pyarrow import csv

                csv.write_csv(table, file, csv.WriteOptions(quoting_style="needed"))
            else:
                from pyarrow import parquet

                parquet.write_table(table, file, compression="zstd")
        return name

    def document(self) -> Document:
        try:
            return cast("Document", json.loads((self._folder / DOCUMENT).read_bytes()))
        except (OSError, ValueError):
            raise NotABackup(self.name) from None

    def messages(self, name: str, people: tuple[str, ...]) -> Chat:
        import pyarrow as pa

        path = self._folder / name
        if path.parent != self._folder or not path.is_file():
            raise DamagedCopy("The export")
        try:
            table = _read(path)
            columns: dict[str, Any] = {key: table[key].to_numpy().astype(kind) for key, kind in _TYPES.items()}
            asks = table["asks"].to_numpy(zero_copy_only=False).astype(np.bool_)
            thread = table["thread"].to_numpy().astype(np.int64) if "thread" in table.column_names else None
            text = table["text"].cast(pa.large_string()).combine_chunks()
        except (pa.ArrowException, KeyError, TypeError, ValueError):
            raise DamagedCopy("The export") from None
        if len(columns["who"]) and not -1 <= columns["who"].min() <= columns["who"].max() < len(people):
            raise DamagedCopy("The export")
        order = np.argsort(columns["at"], kind="stable")
        events = Events(**columns, asks=asks).take(order)
        return Chat(
            title=None,
            me=None,
            people=people,
            events=events,
            text=text.take(pa.array(order)),
            thread=None if thread is None else thread[order],
        )


class ExportZip(ExportFolder):
    """The same to be written into one zip, and nowhere else: `to` may be memory, so that nothing plain meets a disk."""

    def __init__(self, to: IO[bytes], table: Table = "csv") -> None:
        super().__init__(Path("export.zip"), table)
        self._zip = ZipFile(to, "w", ZIP_DEFLATED, compresslevel=1)

    def _file(self, name: str) -> AbstractContextManager[IO[bytes]]:
        return self._zip.open(name, "w", force_zip64=True)

    def put(self, document: Document) -> None:
        """What is put last: with it the zip is whole."""
        super().put(document)
        self._zip.close()


def _read(path: Path) -> Any:
    import pyarrow as pa

    if path.suffix == ".parquet":
        from pyarrow import parquet

        return parquet.read_table(path)
    from pyarrow import csv

    return csv.read_csv(
        path,
        parse_options=csv.ParseOptions(newlines_in_values=True),
        convert_options=csv.ConvertOptions(
            column_types={"text": pa.large_string(), "name": pa.large_string(), "asks": pa.bool_()},
            strings_can_be_null=True,
            quoted_strings_can_be_null=False,
            null_values=[""],
            true_values=["true"],
            false_values=["false"],
        ),
    )
