"""Contacts with any text in any field, as only an attacker or an accident would write them."""

from __future__ import annotations

from hypothesis import strategies as st

from pipeline.model import Address, Contact, PersonName, Phone

#: Signs that mean something somewhere: in cards, HTML, CSV, Markdown, XML, or to a terminal.
_LOADED = [
    *("\r\n", "\n", ";", ",", "\\", "\\n", "<b>", "&", "=1+1", "@", "]]>", "END:VCARD", "[x](y)", "_x0041_", "-1"),
    *("\u202e", "\u200b", "\x00", "\x1b[31m", "\ufeff", "\u2028", "\ud800", "\U000e0041", "\t=2", '"', "'"),
    *("ä" * 40, "😀" * 30),
]
texts = st.lists(st.one_of(st.sampled_from(_LOADED), st.text(max_size=8)), max_size=5).map("".join)
maybe = st.none() | texts
names = st.builds(PersonName, texts, maybe, maybe, maybe)
phones = st.builds(
    Phone,
    st.sampled_from(["voice", "fax", "mobile"]),
    st.one_of(st.sampled_from(["+4971139021234", "+43123456", "+4915112345678"]), texts),
    st.none() | st.sampled_from(["1234", "0"]),
)
contacts = st.builds(
    Contact,
    st.none() | names,
    maybe,
    maybe,
    maybe,
    st.lists(phones, max_size=3).map(tuple),
    st.lists(texts, max_size=2).map(tuple),
    st.none() | st.builds(Address, maybe, maybe, maybe),
    maybe,
    maybe,
)
