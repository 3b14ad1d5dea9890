"""What is taken out of one part of an office file: names of people, comments, tracked changes, hidden text."""

import re

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
DC = "{http://purl.org/dc/elements/1.1/}"
ABSOLUTE_PATH = "{http://schemas.microsoft.com/office/spreadsheetml/2010/11/ac}absPath"

GONE = {
    *(W + name for name in ("commentRangeStart", "commentRangeEnd", "commentReference", "attachedTemplate")),
    *(W + name for name in ("del", "moveFrom", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange")),
    *(W + name for name in ("trPrChange", "tcPrChange", "tblGridChange", "numberingChange", "tblPrExChange")),
    *(W + f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")),
    *(OFFICE + name for name in ("annotation", "annotation-end")),
    *(TEXT + name for name in ("tracked-changes", "change", "change-start", "change-end")),
    *(DC + name for name in ("creator",)),
    ABSOLUTE_PATH,
}
UNWRAPPED = {W + "ins", W + "moveTo"}
# In these parts an attribute of that name is a person. Elsewhere it may name a table.
PEOPLE = (
    (("word/",), {"author", "initials", "userId", "providerId"}),
    (("ppt/",), {"userId", "providerId", "author"}),
    (("xl/persons/",), {"displayName", "userId", "providerId"}),
    (("xl/",), {"userName", "author"}),
)
NAMES_OF_AUTHORS = ("xl/comments",)
END_OF_WORDS = {"p", "tr", "si", "c", "h", "table-cell", "br", "tab"}
TEXT_PARTS = re.compile(r"(word|ppt|xl)/.*\.xml$|content\.xml$|styles\.xml$")


def clean_content(tree) -> None:
    """Tracked changes as if accepted, comments and hidden text gone, in a document's own text."""
    for node in [each for each in tree.iter(W + "r") if _is_hidden(each)]:
        _take_out(node)
    for node in [each for each in tree.iter() if each.tag in UNWRAPPED]:
        _unwrap(node)
    for node in [each for each in tree.iter() if each.tag in GONE]:
        _take_out(node)


def _is_hidden(run) -> bool:
    switch = run.find(f"{W}rPr/{W}vanish")
    return switch is not None and switch.get(W + "val", "true") not in ("0", "false", "off")


def _take_out(node) -> None:
    """Remove the node and what is in it. Text that follows it in the same paragraph stays."""
    parent = node.getparent()
    if parent is None:
        return
    if node.tail:
        before = node.getprevious()
        if before is None:
            parent.text = (parent.text or "") + node.tail
        else:
            before.tail = (before.tail or "") + node.tail
    parent.remove(node)


def _unwrap(node) -> None:
    parent = node.getparent()
    if parent is None:
        return
    at = parent.index(node)
    for child in reversed(node):
        parent.insert(at, child)
    _take_out(node)


def without_authors(tree, name: str) -> None:
    people: set[str] = set()
    for beginnings, attributes in PEOPLE:
        if name.startswith(beginnings):
            people |= attributes
    for node in tree.iter(etree.Element):
        for attribute in node.attrib:
            if etree.QName(attribute).localname in people:
                node.set(attribute, "")
        if name.startswith(NAMES_OF_AUTHORS) and etree.QName(node).localname == "author":
            node.text = ""


def plain_text(name: str, content: bytes) -> str:
    """The words of a part, a line for each paragraph and each cell: a number split over two runs is one again."""
    if not TEXT_PARTS.match(name.lower()):
        return ""
    tree = etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))
    words: list[str] = []
    for _event, node in etree.iterwalk(tree, events=("start", "end")):
        if _event == "start":
            words.append(node.text or "")
        else:
            ends = isinstance(node.tag, str) and etree.QName(node).localname in END_OF_WORDS
            words.append("\n" if ends else "")
            words.append(node.tail or "")
    return "".join(words)
