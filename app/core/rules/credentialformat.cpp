// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/credentialformat.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

constexpr int formatVersion = 1;
constexpr qsizetype sizeMaximum = 1024 * 1024;

//! Text where the bytes are UTF-8, otherwise {"base64": …}: every byte comes back.
QJsonValue fromBytes(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    if (text.toUtf8() == bytes)
        return text;
    return QJsonObject {{u"base64"_s, QString::fromLatin1(bytes.toBase64())}};
}

std::optional<QByteArray> toBytes(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8();
    const QJsonValue encoded = value.toObject().value("base64"_L1);
    if (!encoded.isString())
        return std::nullopt;
    const auto decoded = QByteArray::fromBase64Encoding(encoded.toString().toLatin1(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(*decoded) : std::nullopt;
}

void insertTime(QJsonObject *object, QLatin1StringView key, const QDateTime &time)
{
    if (time.isValid())
        object->insert(key, time.toUTC().toString(Qt::ISODateWithMs));
}

//! Reads the members of one credential; the first flaw is remembered.
class Members
{
public:
    explicit Members(const QJsonObject &object)
        : m_object(object)
    {}

    QByteArray bytes(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return {};
        const auto read = toBytes(value);
        if (!read)
            m_flaw = u"%1 is not text"_s.arg(key);
        return read.value_or(QByteArray());
    }

    QDateTime time(QLatin1StringView key)
    {
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return {};
        const QDateTime read = QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
        if (!read.isValid())
            m_flaw = u"%1 is not a time"_s.arg(key);
        return read.toUTC();
    }

    std::optional<QDateTime> optionalTime(QLatin1StringView key)
    {
        if (!m_object.contains(key))
            return std::nullopt;
        return time(key);
    }

    //! A decimal string: a JSON number would lose digits.
    quint64 number(QLatin1StringView key)
    {
        bool isNumber = false;
        const quint64 read = m_object.value(key).toString().toULongLong(&isNumber);
        if (!isNumber)
            m_flaw = u"%1 is not a number"_s.arg(key);
        return read;
    }

    QMap<QString, SecretBytes> map(QLatin1StringView key)
    {
        QMap<QString, SecretBytes> read;
        const QJsonValue value = m_object.value(key);
        if (value.isUndefined())
            return read;
        if (!value.isObject())
            m_flaw = u"%1 is not an object"_s.arg(key);
        const QJsonObject members = value.toObject();
        for (auto it = members.begin(); it != members.end(); ++it) {
            const auto secret = toBytes(it.value());
            if (!secret)
                m_flaw = u"%1 holds something other than text"_s.arg(key);
            else
                read.insert(it.key(), SecretBytes(*secret));
        }
        return read;
    }

    const QString &flaw() const { return m_flaw; }

private:
    QJsonObject m_object;
    QString m_flaw;
};

AuthError damaged(const QString &why)
{
    AuthError error = localError(code::keychainDamaged, why);
    error.origin = ErrorOrigin::SecretStore;
    return error;
}

} // namespace

SecretBytes serializeCredential(const Credential &credential)
{
    QJsonObject object {{u"version"_s, formatVersion},
                        {u"generation"_s, QString::number(credential.generation)}};
    if (credential.hasAccess())
        object.insert("access_token"_L1, fromBytes(credential.accessToken.reveal()));
    if (credential.hasRefresh())
        object.insert("refresh_token"_L1, fromBytes(credential.refreshToken.reveal()));
    insertTime(&object, "obtained_at"_L1, credential.obtainedAt);
    insertTime(&object, "access_expires_at"_L1, credential.accessExpiresAt.value_or(QDateTime()));
    insertTime(&object, "refresh_expires_at"_L1, credential.refreshExpiresAt.value_or(QDateTime()));
    if (!credential.inputs.isEmpty()) {
        QJsonObject inputs;
        for (auto it = credential.inputs.begin(); it != credential.inputs.end(); ++it)
            inputs.insert(it.key(), fromBytes(it.value().reveal()));
        object.insert("inputs"_L1, inputs);
    }
    return SecretBytes(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Result<Credential> parseCredential(const SecretBytes &bytes)
{
    if (bytes.reveal().size() > sizeMaximum)
        return damaged(u"the entry is larger than any that was written"_s);
    const QJsonDocument document = QJsonDocument::fromJson(bytes.reveal());
    if (!document.isObject())
        return damaged(u"the entry is not a JSON object"_s);
    const QJsonObject object = document.object();
    const QJsonValue version = object.value("version"_L1);
    if (!version.isDouble())
        return damaged(u"the entry has no version"_s);
    if (version.toInteger(-1) != formatVersion) {
        return damaged(u"the entry has a version that this program does not know: %1"_s.arg(
            version.toDouble()));
    }

    Members members(object);
    Credential credential;
    credential.generation = members.number("generation"_L1);
    credential.accessToken = AccessToken(members.bytes("access_token"_L1));
    credential.refreshToken = RefreshToken(members.bytes("refresh_token"_L1));
    credential.obtainedAt = members.time("obtained_at"_L1);
    credential.accessExpiresAt = members.optionalTime("access_expires_at"_L1);
    credential.refreshExpiresAt = members.optionalTime("refresh_expires_at"_L1);
    credential.inputs = members.map("inputs"_L1);
    if (!members.flaw().isEmpty())
        return damaged(members.flaw());
    return credential;
}

} // namespace relink
