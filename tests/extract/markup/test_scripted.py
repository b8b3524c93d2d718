"""What scripts would write: the small language, its limits, and that nothing half understood comes out."""

# ruff: noqa: E501 - a script is easier to read in one line

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from pipeline.extract.markup import nodes
from pipeline.extract.markup.scripted import write_out
from pipeline.extract.script.page import Page
from pipeline.extract.script.tokens import NotUnderstood, tokens_of
from pipeline.extract.script.values import Machine


def written(code: str) -> str:
    """All that a script would write where it stands."""
    page = Page(lambda selector: [], lambda node, name: None)
    Machine(page).run(code)
    return "".join(effect.value for effect in page.effects if effect.kind == "write")


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("'a' + \"b\" + 1 + 2.5 + true", "ab12.5true"),
        ("1 + 2 + 'a'", "3a"),
        ("'\\x61\\u0062\\u{63}\\144\\n\\'' + ''", "abcd\n'"),
        ("`a${1 + 1}b`", "a2b"),
        ("0x40 + ''", "64"),
        ("7 % 4 + '' + 7 * 2 / 4 - 1", "32.5"),
        ("(7 ^ 2) + ',' + (6 & 3) + ',' + (6 | 1) + ',' + (1 << 3) + ',' + (9 >> 1) + ',' + (9 >>> 1)", "5,2,7,8,4,4"),
        ("(-1 + +'2') + ''", "1"),
        ("1 < 2 ? 'a' : 'b'", "a"),
        ("'a' >= 'b' || 'c'", "c"),
        ("'' && 'x' || 'y'", "y"),
        ("null ?? 'z'", "z"),
        ("(1 == '1') + '' + (1 === '1') + (1 != 2) + ('a' !== 'a')", "truefalsetruefalse"),
        (
            "typeof nix + typeof 'a' + typeof 1 + typeof true + typeof [] + typeof function () {}",
            "undefinedstringnumberbooleanobjectfunction",
        ),
        ("!0 + '' + !'a'", "truefalse"),
        ("void 0 ?? 'v'", "v"),
        ("('a', 'b')", "b"),
        ("'abc'.charAt(1) + 'abc'[2] + 'abc'.at(-1)", "bcc"),
        ("'abc'.charAt(9) + 'abc'.charCodeAt(1)", "98"),
        ("'abc'.length + ''", "3"),
        (
            "'abcdef'.substring(4, 1) + 'abcdef'.substr(-2) + 'abcdef'.substr(1, 2) + 'abcdef'.slice(-3, -1)",
            "bcdefbcde",
        ),
        ("'a-b-c'.split('-').reverse().join('')", "cba"),
        ("'abc'.split('').join() + 'a1b'.split(/\\d/).join('|') + 'ab'.split()", "a,b,ca|bab"),
        ("'aXbX'.replace('X', '$&!') + 'aa'.replace(/a/g, 'b') + 'aa'.replaceAll('a', 'c')", "aX!bXbbcc"),
        ("'ab'.replace(/(a)(b)/, '$2$1$$$3')", "ba$$3"),
        ("'abc'.replace(/[a-c]/g, function (c) { return c.toUpperCase() })", "ABC"),
        ("'abc'.replace(/b/, x => x + x)", "abbc"),
        ("'a1b2'.match(/\\d/g).join() + 'x1'.match(/x(\\d)/)[1] + ('q'.match(/z/) || 'none')", "1,21none"),
        ("'Ab'.toLowerCase() + 'Ab'.toUpperCase() + ' a '.trim() + 'ab'.repeat(2)", "abABaabab"),
        ("'a'.concat('b', 1) + 'abc'.indexOf('c') + 'abcb'.lastIndexOf('b')", "ab123"),
        (
            "'abc'.includes('b') + '' + 'abc'.startsWith('a') + 'abc'.endsWith('b') + 'x'.toString().valueOf()",
            "truetruefalsex",
        ),
        ("[1, 2, 3].map(function (n) { return n * 2 }).join('-')", "2-4-6"),
        ("[1, 2, 3].map((n, i) => { return n + i }).concat([9], 8).join('')", "13598"),
        ("[1, 2, 3].filter(n => n > 1).reduce((a, b) => a + b, '') + [1, 2].reduce((a, b) => a + b)", "233"),
        ("[[1, 2], null] + ''", "1,2,"),
        ("['a', 'b', 'c'].slice(1).toString() + ['a'].indexOf('a') + ['a'].indexOf('b') + ['a'].length", "b,c0-11"),
        ("[...'ab', 'c'].join('-')", "a-b-c"),
        ("new Array('a', 'b').join('@')", "a@b"),
        ("Array.from('ab').join('.')", "a.b"),
        ("({a: 'x', 'b': 'y'}).a + {b: 1}['b']", "x1"),
        ("(255).toString(16) + (5).toString()", "ff5"),
        ("String.fromCharCode(97, 98) + String.fromCharCode.apply(null, [99]) + String.fromCharCode(...[100])", "abcd"),
        (
            "unescape('%61%u0062') + decodeURIComponent('%C3%A4') + decodeURI('%61') + encodeURIComponent('a@b') + encodeURI('a b')",
            "abäaa%40ba%20b",
        ),
        ("atob('aW5mbw==') + window.atob('QA==')", "info@"),
        ("parseInt('12px') + parseInt('ff', 16) + parseInt('0x10') + parseFloat('1.5') + Number('2') + ''", "286.5"),
        ("isNaN(parseInt('x')) + '' + isNaN('1')", "truefalse"),
        (
            "String(12) + Boolean('') + Math.floor(1.7) + Math.ceil(1.2) + Math.round(1.5) + Math.abs(-1) + Math.pow(2, 3)",
            "12false12218",
        ),
        ("eval('\"a\" + \"b\"') + eval('var q = 1; q + 1')", "ab2"),
        ("/b/i.test('ABC') + ''", "true"),
        ("(function (a, b) { return a + b })('x', 'y')", "xy"),
        ("(() => 'z')()", "z"),
        ("(function () { return arguments[1] })(1, 'n')", "n"),
        ("(function () { return this.k }).call({k: 'v'}) + (function (a) { return a }).apply(null, ['w'])", "vw"),
        ("({f: function () { return this.x }, x: 'self'}).f()", "self"),
    ],
)
def test_what_an_expression_gives(expression: str, value: str) -> None:
    assert written(f"document.write({expression})") == value


