// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/jsonpath.h"

#include "core/corpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

class JsonPathTest : public QObject
{
    Q_OBJECT

    static QJsonValue document()
    {
        return QJsonDocument::fromJson(R"({
            "error": {"Code": 3200, "message": "no", "list": [{"x": 1}, {"id": "two", "y": null}]},
            "big": 9007199254740993, "round": 1000000000000000, "exponent": 1e15, "third": 0.5,
            "yes": true, "nothing": null, "empty": "", "a.b": {"c": "dotted"}, "a": {"d": "plain"},
            "rows": [[1, 2], [3]], "ACCESS": "upper", "access": "lower"})")
            .object();
    }

private Q_SLOTS:
    void findsScalars_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("exact");
        QTest::addColumn<QString>("anyCase");
        QTest::newRow("nested") << u"error.message"_s << u"no"_s << u"no"_s;
        QTest::newRow("case") << u"error.code"_s << QString() << u"3200"_s;
        QTest::newRow("exact case wins") << u"access"_s << u"lower"_s << u"lower"_s;
        QTest::newRow("root sign") << u"$.error.message"_s << u"no"_s << u"no"_s;
        QTest::newRow("index") << u"error.list[1].id"_s << u"two"_s << u"two"_s;
        QTest::newRow("any index") << u"error.list[*].id"_s << u"two"_s << u"two"_s;
        QTest::newRow("indices") << u"rows[1][0]"_s << u"3"_s << u"3"_s;
        QTest::newRow("past the end") << u"rows[2][0]"_s << QString() << QString();
        QTest::newRow("negative") << u"rows[-1]"_s << QString() << QString();
        QTest::newRow("unclosed") << u"rows[0"_s << QString() << QString();
        QTest::newRow("dotted key") << u"a.b.c"_s << u"dotted"_s << u"dotted"_s;
        QTest::newRow("shorter key") << u"a.d"_s << u"plain"_s << u"plain"_s;
        QTest::newRow("into a scalar") << u"third.x"_s << QString() << QString();
        QTest::newRow("object") << u"error"_s << QString() << QString();
        QTest::newRow("null") << u"nothing"_s << QString() << QString();
        QTest::newRow("bool") << u"yes"_s << u"true"_s << u"true"_s;
        QTest::newRow("2^53 + 1") << u"big"_s << u"9007199254740993"_s << u"9007199254740993"_s;
        QTest::newRow("10^15") << u"round"_s << u"1000000000000000"_s << u"1000000000000000"_s;
        QTest::newRow("1e15") << u"exponent"_s << u"1000000000000000"_s << u"1000000000000000"_s;
        QTest::newRow("fraction") << u"third"_s << u"0.5"_s << u"0.5"_s;
        QTest::newRow("absent") << u"none.at.all"_s << QString() << QString();
        QTest::newRow("dots") << u"..error..message"_s << QString() << QString();
    }
    void findsScalars()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, exact);
        QFETCH(const QString, anyCase);
        QCOMPARE(scalarAt(document(), path), exact);
        QCOMPARE(scalarAt(document(), path, Qt::CaseInsensitive), anyCase);
    }

    void theRootIsAPlaceToo()
    {
        const QJsonValue list = QJsonArray {QJsonObject {{u"id"_s, u"x"_s}}};
        QCOMPARE(atPath(list, u"$"_s), list);
        QCOMPARE(atPath(list, QString()), list);
        QCOMPARE(scalarAt(list, u"[0].id"_s), u"x"_s);
        QCOMPARE(scalarAt(list, u"$[*].id"_s), u"x"_s);
        QCOMPARE(scalarAt(u"text"_s, u"$"_s), u"text"_s);
    }

    void emptyTextIsNotAbsent()
    {
        QVERIFY(!scalarAt(document(), u"empty"_s).isNull());
        QVERIFY(scalarAt(document(), u"nothing"_s).isNull());
    }
};

RELINK_TEST(JsonPathTest)
#include "tst_jsonpath.moc"
