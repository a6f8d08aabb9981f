"""Every error that Rasad raises on purpose, in one tree.

RasadError
├── InputError            a report that cannot be read; carries `source`, the input it is about
│   ├── EmptyInput        no bytes, or nothing but white space
│   ├── UnsupportedInput  binary, PDF, or another kind of file that is not read
│   ├── UndecodableInput  bytes that are text in no encoding we know
│   ├── NoArticle         a web page in which no article was found
│   ├── BadTable          a table without the column `text`, or a row that is no record
│   ├── MissingInput      no such file or folder
│   ├── DownloadFailed    an address that gave no whole file
│   ├── BadChecksum       a downloaded file that is not the one expected
│   └── UnknownPlace      a name that no gazetteer has
├── LexiconError          a word list that breaks its own rules; carries file and row
├── SettingsError         an option outside its bounds
└── EvaluationError       gold that breaks the codebook's format
"""


class RasadError(Exception):
    """Root of the tree: catch this to catch whatever Rasad reports on purpose."""


class InputError(RasadError):
    """A report that cannot be read.

    Args:
        source: the file, row or address as the user named it.
        problem: what is wrong, in words.
        remedy: what the user can do about it; may be empty.
    """

    def __init__(self, source: str, problem: str, remedy: str = "") -> None:
        self.source = source
        self.problem = problem
        self.remedy = remedy
        super().__init__(f"{source}: {problem}" + (f" ({remedy})" if remedy else ""))


class EmptyInput(InputError):
    """No bytes, or nothing but white space."""


class UnsupportedInput(InputError):
    """Binary, PDF, or another kind of file that is not read."""


class UndecodableInput(InputError):
    """Bytes that are text in no encoding we know."""


class NoArticle(InputError):
    """A web page in which no article was found."""


class BadTable(InputError):
    """A table without the column `text`, or a row that is no record."""


class MissingInput(InputError):
    """No such file or folder."""


class DownloadFailed(InputError):
    """An address that gave no whole file."""


class BadChecksum(InputError):
    """A downloaded file that is not the one expected."""


class UnknownPlace(InputError):
    """A name that no gazetteer has."""


class LexiconError(RasadError):
    """A word list that breaks its own rules.

    Args:
        file: name of the data file.
        row: line number in it, 1-based, header included; 0 for the file as a whole.
        problem: what is wrong, in words.
    """

    def __init__(self, file: str, row: int, problem: str) -> None:
        self.file = file
        self.row = row
        super().__init__(f"{file}, line {row}: {problem}" if row else f"{file}: {problem}")


class SettingsError(RasadError):
    """An option outside its bounds."""


class EvaluationError(RasadError):
    """Gold that breaks the codebook's format."""
