// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/place.h"

#include "core/rules/template.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! A template as a regular expression; each placeholder is one path segment or a part of one, or
//! the folder that a site is in.
QString expression(const QString &templ, QStringList *names)
{
    QString result;
    qsizetype at = 0;
    for (const QString &name : placeholders(templ).value_or(QStringList())) {
        const qsizetype open = templ.indexOf(u'{' + name + u'}', at);
        result += QRegularExpression::escape(templ.mid(at, open - at))
            + (name.endsWith(".path"_L1) ? u"((?:/.+?)?)"_s : u"([^/]+)"_s);
        names->append(name);
        at = open + name.size() + 2;
    }
    return result + QRegularExpression::escape(templ.mid(at));
}

int rank(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Metadata:
    case PlaceKind::Accepted:
    case PlaceKind::DevicePage:
        return 0;
    case PlaceKind::Authorization:
    case PlaceKind::Device:
    case PlaceKind::Token:
    case PlaceKind::Revocation:
    case PlaceKind::Login:
        return 1;
    case PlaceKind::Probe:
        return 2;
    case PlaceKind::Account:
    case PlaceKind::Area:
    case PlaceKind::Reachability:
        return 3;
    case PlaceKind::Api:
        return 4;
    }
    return 4;
}

} // namespace

QString toString(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Authorization:
        return u"authorization"_s;
    case PlaceKind::Device:
        return u"device"_s;
    case PlaceKind::Token:
        return u"token"_s;
    case PlaceKind::Revocation:
        return u"revocation"_s;
    case PlaceKind::Login:
        return u"login"_s;
    case PlaceKind::Account:
        return u"account"_s;
    case PlaceKind::Probe:
        return u"probe"_s;
    case PlaceKind::Area:
        return u"area"_s;
    case PlaceKind::Reachability:
        return u"reachability"_s;
    case PlaceKind::Api:
        return u"api"_s;
    case PlaceKind::Metadata:
        return u"metadata"_s;
    case PlaceKind::Accepted:
        return u"accepted"_s;
    case PlaceKind::DevicePage:
        return u"device_page"_s;
    }
    return {};
}

Atlas::Atlas(const QList<ProviderPack> &packs)
{
    for (const ProviderPack &pack : packs) {
        for (const AuthMethod &method : pack.authMethods)
            addMethod(pack, method);
        addFixed(pack, PlaceKind::Accepted, nullptr, u"/accepted"_s);
        addFixed(pack, PlaceKind::DevicePage, nullptr, u"/device"_s);
    }
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return rank(a.place.kind) < rank(b.place.kind);
    });
}

void Atlas::addMethod(const ProviderPack &pack, const AuthMethod &method)
{
    if (method.kind == AuthKind::Delegated)
        return;
    const QByteArray asks = method.tokenEncoding == BodyEncoding::Query ? "GET" : "POST";
    add(pack, PlaceKind::Authorization, method, method.authorizationEndpoint);
    add(pack, PlaceKind::Device, method, method.deviceEndpoint, "POST");
    add(pack, PlaceKind::Token, method, method.tokenEndpoint, asks);
    add(pack, PlaceKind::Token, method, method.refreshEndpoint, asks);
    add(pack, PlaceKind::Login, method, method.loginEndpoint, "POST");
    add(pack, PlaceKind::Account, method, method.accountCall.url, "GET");
    const RevocationDefinition &revocation = pack.revocationOf(&method);
    add(pack, PlaceKind::Revocation, method, revocation.endpoint,
        revocation.style == RevocationStyle::Delete ? "DELETE" : "POST");
    const ProbeDefinition &probe = pack.probeOf(&method);
    add(pack, PlaceKind::Probe, method, probe.url, probe.method.toLatin1());
    for (const NamedProbe &named : pack.namedProbesOf(&method))
        add(pack, PlaceKind::Area, method, named.call.url, named.call.method.toLatin1(), named.id);
    add(pack, PlaceKind::Reachability, method, probe.reachabilityUrl, "GET");
    if (!method.discovers)
        return;
    addFixed(pack, PlaceKind::Authorization, &method, u"/authorize"_s);
    addFixed(pack, PlaceKind::Device, &method, u"/device_authorization"_s);
    addFixed(pack, PlaceKind::Token, &method, u"/token"_s);
    addFixed(pack, PlaceKind::Revocation, &method, u"/revoke"_s);
    addFixed(pack, PlaceKind::Probe, &method, u"/userinfo"_s);
    addFixed(pack, PlaceKind::Metadata, &method, u"/.well-known/openid-configuration"_s);
    addFixed(pack, PlaceKind::Metadata, &method, u"/.well-known/oauth-authorization-server"_s);
}

