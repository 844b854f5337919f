// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/endpointcheck.h"

#include "core/rules/checkresults.h"
#include "core/rules/inputs.h"
#include "core/rules/misprint.h"
#include "core/rules/registrabledomain.h"
#include "core/rules/resolve.h"
#include "core/rules/template.h"
#include "core/rules/urlpolicy.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

// Shorter names differ in a letter or two from many others.
constexpr qsizetype tooShortToTell = 6;

CheckResult wrong(const QString &detail, const QString &host, const QString &meant = {})
{
    CheckResult result = failedCheck(CheckId::Endpoint, detail, ErrorClass::Configuration,
                                     u"endpoint"_s, RecommendedAction::EditCredential);
    result.values.insert(u"host"_s, host);
    if (!meant.isEmpty())
        result.values.insert(u"meant"_s, meant);
    return result;
}

QList<QUrl> addressesOf(const ResolvedProvider &provider)
{
    const Endpoints &e = provider.endpoints;
    QList<QUrl> addresses;
    for (const QUrl &url : {e.authorization, e.token, e.refresh, e.device, e.revocation, e.probe,
                            provider.login, provider.account}) {
        if (!url.isEmpty() && !addresses.contains(url))
            addresses.append(url);
    }
    return addresses;
}

QString hostOf(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

//! The domains that the pack itself names, in this environment.
QStringList domainsOf(const ProviderPack &pack, const AuthMethod &method, Environment environment)
{
    const QMap<QString, QString> hosts = pack.hostsByEnvironment.value(environment);
    QStringList domains;
    for (const QString &templ :
         {method.authorizationEndpoint, method.tokenEndpoint, method.refreshEndpoint,
          method.deviceEndpoint, method.loginEndpoint, method.accountCall.url,
          pack.probeOf(&method).url, pack.revocationOf(&method).endpoint}) {
        QString host = templateAuthority(templ).section(u':', 0, 0);
        host = hosts.value(host, host);
        // Of `{shop}.example.com` the end is the pack's.
        host = host.mid(host.lastIndexOf(u'}') + 1);
        if (host.startsWith(u'.'))
            host.remove(0, 1);
        if (!host.contains(u'.'))
            continue;
        if (const QString domain = registrableDomainOf(host); !domains.contains(domain))
            domains.append(domain);
    }
    return domains;
}

//! Every address that a person typed.
QList<QUrl> enteredUrls(const Connection &connection)
{
    QList<QUrl> urls;
    for (auto it = connection.inputs.begin(); it != connection.inputs.end(); ++it) {
        const QUrl url(it.value().trimmed(), QUrl::StrictMode);
        const bool ours = it.key() == QLatin1StringView(input::redirectUri);
        if (!ours && isAddressInput(it.key()) && !url.host().isEmpty())
            urls.append(url);
    }
    return urls;
}

//! Where only people name addresses, one is held against the others.
std::optional<CheckResult> oddOneOut(const QList<QUrl> &entered)
{
    QStringList domains;
    for (const QUrl &url : entered)
        domains.append(registrableDomainOf(hostOf(url)));
    for (qsizetype i = 0; i < domains.size(); ++i) {
        for (const QString &meant : std::as_const(domains)) {
            if (domains.count(meant) > domains.count(domains.at(i))
                && looksMisspelt(domains.at(i), meant)) {
                return wrong(u"misspelt"_s, hostOf(entered.at(i)), meant);
            }
        }
    }
    return std::nullopt;
}

std::optional<CheckResult> flawOf(const QUrl &url, const QStringList &domains, bool loopbackAllowed)
{
    const QString host = hostOf(url);
    if (!checkEndpoint(url.toString(QUrl::FullyEncoded), loopbackAllowed))
        return wrong(url.scheme() == "http"_L1 ? u"not_encrypted"_s : u"unusable"_s, host);
    if (isLoopback(url) || domains.isEmpty())
        return std::nullopt;
    const QString domain = registrableDomainOf(host);
    if (domains.contains(domain))
        return std::nullopt;
    for (const QString &meant : domains) {
        if (looksMisspelt(domain, meant))
            return wrong(u"misspelt"_s, host, meant);
    }
    return wrong(u"foreign"_s, host, domains.join(u", "_s));
}

CheckResult discoveredResult(const ResolvedProvider &provider)
{
    const QString issuer = hostOf(QUrl(provider.endpoints.issuer));
    QStringList elsewhere;
    for (const QUrl &url : addressesOf(provider)) {
        const QString host = hostOf(url);
        if (registrableDomainOf(host) != registrableDomainOf(issuer) && !elsewhere.contains(host))
            elsewhere.append(host);
    }
    CheckResult result = passedCheck(CheckId::Endpoint,
                                     elsewhere.isEmpty() ? u"discovered"_s : checkdetail::beside);
    result.values.insert(u"issuer"_s, issuer);
    if (!elsewhere.isEmpty())
        result.values.insert(u"elsewhere"_s, elsewhere.join(u", "_s));
    return result;
}

} // namespace

