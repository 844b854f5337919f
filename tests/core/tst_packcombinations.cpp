// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packcombinations.h"
#include "packs.h"
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

} // namespace

//! Every impossible combination is refused by its place.
class PackCombinationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRefused_data()
    {
        QTest::addColumn<int>("index");
        for (size_t i = 0; i < std::size(combinations); ++i)
            QTest::newRow(combinations[i].name) << int(i);
    }
    void areRefused()
    {
        QFETCH(int, index);
        const Combination &row = combinations[index];
        QVERIFY2(QJsonDocument::fromJson(row.method).isObject(), row.method);
        QVERIFY2(QJsonDocument::fromJson(row.root).isObject(), row.root);
        QJsonObject pack = patched(smallPack(), row.root);
        QJsonArray methods = pack.value("auth_methods"_L1).toArray();
        methods.replace(0, patched(methods.first().toObject(), row.method));
        pack.insert(u"auth_methods"_s, methods);
        const auto parsed = parseProviderPack(toJson(pack), false);
        QVERIFY(!parsed.ok());
        QStringList told;
        for (const PackProblem &problem : parsed.error()) {
            QVERIFY(!problem.reason.isEmpty());
            told.append(problem.path);
        }
        QVERIFY2(told.contains(QLatin1StringView(row.path)), qPrintable(told.join(u", "_s)));
    }
};

RELINK_TEST(PackCombinationsTest)

#include "tst_packcombinations.moc"
