"""Wording by key, from the gettext catalogues in ``text/<language>/*.po``.

Keys (``page.fees.title``) stand in the code, words in the catalogue. The ``.po`` files are read as
they are, so that changing a word needs no build step.
"""

from functools import cache
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

FOLDER = Path(__file__).parent
LANGUAGE = "sv"


class MissingTextError(KeyError):
    """A key that no catalogue words. A mistake of ours, never of the user."""


@cache
def catalogue(language: str = LANGUAGE) -> GNUTranslations:
    """Return one catalogue made from all ``.po`` files of a language."""
    merged = Catalog(locale=language)
    for path in sorted((FOLDER / language).glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file, locale=language):
                if message.id:
                    merged[message.id] = message
    compiled = BytesIO()
    write_mo(compiled, merged)
    compiled.seek(0)
    return GNUTranslations(compiled)


def t(key: str, /, **values: object) -> str:
    """Return the words for a key, with ``{name}`` places filled in.

    Raises:
        MissingTextError: No catalogue has the key.
    """
    words = catalogue().gettext(key)
    if words == key:
        raise MissingTextError(key)
    return words.format(**values) if values else words


def tn(key: str, count: int, /, **values: object) -> str:
    """Return the words for a key that has a singular and a plural (``key`` and ``key.many``)."""
    words = catalogue().ngettext(key, f"{key}.many", count)
    if words in (key, f"{key}.many"):
        raise MissingTextError(key)
    return words.format(count=count, **values)
