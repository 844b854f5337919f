// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/html.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

bool isInvisible(QChar c)
{
    return c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
        || c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
}

constexpr auto style = R"(:root { color-scheme: light dark; --ink: #1b2733; --soft: #5a6b7b;
  --paper: #eef2f5; --card: #ffffff; --line: #cfd8df; --go: #0b6b50; --goink: #ffffff; --tape: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6edf2; --soft: #a3b3c0; --paper: #12181d; --card: #1c252c; --line: #3a4852;
    --go: #4cc49b; --goink: #06231a; --tape: #f0c060; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, "Noto Sans", sans-serif; }
.tape { margin: 0; padding: .4rem 1rem; text-align: center; font-weight: 600; color: var(--tape);
  border-bottom: 2px dashed var(--tape); }
main { max-width: 34rem; margin: 2rem auto; padding: 1.5rem 2rem 2rem; background: var(--card);
  border: 1px solid var(--line); border-radius: .75rem; overflow-wrap: anywhere; }
main.wide { max-width: 62rem; }
h1 { font-size: 1.4rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.1rem; margin: 0 0 .25rem; }
p { margin: .5rem 0; }
.soft { color: var(--soft); }
fieldset { border: 1px solid var(--line); border-radius: .5rem; margin: 1rem 0; padding: .5rem 1rem; }
legend { font-weight: 600; padding: 0 .25rem; }
label { display: block; padding: .35rem 0; }
input[type=radio] { margin-right: .5rem; }
.actions { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: 1rem; }
button { font: inherit; padding: .5rem 1rem; border-radius: .5rem; border: 1px solid var(--line);
  background: transparent; color: inherit; cursor: pointer; }
button.go { background: var(--go); border-color: var(--go); color: var(--goink); font-weight: 600; }
button.on { border: 2px solid var(--tape); font-weight: 600; }
button:focus-visible, input:focus-visible, a:focus-visible, summary:focus-visible { outline: 3px solid var(--go);
  outline-offset: 2px; }
section { border-top: 1px solid var(--line); padding: 1rem 0; }
summary { cursor: pointer; padding: .25rem 0; font-weight: 600; }
details { padding-left: .25rem; }
details[open] { border-left: 3px solid var(--line); padding-left: 1rem; margin-bottom: 1rem; }
.broken { color: var(--tape); }
ul.line { display: flex; flex-wrap: wrap; gap: .25rem 1rem; list-style: none; padding: 0; }
pre { overflow-x: auto; font-size: .8em; }
ul { padding-left: 1.25rem; margin: .25rem 0; }
code { font-family: "Noto Sans Mono", monospace; font-size: .9em; }
a { color: inherit; }
)";

} // namespace

QString escaped(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        if (c == u'&')
            result += "&amp;"_L1;
        else if (c == u'<')
            result += "&lt;"_L1;
        else if (c == u'>')
            result += "&gt;"_L1;
        else if (c == u'"')
            result += "&quot;"_L1;
        else if (c == u'\'')
            result += "&#39;"_L1;
        else if (isInvisible(c))
            result += u"[U+%1]"_s.arg(QString::number(c.unicode(), 16).toUpper(), 4, u'0');
        else
            result += c;
    }
    return result;
}

http::Response pageAnswer(int status, const QString &title, const QString &body)
{
    const QString html
        = u"<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n"
          "<meta charset=\"utf-8\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<title>"_s
        + escaped(title) + u" – Relink practice</title>\n<link rel=\"stylesheet\" href=\""_s
        + QLatin1StringView(stylePath)
        + u"\">\n</head>\n<body>\n<p class=\"tape\">Practice. Nothing here is real.</p>\n"_s + body
        + u"\n</body>\n</html>\n"_s;
    // A form's redirect is held to form-action too, and the redirect goes to any loopback port.
    return {status,
            {{"Content-Type", "text/html; charset=utf-8"},
             {"Content-Security-Policy",
              "default-src 'none'; style-src 'self'; form-action 'self' http://127.0.0.1:* "
              "http://localhost:*; base-uri 'none'; frame-ancestors 'none'"},
             {"Cache-Control", "no-store"},
             {"Referrer-Policy", "same-origin"},
             {"X-Content-Type-Options", "nosniff"}},
            html.toUtf8()};
}

http::Response styleAnswer()
{
    return {200,
            {{"Content-Type", "text/css; charset=utf-8"},
             {"Cache-Control", "max-age=600"},
             {"X-Content-Type-Options", "nosniff"}},
            style};
}

} // namespace relink::sandbox
