"""Each way in which office pages hide a mail address, and what a visitor still reads there."""

from __future__ import annotations

import base64
import codecs
import json
import time
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser, LexborNode

from pipeline import wording
from pipeline.extract import ciphers, nodes
from pipeline.extract.disguise import decoded_call, unveil
from pipeline.extract.hidden import hidden_by_style
from pipeline.transform.online import find_mails, mailto_addresses

MAIL = "eva.beispiel@kreis-muster.de"
USER, DOMAIN = MAIL.split("@")


def visible_lines(tree: LexborHTMLParser) -> list[str]:
    """The lines of a page, as a reader of the tree would make them."""
    lines = [""]
    assert tree.body is not None
    for node in nodes.walk(tree.body, 100_000):
        if node.is_text_node:
            if not any(parent_tag(node, tag) for tag in ("script", "style", "s", "del")):
                lines[-1] += (node.text_content or "").replace("\n", " ")
        elif node.is_element_node and node.tag not in nodes.INLINE | nodes.UNSEEN:
            lines.append("")
    return lines


def parent_tag(node: LexborNode, tag: str) -> bool:
    return node.parent is not None and node.parent.tag == tag


def read(
    html: str, page: str = "<!DOCTYPE html><html><head><title>x</title></head><body>{}</body></html>"
) -> list[str]:
    """All addresses of a page, from its lines and its mail links."""
    whole = page.replace("{}", html)
    tree = LexborHTMLParser(whole)
    unveil(tree, whole)
    found = [mail.address for line in visible_lines(tree) for mail in find_mails(line)]
    for node in tree.css("a[href],area[href]"):
        href = node.attrs["href"] or ""
        if href.lower().startswith("mailto:"):
            found += mailto_addresses(href)
    return sorted(set(found))


def turned(text: str, offset: int) -> str:
    """TYPO3's encoder."""
    out = ""
    for char in text:
        for start, end in ((43, 58), (64, 90), (97, 122)):
            if start <= ord(char) <= end:
                char = chr(start + (ord(char) - start + offset) % (end - start + 1))
                break
        out += char
    return out


def cloudflare(text: str, key: int = 0x5A) -> str:
    return bytes([key, *(byte ^ key for byte in text.encode())]).hex()


