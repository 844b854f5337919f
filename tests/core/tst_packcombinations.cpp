// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packcombinations.h"
#include "packdeadends.h"
#include "packmistakes.h"
#include "packopenings.h"
#include "packs.h"
#include "packslips.h"
#include "soundcombinations.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

QJsonObject patched(QJsonObject object, const char *patch)
{
    const QJsonObject changes = QJsonDocument::fromJson(patch).object();
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.value().isNull())
            object.remove(it.key());
        else
            object.insert(it.key(), it.value());
    }
    return object;
}

QJsonObject packOf(const char *method, const char *root)
{
    QJsonObject pack = patched(smallPack(), root);
    QJsonArray methods = pack.value("auth_methods"_L1).toArray();
    methods.replace(0, patched(methods.first().toObject(), method));
    pack.insert(u"auth_methods"_s, methods);
    return pack;
}

QList<Combination> refused()
{
    QList<Combination> all;
    const auto add = [&all](const auto &list) { all.append({std::begin(list), std::end(list)}); };
    add(combinations);
    add(mistakes);
    add(slips);
    add(openings);
    add(deadEnds);
    return all;
}

} // namespace

//! Every impossible combination is refused by its place.
class PackCombinationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRefused_data()
    {
        QTest::addColumn<int>("index");
        const QList<Combination> all = refused();
        for (qsizetype i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << int(i);
    }
    void areRefused()
    {
        QFETCH(int, index);
        const Combination row = refused().at(index);
        QVERIFY2(QJsonDocument::fromJson(row.method).isObject(), row.method);
        QVERIFY2(QJsonDocument::fromJson(row.root).isObject(), row.root);
        const auto parsed = parseProviderPack(toJson(packOf(row.method, row.root)), false);
        QVERIFY(!parsed.ok());
        QStringList told;
        for (const PackProblem &problem : parsed.error()) {
            QVERIFY(!problem.reason.isEmpty());
            told.append(problem.path);
        }
        QVERIFY2(told.contains(QLatin1StringView(row.path)), qPrintable(told.join(u", "_s)));
    }

    //! What stands just beside a refusal.
    void areSound_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < std::size(soundCombinations); ++i)
            QTest::newRow(soundCombinations[i].name) << int(i);
    }
    void areSound()
    {
        QFETCH(int, index);
        const Combination &row = soundCombinations[index];
        QVERIFY2(QJsonDocument::fromJson(row.method).isObject(), row.method);
        QVERIFY2(QJsonDocument::fromJson(row.root).isObject(), row.root);
        const auto parsed = parseProviderPack(toJson(packOf(row.method, row.root)), false);
        QVERIFY2(parsed.ok(),
                 qPrintable(parsed.ok() ? QString()
                                        : QString(parsed.error().first().path % u": "_s
                                                  % parsed.error().first().reason)));
    }
};

RELINK_TEST(PackCombinationsTest)

#include "tst_packcombinations.moc"
