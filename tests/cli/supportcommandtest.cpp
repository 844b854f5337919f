// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QFile>

using namespace relink::test;
using namespace Qt::StringLiterals;

//! `relink support NAME -o FILE.zip`.
class SupportCommandTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;
    QTemporaryDir m_folder;

    QByteArray contentOf(const QString &name) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    //! A member of the packet, as another program reads it.
    QByteArray member(const QString &packet, const QString &name) const
    {
        QProcess python;
        python.start(u"python3"_s,
                     {u"-c"_s,
                      u"import sys, zipfile\n"
                      "sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))"_s,
                      m_folder.filePath(packet), name});
        return python.waitForFinished() && python.exitCode() == 0 ? python.readAllStandardOutput()
                                                                  : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
        const Run key = m_bench->connectKey(u"Harbour warehouse"_s);
        QVERIFY2(key.exitCode == 0, key.told());
    }
    void cleanupTestCase() { m_bench.reset(); }

    void writesAPacketForItsOwner()
    {
        const QString file = m_folder.filePath(u"packet.zip"_s);
        const Run run
            = m_bench->run({u"--json"_s, u"support"_s, u"harbour Warehouse"_s, u"-o"_s, file,
                            u"--doing"_s, u"api_key=practice-key at Harbour warehouse"_s});
        QVERIFY2(run.exitCode == 0, run.told());
        QCOMPARE(run.json()[u"file"_s].toString(), file);
        QVERIFY(run.json()[u"replaced"_s].toInt() >= 2);
        QCOMPARE(run.json()[u"pictures"_s].toInt(-1), 0);
        QVERIFY(!(QFile::permissions(file) & (QFile::ReadGroup | QFile::ReadOther)));
        const QByteArray text = member(u"packet.zip"_s, u"support.txt"_s);
        QVERIFY2(text.contains("‹hidden›") && text.contains("‹name›"), text.constData());
        for (const char *mark : {"practice-key", "Harbour"})
            QVERIFY2(!text.contains(mark), text.constData());
        QVERIFY(member(u"packet.zip"_s, u"support.json"_s).contains("\"schema\": 1"));
    }

    void namesStayWhenWanted()
    {
        const Run run = m_bench->run({u"support"_s, u"Harbour warehouse"_s, u"--names"_s,
                                      u"--output="_s + m_folder.filePath(u"names.zip"_s)});
        QVERIFY2(run.exitCode == 0, run.told());
        QVERIFY(run.out.contains("has no picture"));
        QVERIFY(member(u"names.zip"_s, u"support.txt"_s).contains("Harbour warehouse"));
    }

    void whatIsThereIsReplacedOnlyWhenAsked()
    {
        const QString file = m_folder.filePath(u"mine.zip"_s);
        QFile mine(file);
        QVERIFY(mine.open(QIODevice::WriteOnly) && mine.write("mine") == 4);
        mine.close();
        const QStringList command {u"support"_s, u"Harbour warehouse"_s, u"-o"_s, file};
        const Run refused = m_bench->run(command);
        QVERIFY2(refused.exitCode == 2, refused.told());
        QVERIFY(refused.err.contains("--force"));
        QCOMPARE(contentOf(u"mine.zip"_s), QByteArray("mine"));
        QCOMPARE(m_bench->run(command + QStringList {u"--force"_s}).exitCode, 0);
        QVERIFY(contentOf(u"mine.zip"_s).startsWith("PK"));
    }

    void aLinkIsNotFollowed()
    {
        const QString link = m_folder.filePath(u"link.zip"_s);
        QVERIFY(QFile::link(m_folder.filePath(u"elsewhere"_s), link));
        const Run run
            = m_bench->run({u"support"_s, u"Harbour warehouse"_s, u"-o"_s, link, u"--force"_s});
        QVERIFY2(run.exitCode == 2, run.told());
        QVERIFY(!QFile::exists(m_folder.filePath(u"elsewhere"_s)));
    }

    void wrongUsesAreToldAsSuch_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("no file") << QStringList {u"support"_s, u"Harbour warehouse"_s};
        QTest::newRow("no value") << QStringList {u"support"_s, u"Harbour warehouse"_s, u"-o"_s};
        QTest::newRow("no name") << QStringList {u"support"_s, u"-o"_s, u"x.zip"_s};
        QTest::newRow("unknown name")
            << QStringList {u"support"_s, u"Nobody"_s, u"-o"_s, u"x.zip"_s};
        QTest::newRow("twice") << QStringList {
            u"support"_s, u"Harbour warehouse"_s, u"-o"_s, u"x.zip"_s, u"-o"_s, u"y.zip"_s};
        QTest::newRow("another command") << QStringList {u"status"_s, u"-o"_s, u"x.zip"_s};
    }
    void wrongUsesAreToldAsSuch()
    {
        QFETCH(const QStringList, command);
        const Run run = m_bench->run(command);
        QVERIFY2(run.exitCode == 2, run.told());
        QVERIFY2(run.out.isEmpty(), run.told());
    }

    void theUsageShowsTheLetter()
    {
        const Run run = m_bench->run({u"support"_s, u"Harbour warehouse"_s});
        QVERIFY2(run.err.contains("relink support NAME -o FILE.zip"), run.told());
    }

    void nowhereToWriteIsAFailure()
    {
        const Run run = m_bench->run({u"support"_s, u"Harbour warehouse"_s, u"-o"_s,
                                      m_folder.filePath(u"no/such/place.zip"_s)});
        QVERIFY2(run.exitCode == 3, run.told());
    }
};

RELINK_TEST(SupportCommandTest)
#include "supportcommandtest.moc"
