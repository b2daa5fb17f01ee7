"""UIMA files as other programs write them, made by cassis, and archives of them."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

TEXT = "\U0001f6a2 Ada Vale opposes the toll.\r\nShe is hër own boss."
DKPRO = "de.tudarmstadt.ukp.dkpro.core.api."
STRING, ANNOTATION = "uima.cas.String", "uima.tcas.Annotation"


def place(words: str) -> dict[str, int]:
    """Where words stand, as features."""
    start = TEXT.index(words)
    return {"begin": start, "end": start + len(words)}


def types() -> Any:
    """A type system as INCEpTION has them: spans, relations, slots, a chain, grammar, metadata."""
    from cassis import TypeSystem

    found = TypeSystem()

    def add(name: str, above: str = ANNOTATION, /, **features: str) -> None:
        found.create_type(name, above)
        for feature, of in features.items():
            found.create_feature(name, feature, of)

    add(f"{DKPRO}segmentation.type.Token", form=STRING)
    add(f"{DKPRO}lexmorph.type.pos.POS", PosValue=STRING)
    add(f"{DKPRO}metadata.type.DocumentMetaData", "uima.tcas.DocumentAnnotation", documentTitle=STRING)
    add(f"{DKPRO}ner.type.NamedEntity", value=STRING, identifier=STRING)
    add("webanno.custom.Claim", stance=STRING, sure="uima.cas.Boolean", score="uima.cas.Double")
    found.create_feature("webanno.custom.Claim", "tags", "uima.cas.StringArray")
    add("webanno.custom.RoleLink", "uima.cas.TOP", role=STRING, target=f"{DKPRO}ner.type.NamedEntity")
    found.create_feature("webanno.custom.Claim", "roles", "uima.cas.FSArray", elementType="webanno.custom.RoleLink")
    add("webanno.custom.Rel", label=STRING, Governor=ANNOTATION, Dependent=ANNOTATION, how=STRING)
    add("webanno.custom.Same", ANNOTATION, one=ANNOTATION, other=ANNOTATION)
    add("webanno.custom.Mood", "uima.cas.AnnotationBase", tone=STRING)
    add("chain.Link", referenceType=STRING)
    found.create_feature("chain.Link", "next", "chain.Link")
    return found


class CasMaker:
    """A CAS of those types, to be filled."""

    def __init__(self, text: str = TEXT) -> None:
        from cassis import Cas

        self.types = types()
        self.cas = Cas(typesystem=self.types)
        self.cas.sofa_string = text
        self.cas.sofa_mime = "text/plain"

    def add(self, name: str, words: str = "", /, **features: Any) -> Any:
        """A feature structure over words."""
        made = self.types.get_type(name)(**(place(words) if words else {}), **features)
        self.cas.add(made)
        return made

    def made(self, name: str, **features: Any) -> Any:
        """A feature structure that stands nowhere."""
        return self.types.get_type(name)(**features)


def marked() -> CasMaker:
    """A document with everything on it."""
    one = CasMaker()
    one.cas.document_language = "en"
    one.add(f"{DKPRO}metadata.type.DocumentMetaData", documentTitle="The toll")
    one.add(f"{DKPRO}segmentation.type.Token", "Ada")
    one.add(f"{DKPRO}lexmorph.type.pos.POS", "Ada", PosValue="NNP")
    ada = one.add(f"{DKPRO}ner.type.NamedEntity", "Ada Vale", value="PER", identifier="http://x/Q1")
    toll = one.add(f"{DKPRO}ner.type.NamedEntity", "the toll", identifier="Q2")
    link = one.made("webanno.custom.RoleLink", role="holder", target=ada)
    tags = one.made("uima.cas.StringArray", elements=["a", "b c"])
    claim = one.add(
        "webanno.custom.Claim", "opposes the toll", stance="con", sure=True, score=0.5, tags=tags,
        roles=one.made("uima.cas.FSArray", elements=[link]),
    )  # fmt: skip
    one.add("webanno.custom.Rel", "the toll", label="ABOUT", Governor=claim, Dependent=toll, how="so")
    one.add("webanno.custom.Same", "hër", one=toll, other=claim)
    she = one.add("chain.Link", "She", referenceType="pronoun")
    one.add("chain.Link", "Ada Vale", next=she)
    one.add("webanno.custom.Mood", tone="sharp")
    return one


def packed(path: Path, members: Mapping[str, bytes]) -> Path:
    """An archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return path


def as_files(one: CasMaker) -> dict[str, bytes]:
    """The XMI file and its type system."""
    return {"ada.xmi": one.cas.to_xmi().encode(), "TypeSystem.xml": one.types.to_xml().encode()}
