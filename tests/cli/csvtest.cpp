// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/csv.h"
#include "support/testmain.h"

#include <QFile>

using namespace relink::cli;
using namespace Qt::StringLiterals;

namespace {

//! A reader of RFC 4180 that knows nothing of the writer.
QStringList readRecord(const QByteArray &bytes)
{
    const QString text = QString::fromUtf8(bytes);
    QStringList cells {QString()};
    bool quoted = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (quoted) {
            if (c != u'"')
                cells.last() += c;
            else if (i + 1 < text.size() && text[i + 1] == u'"')
                cells.last() += text[++i];
            else
                quoted = false;
        } else if (c == u'"') {
            quoted = true;
        } else if (c == u',') {
            cells += QString();
        } else if (c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n') {
            break;
        } else {
            cells.last() += c;
        }
    }
    return cells;
}

} // namespace

//! R93
class CsvTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void formulasAreNeutralisedAndEverythingComesBack_data()
    {
        QTest::addColumn<QString>("text");
        const QStringList own {
            u"=1+1"_s,
            u"+44 20 7946 0000"_s,
            u"-2+3"_s,
            u"@SUM(A1)"_s,
            u"\t=1"_s,
            u"\r=1"_s,
            u"\n=1"_s,
            u"=cmd|' /C calc'!A0"_s,
            u"\uFF1D1+1"_s,
            u"\uFF0B1"_s,
            u"\uFF0D1"_s,
            u"\uFF20SUM"_s,
            u"'quoted"_s,
            u"a,b"_s,
            u"say \"hello\""_s,
            u"two\r\nlines"_s,
            u" padded "_s,
            u"a;b"_s,
            u"plain"_s,
            QString(),
            u"ümläut – 日本語"_s,
        };
        for (const QString &text : own)
            QTest::newRow(qPrintable(u"own "_s + text.left(20))) << text;
        QFile shared(
            QStringLiteral(RELINK_SHARED_DIR "/data/csv-injection/payloadbox-csv-payload.txt"));
        if (!shared.open(QIODevice::ReadOnly))
            return;
        int number = 0;
        for (const QByteArray &line : shared.readAll().split('\n')) {
            if (!line.isEmpty())
                QTest::addRow("shared %d", ++number) << QString::fromUtf8(line);
        }
    }
    void formulasAreNeutralisedAndEverythingComesBack()
    {
        QFETCH(QString, text);
        const QByteArray record = csvRecord({u"first"_s, text, u"last"_s});
        QVERIFY(record.endsWith("\r\n"));
        const QStringList cells = readRecord(record);
        QCOMPARE(cells.size(), 3);
        QCOMPARE(fromCsvCell(cells[1]), text);
        static const QString formulaStarts = u"=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20"_s;
        QVERIFY2(cells[1].isEmpty() || !formulaStarts.contains(cells[1].front()),
                 qPrintable(cells[1]));
    }
};

RELINK_TEST(CsvTest)
#include "csvtest.moc"
