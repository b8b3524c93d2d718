"""What a button opens that does not say its name: the block right behind it, or behind what holds only the button."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pipeline.extract.markup.looks import INLINE

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

#: These are no panel but another part of the page: its title, its next button.
_NO_PANEL = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "hr", "script", "style", "nav", "header", "footer", "main"})
#: Around a button may stand as much that holds nothing else.
_WRAPPERS = frozenset({"div", "span", "p"})


def panel_behind(button: LexborNode) -> LexborNode | None:
    """The block that a button opens; None where anything else stands behind it."""
    parent = button.parent
    behind = _beside(button, forward=True)
    if behind is None and parent is not None and parent.tag in _WRAPPERS and _beside(button, forward=False) is None:
        behind = _beside(parent, forward=True)
    if behind is None or not behind.is_element_node:
        return None
    return None if behind.tag in INLINE or behind.tag in _NO_PANEL else behind


def _beside(node: LexborNode, *, forward: bool) -> LexborNode | None:
    """The next element or text behind or before a node; blanks and comments are nothing."""
    other = node.next if forward else node.prev
    while other is not None and not other.is_element_node and not (other.is_text_node and _is_said(other)):
        other = other.next if forward else other.prev
    return other


def _is_said(text: LexborNode) -> bool:
    return bool((text.text_content or "").strip())
