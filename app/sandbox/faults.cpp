// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/faults.h"

#include <QUrl>

#include <algorithm>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

struct FaultName
{
    FaultKind kind;
    const char16_t *name;
    const char16_t *words;
};

constexpr FaultName names[] {
    {FaultKind::Expire, u"expire", u"Let the access expire"},
    {FaultKind::Revoke, u"revoke", u"Withdraw the access"},
    {FaultKind::HardExpire, u"hard_expire", u"Reach the end of the longest life"},
    {FaultKind::DisconnectOrganisation, u"disconnect_organisation", u"Disconnect the organisation"},
    {FaultKind::RemovePermission, u"remove_permission", u"Remove the permission"},
    {FaultKind::RestrictPlan, u"restrict_plan", u"Restrict the plan"},
    {FaultKind::WrongEnvironment, u"wrong_environment", u"Answer as the other environment"},
    {FaultKind::DeprecatedMethod, u"deprecated_method", u"Retire the way of authentication"},
    {FaultKind::Outage, u"outage", u"Be out of service"},
    {FaultKind::RateLimit, u"rate_limit", u"Limit the rate"},
    {FaultKind::LoseAnswer, u"lose_answer", u"Lose the answer to a refresh"},
    {FaultKind::Close, u"close", u"Close connections without an answer"},
    {FaultKind::Slow, u"slow", u"Answer slowly"},
    {FaultKind::CaptivePortal, u"captive_portal", u"Show a hotel's sign-in page"},
    {FaultKind::Redirect, u"redirect", u"Redirect elsewhere"},
    {FaultKind::Clock, u"clock", u"Set the clock wrong"},
};

const FaultName &entry(FaultKind kind)
{
    return *std::find_if(std::begin(names), std::end(names),
                         [kind](const FaultName &n) { return n.kind == kind; });
}

FaultRequest wrong(const QString &problem)
{
    return {std::nullopt, problem};
}

} // namespace

QString toString(FaultKind kind)
{
    return QStringView(entry(kind).name).toString();
}

QString faultWords(FaultKind kind)
{
    return QStringView(entry(kind).words).toString();
}

std::optional<FaultKind> faultKindFromString(const QString &text)
{
    const QString wanted = QString(text).replace(u'-', u'_');
    for (const FaultName &name : names) {
        if (wanted == QStringView(name.name))
            return name.kind;
    }
    return std::nullopt;
}

const QList<FaultKind> &allFaultKinds()
{
    static const QList<FaultKind> list = [] {
        QList<FaultKind> kinds;
        for (const FaultName &name : names)
            kinds.append(name.kind);
        return kinds;
    }();
    return list;
}

bool changesGrants(FaultKind kind)
{
    return kind == FaultKind::Expire || kind == FaultKind::Revoke || kind == FaultKind::HardExpire
        || kind == FaultKind::DisconnectOrganisation;
}

QJsonObject Fault::toJson() const
{
    QJsonObject object {{u"provider"_s, provider}, {u"fault"_s, toString(kind)}};
    if (times)
        object.insert(u"times"_s, *times);
    if (!area.isEmpty())
        object.insert(u"area"_s, area);
    if (kind == FaultKind::Redirect)
        object.insert(u"to"_s, to);
    if (kind == FaultKind::Slow || kind == FaultKind::RateLimit)
        object.insert(u"seconds"_s, seconds);
    return object;
}

FaultRequest parseFault(const QJsonObject &object, const QStringList &providers)
{
    static const QStringList known {u"provider"_s, u"fault"_s,   u"times"_s,
                                    u"to"_s,       u"seconds"_s, u"area"_s};
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (!known.contains(it.key()))
            return wrong(u"Unknown key: "_s + it.key());
    }
    Fault fault;
    fault.provider = object["provider"_L1].toString();
    if (!providers.contains(fault.provider)) {
        return wrong(u"\"provider\" must be one of: "_s + providers.join(u", "_s));
    }
    const auto kind = faultKindFromString(object["fault"_L1].toString());
    if (!kind) {
        QStringList all;
        for (const FaultName &name : names)
            all.append(QStringView(name.name).toString());
        return wrong(u"\"fault\" must be one of: "_s + all.join(u", "_s));
    }
    fault.kind = *kind;
    if (const QJsonValue times = object["times"_L1]; !times.isUndefined() && !times.isNull()) {
        fault.times = times.toInt(0);
        if (*fault.times < 1)
            return wrong(u"\"times\" must be a whole number from 1 on, or absent"_s);
    }
    if (fault.kind == FaultKind::RateLimit)
        fault.seconds = 30;
    if (const QJsonValue seconds = object["seconds"_L1]; !seconds.isUndefined()) {
        fault.seconds = seconds.toInt(-1);
        if (fault.seconds < 0 || fault.seconds > 600)
            return wrong(u"\"seconds\" must be a whole number from 0 to 600"_s);
    }
    fault.area = object["area"_L1].toString();
    if (!fault.area.isEmpty() && fault.kind != FaultKind::RemovePermission
        && fault.kind != FaultKind::RestrictPlan) {
        return wrong(u"\"area\" goes with remove_permission and restrict_plan"_s);
    }
    fault.to = object["to"_L1].toString();
    if (fault.kind == FaultKind::Redirect) {
        const QUrl url(fault.to, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty()
            || (url.scheme() != "http"_L1 && url.scheme() != "https"_L1)) {
            return wrong(u"\"to\" must be the http or https address to redirect to"_s);
        }
    }
    return {fault, {}};
}

void Faults::set(const Fault &fault)
{
    m_faults.removeIf([&fault](const Fault &f) {
        return f.provider == fault.provider && f.kind == fault.kind && f.area == fault.area;
    });
    m_faults.append(fault);
}

std::optional<Fault> Faults::use(const QString &provider, FaultKind kind, const QString &area)
{
    const auto found = std::find_if(m_faults.begin(), m_faults.end(), [&](const Fault &f) {
        return f.provider == provider && f.kind == kind && (f.area.isEmpty() || f.area == area);
    });
    if (found == m_faults.end())
        return std::nullopt;
    const Fault fault = *found;
    if (found->times && --*found->times == 0)
        m_faults.erase(found);
    return fault;
}

void Faults::clear(const QString &provider)
{
    m_faults.removeIf(
        [&provider](const Fault &f) { return provider.isEmpty() || f.provider == provider; });
}

} // namespace relink::sandbox
