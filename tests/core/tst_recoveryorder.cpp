// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/recoveryorder.h"

#include "support/testmain.h"

#include <algorithm>
#include <random>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

const QDateTime noon({2026, 11, 17}, {12, 0}, Qt::UTC);

Broken broken(const QString &name, const QString &provider, int pairs = 0, int hoursAgo = 1)
{
    Broken one;
    one.connection.id.value = u"id-"_s + name;
    one.connection.name = name;
    one.connection.provider = provider;
    one.connection.state.since = noon.addSecs(-3600 * hoursAgo);
    one.impact.everything = true;
    one.impact.pairs = pairs;
    return one;
}

QString orderOf(const QList<Broken> &all)
{
    QStringList names;
    for (const ConnectionId &id : recoveryOrder(all))
        names.append(id.value.mid(3));
    return names.join(u' ');
}

} // namespace

//! In which order the recovery queue goes.
class RecoveryOrderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void orders_data()
    {
        QTest::addColumn<QList<Broken>>("all");
        QTest::addColumn<QString>("order");
        const auto row = [](const char *name, const QList<Broken> &all, const char *order) {
            QTest::newRow(name) << all << QString::fromLatin1(order);
        };
        row("none", {}, "");
        row("what holds up more pairs",
            {broken(u"a"_s, u"ebay"_s), broken(u"b"_s, u"xero"_s, 2), broken(u"c"_s, u"dpd"_s, 1)},
            "b c a");
        row("what has been broken longest",
            {broken(u"a"_s, u"ebay"_s, 1, 1), broken(u"b"_s, u"xero"_s, 1, 9)}, "b a");
        row("by name without regard to case",
            {broken(u"B"_s, u"ebay"_s), broken(u"a"_s, u"xero"_s)}, "a B");
        row("one provider together, at the place of its first",
            {broken(u"a"_s, u"ebay"_s, 3), broken(u"b"_s, u"xero"_s, 2),
             broken(u"c"_s, u"ebay"_s, 0), broken(u"d"_s, u"ebay"_s, 1)},
            "a d c b");
        Broken unknown = broken(u"a"_s, u"ebay"_s);
        unknown.connection.state.since = {};
        row("since an unknown time comes last", {unknown, broken(u"b"_s, u"xero"_s)}, "b a");
        Broken two = broken(u"a"_s, u"ebay"_s);
        two.impact.areas = {AreaReport(), AreaReport()};
        row("more things stand still", {broken(u"0"_s, u"xero"_s), two}, "a 0");
    }

    void orders()
    {
        QFETCH(QList<Broken>, all);
        QTEST(orderOf(all), "order");
    }

    //! However they come, they are gone through in the same way.
    void isDeterministic()
    {
        QList<Broken> six {broken(u"a"_s, u"ebay"_s, 1, 2),  broken(u"b"_s, u"xero"_s, 1, 2),
                           broken(u"c"_s, u"ebay"_s, 0, 90), broken(u"d"_s, u"dpd"_s, 0, 2),
                           broken(u"e"_s, u"xero"_s, 0, 2),  broken(u"f"_s, u"dpd"_s, 2, 2)};
        QCOMPARE(orderOf(six), u"f d a c b e"_s);
        std::mt19937 generator(7);
        for (int i = 0; i < 200; ++i) {
            std::shuffle(six.begin(), six.end(), generator);
            QCOMPARE(orderOf(six), u"f d a c b e"_s);
        }
    }
};

RELINK_TEST(RecoveryOrderTest)

#include "tst_recoveryorder.moc"
