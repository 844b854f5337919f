// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/redirectpages.h"

using namespace Qt::StringLiterals;

namespace relink {

namespace {

constexpr auto style = R"(
:root { color-scheme: light dark; --ground: #f4f5f7; --card: #fff; --ink: #1d2330; --soft: #566074; }
@media (prefers-color-scheme: dark) {
  :root { --ground: #14171d; --card: #1f242d; --ink: #eef1f6; --soft: #a9b3c4; }
}
* { box-sizing: border-box; margin: 0; }
body { min-height: 100vh; display: grid; place-items: center; padding: 1.5rem;
  background: var(--ground); color: var(--ink);
  font: 1.0625rem/1.55 system-ui, -apple-system, "Segoe UI", "Noto Sans", sans-serif; }
main { max-width: 32rem; padding: 2.25rem 2.5rem; border-radius: 14px; background: var(--card);
  box-shadow: 0 1px 3px rgb(0 0 0 / .12), 0 8px 28px rgb(0 0 0 / .08); }
h1 { font-size: 1.5rem; line-height: 1.25; font-weight: 600; margin-bottom: .75rem; }
p { color: var(--soft); }
footer { margin-top: 1.5rem; font-size: .875rem; color: var(--soft); letter-spacing: .02em; }
)"_L1;

constexpr auto skeleton = R"(<!DOCTYPE html>
<html lang="%1" dir="auto">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>%2</title>
<style>%3</style>
</head>
<body>
<main>
<h1>%2</h1>
<p>%4</p>
<footer>Relink</footer>
</main>
</body>
</html>
)"_L1;

QList<HttpHeader> guards()
{
    return {
        {"Cache-Control", "no-store"},
        {"Referrer-Policy", "no-referrer"},
        {"X-Content-Type-Options", "nosniff"},
        {"Content-Security-Policy",
         "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
         "frame-ancestors 'none'"},
    };
}

} // namespace

RedirectPageTexts::RedirectPageTexts()
    : language(u"en-GB"_s)
    , connected {u"Connected"_s,
                 u"The account is connected. You can close this page and go back to Relink."_s}
    , failed {u"Not connected"_s,
              u"Relink could not finish connecting the account. The Relink window shows why and "
              "what helps. You can close this page."_s}
    , declined {u"Access was declined"_s,
                u"Nothing has been changed. You can close this page and go back to Relink."_s}
    , undecided {u"Relink is still busy"_s,
                 u"The Relink window will show whether the account is connected. You can close "
                 "this page."_s}
    , repeated {u"Nothing more to do here"_s,
                u"Relink has this reply already. You can close this page and go back to Relink."_s}
    , refused {u"This page is of no use"_s,
               u"Relink did not expect this request and has changed nothing. You can close this "
               "page."_s}
{}

RedirectPages::RedirectPages(RedirectPageTexts texts)
    : m_texts(std::move(texts))
{}

http::Response RedirectPages::outcome(std::optional<PageOutcome> outcome) const
{
    if (!outcome)
        return page(200, m_texts.undecided);
    switch (*outcome) {
    case PageOutcome::Connected:
        return page(200, m_texts.connected);
    case PageOutcome::Declined:
        return page(200, m_texts.declined);
    case PageOutcome::Failed:
        break;
    }
    return page(200, m_texts.failed);
}

http::Response RedirectPages::repeated() const
{
    return page(200, m_texts.repeated);
}

http::Response RedirectPages::refused(int status) const
{
    http::Response response = page(status, m_texts.refused);
    if (status == 405)
        response.headers.append(HttpHeader {"Allow", "GET"});
    return response;
}

http::Response RedirectPages::forward(const QByteArray &path)
{
    http::Response response;
    response.status = 303;
    response.headers = guards();
    response.headers.append(HttpHeader {"Location", path});
    return response;
}

http::Response RedirectPages::page(int status, const PageText &text) const
{
    http::Response response;
    response.status = status;
    response.headers = guards();
    response.headers.append(HttpHeader {"Content-Type", "text/html; charset=utf-8"});
    response.body = QString(skeleton)
                        .arg(m_texts.language.toHtmlEscaped(), text.title.toHtmlEscaped(),
                             QString(style), text.text.toHtmlEscaped())
                        .toUtf8();
    return response;
}

} // namespace relink
