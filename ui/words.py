"""Text from scenario files, made safe to show as text."""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~$:])")


_IN_LABEL = re.compile(r"([\\`*_\[\]<>~$]|:(?=[\w/+-]+:)|:(?=\w+\[))")


def label_text(words: str) -> str:
    """Return text for a widget's label: shown and read aloud as it stands.

    Labels act on inline Markdown only, and what is escaped is read aloud with its backslash, so no
    more is escaped than must be.
    """
    return _IN_LABEL.sub(r"\\\1", words)


def safe(words: str) -> str:
    """Return text with every sign that Markdown would act on escaped: shown as it stands."""
    return _MARKDOWN.sub(r"\\\1", words)
