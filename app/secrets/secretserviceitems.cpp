// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secretserviceitems.h"

#include "secrets/dbuscall.h"
#include "secrets/keychainverdict.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

using Attributes = QMap<QString, QString>;
using Paths = QList<QDBusObjectPath>;

//! One list: the search, then the attributes of each item.
class ItemList : public QObject
{
public:
    ItemList(std::function<void(const Result<QStringList> &)> callback,
             std::chrono::milliseconds timeout, QObject *parent)
        : QObject(parent)
        , m_callback(std::move(callback))
        , m_timeout(int(timeout.count()))
    {
        qDBusRegisterMetaType<Attributes>();
    }

    void begin(const QString &service)
    {
        QDBusMessage search = QDBusMessage::createMethodCall(
            u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
            u"org.freedesktop.Secret.Service"_s, u"SearchItems"_s);
        search.setArguments({QVariant::fromValue(Attributes {{u"server"_s, service}})});
        sendCall<Paths, Paths>(this, search, m_timeout,
                               [this](const QDBusPendingReply<Paths, Paths> &reply) {
                                   if (reply.isError())
                                       return fail(reply.error());
                                   if (!reply.argumentAt<1>().isEmpty())
                                       return finish(keychainError(code::keychainLocked));
                                   const Paths paths = reply.argumentAt<0>();
                                   m_open = int(paths.size());
                                   if (paths.isEmpty())
                                       return finish(m_accounts);
                                   for (const QDBusObjectPath &path : paths)
                                       askAttributes(path.path());
                               });
    }

private:
    void askAttributes(const QString &path)
    {
        QDBusMessage get = QDBusMessage::createMethodCall(
            u"org.freedesktop.secrets"_s, path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
        get.setArguments({u"org.freedesktop.Secret.Item"_s, u"Attributes"_s});
        sendCall<QDBusVariant>(
            this, get, m_timeout, [this](const QDBusPendingReply<QDBusVariant> &reply) {
                if (!m_callback)
                    return;
                // Removed since it was found: not there is what it is.
                const auto gone = SecretServiceProbe::stateOf(reply.error());
                if (reply.isError() && gone != KeychainState::NoCollection)
                    return fail(reply.error());
                if (!reply.isError()) {
                    const auto attributes = qdbus_cast<Attributes>(reply.value().variant());
                    const QString account = attributes.value(u"user"_s);
                    // Without a type it is not an item of QtKeychain's.
                    if (!account.isEmpty() && attributes.contains(u"type"_s))
                        m_accounts.append(account);
                }
                if (--m_open == 0)
                    finish(m_accounts);
            });
    }

    void fail(const QDBusError &error)
    {
        const bool silent = SecretServiceProbe::stateOf(error) == KeychainState::NotAnswering;
        finish(keychainError(silent ? code::keychainNotAnswering : code::keychainMissing,
                             error.name()));
    }

    void finish(const Result<QStringList> &result)
    {
        if (!m_callback)
            return;
        const auto callback = std::exchange(m_callback, nullptr);
        deleteLater();
        callback(result);
    }

    std::function<void(const Result<QStringList> &)> m_callback;
    QStringList m_accounts;
    const int m_timeout;
    int m_open = 0;
};

} // namespace

void askSecretServiceItems(const QString &service, std::chrono::milliseconds timeout,
                           QObject *context,
                           std::function<void(const Result<QStringList> &)> callback)
{
    (new ItemList(std::move(callback), timeout, context))->begin(service);
}

} // namespace relink
