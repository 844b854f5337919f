// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/secretserviceprobe.h"

#include "secrets/dbuscall.h"

#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusVariant>
#include <QPointer>
#include <QTimer>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

const auto serviceName = u"org.freedesktop.secrets"_s;
const auto servicePath = u"/org/freedesktop/secrets"_s;
const auto serviceInterface = u"org.freedesktop.Secret.Service"_s;

using Attributes = QMap<QString, QString>;

QDBusMessage methodCall(const QString &path, const QString &interface, const QString &method,
                        const QVariantList &arguments)
{
    QDBusMessage message = QDBusMessage::createMethodCall(serviceName, path, interface, method);
    message.setArguments(arguments);
    // A service that only gives hints is not worth starting.
    message.setAutoStartService(secretServiceRole() == SecretServiceRole::Decides);
    return message;
}

//! One question: two calls side by side, the state's own second step, one deadline.
class Enquiry : public QObject
{
public:
    Enquiry(SecretServiceProbe::Callback callback, std::chrono::milliseconds timeout,
            QObject *parent)
        : QObject(parent)
        , m_callback(std::move(callback))
        , m_timeout(int(timeout.count()))
    {
        QTimer::singleShot(timeout, this, [this] {
            m_answer.state = KeychainState::NotAnswering;
            m_answer.detail = u"the Secret Service did not answer in time"_s;
            finish();
        });
    }

    void begin(const QString &service, const QString &account)
    {
        if (!QDBusConnection::sessionBus().isConnected()) {
            m_answer.state = KeychainState::Missing;
            m_answer.detail = u"no session bus"_s;
            QTimer::singleShot(0, this, [this] { finish(); });
            return;
        }
        m_open = account.isEmpty() ? 1 : 2;
        askState();
        if (!account.isEmpty())
            askItems(service, account);
    }

private:
    void askState()
    {
        using Reply = QDBusPendingReply<QDBusObjectPath>;
        const auto call = methodCall(servicePath, serviceInterface, u"ReadAlias"_s, {u"default"_s});
        sendCall<QDBusObjectPath>(this, call, m_timeout, [this](const Reply &reply) {
            if (reply.isError())
                return fail(reply.error());
            const QString collection = reply.value().path();
            if (collection == "/"_L1) {
                m_answer.state = KeychainState::NoCollection;
                return done();
            }
            askLocked(collection);
        });
    }

    void askLocked(const QString &collection)
    {
        using Reply = QDBusPendingReply<QDBusVariant>;
        const auto call = methodCall(collection, u"org.freedesktop.DBus.Properties"_s, u"Get"_s,
                                     {u"org.freedesktop.Secret.Collection"_s, u"Locked"_s});
        sendCall<QDBusVariant>(this, call, m_timeout, [this](const Reply &reply) {
            if (reply.isError()) {
                const KeychainState state = SecretServiceProbe::stateOf(reply.error());
                // An alias that points to a keyring which is gone.
                if (state != KeychainState::NoCollection)
                    return fail(reply.error());
                m_answer.state = state;
                return done();
            }
            const bool locked = reply.value().variant().toBool();
            m_answer.state = locked ? KeychainState::Locked : KeychainState::Ready;
            done();
        });
    }

    void askItems(const QString &service, const QString &account)
    {
        using Paths = QList<QDBusObjectPath>;
        qDBusRegisterMetaType<Attributes>();
        const Attributes attributes {{u"user"_s, account}, {u"server"_s, service}};
        const auto call = methodCall(servicePath, serviceInterface, u"SearchItems"_s,
                                     {QVariant::fromValue(attributes)});
        sendCall<Paths, Paths>(this, call, m_timeout,
                               [this](const QDBusPendingReply<Paths, Paths> &reply) {
                                   if (reply.isError())
                                       return fail(reply.error());
                                   m_answer.unlockedItems = int(reply.argumentAt<0>().size());
                                   m_answer.lockedItems = int(reply.argumentAt<1>().size());
                                   done();
                               });
    }

    void fail(const QDBusError &error)
    {
        m_answer.state = SecretServiceProbe::stateOf(error);
        // No keyring there, as an answer to a question about the service itself, is no answer.
        if (m_answer.state == KeychainState::NoCollection)
            m_answer.state = KeychainState::Missing;
        m_answer.detail = error.name();
        finish();
    }

    void done()
    {
        if (--m_open == 0)
            finish();
    }

    void finish()
    {
        if (!m_callback)
            return;
        const auto callback = std::exchange(m_callback, nullptr);
        const SecretServiceAnswer answer = m_answer; // the callback may delete the probe
        deleteLater();
        callback(answer);
    }

    SecretServiceProbe::Callback m_callback;
    SecretServiceAnswer m_answer;
    const int m_timeout;
    int m_open = 0;
};

} // namespace

SecretServiceRole secretServiceRole()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_MACOS) && !defined(Q_OS_ANDROID)
    // The order in which QtKeychain 0.13 to 0.15 look for KDE.
    const QByteArray version = qgetenv("KDE_SESSION_VERSION");
    if (version != "4" && version != "5")
        return SecretServiceRole::Decides;
    const bool kde = qgetenv("XDG_CURRENT_DESKTOP") == "KDE" || qgetenv("DESKTOP_SESSION") == "kde"
        || !qEnvironmentVariableIsEmpty("KDE_FULL_SESSION");
    return kde ? SecretServiceRole::Hints : SecretServiceRole::Decides;
#else
    return SecretServiceRole::Absent;
#endif
}

SecretServiceProbe::SecretServiceProbe(std::chrono::milliseconds timeout, QObject *parent)
    : QObject(parent)
    , m_timeout(timeout)
{}

void SecretServiceProbe::ask(const QString &service, const QString &account, Callback callback)
{
    auto *enquiry = new Enquiry(std::move(callback), m_timeout, this);
    enquiry->begin(service, account);
}

KeychainState SecretServiceProbe::stateOf(const QDBusError &error)
{
    switch (error.type()) {
    case QDBusError::NoReply:
    case QDBusError::Timeout:
    case QDBusError::TimedOut:
    case QDBusError::LimitsExceeded:
    case QDBusError::NoMemory:
        return KeychainState::NotAnswering;
    case QDBusError::UnknownObject:
        return KeychainState::NoCollection;
    default:
        break;
    }
    // gnome-keyring's and KeePassXC's word for a path that is no longer there.
    if (error.name() == "org.freedesktop.Secret.Error.NoSuchObject"_L1)
        return KeychainState::NoCollection;
    // Not on the bus, not startable, not permitted (a sandbox), or not this interface.
    return KeychainState::Missing;
}

} // namespace relink
