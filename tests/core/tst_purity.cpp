// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/corpus.h"
#include "support/testmain.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

//! The core is values and rules: what needs a clock, a file, a socket, a translator, a log or
//! chance stands outside it (design.md section 2).
class PurityTest : public QObject
{
    Q_OBJECT

    static QStringList sources()
    {
        QStringList files;
        QDirIterator it(QStringLiteral(RELINK_SOURCE_DIR "/app/core"), {u"*.h"_s, u"*.cpp"_s},
                        QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext())
            files += it.next();
        return files;
    }

    //! Code alone: a comment may name what it keeps out.
    static QString withoutComments(const QString &path)
    {
        static const QRegularExpression comment(u"//[^\n]*|/\\*.*?\\*/"_s,
                                                QRegularExpression::DotMatchesEverythingOption);
        return QString::fromUtf8(relink::test::fileContent(path)).remove(comment);
    }

private Q_SLOTS:
    void usesNothingOfTheWorld_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern :
             {"\\bQObject\\b",
              "\\bQ_OBJECT\\b",
              "\\bQ_GADGET\\b",
              "\\bQDate(Time)?::current",
              "\\bQTime::current",
              "\\bQElapsedTimer\\b",
              "\\bQTimer\\b",
              "\\bsystem_clock\\b",
              "\\bsteady_clock\\b",
              "\\bstd::time\\b",
              "\\bQ(Save|Temporary|Lock)?File\\b",
              "\\bQFileInfo\\b",
              "\\bQDir\\b",
              "\\bQProcess\\b",
              "\\bQSettings\\b",
              "\\bfstream\\b",
              "\\bfopen\\b",
              "\\bQ(Tcp|Udp|Local|Ssl)?(Socket|Server)\\b",
              "\\bQNetwork",
              "\\bQHostAddress\\b",
              "\\bQSql",
              "\\btr\\(",
              "\\btranslate\\(",
              "\\bQ(Debug|LoggingCategory)\\b *<<",
              "\\bq(Debug|Info|Warning|Critical|Fatal|CDebug|CInfo|CWarning)\\b",
              "\\bQMessageLogger\\b",
              "\\bstd::c(out|err)\\b",
              "\\bf?printf\\b",
              "\\bQRandomGenerator\\b",
              "\\brandom_device\\b",
              "\\bmt19937",
              "\\brand\\(",
              "\\bgetenv\\b",
              "\\bqEnvironment",
              "\\bqgetenv\\b",
              "\\bQThread\\b",
              "\\bQMutex\\b",
              "\\bQEventLoop\\b",
              "\\bQWidget",
              "\\bQCoreApplication\\b"}) {
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
        }
    }
    void usesNothingOfTheWorld()
    {
        QFETCH(const QString, pattern);
        const QRegularExpression forbidden(pattern);
        QVERIFY(forbidden.isValid());
        const QStringList files = sources();
        QVERIFY(files.size() > 40);
        for (const QString &file : files) {
            const auto match = forbidden.match(withoutComments(file));
            QVERIFY2(!match.hasMatch(), qPrintable(QString(file % u": " % match.captured())));
        }
    }

    void includesOnlyItselfAndQtCore()
    {
        static const QRegularExpression include(u"#include \"([^\"]+)\""_s);
        for (const QString &file : sources()) {
            auto matches = include.globalMatch(withoutComments(file));
            while (matches.hasNext()) {
                const QString header = matches.next().captured(1);
                QVERIFY2(header.startsWith(u"core/"), qPrintable(QString(file % u": " % header)));
            }
        }
    }

    void linksQtCoreAlone()
    {
        const QString cmake = QString::fromUtf8(relink::test::fileContent(
            QStringLiteral(RELINK_SOURCE_DIR "/app/core/CMakeLists.txt")));
        static const QRegularExpression layer(u"relink_layer\\(core\\s.*?\\bLINK\\s+([^)]*)\\)"_s,
                                              QRegularExpression::DotMatchesEverythingOption);
        const auto match = layer.match(cmake);
        QVERIFY(match.hasMatch());
        QCOMPARE(match.captured(1).simplified(), u"Qt6::Core"_s);
        QVERIFY(!cmake.contains(u"target_link_libraries"_s));
    }
};

RELINK_TEST(PurityTest)
#include "tst_purity.moc"
