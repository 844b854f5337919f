// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace relink::sandbox {

enum class FaultKind {
    Expire, //!< access tokens issued so far are over; refreshing helps
    Revoke, //!< grants given so far are gone
    HardExpire, //!< grants given so far are past their longest life
    DisconnectOrganisation, //!< grants given so far no longer reach their organisation
    RemovePermission, //!< calls are answered 403
    RestrictPlan, //!< calls are refused for the subscription
    WrongEnvironment, //!< calls are refused as if the credential were of the other environment
    DeprecatedMethod, //!< calls are refused as using a retired way of authentication
    Outage, //!< 503
    RateLimit, //!< 429 with Retry-After
    LoseAnswer, //!< a refresh is carried out, and its answer never arrives
    Close, //!< the connection is closed without an answer
    Slow, //!< the answer takes a while
    CaptivePortal, //!< somebody else's page with status 200
    Redirect, //!< 307 to another place
    Clock, //!< the server's clock is three days off
};

//! The name in requests: `hard_expire`; `hard-expire` is understood too.
QString toString(FaultKind kind);
std::optional<FaultKind> faultKindFromString(const QString &text);
const QList<FaultKind> &allFaultKinds();
//! What the button on the page says.
QString faultWords(FaultKind kind);
//! True for faults that change what was issued so far, at once and once; they do not last.
bool changesGrants(FaultKind kind);

struct Fault
{
    QString provider;
    FaultKind kind = FaultKind::Expire;
    std::optional<int> times; //!< requests that are still to suffer; absent: until cleared
    QString area; //!< RemovePermission, RestrictPlan: only this named probe; empty: every call
    QString to; //!< Redirect
    int seconds = 5; //!< Slow: the delay; RateLimit: the Retry-After

    QJsonObject toJson() const;
};

//! A fault as asked for, or a sentence that says what is wrong with the request.
struct FaultRequest
{
    std::optional<Fault> fault;
    QString problem;
};

//! `providers`: ids that are known.
FaultRequest parseFault(const QJsonObject &object, const QStringList &providers);

//! The faults that last.
class Faults
{
public:
    //! Replaces one of the same kind, provider and area.
    void set(const Fault &fault);
    //! The fault if it is set; counts this request.
    std::optional<Fault> use(const QString &provider, FaultKind kind, const QString &area = {});
    QList<Fault> list() const { return m_faults; }
    void clear(const QString &provider);

private:
    QList<Fault> m_faults;
};

} // namespace relink::sandbox
