"""From a mark to the registry entry that it names."""

from __future__ import annotations

from ui.annotate.desk import Desk


def named_entry(desk: Desk) -> str:
    """The actor of the selected mention; of the selected stance the holder, or what it is about. "" for none."""
    span, stance = desk.span, desk.stance
    if span is not None:
        return span.actor_id or ""
    if stance is None:
        return ""
    if stance.holder.id is not None:
        return stance.holder.id
    return stance.target.id if stance.target.kind != "claim" else stance.expressed_by or ""


def show_named(desk: Desk) -> None:
    """Show that entry in its registry."""
    if ident := named_entry(desk):
        desk.session.page_wanted.emit("actors", ident)
