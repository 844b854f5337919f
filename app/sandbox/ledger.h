// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace relink::sandbox {

//! One permission that a person gave: everything that was issued for it lives and dies with it.
struct Grant
{
    enum class End {
        None,
        Revoked,
        HardExpired, //!< past its longest life
        Reused, //!< somebody used an old refresh token or a code again
    };

    int id = 0; //!< set by the ledger
    QString provider;
    std::optional<Environment> environment; //!< absent until a host of only one has been called
    QString clientId; //!< empty for a key login
    QStringList scope;
    QString person; //!< practice.h
    QStringList organisations; //!< keys of practice.h
    QMap<QString, QString> values; //!< placeholders and captures, e.g. the shop
    End end = End::None;
    bool endedByFault = false;
    bool disconnected = false; //!< an organisation took itself away
};

struct Code
{
    int grant = 0;
    QString redirectUri;
    QByteArray challenge; //!< S256; empty: none was sent
    QDateTime expiresAt;
    bool used = false;
};

struct IssuedToken
{
    int grant = 0;
    std::optional<QDateTime> expiresAt; //!< absent: never
    bool expiredByFault = false;
    bool revoked = false;
    std::optional<QDateTime> replacedAt; //!< refresh tokens: since then a newer one exists
};

//! Everything the sandbox has issued since it was started. In memory only.
class Ledger
{
public:
    Grant &open(Grant grant);
    Grant *grant(int id);

    QString issueCode(Code code);
    Code *code(const QString &text);
    QString issueAccess(int grant, std::optional<std::chrono::seconds> lifetime);
    QString issueRefresh(int grant);
    IssuedToken *access(const QString &token);
    IssuedToken *refresh(const QString &token);

    // Faults that change what was issued already. The number says how many grants it concerned.
    int expireAccess(const QString &provider);
    int end(const QString &provider, Grant::End how);
    int disconnectOrganisation(const QString &provider);
    //! Takes back what faults did; what was revoked or used twice for real stays dead.
    void restore(const QString &provider);

    //! Keys and passwords that nobody issued (practice.h). A fault ends those that were in use by
    //! then, so that a new one can be given in their place.
    void useKey(const QString &provider, const QString &key) { m_keys[provider][key]; }
    void usePassword(const QString &provider, const QString &text) { m_passwords[provider][text]; }
    Grant::End keyEnd(const QString &provider, const QString &key) const
    {
        return m_keys.value(provider).value(key);
    }
    Grant::End passwordEnd(const QString &provider, const QString &text) const
    {
        return m_passwords.value(provider).value(text);
    }

private:
    QMap<int, Grant> m_grants;
    QHash<QString, Code> m_codes;
    QHash<QString, IssuedToken> m_access;
    QHash<QString, IssuedToken> m_refresh;
    //! By provider, then by what was typed in.
    using Typed = QMap<QString, QMap<QString, Grant::End>>;
    Typed m_keys;
    Typed m_passwords;
};

//! 256 bits from the system's generator, in characters that need no encoding anywhere.
QString randomText();

} // namespace relink::sandbox
