// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/textinput.h"

#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace relink;
using namespace relink::cli;
using namespace Qt::StringLiterals;

//! What people paste comes in the encodings of their programs.
class TextInputTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatProgramsWrite_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("UTF-8") << QByteArray("caf\xc3\xa9 “") << u"café “"_s;
        QTest::newRow("with a byte order mark") << QByteArray("\xef\xbb\xbf"
                                                              "caf\xc3\xa9")
                                                << u"café"_s;
        QTest::newRow("Latin-1") << QByteArray("caf\xe9") << u"café"_s;
        QTest::newRow("UTF-16, low byte first") << QByteArray("\xff\xfe"
                                                              "c\0a\0f\0\xe9\0",
                                                              10)
                                                << u"café"_s;
        QTest::newRow("UTF-16, high byte first") << QByteArray("\xfe\xff"
                                                               "\0c\0a\0f\0\xe9",
                                                               10)
                                                 << u"café"_s;
        QTest::newRow("cut within a character") << QByteArray("caf\xc3") << u"cafÃ"_s;
        QTest::newRow("empty") << QByteArray() << QString();
    }
    void readsWhatProgramsWrite()
    {
        QFETCH(const QByteArray, bytes);
        QFETCH(const QString, text);
        QCOMPARE(textOf(bytes), text);
    }

    void filesAreReadUpToTheLimit()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"text"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(longestText + 100, 'x'));
        file.close();
        const auto large = readTextFile(name);
        QVERIFY(large.ok());
        QCOMPARE(large->size(), longestText + 1);
        QVERIFY(!readTextFile(folder.path()).ok());
        const auto missing = readTextFile(folder.filePath(u"none"_s));
        QVERIFY(!missing.ok() && missing.error().contains(u"none"_s));
    }
};

RELINK_TEST(TextInputTest)
#include "textinputtest.moc"
