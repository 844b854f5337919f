// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diagnosetext.h"

#include "core/corpus.h"
#include "core/mutations.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

#include <QCryptographicHash>
#include <QElapsedTimer>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QList<QJsonObject> &documented()
{
    static const QList<QJsonObject> lines
        = jsonLinesOf(QStringLiteral(RELINK_TEST_DATA "/diagnose/documented.jsonl"));
    return lines;
}

QJsonObject lineNamed(const QString &id)
{
    for (const QJsonObject &line : documented()) {
        if (line["id"_L1].toString() == id)
            return line;
    }
    return {};
}

QStringList strings(const QJsonValue &list)
{
    QStringList result;
    for (const QJsonValue &each : list.toArray())
        result += each.toString();
    return result;
}

TextAnswer answerTo(const QString &text, const QJsonObject &line)
{
    return diagnoseText(text, allPacks(), shippedDocumentation(),
                        packNamed(line["hint"_L1].toString()),
                        packNamed(line["via"_L1].toString()));
}

TextAnswer answerTo(const QString &text)
{
    return answerTo(text, {});
}

QString className(const TextAnswer &answer)
{
    return toString(answer.reading.diagnosis.errorClass);
}

//! With a hint the hint is right, and so is what the text names.
bool isRightProvider(const TextAnswer &answer, const QJsonObject &line)
{
    const QString hint = line["hint"_L1].toString();
    return answer.reading.provider == line["provider"_L1].toString()
        || (!hint.isEmpty() && answer.reading.provider == hint);
}

//! In this order; more may stand between and after, nothing before.
bool areOffered(const QStringList &wanted, const QList<DocumentedRow> &steps)
{
    qsizetype next = 0;
    for (const DocumentedRow &step : steps) {
        if (next < wanted.size() && step.id == wanted.at(next))
            ++next;
    }
    return next == wanted.size()
        && (wanted.isEmpty() || steps.isEmpty() || steps.first().id == wanted.first());
}

QByteArray told(const TextAnswer &answer)
{
    QStringList ids;
    for (const DocumentedRow &step : answer.steps)
        ids += step.id;
    return QStringList {className(answer),
                        answer.reading.diagnosis.rule,
                        answer.reading.diagnosis.cause,
                        answer.reading.provider,
                        toString(answer.reading.diagnosis.action),
                        ids.join(u' ')}
        .join(u" | "_s)
        .toUtf8();
}

} // namespace

