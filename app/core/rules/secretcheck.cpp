// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/secretcheck.h"

#include "core/rules/inputcheck.h"
#include "core/rules/inputs.h"
#include "core/rules/secretkey.h"
#include "core/rules/template.h"

#include <QUrlQuery>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! As the name of an input or a field, where `state` and `code` are ordinary words.
bool soundsSecret(const QString &name)
{
    const SecretKey kind = secretKey(name);
    if (kind != SecretKey::Loose)
        return kind != SecretKey::No;
    static const QStringList sure {u"key"_s, u"token"_s, u"assertion"_s, u"authcode"_s};
    return sure.contains(name.toLower());
}

QStringList namesIn(const QString &templ)
{
    return placeholders(templ).value_or(QStringList());
}

//! One way of connecting with what it takes from the pack.
class Way
{
public:
    Way(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
        const QString &path)
        : m_problems(problems)
        , m_pack(pack)
        , m_method(method)
        , m_path(path)
    {}

    void inputs() const
    {
        for (qsizetype i = 0; i < m_method.inputs.size(); ++i) {
            const InputField &field = m_method.inputs[i];
            // A label is for people: “Key” alone is no password.
            const bool secret
                = soundsSecret(field.key) || secretKey(field.label) == SecretKey::Strict;
            if (secret && !field.secret && !isReadOpenly(field.key)) {
                tell(m_path + u".inputs[%1].secret"_s.arg(i),
                     u"“%1” sounds like a secret and would be kept openly: write true."_s.arg(
                         field.key));
            }
            for (const QString &name : field.choiceValues.keys())
                notFixed(m_path + u".inputs[%1].choice_values"_s.arg(i), name);
        }
    }

    void fields() const
    {
        const ApiAuthentication &api = m_pack.apiOf(&m_method);
        const QString apiPath = (m_method.api ? m_path : u"$"_s) + u".api."_s;
        fields(m_path + u".authorization_parameters."_s, m_method.authorizationParameters);
        fields(m_path + u".token_parameters."_s, m_method.tokenParameters);
        fields(m_path + u".refresh_parameters."_s, m_method.refreshParameters);
        fields(m_path + u".token_headers."_s, m_method.tokenHeaders);
        fields(m_path + u".login_fields."_s, m_method.loginFields);
        fields(m_path + u".assertion.claims."_s, m_method.assertion.claims);
        fields(apiPath + u"headers."_s, api.headers);
        fields(apiPath + u"secret_headers."_s, api.secretHeaders);
        fields(apiPath + u"query."_s, api.query);
        fields((m_method.probe ? m_path : u"$"_s) + u".probe.headers."_s,
               m_pack.probeOf(&m_method).headers);
        const RevocationDefinition &revocation = m_pack.revocationOf(&m_method);
        const QString at = (m_method.revocation ? m_path : u"$"_s) + u".revocation."_s;
        fields(at + u"fields."_s, revocation.fields);
        fields(at, {{u"authorization"_s, revocation.authorization}});
        for (const QString &name : m_pack.constants.keys())
            notFixed(u"$.constants."_s + name, name);
    }

    //! No secret has a place in an address (R84).
    void addresses() const
    {
        const QString probe = (m_method.probe ? m_path : u"$"_s) + u".probe."_s;
        const QString revocation = (m_method.revocation ? m_path : u"$"_s) + u".revocation."_s;
        address(m_path + u".authorization_endpoint"_s, m_method.authorizationEndpoint);
        address(m_path + u".device_authorization_endpoint"_s, m_method.deviceEndpoint);
        address(m_path + u".token_endpoint"_s, m_method.tokenEndpoint);
        address(m_path + u".refresh_endpoint"_s, m_method.refreshEndpoint);
        address(m_path + u".login_endpoint"_s, m_method.loginEndpoint);
        address(m_path + u".account_call.url"_s, m_method.accountCall.url);
        address(probe + u"url"_s, m_pack.probeOf(&m_method).url);
        address(probe + u"reachability_url"_s, m_pack.probeOf(&m_method).reachabilityUrl);
        address(revocation + u"endpoint"_s, m_pack.revocationOf(&m_method).endpoint);
    }

