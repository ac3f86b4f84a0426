"""Text from scenario files, made safe to show as text."""

import re

_MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#+\-.!|~$:])")


def safe(words: str) -> str:
    """Return text with every sign that Markdown would act on escaped: shown as it stands."""
    return _MARKDOWN.sub(r"\\\1", words)
