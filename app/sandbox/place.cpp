// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/place.h"

#include "core/rules/template.h"

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

//! A template as a regular expression; each placeholder is one path segment or a part of one.
QString expression(const QString &templ, QStringList *names)
{
    QString result;
    qsizetype at = 0;
    for (const QString &name : placeholders(templ).value_or(QStringList())) {
        const qsizetype open = templ.indexOf(u'{' + name + u'}', at);
        result += QRegularExpression::escape(templ.mid(at, open - at)) + u"([^/]+)"_s;
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
        return 0;
    case PlaceKind::Authorization:
    case PlaceKind::Token:
    case PlaceKind::Revocation:
    case PlaceKind::Login:
        return 1;
    case PlaceKind::Probe:
        return 2;
    case PlaceKind::Api:
        return 3;
    }
    return 3;
}

} // namespace

QString toString(PlaceKind kind)
{
    switch (kind) {
    case PlaceKind::Authorization:
        return u"authorization"_s;
    case PlaceKind::Token:
        return u"token"_s;
    case PlaceKind::Revocation:
        return u"revocation"_s;
    case PlaceKind::Login:
        return u"login"_s;
    case PlaceKind::Probe:
        return u"probe"_s;
    case PlaceKind::Api:
        return u"api"_s;
    case PlaceKind::Metadata:
        return u"metadata"_s;
    case PlaceKind::Accepted:
        return u"accepted"_s;
    }
    return {};
}

Atlas::Atlas(const QList<ProviderPack> &packs)
{
    for (const ProviderPack &pack : packs) {
        for (const AuthMethod &method : pack.authMethods) {
            add(pack, PlaceKind::Authorization, &method, method.authorizationEndpoint);
            add(pack, PlaceKind::Token, &method, method.tokenEndpoint);
            add(pack, PlaceKind::Token, &method, method.refreshEndpoint);
            add(pack, PlaceKind::Login, &method, method.loginEndpoint);
            if (method.discovers) {
                addFixed(pack, PlaceKind::Authorization, &method, u"/authorize"_s);
                addFixed(pack, PlaceKind::Token, &method, u"/token"_s);
                addFixed(pack, PlaceKind::Revocation, &method, u"/revoke"_s);
                addFixed(pack, PlaceKind::Probe, &method, u"/userinfo"_s);
                addFixed(pack, PlaceKind::Metadata, &method,
                         u"/.well-known/openid-configuration"_s);
                addFixed(pack, PlaceKind::Metadata, &method,
                         u"/.well-known/oauth-authorization-server"_s);
            }
        }
        add(pack, PlaceKind::Revocation, nullptr, pack.revocation.endpoint);
        add(pack, PlaceKind::Probe, nullptr, pack.probe.url);
        addFixed(pack, PlaceKind::Accepted, nullptr, u"/accepted"_s);
    }
    std::stable_sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return rank(a.place.kind) < rank(b.place.kind);
    });
}

void Atlas::add(const ProviderPack &pack, PlaceKind kind, const AuthMethod *method,
                const QString &templ)
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
        entry.place = {asKind, &pack, {}, environment, {}, {}};
        // One after the other: the names have to come in the order of the captures.
        const QString hostPattern = expression(host, &entry.names);
        const QString pathPattern
            = asKind == PlaceKind::Api ? u"(?:/.*)?"_s : expression(path, &entry.names);
        const QString pattern = u'/' + QRegularExpression::escape(pack.id) + u"/("_s + hostPattern
            + u')' + pathPattern;
        entry.path.setPattern(QRegularExpression::anchoredPattern(pattern));
        const auto same = std::find_if(m_entries.begin(), m_entries.end(), [&](const Entry &e) {
            return e.path == entry.path && e.place.kind == asKind;
        });
        Entry &stored = same == m_entries.end() ? m_entries.emplaceBack(entry) : *same;
        if (method && !stored.place.methods.contains(method) && asKind != PlaceKind::Api)
            stored.place.methods.append(method);
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
    entry.place = {kind, &pack, {}, std::nullopt, {}, {}};
    if (method)
        entry.place.methods.append(method);
    QString pattern
        = u"()/"_s + QRegularExpression::escape(pack.id) + QRegularExpression::escape(path);
    // RFC 8414 3.1 puts the well-known part in front of the issuer's path.
    if (path.startsWith("/.well-known"_L1)) {
        pattern
            += u'|' + QRegularExpression::escape(path) + u'/' + QRegularExpression::escape(pack.id);
    }
    entry.path.setPattern(QRegularExpression::anchoredPattern(pattern));
    m_entries.append(entry);
}

std::optional<Place> Atlas::find(const QByteArray &path) const
{
    const QString text = QString::fromLatin1(path);
    for (const Entry &entry : m_entries) {
        const QRegularExpressionMatch match = entry.path.match(text);
        if (!match.hasMatch())
            continue;
        Place place = entry.place;
        place.host = QUrl::fromPercentEncoding(match.captured(1).toLatin1());
        // Captures inside the host come after the host's own: order of opening brackets.
        for (qsizetype i = 0; i < entry.names.size(); ++i) {
            place.values.insert(
                entry.names.at(i),
                QUrl::fromPercentEncoding(match.captured(static_cast<int>(i) + 2).toLatin1()));
        }
        return place;
    }
    return std::nullopt;
}

} // namespace relink::sandbox
