// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factcomparison.h"

#include <QRegularExpression>

#include <algorithm>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

//! Host and path; every placeholder looks alike.
QString shape(QString address)
{
    static const QRegularExpression folder(u"\\{[^}]*\\.path\\}"_s);
    static const QRegularExpression name(u"\\{[^}]*\\}"_s);
    address.remove("https://"_L1);
    return address.section(u'?', 0, 0).remove(folder).replace(name, u"*"_s);
}

void identity(FactComparison &c)
{
    static const QRegularExpression remark(u" \\(.*\\)$"_s);
    const QString name = c.fact("display_name");
    if (c.pack.name != name && c.pack.name != QString(name).remove(remark))
        c.differs(u"display_name"_s, c.pack.name, name);
    if (c.pack.category != c.fact("category"))
        c.differs(u"category"_s, c.pack.category, c.fact("category"));
}

void kinds(FactComparison &c)
{
    const auto is = [](AuthKind kind) -> MethodCheck {
        return [kind](const AuthMethod &m) { return m.kind == kind; };
    };
    const auto scheme = [&c](ApiScheme wanted) -> MethodCheck {
        return [&c, wanted](const AuthMethod &m) {
            return m.kind == AuthKind::ApiKey && c.pack.apiOf(&m).scheme == wanted;
        };
    };
    const MethodCheck assertion = [](const AuthMethod &m) { return m.assertion.exists(); };
    static const QMap<QString, MethodCheck> known {
        {u"oauth2_authorization_code"_s, is(AuthKind::AuthorizationCode)},
        {u"oauth2_custom"_s, is(AuthKind::AuthorizationCode)},
        {u"oauth2_client_credentials"_s, is(AuthKind::ClientCredentials)},
        {u"oauth2_client_credentials_custom"_s, is(AuthKind::ClientCredentials)},
        {u"oauth2_client_credentials_instance"_s, is(AuthKind::ClientCredentials)},
        {u"oauth2_client_credentials_jwt_assertion"_s, assertion},
        {u"jwt_service_account"_s, is(AuthKind::JwtBearer)},
        {u"self_authorization_refresh_token"_s, is(AuthKind::RefreshToken)},
        {u"static_bearer_token"_s, is(AuthKind::ApiKey)},
        {u"bearer_token"_s, is(AuthKind::ApiKey)},
        {u"api_key_header"_s, is(AuthKind::ApiKey)},
        {u"api_key_bearer_or_basic"_s, is(AuthKind::ApiKey)},
        {u"custom_login_post"_s, is(AuthKind::Login)},
        {u"custom_login"_s, is(AuthKind::Login)},
        {u"custom_session"_s, is(AuthKind::Login)},
        {u"custom_app_install"_s, is(AuthKind::Login)},
        {u"oauth2_password_grant"_s, is(AuthKind::Login)},
        {u"delegated"_s, is(AuthKind::Delegated)},
        {u"delegated_user_owned_xero_app"_s, is(AuthKind::Delegated)},
    };
    const QMap<QString, MethodCheck> schemes {{u"basic"_s, scheme(ApiScheme::Basic)},
                                              {u"api_key_basic"_s, scheme(ApiScheme::Basic)},
                                              {u"oauth1_integration"_s, scheme(ApiScheme::OAuth1)},
                                              {u"oauth1_tba"_s, scheme(ApiScheme::OAuth1)}};
    for (const QJsonValue &entry : c.facts["auth_kinds"_L1].toArray()) {
        const QString kind = entry.toString();
        const MethodCheck fits = known.value(kind, schemes.value(kind));
        const QList<AuthMethod> &methods = c.pack.authMethods;
        if (!fits || std::none_of(methods.begin(), methods.end(), fits))
            c.differs(u"auth_kinds."_s + kind, u"nothing"_s, kind);
    }
}

template <typename Of>
void address(FactComparison &c, const QString &field, const QString &fact, const Of &of)
{
    QStringList pack;
    for (const AuthMethod *method : c.calling) {
        if (const QString address = of(*method); !address.isEmpty())
            pack.append(shape(address));
    }
    c.same(field, pack, fact.isEmpty() ? QStringList() : QStringList {shape(fact)});
}

void addresses(FactComparison &c)
{
    address(c, u"authorization_url"_s, c.fact("authorization_url"),
            [](const AuthMethod &m) { return m.authorizationEndpoint; });
    address(c, u"token_url"_s, c.fact("token_url"), [](const AuthMethod &m) {
        return m.kind == AuthKind::Login ? m.loginEndpoint : m.tokenEndpoint;
    });
    address(c, u"refresh_url"_s, c.fact("refresh_url"),
            [](const AuthMethod &m) { return m.refreshEndpoint; });
    address(c, u"revocation.url"_s, c.object("revocation")["url"_L1].toString(),
            [&c](const AuthMethod &m) { return c.pack.revocationOf(&m).endpoint; });
    address(c, u"health_probe.url"_s, c.object("health_probe")["url"_L1].toString(),
            [&c](const AuthMethod &m) {
                const ProbeDefinition &probe = c.pack.probeOf(&m);
                if (!probe.mint)
                    return probe.url;
                return m.kind == AuthKind::Login ? m.loginEndpoint : m.tokenEndpoint;
            });
}

void client(FactComparison &c)
{
    using Way = ClientAuthMethod;
    static const QMap<QString, QList<Way>> ways {
        {u"basic"_s, {Way::Basic, Way::BasicRaw}},
        {u"body"_s, {Way::Post}},
        {u"query"_s, {Way::Post}},
        {u"client_id_in_body"_s, {Way::None}},
        {u"bearer_secret_key"_s, {Way::SecretBearer}},
    };
    static const QMap<QString, QList<BodyEncoding>> bodies {
        {u"form"_s, {BodyEncoding::Form}},
        {u"json"_s, {BodyEncoding::Json}},
        {u"json_or_form"_s, {BodyEncoding::Json, BodyEncoding::Form}},
        {u"query_get"_s, {BodyEncoding::Query}},
    };
    QList<Way> allowed = ways.value(c.fact("token_client_auth"));
    if (c.facts["public_client_allowed"_L1].toBool())
        allowed.append(Way::None);
    for (const AuthMethod *method : c.calling) {
        if (method->tokenEndpoint.isEmpty())
            continue;
        for (const Way way : method->clientAuthMethods) {
            if (way != Way::PrivateKeyJwt && !c.fact("token_client_auth").isEmpty()
                && !allowed.contains(way)) {
                c.differs(u"token_client_auth"_s, toString(way), c.fact("token_client_auth"));
            }
        }
        const QString body = c.fact("token_request_format");
        if (!body.isEmpty() && !bodies.value(body).contains(method->tokenEncoding))
            c.differs(u"token_request_format"_s, method->id, body);
    }
}

} // namespace

void compareWays(FactComparison &c)
{
    identity(c);
    kinds(c);
    addresses(c);
    client(c);
}

} // namespace relink::test