void Atlas::add(const ProviderPack &pack, PlaceKind kind, const AuthMethod &method,
                const QString &templ, const QByteArray &verb, const QString &area)
{
    const QString authority = templateAuthority(templ);
    if (authority.isEmpty())
        return;
    QString path = templ.mid(templ.indexOf("://"_L1) + 3 + authority.size());
    path = path.section(u'#', 0, 0).section(u'?', 0, 0);
    const QString production
        = pack.hostsByEnvironment.value(Environment::Production).value(authority, authority);
    const QString test
        = pack.hostsByEnvironment.value(Environment::Test).value(authority, authority);
    const auto put = [&](const QString &host, std::optional<Environment> environment,
                         PlaceKind asKind) {
        Entry entry;
        entry.place.kind = asKind;
        entry.place.pack = &pack;
        entry.place.environment = environment;
        entry.place.area = asKind == PlaceKind::Area ? area : QString();
        entry.verb = asKind == PlaceKind::Api ? QByteArray() : verb;
        // One after the other: the names have to come in the order of the captures.
        const QString hostPattern = expression(host, &entry.names);
        const QString pathPattern
            = asKind == PlaceKind::Api ? u"(?:/.*)?"_s : expression(path, &entry.names);
        const QString pattern = u'/' + QRegularExpression::escape(pack.id) + u"/("_s + hostPattern
            + u')' + pathPattern;
        entry.path.setPattern(QRegularExpression::anchoredPattern(pattern));
        const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) {
            return e.path == entry.path && e.place.kind == asKind && e.verb == entry.verb;
        });
        Entry &stored = same == m_entries.end() ? m_entries.emplaceBack(entry) : *same;
        if (!stored.place.methods.contains(&method))
            stored.place.methods.append(&method);
    };
    for (const PlaceKind asKind : {kind, PlaceKind::Api}) {
        if (production == test) {
            put(production, std::nullopt, asKind);
        } else {
            put(production, Environment::Production, asKind);
            put(test, Environment::Test, asKind);
        }
    }
}

void Atlas::addFixed(const ProviderPack &pack, PlaceKind kind, const AuthMethod *method,
                     const QString &path)
{
    Entry entry;
    entry.place.kind = kind;
    entry.place.pack = &pack;
    entry.place.discovered = method != nullptr;
    QString pattern
        = u"()/"_s + QRegularExpression::escape(pack.id) + QRegularExpression::escape(path);
    // RFC 8414 3.1 puts the well-known part in front of the issuer's path.
    if (path.startsWith("/.well-known"_L1)) {
        pattern
            += u'|' + QRegularExpression::escape(path) + u'/' + QRegularExpression::escape(pack.id);
    }
    entry.path.setPattern(QRegularExpression::anchoredPattern(pattern));
    const auto same = std::find_if(m_entries.begin(), m_entries.end(),
                                   [&entry](const Entry &e) { return e.path == entry.path; });
    Entry &stored = same == m_entries.end() ? m_entries.emplaceBack(entry) : *same;
    if (method)
        stored.place.methods.append(method);
}

std::optional<Place> Atlas::matched(const Entry &entry, const QString &path)
{
    const QRegularExpressionMatch match = entry.path.match(path);
    if (!match.hasMatch())
        return std::nullopt;
    Place place = entry.place;
    place.host = QUrl::fromPercentEncoding(match.captured(1).toLatin1());
    // Captures inside the host come after the host's own: order of opening brackets.
    for (qsizetype i = 0; i < entry.names.size(); ++i) {
        const QString value
            = QUrl::fromPercentEncoding(match.captured(static_cast<int>(i) + 2).toLatin1());
        const QString known = place.values.value(entry.names.at(i), value);
        if (known != value)
            return std::nullopt;
        place.values.insert(entry.names.at(i), value);
    }
    return place;
}

std::optional<Place> Atlas::find(const QByteArray &path, const QByteArray &verb) const
{
    const QString text = QString::fromLatin1(path);
    std::optional<Place> first;
    for (const Entry &entry : m_entries) {
        if (first && rank(entry.place.kind) >= rank(PlaceKind::Api))
            break;
        const bool other = !text.startsWith(u'/' + entry.place.pack->id)
            && entry.place.kind != PlaceKind::Metadata;
        const auto place = other ? std::nullopt : matched(entry, text);
        if (place && (entry.verb.isEmpty() || entry.verb == verb))
            return place;
        if (place && !first)
            first = place;
    }
    return first;
}

} // namespace relink::sandbox
