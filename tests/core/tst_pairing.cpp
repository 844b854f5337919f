// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/connectionname.h"
#include "core/rules/light.h"
#include "core/rules/pairing.h"
#include "support/testmain.h"

#include <QTest>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

ConnectionState stateOf(Health health)
{
    ConnectionState state;
    state.health = health;
    if (health == Health::Connected || health == Health::ExpiringSoon)
        state.verifiedAt = QDateTime(QDate(2026, 11, 22), QTime(8, 0), Qt::UTC);
    return state;
}

} // namespace

//! Which connections make a pair, and how it stands.
class PairingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWorseSideCounts_data()
    {
        QTest::addColumn<int>("first");
        QTest::addColumn<int>("second");
        QTest::addColumn<int>("shown");
        const auto row = [](const char *name, Health first, Health second, Health shown) {
            QTest::newRow(name) << int(first) << int(second) << int(shown);
        };
        row("both well", Health::Connected, Health::Connected, Health::Connected);
        row("one red", Health::Connected, Health::NeedsAuthorization, Health::NeedsAuthorization);
        row("the other red", Health::NeedsPermission, Health::Connected, Health::NeedsPermission);
        row("red and waiting", Health::Retrying, Health::NeedsAuthorization,
            Health::NeedsAuthorization);
        row("waiting and well", Health::Connected, Health::Retrying, Health::Retrying);
        row("waiting and ending soon", Health::ExpiringSoon, Health::Unverified,
            Health::Unverified);
        row("ending soon and well", Health::Connected, Health::ExpiringSoon, Health::ExpiringSoon);
        row("both red: the first", Health::WrongAccount, Health::RevokedHere, Health::WrongAccount);
    }
    void theWorseSideCounts()
    {
        QFETCH(int, first);
        QFETCH(int, second);
        QFETCH(int, shown);
        const ConnectionState a = stateOf(Health(first));
        const ConnectionState b = stateOf(Health(second));
        QCOMPARE(toString(worseOf(a, b).health), toString(Health(shown)));
    }

    void aPairIsNamedAfterItsTwo()
    {
        const PairHalf books {{u"b"_s}, u"Books"_s, u"accounting"_s};
        const PairHalf shop {{u"s"_s}, u"Shop"_s, u"commerce"_s};
        const auto pair = pairOf(books, shop, u"  "_s);
        QVERIFY(pair);
        QCOMPARE(pair->name, u"Shop – Books"_s);
        QCOMPARE(pair->accounting.value, u"b"_s);
        QCOMPARE(pairOf(shop, books, u" Sales "_s)->name, u"Sales"_s);
        QCOMPARE(pairOf(shop, books, u" Sales "_s)->other.value, u"s"_s);
        QVERIFY(!pairOf(shop, shop, u"Sales"_s));
        QVERIFY(!pairOf(books, {{u"w"_s}, u"Stock"_s, u"warehouse"_s}, u"Sales"_s));
    }

    //! Wherever it is cut, no half of a character is left.
    void aNameThatIsMadeIsWhole()
    {
        const PairHalf books {{u"b"_s}, QString(200, u'b'), u"accounting"_s};
        for (int front = 0; front < 4; ++front) {
            const PairHalf shop {
                {u"s"_s}, QString(front, u's') + u"🛒"_s.repeated(98), u"commerce"_s};
            const QString name = pairOf(books, shop, {})->name;
            QVERIFY(!connectionNameProblem(name));
            QCOMPARE(QString::fromUtf8(name.toUtf8()), name);
        }
    }

    // Whatever the two are, no side is worse than what is shown.
    void noSideIsWorse()
    {
        const auto rank = [](Light light) {
            return light == Light::Red ? 2 : light == Light::Neutral ? 1 : 0;
        };
        for (const Health first : allHealths()) {
            for (const Health second : allHealths()) {
                const ConnectionState a = stateOf(first);
                const ConnectionState b = stateOf(second);
                const int shown = rank(lightFor(worseOf(a, b)));
                QCOMPARE(shown, qMax(rank(lightFor(a)), rank(lightFor(b))));
            }
        }
    }

    void sides_data()
    {
        QTest::addColumn<QString>("category");
        QTest::addColumn<int>("side"); // 0 accounting, 1 other, -1 none
        QTest::newRow("accounting") << u"accounting"_s << 0;
        QTest::newRow("shop") << u"commerce"_s << 1;
        QTest::newRow("marketplace") << u"marketplace"_s << 1;
        QTest::newRow("till") << u"pos"_s << 1;
        QTest::newRow("courier") << u"courier"_s << -1;
        QTest::newRow("unknown") << QString() << -1;
    }
    void sides()
    {
        QFETCH(QString, category);
        QFETCH(int, side);
        const auto found = pairSideOf(category);
        QCOMPARE(found ? int(*found) : -1, side);
    }
};

RELINK_TEST(PairingTest)

#include "tst_pairing.moc"
