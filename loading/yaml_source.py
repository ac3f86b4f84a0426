"""YAML read safely into plain data that knows where in the file each part stands.

The file is read as a stream of events with an own stack, so that nothing deep, repeated or
self-referring is built before it has been refused. Only plain data can come out: no tags, no
dates, and no number that two YAML readers would take for different numbers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from loading.problems import Problem, dotted, shorten

MAX_BYTES = 1_000_000
MAX_DEPTH = 30
MAX_NODES = 50_000

Steps = tuple[str | int, ...]
_Parser = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE", "yes", "Yes", "YES", "on", "On", "ON"})
_FALSE = frozenset({"false", "False", "FALSE", "no", "No", "NO", "off", "Off", "OFF"})
_INTEGER = re.compile(r"[-+]?(0|[1-9]\d{0,99})", re.ASCII)
_DECIMAL = re.compile(r"[-+]?(\d+\.\d*|\.\d+)([eE][-+]\d+)?", re.ASCII)
_NOT_FINITE = re.compile(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)")
_AMBIGUOUS = re.compile(
    r"[-+]?(\d+|0x[0-9a-fA-F_]+|0b[01_]+|\d[\d_]*_[\d_]*(\.[\d_]*)?|\d+(:[0-5]?\d)+(\.\d*)?)",
    re.ASCII,
)
# Carriage returns end lines in a file, but have no place in a text once it has been read.
_CONTROL_IN_FILE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_SURROGATE = re.compile(r"\\(u|U0000)[dD][89a-fA-F]")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_OWN_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "map", "seq")) | {"!", None}


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """An unquoted 0662 (octal 434), 1_000 or 1:30: neither text nor a number one can trust."""

    raw: str

    def __str__(self) -> str:
        return self.raw

    __repr__ = __str__


@dataclass(slots=True)
class _Node:
    kind: str
    line: int
    text: str = ""
    quoted: bool = False
    children: list["_Node"] = field(default_factory=list)
    size: int = 1
    height: int = 1
    closed: bool = False


@dataclass(slots=True)
class Source:
    """A file as data, with the place of each part.

    Attributes:
        data: Plain data: dict, list, str, int, float, bool, None and ``Ambiguous``.
        lines: Line of each part by its path; of its key where it has one.
        raw: The text of each single value as it stands in the file.
        quoted: Paths of values within quotation marks.
        copies: Keys of parts that repeat an earlier part of the file (``*name``).
    """

    file: str
    text: str
    data: object = None
    lines: dict[tuple[str, ...], int] = field(default_factory=dict)
    raw: dict[tuple[str, ...], str] = field(default_factory=dict)
    quoted: set[tuple[str, ...]] = field(default_factory=set)
    copies: set[str] = field(default_factory=set)

    def line(self, steps: Steps) -> int:
        """Return the line of a part, or of the nearest part around it."""
        path = _path(steps)
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def found(self, steps: Steps) -> str:
        """Return what stands at a path: a single value as written, otherwise its first line."""
        path = _path(steps)
        if path in self.raw:
            return shorten(self.raw[path])
        return _line_at(self.text, self.line(steps)) if path in self.lines else ""

    def is_quoted(self, steps: Steps) -> bool:
        """Return whether the value stands within quotation marks."""
        return _path(steps) in self.quoted


class _RefusedError(Exception):
    def __init__(
        self, code: str, line: int, found: str = "", allowed: str = "", key: str = ""
    ) -> None:
        super().__init__(code)
        self.code, self.line, self.key = code, line, key
        self.found, self.allowed = found, allowed


def read_yaml(path: Path, max_bytes: int = MAX_BYTES) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read a file; on problems the data may be None or lack what could not be read."""
    name = path.as_posix()
    try:
        with path.open("rb") as file:
            content = file.read(max_bytes + 1)
    except FileNotFoundError:
        return None, (Problem("file_missing", name, 1),)
    except (OSError, ValueError):
        return None, (Problem("file_unreadable", name, 1),)
    return parse_yaml(content, name, max_bytes)