@pytest.mark.parametrize(
    ("code", "value"),
    [
        ("var a = 'x', b; b = a; b += '@'; document.write(b)", "x@"),
        ("let a = 1\na++\n++a\na -= 1\na *= 6\na /= 4\na %= 2\ndocument.write(a + '')", "1"),
        ("const a = [3, 4]; a[0] = 1; a.push(5); a.unshift(0); a.pop(); a.shift(); document.write(a.join())", "1,4"),
        ("var o = {}; o.a = 'x'; o['b'] = 'y'; document.write(o.a + o.b)", "xy"),
        ("var s = ''; for (var i = 0; i < 3; i++) s += i; document.write(s)", "012"),
        (
            "var s = '', i = 0; for (;;) { i++; if (i == 2) continue; if (i > 4) break; s += i } document.write(s)",
            "134",
        ),
        ("var s = '', i = 3; while (i > 0) { s += i; i-- } document.write(s)", "321"),
        (
            "var s = ''; for (var c of 'ab') { if (c == 'b') break; s += c } for (const i in [7, 8]) s += i; document.write(s)",
            "a01",
        ),
        ("var s = ''; for (const c of ['a', 'b']) { if (c == 'a') continue; s += c }; document.write(s)", "b"),
        ("if (1 > 2) document.write('a'); else if (2 > 1) { document.write('b') } else document.write('c')", "b"),
        ("f('x'); function f(a) { if (a) { document.write(a); return } document.write('never') }", "x"),
        ("try { document.write('a') } catch (e) { document.write('b') } finally { document.write('c') }", "ac"),
        ("setTimeout(function () { document.write('later') }, 100)", "later"),
        ("window.onload = function () { document.write('no') }; document.writeln('ok')", "ok"),
        ("x = 'global'; document.write(x); ;", "global"),
        ("// comment\n/* more */ <!-- old\ndocument.write('c') // end\n-->", "c"),
        ("var a = 6 / 2 / 3; document.write(a + '')", "1"),
        ("window.write2 = 1; document.write('a')", "a"),
        ("function w(a) { document.write(a) } window.w('via window')", "via window"),
        ("async function f() { document.write('x') } f()", "x"),
        ("return 1; document.write('never')", ""),
    ],
)
def test_what_a_script_writes(code: str, value: str) -> None:
    assert written(code) == value


