// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/environmentcheck.h"

#include "core/rules/inputs.h"
#include "core/rules/signing.h"
#include "core/rules/template.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

QStringList addressesOf(const ProviderPack &pack, const AuthMethod &method)
{
    const ProbeDefinition &probe = pack.probeOf(&method);
    return {method.authorizationEndpoint,
            method.tokenEndpoint,
            method.refreshEndpoint,
            method.loginEndpoint,
            method.deviceEndpoint,
            method.accountCall.url,
            probe.url,
            probe.reachabilityUrl,
            pack.revocationOf(&method).endpoint};
}

QSet<QString> authorities(const ProviderPack &pack)
{
    QSet<QString> set;
    for (const AuthMethod &method : pack.authMethods) {
        for (const QString &address : addressesOf(pack, method))
            set.insert(templateAuthority(address));
    }
    set.insert(templateAuthority(pack.probe.url));
    set.insert(templateAuthority(pack.revocation.endpoint));
    set.remove({});
    return set;
}

QSet<QString> namesIn(const QStringList &templates)
{
    QSet<QString> names;
    for (const QString &templ : templates) {
        for (const QString &name : placeholders(templ).value_or(QStringList()))
            names.insert(name);
    }
    return names;
}

//! What the addresses of this environment are made of.
QSet<QString> namesInAddresses(const ProviderPack &pack, const AuthMethod &method,
                               Environment environment)
{
    const QMap<QString, QString> hosts = pack.hostsByEnvironment.value(environment);
    QStringList templates;
    for (QString address : addressesOf(pack, method)) {
        const QString host = templateAuthority(address);
        if (hosts.contains(host))
            address.replace(address.indexOf(host), host.size(), hosts.value(host));
        templates.append(address);
    }
    return namesIn(templates);
}

//! Headers, fields and parameters; those with an optional value are left out where it is missing.
QSet<QString> namesInTexts(const ProviderPack &pack, const AuthMethod &method)
{
    const ApiAuthentication &api = pack.apiOf(&method);
    const RevocationDefinition &revocation = pack.revocationOf(&method);
    const ProbeDefinition &probe = pack.probeOf(&method);
    const Assertion &a = method.assertion;
    return namesIn(api.headers.values() + api.secretHeaders.values() + api.query.values()
                   + probe.headers.values() + revocation.fields.values()
                   + method.authorizationParameters.values() + method.tokenParameters.values()
                   + method.refreshParameters.values() + method.tokenHeaders.values()
                   + method.loginFields.values() + a.claims.values()
                   + QStringList {api.basicUser, api.basicPassword, probe.organisationId,
                                  revocation.authorization, method.loginBasicUser,
                                  method.loginBasicPassword, a.keyId, a.issuer, a.subject,
                                  a.audience});
}

//! Inputs that the engine reads by their name.
QSet<QString> namesReadByEngine(const ProviderPack &pack, const AuthMethod &method)
{
    QSet<QString> names {method.keyInput, method.tokenInput, method.assertion.keyInput,
                         QLatin1StringView(input::clientId)};
    const bool secretive = std::none_of(
        method.clientAuthMethods.begin(), method.clientAuthMethods.end(), [](ClientAuthMethod way) {
            return way == ClientAuthMethod::None || way == ClientAuthMethod::PrivateKeyJwt;
        });
    const ApiScheme scheme = pack.apiOf(&method).scheme;
    if (secretive || scheme == ApiScheme::SignedQuery)
        names.insert(QLatin1StringView(input::clientSecret));
    if (scheme == ApiScheme::OAuth1) {
        for (const char *name : {input::consumerKey, input::consumerSecret, input::oauth1Token,
                                 input::oauth1TokenSecret})
            names.insert(QLatin1StringView(name));
    }
    return names;
}

} // namespace

void checkTestHosts(PackProblems &problems, const ProviderPack &pack, const PlaceholderNames &names)
{
    const QMap<QString, QString> hosts = pack.hostsByEnvironment.value(Environment::Test);
    const QSet<QString> used = authorities(pack);
    for (auto it = hosts.begin(); it != hosts.end(); ++it) {
        const QString path = u"$.environments.test.hosts."_s + it.key();
        if (!used.contains(it.key()))
            problems.add(path, u"No address of this pack has that host."_s);
        const QString host = it.value();
        if (std::any_of(host.begin(), host.end(),
                        [](QChar c) { return u"/?#@\\"_s.contains(c); })) {
            problems.add(path, u"This must be a host, without path or query."_s);
            continue;
        }
        problems.address(path, u"https://"_s + host + u'/', names, false);
    }
    if (!hosts.isEmpty() && !pack.hasTestEnvironment) {
        problems.add(u"$.environments.test.available"_s,
                     u"Hosts for Test Mode mean that there is one."_s);
    }
}

void checkBoundInputs(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                      const QString &path)
{
    const QSet<QString> byEngine = namesReadByEngine(pack, method);
    const QSet<QString> inTexts = namesInTexts(pack, method);
    for (qsizetype i = 0; i < method.inputs.size(); ++i) {
        const InputField &field = method.inputs[i];
        if (!field.environment)
            continue;
        const QString at = path + u".inputs[%1].environment"_s.arg(i);
        const bool test = field.environment == Environment::Test;
        if (!pack.hasTestEnvironment) {
            if (test)
                problems.add(at, u"This pack has no Test Mode to ask for it in."_s);
            continue;
        }
        const QSet<QString> inAddresses
            = namesInAddresses(pack, method, test ? Environment::Production : Environment::Test);
        QStringList given {field.key, field.key + u".path"_s};
        given += field.choiceValues.keys();
        for (const QString &name : std::as_const(given)) {
            const bool leftOut = name == field.key && !field.required && !field.secret;
            if (byEngine.contains(name) || inAddresses.contains(name)
                || (inTexts.contains(name) && !leftOut)) {
                problems.add(at,
                             u"“%1” is used in %2 too, where it would not be asked for."_s.arg(
                                 name, test ? u"production"_s : u"Test Mode"_s));
                break;
            }
        }
    }
}

} // namespace relink
