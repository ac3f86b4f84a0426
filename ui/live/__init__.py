"""Our own parts of the screen: Python describes, plain JavaScript modules in ``js/`` draw."""

import hashlib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest

_FOLDER = Path(__file__).parent / "js"
_FAMILY = "vagval"


def mount(name: str, js: str, css: str | None = None) -> Callable[..., object]:
    """Return a component whose modules and styles are files in ``js/``.

    Streamlit serves such files only for installed packages; registering the folder ourselves keeps
    them real modules, which the browser fetches once instead of getting their text at each move.
    The name carries a hash of the files, so that a browser never uses those of an older version.

    Args:
        name: What is mounted; one per script.
        js: File with the default export that Streamlit calls.
        css: File with its styles.
    """
    return _mounted(get_bidi_component_manager(), name, js, css)


@lru_cache(maxsize=16)
def _mounted(
    manager: BidiComponentManager, name: str, js: str, css: str | None
) -> Callable[..., object]:
    part = f"{name}-{_version()}"
    full = f"{_FAMILY}.{part}"
    if manager.get_component_asset_root(full) is None:
        manifest = ComponentManifest(_FAMILY, _version(), [ComponentConfig(part, _FOLDER.name)])
        manager.register_from_manifest(manifest, _FOLDER.parent)
    return st.components.v2.component(full, js=js, css=css)


@lru_cache(maxsize=1)
def _version() -> str:
    digest = hashlib.sha256()
    for path in sorted(_FOLDER.iterdir()):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:8]
