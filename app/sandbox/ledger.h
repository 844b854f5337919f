// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"

#include <QDateTime>
#include <QHash>
#include <QMap>
#include <QSet>
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
    QString method; //!< id of the way of connecting
    std::optional<Environment> environment; //!< absent until a host of only one has been called
    QString clientId; //!< empty for a key login
    QStringList scope;
    QString person; //!< practice.h
    QStringList organisations; //!< keys of practice.h
    QMap<QString, QString> values; //!< placeholders and captures, e.g. the shop
    End end = End::None;
    bool endedByFault = false;
    bool disconnected = false; //!< an organisation took itself away
    bool accessSurvives = false; //!< ended, and the access tokens go on until they expire
};

struct Code
{
    int grant = 0;
    QString redirectUri;
    QByteArray challenge; //!< S256; empty: none was sent
    QDateTime expiresAt;
    bool used = false;
};

//! RFC 8628: what a person types in, and what the program asks with meanwhile.
struct DeviceCode
{
    Grant wish; //!< becomes a grant when the person allows it
    QString userCode;
    QDateTime expiresAt;
    std::chrono::seconds interval {1};
    QDateTime askedAt;
    int grant = 0; //!< 0: not allowed yet
    bool declined = false;
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
    QString issueDevice(DeviceCode code);
    DeviceCode *device(const QString &text);
    DeviceCode *deviceByUserCode(const QString &provider, const QString &userCode);

    //! `text`: the token itself where the provider's have a form; empty: any.
    QString issueAccess(int grant, std::optional<std::chrono::seconds> lifetime,
                        const QString &text = {});
    QString issueRefresh(int grant);
    //! A refresh token that a person was shown at the provider.
    void adoptRefresh(int grant, const QString &text);
    IssuedToken *access(const QString &token);
    IssuedToken *refresh(const QString &token);
    //! The longest that an access token of the grant still lives; absent: none is good.
    std::optional<std::chrono::seconds> accessLeft(int grant) const;

    //! True once for each of a provider's single-use texts.
    bool useOnce(const QString &provider, const QString &text);

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
    //! Ends one key that nobody issued, if it was in use.
    void endKey(const QString &provider, const QString &key);
    //! Living grants that were given to this client.
    QList<Grant *> grantsOf(const QString &provider, const QString &clientId);
    Grant::End keyEnd(const QString &provider, const QString &key) const
    {
        return m_keys.value(provider).value(key);
    }
    Grant::End passwordEnd(const QString &provider, const QString &text) const
    {
        return m_passwords.value(provider).value(text);
    }
    //! Would this key, password or pasted refresh token be refused?
    bool isOver(const QString &provider, const QString &method, const QString &text) const;

private:
    QMap<int, Grant> m_grants;
    QHash<QString, Code> m_codes;
    QHash<QString, DeviceCode> m_devices;
    QSet<QString> m_usedOnce;
    QHash<QString, IssuedToken> m_access;
    QHash<QString, IssuedToken> m_refresh;
    //! By provider, then by what was typed in.
    using Typed = QMap<QString, QMap<QString, Grant::End>>;
    Typed m_keys;
    Typed m_passwords;
};

//! How the ledger knows a refresh token that a person was shown: the same text may be another's.
QString shownToken(const QString &provider, const QString &method, const QString &text);

//! 256 bits from the system's generator, in characters that need no encoding anywhere.
QString randomText();

} // namespace relink::sandbox