@pytest.mark.parametrize(
    "code",
    [
        "document.write(unknown)",
        "var a = 'x'; a = unknown(a); document.write(a)",
        "var a = 'x'; if (unknown) { a += 'y' } document.write(a)",
        "var a = 'x'; for (var i of unknown) a += i; document.write(a)",
        "var a; document.write(a)",
        "document.write('a'.unknown())",
        "document.write([].unknown)",
        "document.write('a'.replace(/(a+)+/, 'b'))",
        "document.write('a'.replace(/(?<x>a)/, 'b'))",
        "document.write('a'.replace(/[/, 'b'))",
        "document.write('a'.match('a'))",
        "document.write(new Date())",
        "document.write(await x)",
        "document.write({} + 'a')",
        "document.write('a' instanceof String)",
        "document.write(atob('%%%'))",
        "document.write(1..toString(1))",
        "document.write('a' - {})",
        "document.write(1 / 0 - unknown)",
        "document.write(String.raw('x'))",
        "document.write('x')()",
        "document.write(document.cookie)",
        "document.write(document.getElementById('x').innerHTML)",
        "document.write($('#x').html())",
        "document.write(null.x)",
        "f(); f = 1; 1 = 2; [1][9] = 2; 'a'.b = 3",
        "var s = 'x'; while (true) s += s; document.write(s)",
        "var s = []; for (;;) s.push('x'.repeat(9999)); document.write(s.join())",
        "var s = 'x'.repeat(20000); document.write([s, s].join())",
        "document.write('x'.repeat(15000).replace(/x/g, 'yyyyyyyy'))",
        "function f() { return f() } document.write(f())",
        "document.write('a'",
        "document.write('a' 'b')",
        "var 1 = 2; document.write('a')",
        "if (1 document.write('a')",
        "{ document.write('a'",
        "document.write({1 2})",
        "document.write('a') § 1",
        "for (var i = 0, i < 3) document.write('x')",
        "class A {} document.write('a')",
    ],
)
def test_what_is_not_understood_writes_nothing(code: str) -> None:
    assert written(code).replace("x", "") == ""


def after(html: str) -> str:
    """The body of a page after its scripts, without the scripts."""
    tree = LexborHTMLParser(html)
    write_out(tree)
    for node in tree.css("script"):
        nodes.remove(node)
    for node in tree.css("[data-kk-step]"):
        del node.attrs["data-kk-step"], node.attrs["data-kk-raw"]
    assert tree.body is not None
    return tree.body.inner_html or ""


