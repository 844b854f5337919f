// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factcomparison.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

void parameters(FactComparison &c, const QString &field, const QJsonObject &facts,
                const QStringList &taken,
                const std::function<QMap<QString, QString>(const AuthMethod &)> &of)
{
    static const QRegularExpression plain(u"\\A[A-Za-z0-9./_-]+\\z"_s);
    static const QStringList prose {u"random"_s, u"optional"_s, u"mandatory"_s};
    QMap<QString, QString> pack;
    for (const AuthMethod *method : c.calling)
        pack.insert(of(*method));
    QStringList names = facts.keys();
    names.removeIf([&taken](const QString &name) { return taken.contains(name); });
    c.same(field, pack.keys(), names);
    for (const QString &name : names) {
        const QString wanted = facts[name].toString();
        if (pack.contains(name) && plain.match(wanted).hasMatch() && !prose.contains(wanted)
            && pack.value(name) != wanted) {
            c.differs(field + u'.' + name, pack.value(name), wanted);
        }
    }
}

void renames(FactComparison &c)
{
    const QJsonObject renamed = c.object("param_renames");
    for (const QString &standard : renamed.keys()) {
        const QString wanted = renamed[standard].toString();
        const auto says = [&](const AuthMethod *m) {
            return m->parameterNames.value(standard) == wanted
                || m->authorizationParameterNames.value(standard) == wanted
                || m->callbackParameterNames.value(standard) == wanted
                || m->tokenParameterNames.value(standard) == wanted;
        };
        if (std::none_of(c.calling.begin(), c.calling.end(), says))
            c.differs(u"param_renames."_s + standard, u"nothing"_s, wanted);
    }
    for (const QJsonValue &entry : c.facts["callback_params"_L1].toArray()) {
        const QString name = entry.toString();
        const auto reads = [&name](const AuthMethod *m) {
            return m->callbackHmac == name || m->callbackName(u"code"_s) == name
                || std::any_of(m->callbackCaptures.begin(), m->callbackCaptures.end(),
                               [&name](const Capture &kept) { return kept.from == name; });
        };
        if (std::none_of(c.signIns.begin(), c.signIns.end(), reads))
            c.differs(u"callback_params."_s + name, u"nothing"_s, name);
    }
}

void signIn(FactComparison &c)
{
    const QJsonObject pkce = c.object("pkce");
    const auto any = [&c](bool AuthMethod::*member) {
        return std::any_of(c.signIns.begin(), c.signIns.end(),
                           [member](const AuthMethod *m) { return m->*member; });
    };
    if (!c.signIns.isEmpty() && any(&AuthMethod::pkce) != pkce["supported"_L1].toBool())
        c.differs(u"pkce.supported"_s, u"another"_s, u"this"_s);
    if (any(&AuthMethod::pkceRequired) != pkce["required"_L1].toBool())
        c.differs(u"pkce.required"_s, u"another"_s, u"this"_s);

    const QJsonObject scopes = c.object("scopes");
    QStringList typical;
    for (const QJsonValue &scope : scopes["typical"_L1].toArray())
        typical.append(scope.toString());
    for (const AuthMethod *method : c.calling) {
        for (const QString &scope : method->scopes) {
            if (!typical.contains(scope))
                c.differs(u"scopes.typical"_s, scope, typical.join(u", "_s));
        }
        const QString separator = scopes["separator"_L1].toString();
        if (!method->scopes.isEmpty() && method->scopeSeparator != separator)
            c.differs(u"scopes.separator"_s, method->scopeSeparator, separator);
    }
    parameters(c, u"authorize_extra_params"_s, c.object("authorize_extra_params"), {},
               [](const AuthMethod &m) { return m.authorizationParameters; });
    parameters(c, u"token_extra_params"_s, c.object("token_extra_params"), {u"grant_type"_s},
               [](const AuthMethod &m) { return m.tokenParameters; });
    renames(c);
}

void calls(FactComparison &c)
{
    const QJsonObject auth = c.object("api_auth");
    const auto carries = [&](const AuthMethod *m) {
        const ApiAuthentication &api = c.pack.apiOf(m);
        const QString prefix = auth["prefix"_L1].toString();
        const bool basic = api.scheme == ApiScheme::Basic && prefix.startsWith("Basic "_L1);
        return api.header == auth["header"_L1].toString() && (basic || api.prefix == prefix);
    };
    if (!c.calling.isEmpty() && std::none_of(c.calling.begin(), c.calling.end(), carries))
        c.differs(u"api_auth.header"_s, c.pack.api.header, auth["header"_L1].toString());
    for (const QString &name : auth["extra_headers"_L1].toObject().keys()) {
        const auto sends = [&](const AuthMethod *m) {
            const ApiAuthentication &api = c.pack.apiOf(m);
            return api.headers.contains(name) || api.secretHeaders.contains(name)
                || c.pack.organisationHeader == name;
        };
        // Relink says its own name in every call.
        if (name != "User-Agent"_L1 && std::none_of(c.calling.begin(), c.calling.end(), sends))
            c.differs(u"api_auth.extra_headers."_s + name, u"nothing"_s, name);
    }
}

} // namespace

void compareSignIn(FactComparison &c)
{
    signIn(c);
    calls(c);
}

} // namespace relink::test