    //! Whoever logs in proves it with something that only they know.
    void login() const
    {
        if (m_method.kind != AuthKind::Login)
            return;
        const QSet<QString> sent
            = namesIn(m_method.loginFields.values()
                      + QStringList {m_method.loginBasicUser, m_method.loginBasicPassword});
        const ApiAuthentication &api = m_pack.apiOf(&m_method);
        const RevocationDefinition &revocation = m_pack.revocationOf(&m_method);
        const QSet<QString> elsewhere
            = namesIn(api.secretHeaders.values() + revocation.fields.values()
                      + QStringList {api.basicUser, api.basicPassword, revocation.authorization});
        const bool engine = api.scheme == ApiScheme::OAuth1 || api.scheme == ApiScheme::SignedQuery;
        const bool proves = std::any_of(
            m_method.inputs.begin(), m_method.inputs.end(),
            [&sent](const InputField &f) { return f.secret && sent.contains(f.key); });
        if (!proves) {
            tell(m_path + u".login_fields"_s,
                 u"A login sends a secret that the merchant enters: a password or a key."_s);
        }
        for (qsizetype i = 0; i < m_method.inputs.size(); ++i) {
            const QString &key = m_method.inputs[i].key;
            if (m_method.inputs[i].secret && !engine && !sent.contains(key)
                && !elsewhere.contains(key)) {
                tell(m_path + u".inputs[%1].key"_s.arg(i),
                     u"The secret “%1” is asked for, but never sent."_s.arg(key));
            }
        }
    }

private:
    static QSet<QString> namesIn(const QStringList &templates)
    {
        QSet<QString> names;
        for (const QString &templ : templates) {
            for (const QString &name : relink::namesIn(templ))
                names.insert(name);
        }
        return names;
    }

    void fields(const QString &path, const QMap<QString, QString> &templates) const
    {
        for (auto it = templates.begin(); it != templates.end(); ++it) {
            if (it.value().isEmpty() || !soundsSecret(it.key()))
                continue;
            const QStringList names = relink::namesIn(it.value());
            const bool open = names.isEmpty()
                || std::all_of(names.begin(), names.end(),
                               [this](const QString &name) { return isOpen(name); });
            if (open) {
                tell(path + it.key(),
                     u"A secret goes here. It comes from a secret input, never from this file or "
                     "from what is kept openly."_s);
            }
        }
    }

    void address(const QString &path, const QString &templ) const
    {
        const QUrlQuery query(templ.section(u'#', 0, 0).section(u'?', 1));
        for (const auto &[name, value] : query.queryItems(QUrl::FullyDecoded)) {
            if (soundsSecret(name))
                tell(path,
                     u"“%1” sounds like a secret, which has no place in an address."_s.arg(name));
        }
    }

    //! Of the file, or entered and kept openly; the client's id is one that some call a key.
    bool isOpen(const QString &name) const
    {
        if (name == QLatin1StringView(input::clientId))
            return false;
        const InputField *field = fieldOf(m_method, name);
        const bool chosen
            = std::any_of(m_method.inputs.begin(), m_method.inputs.end(),
                          [&name](const InputField &f) { return f.choiceValues.contains(name); });
        return (field && !field->secret) || chosen || m_pack.constants.contains(name);
    }

    void notFixed(const QString &path, const QString &name) const
    {
        if (soundsSecret(name))
            tell(
                path,
                u"“%1” sounds like a secret; no file that is passed around holds one."_s.arg(name));
    }

    //! Once, though several ways share the place.
    void tell(const QString &path, const QString &reason) const
    {
        const PackProblem problem {path, reason};
        if (!m_problems.list.contains(problem))
            m_problems.list.append(problem);
    }

    PackProblems &m_problems;
    const ProviderPack &m_pack;
    const AuthMethod &m_method;
    const QString m_path;
};

} // namespace

void checkSecrets(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                  const QString &path)
{
    const Way way(problems, pack, method, path);
    way.inputs();
    if (method.kind == AuthKind::Delegated)
        return;
    way.fields();
    way.addresses();
    way.login();
}

} // namespace relink
