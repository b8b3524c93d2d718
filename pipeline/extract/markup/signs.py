"""What a page has anywhere, asked before it is sought in the tree: hardly a page has what is costly to find."""

from __future__ import annotations

import re

#: What stands in the attributes for classes, also in what a script writes.
_CLASSES = re.compile(rb"class\w*\s*=\s*\\?[\"']?([^\"'<>\\]*)")
_ELEMENT = re.compile(rb"<([a-z][a-z0-9-]*)")


class Signs(dict[str, bool]):
    """Whether a page has a word: `<name` is an element, `.name` stands in classes, all others anywhere.

    Each is looked for once, and among bytes, whose small letters cost nothing.
    """

    def __init__(self, html: str) -> None:
        self.page = html.encode("utf-8", "surrogatepass").lower()
        self.elements = set(_ELEMENT.findall(self.page))
        self.classes = b" ".join(set(_CLASSES.findall(self.page)))

    def __missing__(self, word: str) -> bool:
        if word[:1] == "<":
            found = word[1:].encode() in self.elements
        else:
            found = word[1:].encode() in self.classes if word[:1] == "." else word.encode() in self.page
        self[word] = found
        return found
