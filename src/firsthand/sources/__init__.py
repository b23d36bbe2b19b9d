"""Sources: files, folders and standard input into raw documents, each with its original bytes.

The only room below the archive that reads files. It decides what is read and says why something is not; what a
document means is for `reading` to find out.
"""

from firsthand.sources.inputs import read_inputs
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import is_set_aside

__all__ = ["VERSION", "SourceLimits", "is_set_aside", "read_inputs"]

VERSION = "2"