LINK = '<a href="mailto:info@kreis.de">M</a>'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<p id=x>alt</p><script>document.getElementById('x').outerHTML = 'info@kreis.de'</script>",
            '<p id="x">info@kreis.de</p>',
        ),
        (
            "<p id=x>Mail: </p><script>document.getElementById('x').insertAdjacentHTML('beforeend', 'info@' + 'kreis.de')</script>",
            '<p id="x">Mail: info@kreis.de</p>',
        ),
        (
            "<p id=x>vor Spam geschützt</p><script>document.getElementById('x').append('info@' + 'kreis.de')</script>",
            '<p id="x">info@kreis.de</p>',
        ),
        (
            "<a class=x>M</a><script>document.getElementsByClassName('x')[0].href = 'mailto:' + 'info@kreis.de'</script>",
            LINK.replace("<a ", '<a class="x" '),
        ),
        (
            "<a id=x>M</a><script>$('#x').on('click', function () { location.href = 'mailto:info@' + 'kreis.de' })</script>",
            LINK.replace("<a ", '<a id="x" '),
        ),
        (
            "<a id=x>M</a><script>document.getElementById('x').addEventListener('click', () => { window.location = 'mailto:info@' + 'kreis.de' })</script>",
            LINK.replace("<a ", '<a id="x" '),
        ),
        (
            "<b id=x>M</b><script>document.querySelector('#x').onclick = null; $('#x').click(function () { window.open('mailto:info@' + 'kreis.de') })</script>",
            LINK,
        ),
        (
            "<a class=m data-u=info>M</a><script>$('.m').each(function () { $(this).attr('href', 'mailto:' + $(this).data('u') + '@kreis.de') })</script>",
            '<a class="m" data-u="info" href="mailto:info@kreis.de">M</a>',
        ),
        (
            "<a class=m data-u=info>M</a><script>$('.m').html($('.m').attr('data-u') + '@kreis.de').addClass('y')</script>",
            '<a class="m" data-u="info">info@kreis.de</a>',
        ),
        (
            "<p id=x></p><script>$('#x').append($('<b>info@kreis.de</b>'))</script>",
            '<p id="x"><b>info@kreis.de</b></p>',
        ),
        ("<p id=x>a</p><script>$('#x').replaceWith('info@' + 'kreis.de')</script>", '<p id="x">info@kreis.de</p>'),
        (
            "<p><b id=x></b></p><script>document.getElementById('x').parentNode.innerHTML = 'info@' + 'kreis.de'</script>",
            "<p>info@kreis.de</p>",
        ),
        (
            "<p id=x></p><script>var e = document.getElementById('x'); e.style.color = 'red'; e.classList.add('y'); e.title = 'T'; e.textContent = 'info@' + 'kreis.de' + e.title.charAt(9)</script>",
            '<p id="x">info@kreis.de</p>',
        ),
        (
            "<a href='#' onclick='go()'>M</a><script>function go() { location.assign('mailto:info@kreis.de') }</script>",
            LINK,
        ),
        (
            "<a href='#' onclick='return go(this)'>M</a><script>function go(e) { e.href = 'mailto:info@' + 'kreis.de' }</script>",
            LINK,
        ),
        (
            "<a href='#' onclick=\"this.href='mailto:'+'vasb@xervf.qr'.replace(/[a-z]/g,function(c){return String.fromCharCode("
            '(c=c.charCodeAt(0)+13)<=122?c:c-26)})">M</a>',
            LINK,
        ),
        (
            "<a id=x href='#'></a><script>document.getElementById('x').href = 'mailto:info@' + 'kreis.de'</script>",
            LINK.replace(">M<", ">info@kreis.de<").replace("<a ", '<a id="x" '),
        ),
        ("<p onclick=\"this.innerHTML='info'+'@'+'kreis.de'\">Anzeigen</p>", "<p>info@kreis.de</p>"),
        ("<script>document.write('<b>Besucher: 12</b>')</script>", ""),
        ("<p id=x>a</p><script>document.getElementById('x').innerHTML = 'Mail'</script>", '<p id="x">a</p>'),
        ("<script>document.body.innerHTML = 'info@kreis.de'</script><p>a</p>", "<p>a</p>"),
        ("<p>a</p><script src='info@kreis.de.js'>document.write('info@kreis.de')</script>", "<p>a</p>"),
        (
            "<p>a</p><a href='/x' onclick=\"window.open('/mail')\">M</a>",
            '<p>a</p><a href="/x" onclick="window.open(\'/mail\')">M</a>',
        ),
        ("<a href=\"javascript:mailDecode('info@kreis.de')\">M</a>", LINK),
        ("<a href=\"javascript:mailDecode('a', 'b')\">M</a>", "<a href=\"javascript:mailDecode('a', 'b')\">M</a>"),
        (
            "a<script>document.write('info@' + 'kreis.de')</script> <noscript>Bitte Javascript</noscript>",
            "ainfo@kreis.de ",
        ),
        (
            "<p><script>document.write('<i>info@kreis.de</i>, <a href=\"mailto:x@kreis.de\">x</a>')</script></p>",
            '<p><i>info@kreis.de</i>, <a href="mailto:x@kreis.de">x</a></p>',
        ),
    ],
)
def test_what_becomes_of_a_page(html: str, expected: str) -> None:
    import re

    assert re.sub(r' onclick="(?:go|return|this)[^"]*"', "", after(html)).replace(' href="#"', "") == expected


def test_names_are_shared_between_scripts_and_too_many_steps_end_it() -> None:
    page = Page(lambda selector: [], lambda node, name: None)
    machine = Machine(page)
    machine.run("var a = 'x'")
    machine.run("document.write(a)")
    machine.steps = 1
    machine.run("document.write('never')")
    assert [effect.value for effect in page.effects] == ["x"]


def test_a_regular_expression_is_no_division() -> None:
    assert [kind for kind, _ in tokens_of("a / b / c; x = /a[/]b/g; return /x/")].count("regex") == 2
    with pytest.raises(NotUnderstood):
        tokens_of("§")


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "a",
                "'x'",
                "+",
                "(",
                ")",
                "{",
                "}",
                "var ",
                "=",
                ";",
                "[",
                "]",
                ".",
                "join",
                "function",
                "=>",
                ",",
                "for",
                "if",
                "/",
                "`",
                "1",
                "return ",
                "document.write",
                "?",
                ":",
                "\n",
            ]
        ),
        max_size=30,
    ).map("".join)
)
def test_no_script_crashes(code: str) -> None:
    written(code)


@pytest.mark.parametrize("key", ["var", "assign", "update"])
def test_a_key_is_no_statement(key: str) -> None:
    assert written(f"nobody(known({{{key}: 1}})); document.write('info@kreis.example')") is not None
