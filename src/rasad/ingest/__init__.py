"""Reading: from files, folders, tables and pages to Documents, and a typed error for whatever cannot be read.

>>> from rasad.ingest import ReadOptions, read_bytes
>>> read_bytes("قُتل مدنيان أمس.".encode(), "report.txt").language
'ar'
"""

from rasad.ingest.options import ReadOptions
from rasad.ingest.reader import read, read_bytes

__all__ = ["ReadOptions", "read", "read_bytes"]
