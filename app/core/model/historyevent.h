// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/autherror.h"
#include "core/model/diagnosis.h"
#include "core/model/ids.h"

#include <QDateTime>
#include <QString>

#include <optional>

namespace relink {

enum class HistoryKind { Failure, Recovery, Change };

//! What Relink (or the merchant) was doing when it happened.
enum class HistoryStage { Authorize, Exchange, Refresh, Probe, Revoke, Keychain, Storage, Local };

//! HistoryEvent::action of an error that the merchant met elsewhere and pasted.
inline constexpr QLatin1StringView pastedAction("pasted");

//! HistoryEvent::action of a note in the change diary: a Change that the merchant told of. `time`
//! is when it happened, `cause` one of noted::, `message` the merchant's own words.
inline constexpr QLatin1StringView notedAction("noted");

//! What a note in the change diary is about.
namespace noted {
inline constexpr QLatin1StringView rolesChanged("roles_changed"); //!< by an administrator (AMG-11)
inline constexpr QLatin1StringView securityReview("security_review"); //!< AMG-11
inline constexpr QLatin1StringView planChanged("plan_changed"); //!< AMG-11
inline constexpr QLatin1StringView passwordChanged("password_changed"); //!< MIN-20, SGE-21
inline constexpr QLatin1StringView keyRegenerated("key_regenerated"); //!< MIN-20, -24
inline constexpr QLatin1StringView accessRevoked("access_revoked"); //!< AMK-06, SGE-21
inline constexpr QLatin1StringView accessDisabled("access_disabled"); //!< AMK-08
inline constexpr QLatin1StringView appRemoved("app_removed"); //!< AMK-07
inline constexpr QLatin1StringView accountClosed("account_closed"); //!< MIN-20
inline constexpr QLatin1StringView personLeft("person_left"); //!< XRM-04, -34
inline constexpr QLatin1StringView upgraded("upgraded"); //!< XRM-03
inline constexpr QLatin1StringView other("other");
} // namespace noted

//! One line of the error history. Equal events in a row are one line with a count (R91).
struct HistoryEvent
{
    qint64 id = 0; //!< given by the store
    QDateTime time; //!< last seen
    QDateTime firstSeen;
    QDateTime noticedAt; //!< when the merchant could first have known (X-11)
    int count = 1;
    HistoryKind kind = HistoryKind::Failure;
    ConnectionId connection;
    QString connectionName; //!< as it was then
    QString provider;
    HistoryStage stage = HistoryStage::Probe;
    QString action; //!< what was asked for: check, refresh, connect, …
    std::optional<int> httpStatus;
    QString providerCode;
    std::optional<ErrorClass> errorClass;
    QString cause;
    QString code; //!< AuthError::code
    QString message; //!< the provider's words, redacted, one line
    bool resolved = false; //!< a later recovery ended it

    friend bool operator==(const HistoryEvent &, const HistoryEvent &) = default;
};

//! What of the history is wanted. Empty members do not restrict.
struct HistoryQuery
{
    std::optional<ConnectionId> connection;
    QString provider;
    std::optional<ErrorClass> errorClass;
    std::optional<HistoryStage> stage;
    QDateTime since;
    QDateTime until;
    QString search; //!< in message, name and code, without regard to case
    QString action; //!< exactly this one
    //! Beside those of the connection, the notes that are about all of this provider.
    QString notesOfProvider;
    bool unresolvedOnly = false;
    qint64 beforeId = 0; //!< keyset: the page after this id; 0 is the newest page
    QDateTime beforeTime; //!< set together with beforeId
    int limit = 200;
};

QString toString(HistoryKind kind);
std::optional<HistoryKind> historyKindFromString(const QString &text);
QString toString(HistoryStage stage);
std::optional<HistoryStage> historyStageFromString(const QString &text);

} // namespace relink