QString registrableDomainOf(const QString &host)
{
    QString domain = host;
    for (qsizetype dot = host.indexOf(u'.'); dot >= 0; dot = host.indexOf(u'.', dot + 1)) {
        const QString shorter = host.mid(dot + 1);
        if (!isRegistrableDomain(shorter))
            break;
        domain = shorter;
    }
    return domain;
}

bool looksMisspelt(const QString &name, const QString &meant)
{
    if (name == meant || meant.size() < tooShortToTell
        || std::abs(name.size() - meant.size()) > 2) {
        return false;
    }
    // Letters left out, added, exchanged, and two that changed places.
    const qsizetype n = name.size();
    const qsizetype m = meant.size();
    QList<QList<int>> distance(n + 1, QList<int>(m + 1));
    for (qsizetype i = 0; i <= n; ++i)
        distance[i][0] = int(i);
    for (qsizetype j = 0; j <= m; ++j)
        distance[0][j] = int(j);
    for (qsizetype i = 1; i <= n; ++i) {
        for (qsizetype j = 1; j <= m; ++j) {
            const int other = name.at(i - 1) == meant.at(j - 1) ? 0 : 1;
            int best = std::min(
                {distance[i - 1][j] + 1, distance[i][j - 1] + 1, distance[i - 1][j - 1] + other});
            if (i > 1 && j > 1 && name.at(i - 1) == meant.at(j - 2)
                && name.at(i - 2) == meant.at(j - 1)) {
                best = std::min(best, distance[i - 2][j - 2] + 1);
            }
            distance[i][j] = best;
        }
    }
    return distance[n][m] <= 2;
}

CheckResult checkEndpoints(const ProviderPack &pack, const Connection &connection)
{
    const AuthMethod *method = methodOf(pack, connection);
    if (!method || method->kind == AuthKind::Delegated)
        return passedCheck(CheckId::Endpoint, checkdetail::unknown);
    // A practice pack has other hosts than people know it by.
    const QStringList domains = pack.practiceOrigin.isEmpty()
        ? domainsOf(pack, *method, connection.environment)
        : QStringList();
    const QList<QUrl> entered = enteredUrls(connection);
    for (const QUrl &url : entered) {
        if (const QString misprint = misprintIn(url.toString()); !misprint.isEmpty())
            return wrong(u"misprint"_s, misprint);
        if (const auto flaw = flawOf(url, domains, pack.loopbackHttpAllowed))
            return *flaw;
    }
    if (const auto flaw = domains.isEmpty() ? oddOneOut(entered) : std::nullopt)
        return *flaw;
    const Result<ResolvedProvider> resolved = resolveProvider(pack, connection);
    if (!resolved) {
        CheckResult result
            = failedCheck(CheckId::Endpoint, resolved.error().code, ErrorClass::Configuration,
                          resolved.error().code, RecommendedAction::EditCredential);
        result.values.insert(u"reason"_s, resolved.error().description);
        return result;
    }
    QStringList hosts;
    for (const QUrl &url : addressesOf(*resolved)) {
        if (const auto flaw = flawOf(url, {}, pack.loopbackHttpAllowed))
            return *flaw;
        if (!hosts.contains(hostOf(url)))
            hosts.append(hostOf(url));
    }
    if (hosts.isEmpty())
        return passedCheck(CheckId::Endpoint, checkdetail::unknown);
    const auto bare = std::find_if(entered.begin(), entered.end(), [&](const QUrl &url) {
        return url.path().size() < 2 && !url.hasQuery()
            && url != QUrl(connection.inputs.value(QLatin1StringView(input::issuer)));
    });
    CheckResult result = bare != entered.end() ? passedCheck(CheckId::Endpoint, u"no_path"_s)
        : method->discovers && !resolved->endpoints.issuer.isEmpty()
        ? discoveredResult(*resolved)
        : passedCheck(CheckId::Endpoint, u"as_described"_s);
    result.values.insert(u"hosts"_s, hosts.join(u", "_s));
    if (bare != entered.end())
        result.values.insert(u"host"_s, hostOf(*bare));
    return result;
}

} // namespace relink
