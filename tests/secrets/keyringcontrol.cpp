// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secrets/keyringcontrol.h"

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusReply>
#include <QDBusVariant>
#include <QProcess>
#include <QTest>

#include <csignal>

namespace relink::test {

using namespace Qt::StringLiterals;

//! Secret structure of the Secret Service API, over a plain session.
struct DBusSecret
{
    QDBusObjectPath session;
    QByteArray parameters;
    QByteArray value;
    QString contentType;
};

static QDBusArgument &operator<<(QDBusArgument &argument, const DBusSecret &secret)
{
    argument.beginStructure();
    argument << secret.session << secret.parameters << secret.value << secret.contentType;
    argument.endStructure();
    return argument;
}

static const QDBusArgument &operator>>(const QDBusArgument &argument, DBusSecret &secret)
{
    argument.beginStructure();
    argument >> secret.session >> secret.parameters >> secret.value >> secret.contentType;
    argument.endStructure();
    return argument;
}

} // namespace relink::test

Q_DECLARE_METATYPE(relink::test::DBusSecret)

namespace relink::test {

namespace {

const auto servicePath = u"/org/freedesktop/secrets"_s;
const auto collectionPath = u"/org/freedesktop/secrets/collection/login"_s;

QDBusMessage call(const QString &path, const QString &interface, const QString &method,
                  const QVariantList &arguments)
{
    qDBusRegisterMetaType<KeyringControl::Attributes>();
    qDBusRegisterMetaType<DBusSecret>();
    QDBusMessage message
        = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, path, interface, method);
    message.setArguments(arguments);
    return QDBusConnection::sessionBus().call(message, QDBus::Block, 5000);
}

QDBusMessage callService(const QString &method, const QVariantList &arguments)
{
    return call(servicePath, u"org.freedesktop.Secret.Service"_s, method, arguments);
}

QVariant property(const QString &path, const QString &interface, const QString &name)
{
    const QDBusReply<QDBusVariant> reply
        = call(path, u"org.freedesktop.DBus.Properties"_s, u"Get"_s, {interface, name});
    return reply.value().variant();
}

QDBusObjectPath plainSession()
{
    const QVariant algorithm = QVariant::fromValue(QDBusVariant(QString(u""_s)));
    const QDBusMessage reply = callService(u"OpenSession"_s, {u"plain"_s, algorithm});
    return reply.arguments().value(1).value<QDBusObjectPath>();
}

} // namespace

bool KeyringControl::lock()
{
    callService(u"Lock"_s, {QVariant::fromValue(QList {QDBusObjectPath(collectionPath)})});
    return isLocked();
}

bool KeyringControl::unlock()
{
    const qint64 before = daemonPid();
    QProcess daemon;
    daemon.setStandardOutputFile(QProcess::nullDevice());
    daemon.setStandardErrorFile(QProcess::nullDevice());
    const QString folder = qEnvironmentVariable("XDG_RUNTIME_DIR") + u"/keyring"_s;
    daemon.start(u"gnome-keyring-daemon"_s,
                 {u"--replace"_s, u"--unlock"_s, u"--components=secrets"_s,
                  QString(u"--control-directory="_s + folder)});
    daemon.write(qgetenv("KEYRING_PASSWORD"));
    daemon.closeWriteChannel();
    if (!daemon.waitForFinished(5000))
        return false;
    return QTest::qWaitFor(
        [before] {
            const qint64 now = daemonPid();
            return now != 0 && now != before && !isLocked();
        },
        5000);
}

bool KeyringControl::isLocked()
{
    return property(collectionPath, u"org.freedesktop.Secret.Collection"_s, u"Locked"_s).toBool();
}

qint64 KeyringControl::daemonPid()
{
    const QDBusReply<uint> reply
        = QDBusConnection::sessionBus().interface()->servicePid(u"org.freedesktop.secrets"_s);
    return reply.isValid() ? reply.value() : 0;
}

bool KeyringControl::signalDaemon(int signal)
{
    const qint64 pid = daemonPid();
    return pid > 0 && ::kill(pid_t(pid), signal) == 0;
}

QList<QDBusObjectPath> KeyringControl::search(const Attributes &attributes)
{
    const QDBusMessage reply = callService(u"SearchItems"_s, {QVariant::fromValue(attributes)});
    return qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(0))
        + qdbus_cast<QList<QDBusObjectPath>>(reply.arguments().value(1));
}

QList<QDBusObjectPath> KeyringControl::search(const QString &service, const QString &account)
{
    return search(Attributes {{u"server"_s, service}, {u"user"_s, account}});
}

KeyringControl::Attributes KeyringControl::attributesOf(const QDBusObjectPath &item)
{
    return qdbus_cast<Attributes>(
        property(item.path(), u"org.freedesktop.Secret.Item"_s, u"Attributes"_s));
}

QString KeyringControl::labelOf(const QDBusObjectPath &item)
{
    return property(item.path(), u"org.freedesktop.Secret.Item"_s, u"Label"_s).toString();
}

QByteArray KeyringControl::secretOf(const QDBusObjectPath &item)
{
    const QDBusMessage reply = call(item.path(), u"org.freedesktop.Secret.Item"_s, u"GetSecret"_s,
                                    {QVariant::fromValue(plainSession())});
    return qdbus_cast<DBusSecret>(reply.arguments().value(0)).value;
}

bool KeyringControl::plant(const QString &service, const QString &account, const QByteArray &secret,
                           const QString &type)
{
    Attributes attributes {
        {u"server"_s, service}, {u"user"_s, account}, {u"xdg:schema"_s, u"org.qt.keychain"_s}};
    if (!type.isEmpty())
        attributes.insert(u"type"_s, type);
    const QVariantMap properties {
        {u"org.freedesktop.Secret.Item.Label"_s, u"planted"_s},
        {u"org.freedesktop.Secret.Item.Attributes"_s, QVariant::fromValue(attributes)}};
    const DBusSecret value {plainSession(), {}, secret, u"text/plain"_s};
    const QDBusMessage reply
        = call(collectionPath, u"org.freedesktop.Secret.Collection"_s, u"CreateItem"_s,
               {properties, QVariant::fromValue(value), true});
    return reply.type() == QDBusMessage::ReplyMessage
        && reply.arguments().value(0).value<QDBusObjectPath>().path() != "/"_L1;
}

QString KeyringControl::keyringFolder()
{
    return qEnvironmentVariable("XDG_DATA_HOME") + u"/keyrings"_s;
}

} // namespace relink::test