def parse_yaml(
    content: bytes, name: str, max_bytes: int = MAX_BYTES
) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read the content of a file that the user calls ``name``."""
    if len(content) > max_bytes:
        allowed = f"{max_bytes // 1000} kB"
        return None, (Problem("file_too_large", name, 1, allowed=allowed),)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        shown = _line_at(content.decode("latin-1"), line)
        return None, (Problem("file_encoding", name, line, found=shown, allowed="UTF-8"),)
    if control := _CONTROL_IN_FILE.search(text):
        line = text.count("\n", 0, control.start()) + 1
        return None, (Problem("text_control", name, line, found=_line_at(text, line)),)
    source = Source(name, text)
    try:
        root = _tree(text)
        if root is None:
            return None, (Problem("file_empty", name, 1),)
        refused = list(_fill(source, root))
    except _RefusedError as error:
        refused = [error]
    except yaml.YAMLError as error:
        line = _line_of(error, text)
        found = _line_at(text, line)
        code = "text_control" if _is_surrogate(error, text) else "yaml_syntax"
        return None, (Problem(code, name, line, found=found),)
    problems = tuple(
        Problem(error.code, name, error.line, error.key, error.found, error.allowed)
        for error in refused
    )
    return (None if source.data is None and problems else source), problems


def _path(steps: Steps) -> tuple[str, ...]:
    return tuple(str(step) for step in steps)


def _line_at(text: str, line: int) -> str:
    lines = text.split("\n")
    return shorten(_CONTROL.sub("�", lines[min(line, len(lines)) - 1]))


def _line_of(error: yaml.YAMLError, text: str) -> int:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    if mark is not None:
        return int(mark.line) + 1
    position = getattr(error, "position", None)
    return text.count("\n", 0, position) + 1 if isinstance(position, int) else 1


def _is_surrogate(error: yaml.YAMLError, text: str) -> bool:
    """Return whether the reader stopped at half a character, written as an escape."""
    mark = getattr(error, "problem_mark", None)
    if mark is None or "escape" not in str(getattr(error, "problem", "")):
        return False
    line = text.split("\n")[int(mark.line)]
    return _SURROGATE.match(line, max(int(mark.column) - 2, 0)) is not None


def _tree(text: str) -> _Node | None:
    """Build nodes from the events of the file, refusing what is too deep, many or circular."""
    parser = _Parser(text)
    stack: list[_Node] = []
    anchors: dict[str, _Node] = {}
    root: _Node | None = None
    documents = nodes = 0
    try:
        while parser.check_event():
            event = parser.get_event()
            line = event.start_mark.line + 1
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise _RefusedError("yaml_documents", line, "---")
            elif isinstance(event, yaml.CollectionEndEvent):
                node = stack.pop()
                node.closed = True
                node.size += sum(child.size for child in node.children)
                node.height += max((child.height for child in node.children), default=0)
                _within(nodes, node, len(stack), line)
            elif isinstance(event, yaml.NodeEvent):
                nodes += 1
                node = _alias(event, anchors, line) or _node(event, line)
                _within(nodes, node, len(stack), line)
                if stack:
                    stack[-1].children.append(node)
                else:
                    root = node
                if not isinstance(event, yaml.AliasEvent):
                    if event.anchor:
                        anchors[event.anchor] = node
                    if isinstance(event, yaml.CollectionStartEvent):
                        stack.append(node)
    finally:
        parser.dispose()
    return None if root is None or (root.kind == "scalar" and not root.text) else root


def _within(nodes: int, node: _Node, depth: int, line: int) -> None:
    if depth + node.height > MAX_DEPTH:
        raise _RefusedError("yaml_depth", line, allowed=str(MAX_DEPTH))
    if max(nodes, node.size) > MAX_NODES:
        raise _RefusedError("yaml_aliases", line, allowed=str(MAX_NODES))


def _alias(event: yaml.Event, anchors: dict[str, _Node], line: int) -> _Node | None:
    if not isinstance(event, yaml.AliasEvent):
        return None
    target = anchors.get(event.anchor)
    if target is None:
        raise _RefusedError("yaml_alias_unknown", line, f"*{event.anchor}")
    if not target.closed:
        raise _RefusedError("yaml_cycle", line, f"*{event.anchor}")
    return target


def _node(event: yaml.Event, line: int) -> _Node:
    if event.tag not in _OWN_TAGS:
        raise _RefusedError("yaml_tag", line, shorten(event.tag))
    if not isinstance(event, yaml.ScalarEvent):
        return _Node("map" if isinstance(event, yaml.MappingStartEvent) else "list", line)
    if _CONTROL.search(event.value):
        raise _RefusedError("text_control", line, shorten(_CONTROL.sub("�", event.value)))
    quoted = bool(event.style) or event.tag is not None
    return _Node("scalar", line, event.value, quoted, closed=True)


def _fill(source: Source, root: _Node) -> Iterator[_RefusedError]:
    """Put the data of the nodes in the source, telling keys that are repeated or no keys."""
    refused: dict[tuple[str, int], _RefusedError] = {}
    built: set[int] = set()

    def build(node: _Node, steps: Steps, line: int) -> object:
        path = _path(steps)
        source.lines[path] = line
        if id(node) in built:
            source.copies.add(dotted(steps))
        built.add(id(node))
        if node.kind == "scalar":
            source.raw[path] = node.text
            if node.quoted:
                source.quoted.add(path)
            return node.text if node.quoted else _plain(node.text)
        if node.kind == "list":
            return [build(child, (*steps, i), child.line) for i, child in enumerate(node.children)]
        found: dict[object, object] = {}
        seen: set[str] = set()
        for key, value in zip(node.children[::2], node.children[1::2], strict=True):
            here = (*steps, key.text)
            if key.kind != "scalar":
                place = dotted(steps)
                refused[place, key.line] = _RefusedError("key_not_text", key.line, key=place)
            elif key.text in seen:
                place = dotted(here)
                refused[place, key.line] = _RefusedError(
                    "key_repeated", key.line, key.text, key=place
                )
            else:
                seen.add(key.text)
                found[_key(key)] = build(value, here, key.line)
        return found

    source.data = build(root, (), root.line)
    yield from refused.values()


def _key(node: _Node) -> object:
    read = node.text if node.quoted else _plain(node.text)
    # A key such as ``no`` or ``0.5`` can only be meant as its text.
    return read if type(read) is int or isinstance(read, Ambiguous) else node.text


def _plain(text: str) -> object:
    if text in _NULL:
        return None
    if text in _TRUE or text in _FALSE:
        return text in _TRUE
    if _INTEGER.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "", 1))
    return Ambiguous(text) if _AMBIGUOUS.fullmatch(text) else text
