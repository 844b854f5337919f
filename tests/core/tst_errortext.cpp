// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/errortext.h"

#include "core/rules/classifytext.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

//! Where the words that rules look at stand in what was pasted.
class ErrorTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void passagesLieWithinTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("ends with the words") << u"An error\n    invalid_request"_s;
        QTest::newRow("ends with a blank") << u"An error\n    invalid_request "_s;
        QTest::newRow("ends with a line") << u"An error\n    invalid_request\n"_s;
        QTest::newRow("the words alone") << u"invalid_request"_s;
        QTest::newRow("a long text")
            << QString(QString(u"all is well\n"_s).repeated(2000) + u"error: invalid_request"_s);
    }
    void passagesLieWithinTheText()
    {
        QFETCH(const QString, text);
        const ErrorText read(text);
        const TextPassage all = read.passage(0, read.text().size());
        QVERIFY(all.length > 0);
        QVERIFY(all.start >= 0 && all.start + all.length <= text.size());
        const TextDiagnosis reading = classifyText(text, {});
        QVERIFY(!reading.passages.isEmpty());
        for (const TextPassage &passage : reading.passages)
            QVERIFY(passage.start >= 0 && passage.start + passage.length <= text.size());
    }
};

RELINK_TEST(ErrorTextTest)

#include "tst_errortext.moc"
