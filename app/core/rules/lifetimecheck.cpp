// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/lifetimecheck.h"

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Time = std::optional<std::chrono::seconds>;

//! One of the ways' lifetimes, and where it stands.
struct Lifetimes
{
    PackProblems &problems;
    const QJsonObject &object;
    QString path;

    //! Keys that mean nothing, each with the same reason.
    void without(const QStringList &keys, const QString &reason) const
    {
        for (const QString &key : keys) {
            if (object.contains(key))
                problems.add(path + u'.' + key, reason);
        }
    }

    void atMost(const QString &key, const Time &value, const Time &limit,
                const QString &reason) const
    {
        if (value && limit && *value > *limit)
            problems.add(path + u'.' + key, reason);
    }

    void lessThan(const QString &key, const Time &value, const Time &limit,
                  const QString &reason) const
    {
        if (value && limit && *value >= *limit)
            problems.add(path + u'.' + key, reason);
    }
};

void checkAccess(const Lifetimes &at, const TokenLifetimes &l)
{
    if (l.accessNeverExpires) {
        at.without({u"access_seconds"_s, u"refresh_interval_seconds"_s, u"margin_seconds"_s,
                    u"earliest_refresh_seconds"_s},
                   u"This access never expires, so nothing is refreshed."_s);
    }
    at.lessThan(u"margin_seconds"_s, l.margin, l.access,
                u"The access does not live that long: it would be refreshed all the time."_s);
    at.lessThan(u"earliest_refresh_seconds"_s, l.earliestRefresh, l.access,
                u"The access does not live that long, so a refresh is never too early."_s);
    at.atMost(u"margin_seconds"_s, l.margin, l.earliestRefresh,
              u"The provider refuses a refresh that early: see earliest_refresh_seconds."_s);
}

void checkRefresh(const Lifetimes &at, const TokenLifetimes &l)
{
    if (l.refreshNeverExpires) {
        at.without({u"refresh_idle_seconds"_s, u"refresh_hard_seconds"_s, u"warn_before_seconds"_s},
                   u"This refresh token never expires: see refresh_never_expires."_s);
    }
    at.atMost(u"refresh_idle_seconds"_s, l.refreshIdle, l.refreshHard,
              u"The hard end comes first: see refresh_hard_seconds."_s);
    if (l.warnBefore && !l.refreshHard) {
        at.without({u"warn_before_seconds"_s},
                   u"Only the hard end is told of beforehand: refresh_hard_seconds is missing."_s);
    }
    at.lessThan(u"warn_before_seconds"_s, l.warnBefore, l.refreshHard,
                u"The sign-in does not live that long: it would be told of from the start."_s);
    const QString tooLate = u"By then the refresh token has ended."_s;
    at.lessThan(u"refresh_interval_seconds"_s, l.refreshInterval, l.refreshIdle, tooLate);
    at.lessThan(u"refresh_interval_seconds"_s, l.refreshInterval, l.refreshHard, tooLate);
    if (!l.refreshInterval) {
        at.atMost(u"access_seconds"_s, l.access, l.refreshIdle,
                  u"The refresh token would end before it is used: refresh_interval_seconds is "
                  "missing."_s);
    }
    if (l.grace && l.rotates != true)
        at.without({u"grace_seconds"_s}, u"Only what rotates has a grace."_s);
    at.atMost(u"grace_seconds"_s, l.grace, l.refreshIdle, tooLate);
    at.atMost(u"grace_seconds"_s, l.grace, l.refreshHard, tooLate);
}

} // namespace

void checkLifetimes(PackProblems &problems, const ProviderPack &pack, const AuthMethod &method,
                    const QJsonObject &object, const QString &path)
{
    const TokenLifetimes &l = method.lifetimes;
    const Lifetimes at {problems, object, path + u".lifetimes"_s};
    const bool refreshes = asksPerson(method.kind) || method.kind == AuthKind::RefreshToken;
    if (!refreshes) {
        at.without({u"refresh_idle_seconds"_s, u"refresh_hard_seconds"_s, u"warn_before_seconds"_s,
                    u"refresh_never_expires"_s, u"rotates"_s, u"grace_seconds"_s,
                    u"refresh_interval_seconds"_s, u"earliest_refresh_seconds"_s},
                   u"The kind “%1” has no refresh token."_s.arg(toString(method.kind)));
    } else {
        checkRefresh(at, l);
    }
    checkAccess(at, l);
    for (auto it = object.begin(); it != object.end(); ++it) {
        const bool lifetime = it.key() != "margin_seconds"_L1 && it.key() != "grace_seconds"_L1
            && it.key() != "earliest_refresh_seconds"_L1;
        if (lifetime && it->isDouble() && it->toInteger() == 0)
            problems.add(at.path + u'.' + it.key(), u"A lifetime cannot be 0."_s);
    }
    // Whoever looks so seldom finds the sign-in ended.
    const QString probe = (method.probe ? path : u"$"_s) + u".probe"_s;
    if (const auto interval = pack.probeOf(&method).interval) {
        for (const auto &end : {l.refreshIdle, l.refreshHard}) {
            if (refreshes && end && *interval > *end) {
                problems.add(
                    probe + u".interval_seconds"_s,
                    u"The sign-in of “%1” ends before it is looked at again."_s.arg(method.id));
            }
        }
    }
}

} // namespace relink
