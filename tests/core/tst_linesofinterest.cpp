// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/linesofinterest.h"

#include "core/rules/diagnosetext.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

#include <array>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype half = 30 * 1024;

QString repeated(const QString &line, qsizetype length)
{
    return QString(line).repeated(length / line.size() + 1);
}

//! A log of which no line is like another one: words of a shop in any order.
QString motley(qsizetype length)
{
    static constexpr std::array words {
        u"order",    u"parcel",  u"label",   u"printed", u"exported", u"basket",  u"picked",
        u"customer", u"blue",    u"cotton",  u"shirt",   u"large",    u"invoice", u"paid",
        u"packed",   u"shelf",   u"north",   u"van",     u"courier",  u"tracked", u"stock",
        u"counted",  u"updated", u"morning", u"batch",   u"synced",   u"queue",   u"worker",
        u"started",  u"done",    u"page",    u"green",   u"wool",     u"scarf",   u"catalogue",
    };
    QString text;
    quint32 state = 4711;
    while (text.size() < length) {
        text += u"2026-03-01T09:15:22Z INFO"_s;
        for (int i = 0; i < 7; ++i) {
            state = state * 1664525u + 1013904223u;
            text += u' ' + words[(state >> 16) % words.size()];
        }
        text += u'\n';
    }
    return text;
}

QString logOf(const QString &kind, qsizetype length)
{
    if (kind == u"motley")
        return motley(length);
    return repeated(u"2026-03-01T09:15:22Z INFO [worker-3] order 17 exported in 80 ms\n"_s, length);
}

QString classOf(const QString &text, const QJsonObject &line = {})
{
    return toString(diagnoseText(text, allPacks(), shippedDocumentation(),
                                 packNamed(line["hint"_L1].toString()),
                                 packNamed(line["via"_L1].toString()))
                        .reading.diagnosis.errorClass);
}

} // namespace

//! A failure is found in a long log, however it is told.
class LinesOfInterestTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFailureInALogKeepsItsClass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QJsonObject>("line");
        QTest::addColumn<QString>("kind");
        const auto row = [](const QString &name, const QString &text, const QJsonObject &line,
                            const QString &kind) {
            QTest::newRow(qPrintable(QString(name + u' ' + kind))) << text << line << kind;
        };
        for (const QJsonObject &line :
             jsonLinesOf(QStringLiteral(RELINK_TEST_DATA "/diagnose/documented.jsonl")))
            row(line["id"_L1].toString(), line["text"_L1].toString(), line, u"uniform"_s);
        for (const char *text : {
                 "Der Zugriff wurde verweigert",
                 "401 Unauthorized: the access token used in the API request has expired",
                 "Das Passwort ist falsch",
                 "Het wachtwoord is onjuist",
                 "Sie haben keine Berechtigung",
                 "Zu viele Anfragen",
                 "Le mot de passe est incorrect",
                 "El acceso ha sido denegado",
                 "Too many requests, slow down",
                 "Quota exceeded",
                 "Your trial has ended",
                 "The app was uninstalled from your store",
                 "The store is frozen",
                 "No such host is known",
                 "Network is unreachable",
                 "Connection reset by peer",
                 "No route to host",
                 "Please sign in to the hotel Wi-Fi",
                 "Secret service not available",
                 "You have reached the maximum number of connected apps",
                 "{\"code\":105002,\"message\":\"x\"} tiktok shop",
                 "SQLSTATE[HY000]",
                 "Service temporarily down",
             }) {
            const QString told = QString::fromUtf8(text);
            row(told, told, {}, u"uniform"_s);
            row(told, told, {}, u"motley"_s);
        }
    }
    void aFailureInALogKeepsItsClass()
    {
        QFETCH(const QString, text);
        QFETCH(const QJsonObject, line);
        QFETCH(const QString, kind);
        const QString around = logOf(kind, half);
        QCOMPARE(classOf(QString(around + text + u'\n' + around), line), classOf(text, line));
    }

    //! Silence means something only where everything was read.
    void nothingIsNoErrorUnlessAllWasRead()
    {
        const QString line = u"09:15 the order 17 is sent to the shop\n"_s;
        const QString uniform = repeated(line, 1024 * 1024);
        QVERIFY(!linesOfInterest(uniform).leavesOut);
        QCOMPARE(classOf(uniform), u"not_an_error"_s);
        // Each line another one, each with a word that rules look for.
        QString full;
        for (int i = 0; i < 2000; ++i)
            full += u"the basket "_s + QString(1 + i % 40, QChar(u'b')) + u" is sent to valid "_s
                + QString(1 + i / 40, QChar(u'c')) + u'\n';
        QCOMPARE(classOf(full.first(2000)), u"not_an_error"_s);
        QVERIFY(linesOfInterest(full).leavesOut);
        QCOMPARE(classOf(full), u"unknown"_s);
    }

    void linesThatDifferInNumbersAreReadTwice()
    {
        const QString text = repeated(u"GET /orders 200\n"_s, 2 * half) + u"GET /orders 401\n"_s
            + repeated(u"GET /orders 200\n"_s, 2 * half);
        const QString kept = linesOfInterest(text).text;
        QVERIFY(kept.contains(u"GET /orders 401"_s));
        QVERIFY(kept.size() < 5000);
    }

    void blankLinesAreLeftOut()
    {
        const QString text = repeated(u"\n> \r\n"_s, 1024 * 1024) + u"401"_s;
        QCOMPARE(linesOfInterest(text).text, u"401"_s);
    }
};

RELINK_TEST(LinesOfInterestTest)
#include "tst_linesofinterest.moc"
