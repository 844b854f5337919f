// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factcomparison.h"

#include <algorithm>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

QString said(const QStringList &values)
{
    return values.isEmpty() ? u"nothing"_s : values.join(u", "_s);
}

} // namespace

FactComparison::FactComparison(const ProviderPack &pack, const QJsonObject &facts)
    : pack(pack)
    , facts(facts)
{
    for (const AuthMethod &method : pack.authMethods) {
        if (method.kind != AuthKind::Delegated)
            calling.append(&method);
        if (method.kind == AuthKind::AuthorizationCode)
            signIns.append(&method);
    }
}

void FactComparison::differs(const QString &field, const QString &pack, const QString &facts)
{
    found.append({field, u"%1: the pack says %2, the facts %3"_s.arg(field, pack, facts)});
}

void FactComparison::same(const QString &field, QStringList pack, const QStringList &facts)
{
    pack.removeDuplicates();
    pack.sort();
    if (pack != facts)
        differs(field, said(pack), said(facts));
}

bool FactComparison::isUnverified(const QString &name) const
{
    const QJsonArray entries = facts["unverified"_L1].toArray();
    return std::any_of(entries.begin(), entries.end(), [&name](const QJsonValue &entry) {
        return entry.toString().startsWith(name);
    });
}

bool FactComparison::isMarked(const QString &name) const
{
    for (const QString &entry : pack.unverified) {
        // `auth_methods oauth2 (redirect, PKCE)` names them in its remark.
        if (entry.section(u'(', 1).contains(name))
            return true;
        for (const QString &part : entry.section(u'(', 0, 0).split(u',')) {
            const QString named = part.trimmed().section(u' ', 0, 0);
            if (named == name || name.startsWith(named + u'.') || named.startsWith(name + u'.'))
                return true;
        }
    }
    return false;
}

QList<FactDifference> factDifferences(const ProviderPack &pack, const QJsonObject &facts)
{
    FactComparison c(pack, facts);
    compareWays(c);
    compareSignIn(c);
    compareLifetimes(c);
    return c.found + errorDifferences(pack, facts);
}

} // namespace relink::test
