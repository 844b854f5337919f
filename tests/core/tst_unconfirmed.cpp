// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/unconfirmed.h"
#include "support/testmain.h"

#include <QTest>

using namespace relink;
using namespace Qt::StringLiterals;

//! Which words of a pack's `unverified` put "not confirmed" on the screen.
class UnconfirmedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data()
    {
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("marked"); // of access, sign-in, rotation, revocation, path
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("something else") << u"status_page"_s << QString();
        QTest::newRow("limits") << u"rate_limits"_s << u"limits"_s;
        QTest::newRow("their sentence") << u"rate_limits.note (one guide)"_s << u"limits"_s;
        QTest::newRow("their unit") << u"rate_limits.reset_unit"_s << QString();
        QTest::newRow("all lifetimes") << u"lifetimes"_s << u"access sign-in rotation"_s;
        QTest::newRow("of the access") << u"lifetimes.access_seconds (one source)"_s << u"access"_s;
        QTest::newRow("idle") << u"lifetimes.refresh_idle_seconds (90 days, seen)"_s
                              << u"sign-in"_s;
        QTest::newRow("hard") << u"lifetimes.refresh_hard_seconds"_s << u"sign-in"_s;
        QTest::newRow("for ever") << u"lifetimes.refresh_never_expires"_s << u"sign-in"_s;
        QTest::newRow("rotation") << u"lifetimes.rotates"_s << u"rotation"_s;
        QTest::newRow("of one way") << u"auth_methods oauth2 lifetimes.rotates"_s << u"rotation"_s;
        QTest::newRow("revocation") << u"revocation"_s << u"revocation path"_s;
        QTest::newRow("its address") << u"revocation.endpoint"_s << u"revocation"_s;
        QTest::newRow("its form") << u"revocation.style (near RFC 7009)"_s << u"revocation"_s;
        QTest::newRow("its path") << u"revocation.menu_path"_s << u"path"_s;
        QTest::newRow("redirect") << u"redirect (loopback)"_s << u"redirect"_s;
        QTest::newRow("scopes") << u"scopes"_s << u"scopes"_s;
        QTest::newRow("test mode") << u"environments.test (one source)"_s << u"test"_s;
        QTest::newRow("another address") << u"revocation.manage_url"_s << QString();
        QTest::newRow("a longer word") << u"lifetimes.rotates_not"_s << QString();
    }
    void reads()
    {
        QFETCH(QString, entry);
        QFETCH(QString, marked);
        ProviderPack pack;
        if (!entry.isEmpty())
            pack.unverified.append(entry);
        const Unconfirmed found = unconfirmedIn(pack);
        QStringList words;
        if (found.accessLifetime)
            words.append(u"access"_s);
        if (found.signInLifetime)
            words.append(u"sign-in"_s);
        if (found.rotation)
            words.append(u"rotation"_s);
        if (found.revocation)
            words.append(u"revocation"_s);
        if (found.revocationPath)
            words.append(u"path"_s);
        if (found.redirect)
            words.append(u"redirect"_s);
        if (found.scopes)
            words.append(u"scopes"_s);
        if (found.testEnvironment)
            words.append(u"test"_s);
        if (found.rateLimits)
            words.append(u"limits"_s);
        QCOMPARE(words.join(u' '), marked);
    }

    void aPathCanSayItItself()
    {
        ProviderPack pack;
        pack.revocation.menuPathConfirmed = false;
        QVERIFY(unconfirmedIn(pack).revocationPath);
        QVERIFY(!unconfirmedIn(pack).revocation);
    }
};

RELINK_TEST(UnconfirmedTest)

#include "tst_unconfirmed.moc"
