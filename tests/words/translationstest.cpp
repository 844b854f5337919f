// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/autherror.h"
#include "support/testmain.h"
#include "words/words.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTranslator>
#include <QXmlStreamReader>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

struct Message
{
    QString source;
    QStringList forms;
    bool unfinished = false;
};

QList<Message> messagesIn(const QString &fileName)
{
    QList<Message> messages;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return messages;
    QXmlStreamReader xml(&file);
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == u"message"_s) {
            messages.append(Message {});
        } else if (xml.name() == u"source"_s) {
            messages.last().source = xml.readElementText();
        } else if (xml.name() == u"translation"_s) {
            messages.last().unfinished = xml.attributes().hasAttribute(u"type"_s);
            if (xml.readNext() == QXmlStreamReader::Characters && !xml.isWhitespace())
                messages.last().forms += xml.text().toString();
        } else if (xml.name() == u"numerusform"_s) {
            messages.last().forms += xml.readElementText();
        }
    }
    return messages;
}

QStringList holes(const QString &text)
{
    static const QRegularExpression hole(u"%n|%[0-9]|\\{[a-z_]+\\}"_s);
    QStringList found;
    auto matches = hole.globalMatch(text);
    while (matches.hasNext()) {
        const QString name = matches.next().captured();
        if (!found.contains(name))
            found += name;
    }
    found.sort();
    return found;
}

const QString germanFile = QStringLiteral(RELINK_SOURCE_DIR "/translations/relink_de.ts");

} // namespace

//! Every sentence can be said in another language, and German says all of them.
class TranslationsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! What the sources say today, gathered afresh, has a German sentence.
    void germanIsComplete()
    {
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"relink_de.ts"_s);
        QVERIFY(QFile::copy(germanFile, copy));
        QFile list(folder.filePath(u"files.lst"_s));
        QVERIFY(list.open(QIODevice::WriteOnly));
        QDirIterator files(QStringLiteral(RELINK_SOURCE_DIR "/app"), {u"*.cpp"_s, u"*.h"_s},
                           QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString file = files.next();
            if (!file.contains(u"/app/sandbox/"_s))
                list.write(file.toUtf8() + '\n');
        }
        list.write(RELINK_SENTENCES_FILE "\n");
        list.close();
        QProcess lupdate;
        lupdate.setProcessChannelMode(QProcess::MergedChannels);
        lupdate.start(QStringLiteral(RELINK_LUPDATE),
                      // What resembles a sentence is no translation of it, and takes long to find.
                      {u"-disable-heuristic"_s, u"similartext"_s, u"-no-obsolete"_s, u"-I"_s,
                       QStringLiteral(RELINK_SOURCE_DIR "/app"), u"-locations"_s, u"none"_s,
                       u"@"_s + list.fileName(), u"-ts"_s, copy});
        QVERIFY(lupdate.waitForFinished(60000));
        QVERIFY2(lupdate.exitCode() == 0, lupdate.readAll());
        const QList<Message> messages = messagesIn(copy);
        QVERIFY(messages.size() > 500);
        QStringList open;
        for (const Message &message : messages) {
            if (message.unfinished || message.forms.contains(QString()) || message.forms.isEmpty())
                open += message.source;
        }
        QVERIFY2(open.isEmpty(), qPrintable(open.join(u"\n"_s)));
    }

    //! Two words for one thing read like two things.
    void germanHasOneWordForEachThing_data()
    {
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("refresh token") << u"refresh token"_s << u"Refresh-Token"_s;
        QTest::newRow("access token") << u"access token"_s << u"Zugriffstoken"_s;
        QTest::newRow("client secret") << u"client secret"_s << u"Client-Geheimnis"_s;
        QTest::newRow("redirect address") << u"redirect address"_s << u"Weiterleitungsadresse"_s;
        QTest::newRow("keychain") << u"keychain"_s << u"Schlüsselbund"_s;
    }
    void germanHasOneWordForEachThing()
    {
        QFETCH(QString, english);
        QFETCH(QString, german);
        int said = 0;
        for (const Message &message : messagesIn(germanFile)) {
            if (!message.source.contains(english, Qt::CaseInsensitive))
                continue;
            ++said;
            QVERIFY2(message.forms.value(0).contains(german, Qt::CaseInsensitive),
                     qPrintable(message.source));
        }
        QVERIFY(said > 0);
    }

    //! A translation that drops a value, or invents one, tells the merchant something wrong.
    void placeholdersAreTheSame()
    {
        for (const Message &message : messagesIn(germanFile)) {
            // One item may be said without its number.
            if (message.forms.size() > 1) {
                QCOMPARE(holes(message.forms.last()), holes(message.source));
                continue;
            }
            QVERIFY2(holes(message.forms.value(0)) == holes(message.source),
                     qPrintable(message.source));
        }
    }

    //! Nothing that the words layer says stands in the program untranslatable.
    void everythingIsSaidThroughTheTranslator()
    {
        QTranslator pseudo;
        QVERIFY(pseudo.load(QStringLiteral(RELINK_PSEUDO_QM)));
        QCoreApplication::installTranslator(&pseudo);
        QStringList said;
        for (const ErrorClass c : allErrorClasses()) {
            said += words::classTitle(c, {});
            said += words::classExplanation(c, {}, u"X"_s);
        }
        for (const Health health : allHealths()) {
            Connection connection;
            connection.state.health = health;
            connection.state.since = QDateTime::currentDateTimeUtc();
            said += words::statusWord(connection.state);
            said += words::reason(connection, u"X"_s, QDateTime::currentDateTimeUtc());
        }
        for (const char *c : {code::offline, code::proxy, code::unreadable}) {
            AuthError error = localError(c);
            error.origin = ErrorOrigin::Transport;
            said += words::failure(error, u"X"_s);
        }
        said += words::packText(u"What happened"_s);
        said += words::packText(u"Client ID: This should look like abc."_s);
        QCoreApplication::removeTranslator(&pseudo);
        for (const QString &sentence : said)
            QVERIFY2(sentence.contains(u'⟦'), qPrintable(sentence));
    }

    void germanSaysValuesInside()
    {
        QTranslator german;
        QVERIFY(german.load(QStringLiteral(RELINK_GERMAN_QM)));
        QCoreApplication::installTranslator(&german);
        const QString filled = words::packText(u"Client secret: This should look like abc."_s);
        const QString named = words::packText(u"There is already a connection named “Shop”. Choose "
                                              "another name."_s);
        // What the storage says about a folder of the merchant's.
        const QString closed = words::failure(
            localError(
                code::storage,
                u"The folder “/shop” cannot be written, so Relink can keep nothing in it. Allow writing there (chmod u+w), or choose another profile folder."_s),
            {});
        const QString own = words::packText(u"Whatever a pack of somebody else says."_s);
        QCoreApplication::removeTranslator(&german);
        QCOMPARE(filled, u"Client-Geheimnis: Das sollte aussehen wie abc."_s);
        QCOMPARE(named,
                 u"Es gibt schon eine Verbindung namens „Shop“. Wählen Sie einen anderen Namen."_s);
        QVERIFY2(closed.startsWith(u"In den Ordner „/shop“ kann nicht"_s), qPrintable(closed));
        QCOMPARE(own, u"Whatever a pack of somebody else says."_s);
    }
};

RELINK_TEST(TranslationsTest)
#include "translationstest.moc"
