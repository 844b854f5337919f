// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "factcomparison.h"

#include <algorithm>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

//! What the methods say, against one number of the facts; null there: nothing may be said.
void number(FactComparison &c, const QString &field, const QStringList &pack,
            const QJsonValue &fact, bool open)
{
    const QStringList wanted = fact.isNull() || fact.isUndefined()
        ? QStringList()
        : QStringList {fact.toVariant().toString()};
    if (!(open && pack.isEmpty()))
        c.same(field, pack, wanted);
}

void lifetimes(FactComparison &c)
{
    QStringList access;
    QStringList refresh;
    QStringList rotates;
    QStringList grace;
    const auto text = [](const auto &time) { return QString::number(time->count()); };
    for (const AuthMethod *method : c.calling) {
        const TokenLifetimes &l = method->lifetimes;
        if (l.access || l.accessNeverExpires)
            access.append(l.access ? text(l.access) : u"0"_s);
        if (l.refreshNeverExpires)
            refresh.append(u"0"_s);
        else if (l.refreshIdle || l.refreshHard)
            refresh.append(text(l.refreshIdle ? l.refreshIdle : l.refreshHard));
        if (l.rotates)
            rotates.append(*l.rotates ? u"true"_s : u"false"_s);
        if (l.grace && l.grace->count() > 0)
            grace.append(text(l.grace));
    }
    const bool all = c.isUnverified(u"lifetimes"_s);
    number(c, u"access_token_lifetime_s"_s, access, c.facts["access_token_lifetime_s"_L1],
           all || c.isUnverified(u"access_token_lifetime_s"_s));
    number(c, u"refresh_token_lifetime_s"_s, refresh, c.facts["refresh_token_lifetime_s"_L1],
           all || c.isUnverified(u"refresh_token_lifetime_s"_s));
    const QJsonObject rotation = c.object("refresh_rotation");
    // What never has a refresh token cannot rotate one.
    const auto keeps = [](const AuthMethod *m) {
        return asksPerson(m->kind) || m->kind == AuthKind::RefreshToken;
    };
    const bool refreshes = std::any_of(c.calling.begin(), c.calling.end(), keeps);
    number(c, u"refresh_rotation.rotates"_s, rotates,
           refreshes ? rotation["rotates"_L1] : QJsonValue(),
           c.isUnverified(u"refresh_rotation"_s));
    const int seconds = rotation["grace_s"_L1].toInt();
    c.same(u"refresh_rotation.grace_s"_s, grace,
           seconds > 0 ? QStringList {QString::number(seconds)} : QStringList());
}

void mark(FactComparison &c, const QString &fact, bool stated, const QStringList &names)
{
    const auto marked = [&c](const QString &name) { return c.isMarked(name); };
    if (stated && c.isUnverified(fact) && std::none_of(names.begin(), names.end(), marked))
        c.differs(u"unverified."_s + fact, u"it as confirmed"_s, u"it is not"_s);
}

//! What the facts do not confirm is absent, or marked.
void marks(FactComparison &c)
{
    const auto any = [&c](const MethodCheck &says) {
        return std::any_of(c.calling.begin(), c.calling.end(),
                           [&says](const AuthMethod *m) { return says(*m); });
    };
    const bool access = any(
        [](const AuthMethod &m) { return m.lifetimes.access || m.lifetimes.accessNeverExpires; });
    const bool refresh = any([](const AuthMethod &m) {
        const TokenLifetimes &l = m.lifetimes;
        return l.refreshIdle || l.refreshHard || l.refreshNeverExpires;
    });
    const QStringList refreshNames {u"lifetimes.refresh_idle_seconds"_s,
                                    u"lifetimes.refresh_hard_seconds"_s};
    mark(c, u"lifetimes"_s, access, {u"lifetimes.access_seconds"_s});
    mark(c, u"access_token_lifetime_s"_s, access, {u"lifetimes.access_seconds"_s});
    mark(c, u"lifetimes"_s, refresh, refreshNames);
    mark(c, u"refresh_token_lifetime_s"_s, refresh, refreshNames);
    mark(c, u"refresh_rotation"_s,
         any([](const AuthMethod &m) { return m.lifetimes.rotates.has_value(); }),
         {u"lifetimes.rotates"_s});
    mark(c, u"revocation"_s,
         any([&c](const AuthMethod &m) { return c.pack.revocationOf(&m).exists(); }),
         {u"revocation"_s});
    mark(c, u"health_probe"_s,
         any([&c](const AuthMethod &m) { return c.pack.probeOf(&m).exists(); }), {u"probe"_s});
    mark(c, u"manage_access"_s, !c.pack.revocation.menuPath.isEmpty(), {u"revocation"_s});
    mark(c, u"pkce"_s,
         any([](const AuthMethod &m) { return m.kind == AuthKind::AuthorizationCode && m.pkce; }),
         {u"code_challenge_methods_supported"_s, u"PKCE"_s});
    const bool proves = any([](const AuthMethod &m) { return !m.clientAuthMethods.isEmpty(); });
    mark(c, u"token_client_auth"_s, proves, {u"token_endpoint_auth_methods_supported"_s});
    // The facts leave it open without saying so.
    if (proves && c.facts["token_client_auth"_L1].isNull()
        && !c.isMarked(u"token_endpoint_auth_methods_supported"_s))
        c.differs(u"token_client_auth"_s, u"a way"_s, u"none that is known"_s);
    mark(c, u"redirect_uri_rules"_s, !c.signIns.isEmpty(), {u"redirect"_s});
}

} // namespace

void compareLifetimes(FactComparison &c)
{
    lifetimes(c);
    marks(c);
}

} // namespace relink::test
