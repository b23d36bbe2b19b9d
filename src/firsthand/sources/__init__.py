"""Sources: files, folders and standard input into raw documents, each with its original bytes.

The only room below the archive that reads files. It decides what is read and says why something is not; what a
document means is for `reading` to find out.
"""

from firsthand.sources.inputs import read_inputs
from firsthand.sources.limits import SourceLimits

__all__ = ["VERSION", "SourceLimits", "read_inputs"]

VERSION = "1"
