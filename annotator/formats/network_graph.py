"""A network as the XML of programs that draw and measure networks."""

from __future__ import annotations

import re
from typing import Any

from annotator.formats.network import Network

# what neither dialect can hold, and a date that would make each file another one
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DATE = re.compile(r' lastmodifieddate="[^"]*"')
_CREATOR = re.compile(r"<creator>[^<]*</creator>")


def gexf(of: Network) -> bytes:
    """As GEXF 1.2, without a date."""
    networkx = _library()
    text = "\n".join(networkx.generate_gexf(_graph(of), version="1.2draft")) + "\n"
    return _CREATOR.sub("<creator>Stancemark</creator>", _DATE.sub("", text)).encode()


def graphml(of: Network) -> bytes:
    """As GraphML."""
    networkx = _library()
    return ("\n".join(networkx.generate_graphml(_graph(of), named_key_ids=True)) + "\n").encode()


def _graph(of: Network) -> Any:
    graph = _library().DiGraph()
    for node in of.nodes.values():
        values = {"label": node.name, "kind": node.kind, "type": node.type, "country": node.country}
        graph.add_node(_clean(node.id), **{key: _clean(value) for key, value in values.items()})
    for (holder, target), edge in of.edges.items():
        values = {key: _clean(value) if isinstance(value, str) else value for key, value in edge.values.items()}  # type: ignore[misc]
        graph.add_edge(_clean(holder), _clean(target), **values)
    return graph


def _library() -> Any:
    import networkx  # type: ignore[import-untyped]  # takes a while to load: not before it is wanted

    return networkx


def _clean(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
