"""Sources: files, folders and standard input into raw documents, each with its original bytes.

The only room below the archive that reads files. It decides what is read and says why something is not; what a
document means is for `reading` to find out.
"""

from firsthand.sources.folder_look import FileState, look_into
from firsthand.sources.inputs import read_inputs
from firsthand.sources.limits import SourceLimits
from firsthand.sources.refusals import is_set_aside

__all__ = ["VERSION", "FileState", "SourceLimits", "is_set_aside", "look_into", "read_inputs"]

VERSION = "2"
