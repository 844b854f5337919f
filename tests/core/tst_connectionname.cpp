// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/connectionname.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

//! What a connection may be called.
class ConnectionNameTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNameHasALimit_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << u"Web shop"_s << true;
        QTest::newRow("empty") << QString() << false;
        QTest::newRow("white space") << u" \t "_s << false;
        QTest::newRow("200") << QString(200, u'a') << true;
        QTest::newRow("200 and spaces") << QString(u"  "_s + QString(200, u'a') + u" "_s) << true;
        QTest::newRow("201") << QString(201, u'a') << false;
        QTest::newRow("a line break inside") << u"a\nb"_s << false;
        QTest::newRow("an escape") << u"a\x1b[2Jb"_s << false;
        QTest::newRow("NUL") << QString(u"a"_s + QChar(0) + u"b"_s) << false;
        QTest::newRow("a paragraph separator") << u"a\u2029b"_s << false;
        QTest::newRow("an option") << u"--help"_s << false;
        QTest::newRow("a short option") << u" -h"_s << false;
        QTest::newRow("a hyphen inside") << u"Web-shop -"_s << true;
        QTest::newRow("joined emoji") << u"👩\u200d🍳 kitchen"_s << true;
        QTest::newRow("turned around") << u"Books\u202efdp"_s << false;
        QTest::newRow("no width") << u"Bo\u200boks"_s << false;
        QTest::newRow("a blank letter") << u"Books\u3164"_s << false;
        QTest::newRow("joined Latin") << u"Bo\u200doks"_s << false;
        QTest::newRow("a joiner at the end") << u"店\u200d"_s << false;
        QTest::newRow("joined script") << u"می\u200cخواهم"_s << true;
        QTest::newRow("other scripts") << u"متجر 店 Läden"_s << true;
    }
    void aNameHasALimit()
    {
        QFETCH(QString, name);
        QFETCH(bool, good);
        QCOMPARE(!connectionNameProblem(name).has_value(), good);
    }

    //! Where it stands and what it is, for nobody sees it.
    void whatDoesNotShowIsNamed()
    {
        for (const auto problem : {connectionNameProblem, pairNameProblem, productNameProblem}) {
            const QString said = problem(u"👩 Bo\u202eoks"_s).value_or(QString());
            QVERIFY2(said.contains("U+202E"_L1) && said.contains("position 5"_L1),
                     qPrintable(said));
        }
        QVERIFY(!productNameProblem(QString()));
        QVERIFY(pairNameProblem(QString())->contains("pair"_L1));
        QVERIFY(pairNameProblem(QString(201, u'a'))->contains("pair"_L1));
    }

    //! What a server called its organisation.
    void anyTextBecomesAUsableName()
    {
        QCOMPARE(usableConnectionName(u"Xero Harbour Ltd"_s), u"Xero Harbour Ltd"_s);
        for (const QString &hostile :
             QStringList {QString(100000, u'x'), u"a\x1b[2Jb\nc"_s, QString(200, u'y'),
                          QString(150, u'\n') + u"z"_s, u"--help"_s, u" -"_s}) {
            const QString name = usableConnectionName(hostile) + u" 99999"_s;
            QVERIFY2(!connectionNameProblem(name),
                     qPrintable(connectionNameProblem(name).value_or(QString())));
        }
    }
};

RELINK_TEST(ConnectionNameTest)
#include "tst_connectionname.moc"