//! What people paste, with everything that `diagnose` says about it.
class DiagnoseTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentedRow_data()
    {
        QTest::addColumn<QString>("id");
        QVERIFY(documented().size() == 286);
        for (const QJsonObject &line : documented()) {
            const QString id = line["id"_L1].toString();
            QTest::newRow(qPrintable(id)) << id;
        }
    }
    //! Class, cause, provider, steps and next action. They hold for every accepted class but those
    //! of `others`, which say what is right for them and why they differ.
    void everyDocumentedRow()
    {
        QFETCH(const QString, id);
        const QJsonObject line = lineNamed(id);
        const TextAnswer answer = answerTo(line["text"_L1].toString(), line);
        const QStringList expected = strings(line["expected"_L1]);
        QVERIFY2(expected.contains(className(answer)), told(answer));
        QVERIFY2(isRightProvider(answer, line), told(answer));
        const QJsonObject other = line["others"_L1].toObject()[className(answer)].toObject();
        QVERIFY2(other.isEmpty() || !other["why"_L1].toString().isEmpty(), told(answer));
        const QJsonObject &right = other.isEmpty() ? line : other;
        QVERIFY2(answer.reading.diagnosis.cause == right["cause"_L1].toString(), told(answer));
        QVERIFY2(areOffered(strings(right["steps"_L1]), answer.steps), told(answer));
        QVERIFY2(toString(answer.reading.diagnosis.action) == right["next_action"_L1].toString(),
                 told(answer));
    }

    //! Only the provider can say that somebody withdrew the access.
    void nobodyIsAccused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"[API] Invalid API key or access token (unrecognized login or wrong password)",
              "eBay error 931 Auth token is invalid", "Shopify 401 Unauthorized"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void nobodyIsAccused()
    {
        QFETCH(const QString, text);
        const TextAnswer answer = answerTo(text);
        QVERIFY2(answer.reading.diagnosis.errorClass != ErrorClass::Revoked, told(answer));
        QVERIFY2(answer.reading.diagnosis.action == RecommendedAction::Refresh, told(answer));
        QCOMPARE(answer.steps.value(0).id, u"AMG-40"_s);
    }

    //! A key that is entered anew does not bring it back.
    void aRemovedAppIsAuthorizedAgain()
    {
        const TextAnswer answer = answerTo(u"Wix 403 app not installed"_s);
        QCOMPARE(className(answer), u"app_removed"_s);
        QCOMPARE(toString(answer.reading.diagnosis.action), u"reauthorize"_s);
        QCOMPARE(answer.steps.value(0).id, u"XRM-34"_s);
    }

    void mutationsAreTheAgreedOnes()
    {
        QCryptographicHash hash(QCryptographicHash::Sha256);
        const QList<Mutation> mutations = allMutations();
        QCOMPARE(mutations.size(), 200);
        for (const Mutation &mutation : mutations) {
            hash.addData(mutation.text.toUtf8());
            hash.addData(QByteArray(1, '\0'));
        }
        QCOMPARE(hash.result().toHex(),
                 QByteArray("0273afd77b4a814447fccec19632804eb07562f4298e2f85279363ee4a3b69da"));
    }

    void everyMutationKeepsItsClass_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("of");
        QTest::addColumn<QString>("text");
        for (const Mutation &mutation : allMutations()) {
            QTest::newRow(
                qPrintable(QStringList({mutation.id, mutation.kind, mutation.of}).join(u' ')))
                << mutation.kind << mutation.of << mutation.text;
        }
    }
    void everyMutationKeepsItsClass()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, of);
        QFETCH(const QString, text);
        const QJsonObject line = lineNamed(of);
        const TextAnswer answer = answerTo(text, line);
        const bool cut = kind == "cut"_L1;
        QStringList expected = strings(line["expected"_L1]);
        if (cut)
            expected += className(answerTo(line["text"_L1].toString(), line));
        QVERIFY2(expected.contains(className(answer)), told(answer));
        QVERIFY2(cut || isRightProvider(answer, line), told(answer));
    }

    //! A product reads a status in its own way, a provider's own words stay the provider's.
    void theProductDecidesWhatAStatusMeans()
    {
        const QString body
            = u"{\"Title\":\"Forbidden\",\"Status\":403,\"Detail\":\"AuthenticationUnsuccessful\"}"_s;
        QCOMPARE(className(answerTo(body)), u"wrong_tenant"_s);
        const QJsonObject viaXeroom {{u"via"_s, u"xeroom"_s}};
        const TextAnswer answer = answerTo(body, viaXeroom);
        QCOMPARE(className(answer), u"invalid_client"_s);
        QCOMPARE(answer.reading.provider, u"xero"_s);
        QCOMPARE(answer.steps.value(0).id, u"XRM-30"_s);
    }

    void nothingIsInvented()
    {
        const TextAnswer answer = answerTo(u"HTTP/1.1 401 Unauthorized"_s);
        QCOMPARE(answer.reading.provider, QString());
        QCOMPARE(answer.reading.providerConfidence, 0.0);
        QCOMPARE(answer.reading.httpStatus, std::optional(401));
        QVERIFY(!answer.reading.diagnosis.alternatives.isEmpty());
    }

    //! A token answer is none of anybody's business, and no error.
    void secretsAreNeverEchoed_data()
    {
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *text) {
            QTest::newRow(name) << QString::fromUtf8(text);
        };
        row("token answer",
            R"({"access_token":"s3cr3t-one","refresh_token":"s3cr3t-two","expires_in":1800})");
        row("token answer beside an error",
            R"({"access_token":"s3cr3t-one"} and then {"error":"invalid_grant"})");
        row("in one line", R"({"error":"invalid_grant","refresh_token":"s3cr3t-one","code":"x"})");
        row("redirect", "https://shop.example/cb?error=access_denied&code=s3cr3t-one&state=s3cr3t");
        row("a code of digits", "https://shop.example/cb?code=98765432&error=invalid_grant");
        row("form", "grant_type=password&password=s3cr3t-one invalid_grant");
        row("header", "Authorization: Bearer s3cr3t-one.s3cr3t\nHTTP/1.1 401 Unauthorized");
        row("the word that decides stands in the secret",
            R"({"access_token":"s3cr3t invalid_grant s3cr3t"})");
        row("German", "Kennwort: s3cr3tA9b8C7d6E5f4G ist falsch");
        row("French", "mot de passe : s3cr3tA9b8C7d6E5f4G incorrect");
        row("Spanish", "contrase\u00f1a: s3cr3tA9b8C7d6E5f4G incorrecta");
        row("Dutch", "wachtwoord: s3cr3tA9b8C7d6E5f4G onjuist");
        row("in a sentence", "Error: token s3cr3tA9b8C7d6E5f4G is invalid");
        row("quoted in a sentence", "The access token 's3cr3tA9b8C7d6E5f4G' has expired");
        row("login", "GET /api/Auth?UserName=shop&Password=s3cr3t HTTP/1.1\n\nHTTP/1.1 401");
    }
    void secretsAreNeverEchoed()
    {
        QFETCH(const QString, text);
        const TextAnswer answer = answerTo(text);
        for (const QString &passage : answer.passages) {
            QVERIFY2(!passage.contains(u"s3cr3t"_s), qPrintable(passage));
            QVERIFY2(!passage.contains(u"98765432"_s), qPrintable(passage));
        }
        QVERIFY(!answer.reading.providerCode.contains(u"s3cr3t"_s));
        QVERIFY(!answer.reading.providerCode.contains(u"98765432"_s));
    }

    //! A megabyte of log costs about as much as a page.
    void aMegabyteIsNothing()
    {
        QString text;
        while (text.size() < 1024 * 1024)
            text += u"2026-03-01T09:15:22Z INFO [worker] processed order 4711 in 80 ms\n"_s;
        text.insert(text.size() / 2, u"ERROR {\"error\":\"invalid_grant\"}\n"_s);
        answerTo(u"invalid_grant"_s); // the patterns are compiled once
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(className(answerTo(text)), u"expired_refresh"_s);
        QVERIFY2(timer.elapsed() < 2000, QByteArray::number(timer.elapsed()));
    }

private:
    static QList<Mutation> allMutations()
    {
        QMap<QString, QString> texts;
        for (const QJsonObject &line : documented())
            texts.insert(line["id"_L1].toString(), line["text"_L1].toString());
        return mutationsOf(texts);
    }
};

RELINK_TEST(DiagnoseTextTest)
#include "tst_diagnosetext.moc"
