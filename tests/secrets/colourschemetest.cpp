// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desktop/colourscheme.h"

#include "support/testmain.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusVariant>
#include <QSignalSpy>

namespace relink::test {

using namespace Qt::StringLiterals;

//! The portal of a desktop, as far as it is asked.
class FakePortal : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    explicit FakePortal(uint scheme)
        : m_scheme(scheme)
        , m_bus(QDBusConnection::connectToBus(QDBusConnection::SessionBus, u"portal"_s))
    {
        m_bus.registerObject(u"/org/freedesktop/portal/desktop"_s, this,
                             QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
        m_bus.registerService(u"org.freedesktop.portal.Desktop"_s);
    }
    ~FakePortal() override
    {
        m_bus.unregisterService(u"org.freedesktop.portal.Desktop"_s);
        QDBusConnection::disconnectFromBus(u"portal"_s);
    }
    FakePortal(const FakePortal &) = delete;
    FakePortal &operator=(const FakePortal &) = delete;

    void change(const QString &group, const QString &key, uint value)
    {
        Q_EMIT SettingChanged(group, key, QDBusVariant(value));
    }

public Q_SLOTS:
    QDBusVariant Read(const QString &group, const QString &key)
    {
        asked = QString(group % u' ' % key);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(m_scheme)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &group, const QString &key, const QDBusVariant &value);

public:
    QString asked;

private:
    uint m_scheme;
    QDBusConnection m_bus;
};

//! The desktop's wish for dark colours, against a portal on the private bus of the tests.
class ColourSchemeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isAsked_data();
    void isAsked();
    void isFollowed();
    void nobodyAnswers();
    void noBus();
};

void ColourSchemeTest::isAsked_data()
{
    QTest::addColumn<uint>("scheme");
    QTest::addColumn<bool>("dark");
    QTest::newRow("no preference") << 0U << false;
    QTest::newRow("dark") << 1U << true;
    QTest::newRow("light") << 2U << false;
}

void ColourSchemeTest::isAsked()
{
    QFETCH(uint, scheme);
    QFETCH(bool, dark);
    FakePortal portal(scheme);
    ColourScheme tried(QDBusConnection::sessionBus());
    QSignalSpy said(&tried, &ColourScheme::darkPreferred);
    tried.follow();
    QVERIFY(said.isEmpty()); // the start does not wait
    QTRY_COMPARE(said.size(), 1);
    QCOMPARE(said.first().first().toBool(), dark);
    QCOMPARE(portal.asked, u"org.freedesktop.appearance color-scheme"_s);
}

void ColourSchemeTest::isFollowed()
{
    FakePortal portal(0);
    ColourScheme tried(QDBusConnection::sessionBus());
    QSignalSpy said(&tried, &ColourScheme::darkPreferred);
    tried.follow();
    QTRY_COMPARE(said.size(), 1);
    portal.change(u"org.freedesktop.appearance"_s, u"accent-color"_s, 1);
    portal.change(u"org.gnome.desktop.interface"_s, u"color-scheme"_s, 1);
    portal.change(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 1);
    QTRY_COMPARE(said.size(), 2);
    QCOMPARE(said.last().first().toBool(), true);
    portal.change(u"org.freedesktop.appearance"_s, u"color-scheme"_s, 0);
    QTRY_COMPARE(said.size(), 3);
    QCOMPARE(said.last().first().toBool(), false);
}

void ColourSchemeTest::nobodyAnswers()
{
    ColourScheme tried(QDBusConnection::sessionBus());
    QSignalSpy said(&tried, &ColourScheme::darkPreferred);
    tried.follow();
    // Whatever was asked before this is answered before it.
    QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
        u"org.freedesktop.DBus"_s, u"/"_s, u"org.freedesktop.DBus"_s, u"GetId"_s));
    QCoreApplication::processEvents();
    QVERIFY(said.isEmpty());
}

void ColourSchemeTest::noBus()
{
    ColourScheme tried(QDBusConnection(u"nowhere"_s));
    QSignalSpy said(&tried, &ColourScheme::darkPreferred);
    tried.follow();
    QVERIFY(said.isEmpty());
}

RELINK_TEST(ColourSchemeTest)

} // namespace relink::test

#include "colourschemetest.moc"
