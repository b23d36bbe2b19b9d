"""What a browser sends with a form: fields, and files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.parser import BytesParser
from email.policy import HTTP
from urllib.parse import parse_qsl

from firsthand.errors import InputError

__all__ = ["Form", "read_form", "safe_file_name"]

_MOST_FIELDS = 500
_LONGEST_NAME = 120  # of a file, in characters
_UNFIT = re.compile(r"[^\w.\- ()\[\]]+")


@dataclass(frozen=True, slots=True)
class Form:
    """A form as it was filled in."""

    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[tuple[str, bytes], ...] = ()  # name as the browser gives it, and bytes

    def all(self, name: str) -> tuple[str, ...]:
        """The values of a field, in order."""
        return tuple(value for key, value in self.fields if key == name)

    def one(self, name: str) -> str:
        """The first value of a field; empty where it has none."""
        return next(iter(self.all(name)), "")


def read_form(body: bytes, content_type: str) -> Form:
    """The form in the body of a request.

    Args:
        body: Whole; its size is bounded before.
        content_type: As the request gives it.

    Raises:
        InputError: It is no form, or has too many fields.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind == "application/x-www-form-urlencoded":
        try:
            fields = parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        except ValueError as error:
            raise InputError("The form has too many fields.", f"At most {_MOST_FIELDS} are taken.") from error
        return Form(fields=tuple(fields))
    if kind == "multipart/form-data":
        return _read_parts(body, content_type)
    raise InputError("The request holds no form.", "Use the forms of the pages.")


def _read_parts(body: bytes, content_type: str) -> Form:
    head = f"Content-Type: {content_type}\r\n\r\n".encode("latin-1", "replace")
    message = BytesParser(policy=HTTP).parsebytes(head + body)
    if not message.is_multipart():
        raise InputError("The form is cut off.", "Send it again.")
    fields: list[tuple[str, str]] = []
    files: list[tuple[str, bytes]] = []
    for number, part in enumerate(message.iter_parts()):
        if number >= _MOST_FIELDS:
            raise InputError("The form has too many fields.", f"At most {_MOST_FIELDS} are taken.")
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        if not isinstance(name, str) or not isinstance(payload, bytes):
            continue
        file_name = part.get_filename()
        if file_name is None:
            fields.append((name, payload.decode("utf-8", "replace")))
        elif file_name:
            files.append((file_name, payload))
    return Form(fields=tuple(fields), files=tuple(files))


def safe_file_name(name: str) -> str:
    """The last part of `name`, fit for any file system; never hidden, never a path, never empty."""
    last = name.replace("\\", "/").rpartition("/")[2]
    fit = _UNFIT.sub("_", last).strip(" .")[-_LONGEST_NAME:].lstrip(" .")
    return fit or "file"
