// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/homepage.h"

#include "sandbox/api.h"
#include "sandbox/html.h"
#include "sandbox/practice.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! What to type into Relink for this provider.
QString typeIn(const Ledger &ledger, const ProviderPack &pack)
{
    QStringList lines;
    for (const AuthMethod &method : pack.authMethods) {
        QString line;
        switch (method.kind) {
        case AuthKind::AuthorizationCode:
        case AuthKind::DeviceCode:
        case AuthKind::ClientCredentials:
        case AuthKind::JwtBearer:
        case AuthKind::RefreshToken:
        case AuthKind::Delegated:
            line = u"client ID <code>%1</code>, client secret (where one is asked for) "
                   "<code>%2</code>"_s.arg(QLatin1StringView(clientId),
                                           QLatin1StringView(clientSecret));
            break;
        case AuthKind::ApiKey:
            if (const QString key = workingKey(ledger, pack, method); !key.isEmpty())
                line = u"key <code>%1</code>"_s.arg(escaped(key));
            else
                line = u"any key of the right form"_s;
            break;
        case AuthKind::Login:
            line = u"user <code>%1</code>, password <code>%2</code>"_s.arg(
                QLatin1StringView(userName), freshValue(password, [&](const QString &text) {
                    return ledger.passwordEnd(pack.id, text) != Grant::End::None;
                }));
            break;
        }
        if (!lines.contains(line))
            lines.append(line);
    }
    return lines.join(u"; or "_s);
}

QString providerSection(const World &world, const ProviderPack &pack)
{
    QList<FaultKind> active;
    const QList<Fault> faults = world.faults.list();
    for (const Fault &fault : faults) {
        if (fault.provider == pack.id)
            active.append(fault.kind);
    }
    QString buttons;
    for (const FaultKind kind : allFaultKinds()) {
        // A redirect needs an address, which only a program has.
        if (kind == FaultKind::Redirect)
            continue;
        const bool on = active.contains(kind);
        buttons += u"<button type=\"submit\" name=\"fault\" value=\"%1\"%2>%3</button>\n"_s.arg(
            toString(kind), on ? u" class=\"on\""_s : QString(),
            escaped(faultWords(kind)) + (on ? u" (set)"_s : QString()));
    }
    const QString id = escaped(pack.id);
    return u"<section aria-labelledby=\"provider-%1\">\n<h2 id=\"provider-%1\">%2</h2>\n"
           "<p class=\"soft\">In Relink: %3.</p>\n"
           "<form method=\"post\" action=\"/_sandbox/faults\">\n"
           "<input type=\"hidden\" name=\"provider\" value=\"%1\">\n"
           "<div class=\"actions\">\n%4</div>\n</form>\n"
           "<form method=\"post\" action=\"/_sandbox/restore\">\n"
           "<input type=\"hidden\" name=\"provider\" value=\"%1\">\n"
           "<div class=\"actions\"><button class=\"go\" type=\"submit\">Put %2 right again</button>"
           "</div>\n</form>\n</section>\n"_s.arg(id, escaped(pack.name), typeIn(world.ledger, pack),
                                                 buttons);
}

} // namespace

http::Response homePage(const World &world)
{
    QString sections;
    for (const ProviderPack &pack : world.packs)
        sections += providerSection(world, pack);
    return pageAnswer(
        200, u"Practice providers"_s,
        u"<main class=\"wide\">\n<h1>Practice providers</h1>\n<p>These play the services that "
        "Relink connects to. Break one, watch its light in Relink, and bring it back.</p>\n<p>A "
        "key "
        "or a password that you ended here stays dead, as at the real provider. What is named "
        "below works now.</p>\n%1"
        "</main>"_s.arg(sections));
}

} // namespace relink::sandbox
