// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/ledger.h"

#include <QRandomGenerator>

#include <array>

namespace relink::sandbox {

using namespace Qt::StringLiterals;

namespace {

void endAll(QMap<QString, Grant::End> &typed, Grant::End how)
{
    for (Grant::End &end : typed) {
        if (end == Grant::End::None)
            end = how;
    }
}

} // namespace

QString shownToken(const QString &provider, const QString &method, const QString &text)
{
    return provider + u'\n' + method + u'\n' + text;
}

QString randomText()
{
    std::array<quint32, 8> words {};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

Grant &Ledger::open(Grant grant)
{
    grant.id = m_grants.isEmpty() ? 1 : m_grants.lastKey() + 1;
    return *m_grants.insert(grant.id, grant);
}

Grant *Ledger::grant(int id)
{
    const auto found = m_grants.find(id);
    return found == m_grants.end() ? nullptr : &*found;
}

QString Ledger::issueCode(Code code)
{
    const QString text = u"code-"_s + randomText();
    m_codes.insert(text, std::move(code));
    return text;
}

Code *Ledger::code(const QString &text)
{
    const auto found = m_codes.find(text);
    return found == m_codes.end() ? nullptr : &*found;
}

QString Ledger::issueDevice(DeviceCode code)
{
    const QString text = u"device-"_s + randomText();
    m_devices.insert(text, std::move(code));
    return text;
}

DeviceCode *Ledger::device(const QString &text)
{
    const auto found = m_devices.find(text);
    return found == m_devices.end() ? nullptr : &*found;
}

DeviceCode *Ledger::deviceByUserCode(const QString &provider, const QString &userCode)
{
    for (DeviceCode &code : m_devices) {
        if (code.wish.provider == provider && code.userCode == userCode)
            return &code;
    }
    return nullptr;
}

QString Ledger::issueAccess(int grant, std::optional<std::chrono::seconds> lifetime,
                            const QString &text)
{
    const QString token = text.isEmpty() ? u"access-"_s + randomText() : text;
    IssuedToken issued;
    issued.grant = grant;
    if (lifetime)
        issued.expiresAt = QDateTime::currentDateTimeUtc().addSecs(lifetime->count());
    m_access.insert(token, issued);
    return token;
}

QString Ledger::issueRefresh(int grant)
{
    const QString token = u"refresh-"_s + randomText();
    IssuedToken issued;
    issued.grant = grant;
    m_refresh.insert(token, issued);
    return token;
}

void Ledger::adoptRefresh(int grant, const QString &text)
{
    IssuedToken issued;
    issued.grant = grant;
    m_refresh.insert(text, issued);
}

std::optional<std::chrono::seconds> Ledger::accessLeft(int grant) const
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::optional<std::chrono::seconds> left;
    for (const IssuedToken &token : m_access) {
        if (token.grant != grant || token.expiredByFault || token.revoked || !token.expiresAt)
            continue;
        const std::chrono::seconds own(now.secsTo(*token.expiresAt));
        if (own.count() > 0 && own > left.value_or(std::chrono::seconds(0)))
            left = own;
    }
    return left;
}

bool Ledger::useOnce(const QString &provider, const QString &text)
{
    const QString key = provider + u'\n' + text;
    const bool fresh = !m_usedOnce.contains(key);
    m_usedOnce.insert(key);
    return fresh;
}

bool Ledger::isOver(const QString &provider, const QString &method, const QString &text) const
{
    const QString shown = shownToken(provider, method, text);
    if (m_refresh.contains(shown)) {
        const IssuedToken &token = *m_refresh.constFind(shown);
        if (token.revoked || token.replacedAt
            || m_grants.value(token.grant).end != Grant::End::None) {
            return true;
        }
    }
    return keyEnd(provider, text) != Grant::End::None
        || passwordEnd(provider, text) != Grant::End::None;
}

IssuedToken *Ledger::access(const QString &token)
{
    const auto found = m_access.find(token);
    return found == m_access.end() ? nullptr : &*found;
}

IssuedToken *Ledger::refresh(const QString &token)
{
    const auto found = m_refresh.find(token);
    return found == m_refresh.end() ? nullptr : &*found;
}

void Ledger::endKey(const QString &provider, const QString &key)
{
    const auto found = m_keys[provider].find(key);
    if (found != m_keys[provider].end())
        *found = Grant::End::Revoked;
}

QList<Grant *> Ledger::grantsOf(const QString &provider, const QString &clientId)
{
    QList<Grant *> grants;
    for (Grant &grant : m_grants) {
        if (grant.provider == provider && grant.end == Grant::End::None
            && (clientId.isEmpty() || grant.clientId == clientId)) {
            grants.append(&grant);
        }
    }
    return grants;
}

int Ledger::expireAccess(const QString &provider)
{
    for (IssuedToken &token : m_access) {
        if (m_grants.value(token.grant).provider == provider)
            token.expiredByFault = true;
    }
    int count = 0;
    for (const Grant &grant : std::as_const(m_grants))
        count += grant.provider == provider && grant.end == Grant::End::None ? 1 : 0;
    endAll(m_keys[provider], Grant::End::Revoked);
    return count;
}

int Ledger::end(const QString &provider, Grant::End how)
{
    int count = 0;
    for (Grant &grant : m_grants) {
        if (grant.provider != provider || grant.end != Grant::End::None)
            continue;
        grant.end = how;
        grant.endedByFault = true;
        ++count;
    }
    endAll(m_keys[provider], how);
    if (how == Grant::End::HardExpired) {
        for (DeviceCode &code : m_devices) {
            if (code.wish.provider == provider)
                code.expiresAt = QDateTime::currentDateTimeUtc();
        }
    }
    // Whoever lost a key signs in for another one; a password has its longest life too.
    if (how == Grant::End::HardExpired)
        endAll(m_passwords[provider], how);
    return count;
}

int Ledger::disconnectOrganisation(const QString &provider)
{
    int count = 0;
    for (Grant &grant : m_grants) {
        if (grant.provider != provider || grant.end != Grant::End::None)
            continue;
        grant.disconnected = true;
        ++count;
    }
    return count;
}

void Ledger::restore(const QString &provider)
{
    for (Grant &grant : m_grants) {
        if (grant.provider != provider)
            continue;
        grant.disconnected = false;
        if (grant.endedByFault) {
            grant.end = Grant::End::None;
            grant.endedByFault = false;
        }
    }
    for (IssuedToken &token : m_access) {
        if (m_grants.value(token.grant).provider == provider)
            token.expiredByFault = false;
    }
    for (Grant::End &end : m_keys[provider])
        end = Grant::End::None;
    for (Grant::End &end : m_passwords[provider])
        end = Grant::End::None;
}

} // namespace relink::sandbox