def b64(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def rot13(text: str) -> str:
    return codecs.encode(text, "rot13")


def entities(text: str) -> str:
    return "".join(f"&#{ord(c)};" if i % 2 else f"&#x{ord(c):X};" for i, c in enumerate(text))


def percent(text: str) -> str:
    return "".join(f"%{byte:02x}" for byte in text.encode())


def codes(text: str) -> str:
    return ",".join(str(ord(char)) for char in text)


def eeb_ascii(html: str) -> str:
    """Email Encoder Bundle, the method with two alphabets."""
    plain = quote(html, safe="")
    letters = "".join(dict.fromkeys(plain))
    indices = "".join(chr(letters.index(char) + 48) for char in plain)
    script = (
        f'(function() {{var ml={json.dumps(letters)},mi={json.dumps(indices)},o="";for(var j=0,l=mi.length;j<l;j++) '
        '{o+=ml.charAt(mi.charCodeAt(j)-48);}document.getElementById("eeb-1-2").innerHTML = decodeURIComponent(o);}());'
    )
    return f'<span id="eeb-1-2"></span><script type="text/javascript">{script}</script><noscript>*protected*</noscript>'


def joomla_15(address: str) -> str:
    user, domain = address.split("@")
    return f"""<script type='text/javascript'>
 <!--
 var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
 var path = 'hr' + 'ef' + '=';
 var addy26718 = '{entities(user)}' + '&#64;';
 addy26718 = addy26718 + '{domain[:4]}' + '{domain[4:]}';
 document.write('<a ' + path + '\\'' + prefix + ':' + addy26718 + '\\'>');
 document.write(addy26718);
 document.write('<\\/a>');
 //-->\n </script><script type='text/javascript'>
 <!--
 document.write('<span style=\\'display: none;\\'>');
 //-->
 </script>Diese E-Mail-Adresse ist gegen Spambots geschützt! JavaScript muss aktiviert werden.
 <script type='text/javascript'>
 <!--
 document.write('</');
 document.write('span>');
 //-->
 </script>"""


JOOMLA_3 = f"""<span id="cloak12">Diese E-Mail-Adresse ist vor Spambots geschützt!</span><script type='text/javascript'>
 document.getElementById('cloak12').innerHTML = '';
 var prefix = '&#109;a' + 'i&#108;' + '&#116;o';
 var path = 'hr' + 'ef' + '=';
 var addy12 = '{entities(USER)}' + '&#64;';
 addy12 = addy12 + '{DOMAIN[:5]}' + '&#46;'.replace('&#46;', '') + '{DOMAIN[5:]}';
 var addy_text12 = 'Frau Beispiel';
 document.getElementById('cloak12').innerHTML += '<a ' + path + '\\'' + prefix + ':' + addy12 + '\\'>'+addy_text12+'<\\/a>';
 </script>"""

ROT13_FUNCTION = (
    'replace(/[a-zA-Z]/g, function(c){return String.fromCharCode((c<="Z"?90:122)>=(c=c.charCodeAt(0)+13)?c:c-26);})'
)
REVERSED = "unicode-bidi:bidi-override; direction: rtl"

SHOWN = {
    # plain and nearly plain
    "mailto": f'<a href="mailto:{MAIL}">E-Mail</a>',
    "mailto-upper": f'<a href="MAILTO:{MAIL.upper()}">E-Mail</a>',
    "mailto-subject": f'<a href="mailto:{MAIL}?subject=Frage%20an&amp;body=x">E-Mail</a>',
    "mailto-cc": f'<a href="mailto:{MAIL}?cc=">E-Mail</a>',
    "mailto-percent": f'<a href="mailto:{percent(MAIL)}">E-Mail</a>',
    "mailto-percent-at": f'<a href="mailto:{USER}%40{DOMAIN}">E-Mail</a>',
    "mailto-entities": f'<a href="{entities("mailto:" + MAIL)}">{entities(MAIL)}</a>',
    "mailto-blank": f'<a href="mailto: {MAIL} ">E-Mail</a>',
    "mailto-blank-coded": f'<a href="mailto:%20{MAIL}%20">E-Mail</a>',
    "mailto-twice": f'<a href="mailto:mailto:{MAIL}">E-Mail</a>',
    "mailto-slashes": f'<a href="mailto://{MAIL}">E-Mail</a>',
    "mailto-http": f'<a href="http://mailto:{MAIL}">E-Mail</a>',
    "mailto-http-only": f'<a href="http://{MAIL}">E-Mail</a>',
    "mailto-missing": f'<a href="{MAIL}">E-Mail</a>',
    "mailto-typo": f'<a href="mailto;{MAIL}">E-Mail</a>',
    "mailto-point": f'<a href="mailto:{MAIL}.">E-Mail</a>',
    "mailto-named": f'<a href="mailto:Eva%20Beispiel%20%3C{MAIL}%3E">E-Mail</a>',
    "mailto-spelled": f'<a href="mailto:{USER}(at){DOMAIN}">E-Mail</a>',
    "split-by-tags": f"<b>{USER}</b><span>@</span>kreis<wbr>-muster<span>.</span>de",
    "comment-inside": f"{USER}@<!-- nospam -->{DOMAIN}",
    "zero-width": f"{USER}\u200b@\u200d{DOMAIN}",
    "soft-hyphen": f"{USER}@kreis-\u00admuster.de",
    "commat": f"{USER}&commat;kreis-muster&period;de",
    # ciphers
    "typo3-1": f"<a href=\"javascript:linkTo_UnCryptMailto('{turned('mailto:' + MAIL, 1)}');\">{USER}(at)kreis-muster.de</a>",
    "typo3-minus-3": f"<a href=\"javascript:linkTo_UnCryptMailto('{turned('mailto:' + MAIL, -3)}');\">{USER}(at){DOMAIN}</a>",
    "typo3-upper": f"<a href=\"JavaScript:linkTo_UnCryptMailto('{turned('mailto:' + MAIL, 10)}')\">Mail</a>",
    "typo3-json": '<a href="javascript:linkTo_UnCryptMailto(%27'
    + quote(json.dumps(turned("mailto:" + MAIL, 1))[1:-1].replace("/", "\\/"))
    + '%27);">E-Mail</a>',
    "typo3-onclick": f"<a href=\"#\" onclick=\"linkTo_UnCryptMailto('{turned('mailto:' + MAIL, 2)}'); return false;\">M</a>",
    "typo3-namespace": f"<a href=\"javascript:TYPO3.linkTo_UnCryptMailto('{turned('mailto:' + MAIL, 2)}');\">M</a>",
    "typo3-token": f'<a href="#" data-mailto-token="{turned("mailto:" + MAIL, 7)}" data-mailto-vector="7">M</a>',
    "typo3-token-minus": f'<a href="#" data-mailto-token="{turned("mailto:" + MAIL, -9)}" data-mailto-vector="-9">M</a>',
    "typo3-subst": f"<a href=\"javascript:linkTo_UnCryptMailto('{turned('mailto:' + MAIL, 2)}');\">{USER}<script>obscureMid();"
    "</script>kreis-muster.de</a>",
    "typo3-subst-write": f"{USER}<script type=\"text/javascript\">document.write('@');</script>kreis-muster"
    "<script>document.write('.');</script>de",
    "typo3-subst-decoy": f'{USER}@<span style="display:none;">remove-this.</span>{DOMAIN}',
    "neos": f"<a href=\"javascript:linkTo_UnCryptMailto('{turned(MAIL, 20)}',-20)\">{USER} (at) {DOMAIN}</a>",
    "jumk": "<a href=\"javascript:linkTo_UnCryptMailto('" + "".join(chr(ord(c) + 1) for c in "mailto:" + MAIL) + "');\">M</a>",
    "cryptx": "<a href=\"javascript:DeCryptX('" + "".join(f"{i % 4}{chr(ord(c) + i % 4)}" for i, c in enumerate(MAIL)) + "')\">M</a>",
    "cryptx-2": "<a href=\"javascript:DeCryptX('" + "".join(chr(ord(c) + 1) for c in MAIL) + "')\">M</a>",
    "cryptx-3": "<a href=\"javascript:DeCryptX('2¦" + "".join(chr(ord(c) + 2) for c in MAIL) + "¦1')\">M</a>",
    "cryptx-text": f"<a href=\"javascript:DeCryptX('1{chr(ord('a') + 1)}')\">{USER} [at] kreis-muster [dot] de</a>",
    "redaxo": f'<a href="javascript:decryptUnicorn({rot13(MAIL).replace("@", "|")})">{USER}<span class="unicorn"><span>_at_'
    f"</span></span>{DOMAIN}</a>",
    "redaxo-css": f'<span style="display: none;">rinor</span>{USER}<span style="display: none;">ronir</span>[at]'
    f'<span style="display: none;">rinor</span>{DOMAIN}',
    "redaxo-script": "<script>/* <![CDATA[ */document.write(\""
    + rot13(f'<a href=\\"mailto:{MAIL}\\">{MAIL}</a>')
    + f'".{ROT13_FUNCTION});/* ]]> */</script>',
    "cloudflare": f'<span class="__cf_email__" data-cfemail="{cloudflare(MAIL)}">[email&#160;protected]</span>',
    "cloudflare-link": f'<a href="/cdn-cgi/l/email-protection#{cloudflare(MAIL, 7)}">E-Mail</a>',
    "cloudflare-both": f'<a href="/cdn-cgi/l/email-protection#{cloudflare(MAIL)}"><span class="__cf_email__" '
    f'data-cfemail="{cloudflare(MAIL)}">[email&#160;protected]</span></a>',
    "cloudflare-subject": f'<a href="/cdn-cgi/l/email-protection#{cloudflare(MAIL + "?subject=x")}">E-Mail</a>',
    "joomla-1.5": joomla_15(MAIL),
    "joomla-3": JOOMLA_3,
    "joomla-4": f'<joomla-hidden-mail is-link="1" is-email="1" first="{b64(USER)}" last="{b64(DOMAIN)}" text="{b64(MAIL)}" '
    'base="">Diese E-Mail-Adresse ist vor Spambots geschützt!</joomla-hidden-mail>',
    "joomla-4-text": f'<joomla-hidden-mail is-link="1" is-email="" first="{b64(USER)}" last="{b64(DOMAIN)}" '
    f'text="{b64("<b>Mail schreiben</b>")}">x</joomla-hidden-mail>',
    "eeb-data": f'<a href="javascript:;" data-enc-email="{rot13(MAIL).replace("@", "[at]")}" class="mail-link">E-Mail</a>',
    "eeb-ascii": eeb_ascii(f'<a href="mailto:{MAIL}">{MAIL}</a>'),
    "eeb-ascii-text": eeb_ascii(MAIL),
    "eeb-escape": '<span id="eeb-3-4"></span><script>document.getElementById("eeb-3-4").innerHTML = eval(decodeURIComponent("'
    + percent(f"'{MAIL}'")
    + '"))</script><noscript>*protected*</noscript>',
    "eeb-rtl": '<span class="eeb eeb-rtl"><span class="eeb-sd">'
    + entities(MAIL[::-1][:12])
    + '</span><span class="eeb-nodis">1763800742</span><span class="eeb-sd">'
    + MAIL[::-1][12:]
    + '</span><span class="eeb-nodis">1763800742</span></span>',
    "drupal-obfuscate": f'<a data-mail-to="{rot13(MAIL.replace("@", "/at/").replace(".", "/dot/"))}" data-replace-inner="">x</a>',
    "smarty-hex": f'<a href="&#109;&#97;&#105;&#108;&#116;&#111;&#58;{percent(USER)}@{percent(DOMAIN)}">E-Mail</a>',
    "smarty-charcode": f'<script>document.write(String.fromCharCode({codes(f"<a href=mailto:{MAIL}>x</a>")}))</script>',
    "smarty-javascript": f"<script>document.write(unescape('{percent(f'<a href=mailto:{MAIL}>x</a>')}'))</script>",
    "smarty-eval": f"<script>eval(unescape('{percent(f'document.write({chr(39)}{MAIL}{chr(39)});')}'))</script>",
    # pieces
    "spamspan": f'<span class="spamspan"><span class="u">eva [dot] beispiel</span> [at] <span class="d">kreis-muster [dot] de'
    '</span><span class="h"> (subject: Hi) </span><span class="t"> (Frau Beispiel)</span></span>',
    "spamspan-image": f'<span class="spamspan"><span class="u">{USER}</span><img alt="at" width="10" src="/image.gif" />'
    '<span class="d">kreis-muster<span class="o"> [dot] </span>de</span></span>',
    "spamspan-plain": f'<span class="spamspan"><span class="u">{USER}</span>&#64;<span class="d">{DOMAIN}</span>(<span '
    'class="t">Frau Beispiel</span>)</span>',
    "data-user-domain": f'<span class="mail" data-user="{USER}" data-domain="{DOMAIN}"></span>',
    "data-u-d": f'<span class="js-email" data-u="{USER}" data-d="{DOMAIN}">E-Mail anzeigen</span>',
    "data-mail-user": f'<a href="#" data-mail-user="{USER}" data-mail-domain="{DOMAIN}">E-Mail</a>',
    "data-name": f'<a href="#" data-name="{USER}" data-domain="kreis-muster" data-tld="de">E-Mail</a>',
    "data-reversed": f'<span data-user="{USER[::-1]}" data-domain="{DOMAIN[::-1]}"></span>',
    "data-parts-base64": f'<span data-local="{b64(USER)}" data-host="{b64(DOMAIN)}"></span>',
    "data-defuscate": f'<noscript data-defuscate data-name="{USER}" data-domain="{DOMAIN}"><em>Durch JavaScript geschützt</em>'
    "</noscript>",
    "data-email": f'<a href="#" data-email="{MAIL}">E-Mail</a>',
    "data-base64": f'<a href="#" data-email="{b64(MAIL)}">E-Mail</a>',
    "data-base64-mailto": f'<a href="#" data-href="{b64("mailto:" + MAIL)}">E-Mail</a>',
    "data-backwards": f'<span data-email="{MAIL[::-1]}">[E-Mail]</span>',
    "data-rot13": f'<span data-mail="{rot13(MAIL)}">E-Mail</span>',
    "data-spelled": f'<span data-mail="{USER} (at) {DOMAIN}">E-Mail</span>',
    "data-hex": f'<a data-encoded="{MAIL.encode().hex()}">E-Mail</a>',
    "data-codes": f'<a data-mail-codes="{codes(MAIL)}" data-mail="{codes(MAIL)}">E-Mail</a>',
    # scripts
    "js-write": f"<script>document.write('<a href=\"mailto:{USER}'+'@'+'{DOMAIN}\">'+'Mail</a>');</script>",
    "js-variables": f"<script>var n='{USER}'; var d=\"kreis-muster\"; var t='de';\nvar a = n + '\\x40' + d + '.' + t\n"
    'document.write("<a href=\'mailto:" + a + "\'>" + a + "</a>")</script>',
    "js-writes": f"<script>document.write('<a href=\"');document.write('mailto:{USER}');document.write('&#64;{DOMAIN}\">x</a>')</script>",
    "js-comment": f"<script><!--\nvar m = '{USER}' + '@' + '{DOMAIN}'; // Adresse\n/* ok */ document.write(m);\n//--></script>",
    "js-reverse": f"<script>document.write('{MAIL[::-1]}'.split('').reverse().join(''))</script>",
    "js-join": f"<script>document.write(['{USER}','{DOMAIN}'].join('@'))</script>",
    "js-codes": f"<script>document.write(String.fromCharCode({codes(MAIL)}));</script>",
    "js-codes-apply": f"<script>document.write(String.fromCharCode.apply(null, [{codes(MAIL)}]));</script>",
    "js-atob": f"<script>document.write(atob('{b64(MAIL)}'));</script>",
    "js-window-atob": f'<span id="m"></span><script>document.getElementById("m").textContent = window.atob("{b64(MAIL)}");</script>',
    "js-unescape": f"<script>document.write(unescape('{USER}%40{DOMAIN}'));</script>",
    "js-template": f"<script>const u='{USER}';const d='{DOMAIN}';document.write(`<a href=\"mailto:${{u}}@${{d}}\">x</a>`)</script>",
    "js-function": f"<script>function mail(u, d) {{ return u + '@' + d; }} document.write(mail('{USER}', '{DOMAIN}'));</script>",
    "js-writer": f"<script>function w(u,d){{document.write('<a href=\"mailto:'+u+'@'+d+'\">'+u+'@'+d+'</a>')}}</script>"
    f"<p><script>w('{USER}','{DOMAIN}')</script></p>",
    "js-loop": f"<script>var c=[{codes(MAIL)}], s=''; for (var i = 0; i < c.length; i++) {{ s += String.fromCharCode(c[i]); }} "
    "document.write(s)</script>",
    "js-iife": f"<p id=x></p><script>(function(){{var e=document.getElementById('x');e.innerHTML='{USER}'+'@'+'{DOMAIN}'}})()</script>",
    "js-arrow": f"<p id=x></p><script>(() => {{ document.querySelector('#x').innerHTML = ['{USER}', '{DOMAIN}'].join('@') }})();</script>",
    "js-ready": f"<p id=x></p><script>document.addEventListener('DOMContentLoaded', function() {{"
    f"document.getElementById('x').innerText = '{USER}' + '@' + '{DOMAIN}'; }});</script>",
    "js-jquery": f"<p id=x></p><script>$(document).ready(function() {{ $('#x').html('{USER}' + '@{DOMAIN}'); }});</script>",
    "js-jquery-attr": f"<a id=x>M</a><script>jQuery(function($){{ $('#x').attr('href', 'mailto:' + '{USER}' + '@{DOMAIN}'); }});</script>",
    "js-create": f"<p id=x></p><script>var a = document.createElement('a'); a.href = 'mailto:' + '{USER}' + '@' + '{DOMAIN}'; "
    "a.appendChild(document.createTextNode('Mail')); document.getElementById('x').appendChild(a);</script>",
    "js-set-href": f"<a id=x href='#'>M</a><script>document.getElementById('x').setAttribute('href', 'mailto:{USER}' + '@{DOMAIN}')</script>",
    "js-each": f"<a class=m data-x='{USER}' data-y='{DOMAIN}'>M</a><script>document.querySelectorAll('.m').forEach(function(el) {{"
    " el.href = 'mailto:' + el.dataset.x + '@' + el.getAttribute('data-y'); });</script>",
    "js-replace-text": f"<p id=x>{USER} AT_ {DOMAIN}</p><script>var e = document.getElementById('x');"
    "e.innerHTML = e.innerHTML.replace(/ AT_ /g, '@');</script>",
    "onclick-href": f"<a href=\"#\" onclick=\"this.href='mailto:'+'{USER}'+'@'+'{DOMAIN}'\">M</a>",
    "onclick-location": f"<a href=\"#\" onclick=\"location.href='mai'+'lto:'+'{USER}'+'@'+'{DOMAIN}'; return false\">M</a>",
    "onmouseover": f"<a href=\"#\" onmouseover=\"this.setAttribute('href', 'mailto:{USER}' + String.fromCharCode(64) + '{DOMAIN}')\">M</a>",
    "onclick-replace": f"<a href=\"mailto_{USER}[at]{DOMAIN}\" onmouseover=\"this.href=this.href.replace('_',':').replace('[at]','@')\">M</a>",
    "onclick-button": f"<button onclick=\"window.open('mailto:' + '{USER}' + '@' + '{DOMAIN}')\">Mail</button>",
    "javascript-href": f"<a href=\"javascript:location='mailto:\\u0065va.beispiel\\u0040{DOMAIN}';void 0\">M</a>",
    "javascript-function": f"<script>function m(a,b){{window.location.href='mailto:'+a+'@'+b}}</script><a href=\"javascript:m('{USER}','{DOMAIN}')\">M</a>",
    "javascript-unknown": f"<a href=\"javascript:sendMail('{USER}','{DOMAIN}')\">M</a>",
    "javascript-unknown-3": f"<a href=\"javascript:nospam('{USER}','kreis-muster','de')\">M</a>",
    "javascript-percent": f"<a href=\"javascript:%77%69%6e%64%6f%77.location='mailto:{USER}%40{DOMAIN}'\">M</a>",
    # style
    "rtl": f'<span style="{REVERSED}">{MAIL[::-1]}</span>',
    "rtl-important": f'<span style="DIRECTION:RTL!important; unicode-bidi : bidi-override">{MAIL[::-1]}</span>',
    "rtl-class": f"<style>.m {{ unicode-bidi: bidi-override; direction: rtl }}</style><span class=m>{MAIL[::-1]}</span>",
    "rtl-unstyled": f'<span class="codedirection">{MAIL[::-1]}</span>',
    "rtl-link": f'<a href="#x"><span style="{REVERSED}">{MAIL[::-1]}</span></a>',
    "bdo": f'<bdo dir="rtl">{MAIL[::-1]}</bdo>',
    "decoy-none": f'{USER}@<span style="display:none">null</span>{DOMAIN}',
    "decoy-visibility": f'{USER}<b style="visibility: hidden; position: absolute">xx</b>@{DOMAIN}',
    "decoy-size": f'{USER}@<i style="font-size:0">weg.</i>{DOMAIN}',
    "decoy-hidden": f"{USER}@<span hidden>null.</span>{DOMAIN}",
    "decoy-off": f'{USER}@<span style="position:absolute;left:-9999px">nix.</span>{DOMAIN}',
    "decoy-class": f"<style>/* x */ .a, .weg {{ color: red; display : none }}</style>{USER}@<span class=weg>null.</span>{DOMAIN}",
    "decoy-nth": f"<style>p.m span:before {{content:''}} p.m b {{display:none}}</style><p class=m>{USER}@<b>x.</b>{DOMAIN}</p>",
    "decoy-framework": f'{USER}@<span class="d-none">x.</span>{DOMAIN}',
    "decoy-nospam": f'{USER}@<span class="nospam">NOSPAM.</span>{DOMAIN}',
    "content-attr": '<style>.m::after { content: attr(data-d) } .m::before{content: attr(data-u) "\\40 "}</style>'
    f'<span class=m data-u="{USER}" data-d="{DOMAIN}"></span>',
    "content-at": f"<style>.at:before {{ content: '@' }}</style>{USER}<span class=at></span>{DOMAIN}",
    # words and images
    "image-at": f'{USER}<img src="/at.gif" alt="@">{DOMAIN}',
    "image-at-word": f'{USER}<img src="/x.gif" alt="(at)">{DOMAIN}',
    "image-at-file": f'{USER}<img src="/img/at.png" alt="">{DOMAIN}',
    "image-icon": f'{USER}<i class="fa fa-at"></i>{DOMAIN}',
    "image-klammeraffe": f'{USER} <img src="/k.gif" alt="Klammeraffe"> {DOMAIN}',
    "image-whole": f'<img src="/m.png" alt="{MAIL}">',
    "image-whole-spelled": f'<img src="/m.png" alt="{USER} (at) {DOMAIN}">',
    "remove-me": f"{USER}@NOSPAM.{DOMAIN} (NOSPAM bitte entfernen)",
    "noscript": f"<noscript>{USER} [at] {DOMAIN}</noscript>",
    "footer": f"<footer><p>{MAIL}</p></footer>",
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWN)
def test_what_a_visitor_can_read_is_read(name: str) -> None:
    assert read(SHOWN[name]) == [MAIL]
    assert read(f"<p>Frau Beispiel<br>Ehrenamt<br>E-Mail: {SHOWN[name]}</p><p>Raum 12</p>") == [MAIL]
    assert read(f"<table><tr><td>Amt</td><td>{SHOWN[name]}</td><td>Raum 12</td></tr></table>") == [MAIL]
