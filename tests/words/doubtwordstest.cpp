// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/doubtwords.h"
#include "core/rules/reduce.h"
#include "support/testmain.h"
#include "words/words.h"

#include <QTest>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

ProviderPack packWithout(const QStringList &unverified)
{
    ProviderPack pack;
    pack.name = u"Acme"_s;
    pack.unverified = unverified;
    AuthMethod method;
    method.kind = AuthKind::AuthorizationCode;
    pack.authMethods = {method};
    return pack;
}

words::PackDoubts doubtsOf(const ProviderPack &pack)
{
    return words::packDoubts(&pack, &pack.authMethods.first());
}

} // namespace

//! "not confirmed" stands where a merchant relies on it, and nowhere else.
class DoubtWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsDoubtedWithoutReason()
    {
        ProviderPack pack = packWithout({u"rate_limits"_s});
        pack.revocation.endpoint = u"https://acme.example/revoke"_s;
        const words::PackDoubts doubts = doubtsOf(pack);
        QVERIFY(doubts.signIn.isEmpty());
        QVERIFY(doubts.renewal.isEmpty());
        QVERIFY(doubts.ending.isEmpty());
        QVERIFY(words::packDoubts(nullptr, nullptr).ending.isEmpty());
    }

    void lifetimesOfASignIn()
    {
        ProviderPack pack = packWithout({u"lifetimes"_s});
        QCOMPARE(doubtsOf(pack).signIn, u"not confirmed"_s);
        QVERIFY(doubtsOf(pack).renewal.contains(u"not confirmed"_s));
        // A stated fact is not doubted, and a key has no sign-in that could end.
        pack.authMethods[0].lifetimes.rotates = true;
        QVERIFY(doubtsOf(pack).renewal.isEmpty());
        pack.authMethods[0].kind = AuthKind::ApiKey;
        QVERIFY(doubtsOf(pack).signIn.isEmpty());
    }

    void lifetimeOfAnAccess()
    {
        ProviderPack pack = packWithout({u"lifetimes.access_seconds"_s});
        // What the provider's answer says needs no confirmation.
        QVERIFY(doubtsOf(pack).access.isEmpty());
        pack.authMethods[0].lifetimes.access = std::chrono::seconds(3600);
        QCOMPARE(doubtsOf(pack).access, u"not confirmed"_s);
        pack.unverified.clear();
        QVERIFY(doubtsOf(pack).access.isEmpty());
    }

    void endingTheAccess_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("unverified");
        QTest::addColumn<QString>("said");
        const QString address = u"https://acme.example/revoke"_s;
        const QString path = u"Acme > Apps"_s;
        QTest::newRow("asked, doubted") << address << path << u"revocation.style"_s
                                        << u"asked of Acme; whether that works is not confirmed"_s;
        QTest::newRow("asked, another path doubted")
            << address << path << u"revocation.menu_path"_s << QString();
        QTest::newRow("by hand") << QString() << path << QString()
                                 << u"only at Acme: Acme > Apps"_s;
        QTest::newRow("by hand, doubted") << QString() << path << u"revocation.menu_path"_s
                                          << u"only at Acme: Acme > Apps (not confirmed)"_s;
        QTest::newRow("no way known") << QString() << QString() << u"revocation"_s
                                      << u"only at Acme; the way there is not confirmed"_s;
        QTest::newRow("nothing said") << QString() << QString() << QString() << QString();
    }
    void endingTheAccess()
    {
        QFETCH(QString, endpoint);
        QFETCH(QString, path);
        QFETCH(QString, unverified);
        QFETCH(QString, said);
        ProviderPack pack
            = packWithout(unverified.isEmpty() ? QStringList() : QStringList(unverified));
        pack.revocation.endpoint = endpoint;
        pack.revocation.menuPath = path;
        QCOMPARE(doubtsOf(pack).ending, said);
    }

    void aValueKeepsItsDoubt()
    {
        QCOMPARE(words::withDoubt(u"3 Feb"_s, u"not confirmed"_s), u"3 Feb (not confirmed)"_s);
        QCOMPARE(words::withDoubt(QString(), u"not confirmed"_s), u"not confirmed"_s);
        QCOMPARE(words::withDoubt(u"3 Feb"_s, QString()), u"3 Feb"_s);
    }

    void theMerchantsWordHasItsDay()
    {
        const QDateTime day(QDate(2026, 11, 22), QTime(12, 0));
        Connection connection;
        connection.state = reduce({}, event::Told {true}, day).state;
        const QDateTime later = day.addDays(200);
        QCOMPARE(words::statusWord(connection.state), u"Told by you"_s);
        QCOMPARE(words::reason(connection, u"Acme"_s, later),
                 u"As you told us on 22 November 2026."_s);
        connection.state = reduce(connection.state, event::Told {false}, day).state;
        QCOMPARE(words::statusWord(connection.state), u"Inactive"_s);
        const QString said = words::reason(connection, u"Acme"_s, later);
        QVERIFY2(said.contains(u"stopped working"_s) && said.contains(u"Acme"_s), qPrintable(said));
    }
};

RELINK_TEST(DoubtWordsTest)

#include "doubtwordstest.moc"
