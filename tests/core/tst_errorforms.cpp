// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diagnosetext.h"

#include "core/corpus.h"
#include "core/errorforms.h"
#include "core/metanswer.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

TextAnswer answerTo(const QString &text)
{
    return diagnoseText(text, allPacks(), shippedDocumentation());
}

QString classOf(const QString &text)
{
    return toString(answerTo(text).reading.diagnosis.errorClass);
}

//! Everything of an answer that anybody is shown.
QString shownOf(const TextAnswer &answer)
{
    QStringList shown = answer.passages;
    shown << answer.reading.providerCode << answer.reading.diagnosis.cause;
    for (const Alternative &other : answer.reading.diagnosis.alternatives)
        shown += other.why;
    return shown.join(u'\n');
}

QString noise(const QString &line, qsizetype length)
{
    QString text;
    text.reserve(length + line.size());
    while (text.size() < length)
        text += line;
    return text;
}

} // namespace

//! The same failure means the same, whatever it is wrapped in.
class ErrorFormsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormKeepsTheClass_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto rows = [](const char *expected, const ToldFailure &failure) {
            for (const ErrorForm &form : formsOf(failure)) {
                const QString name
                    = QString::fromLatin1(expected) + u" "_s + failure.code + u" "_s + form.name;
                QTest::newRow(qPrintable(name)) << form.text << QString::fromLatin1(expected);
            }
        };
        rows("expired_refresh", {u"invalid_grant"_s, u"The refresh token has expired"_s, 400});
        rows("revoked", {u"invalid_grant"_s, u"The user has revoked access to the app"_s, 400});
        rows("invalid_client", {u"invalid_client"_s, u"Client authentication failed"_s, 401});
        rows("expired_access", {u"invalid_token"_s, u"The access token expired"_s, 401});
        rows("permission_scope",
             {u"insufficient_scope"_s, u"The token lacks the required scope"_s, 403});
        rows("permission_role",
             {u"access_denied"_s, u"You do not have permission to view orders"_s, 403});
        rows("plan_restriction", {u"forbidden"_s, u"Your subscription has expired"_s, 403});
        rows("configuration", {u"invalid_request"_s, u"The redirect_uri does not match"_s, 400});
        rows("rate_limited",
             {u"too_many_requests"_s, u"Too many requests, try again in 60 seconds"_s, 429});
        rows("provider_outage",
             {u"service_unavailable"_s,
              u"The service is temporarily unavailable due to maintenance"_s, 503});
        rows("clock",
             {u"invalid_timestamp"_s, u"The request timestamp is too far from the server time"_s,
              401});
        rows("test_mode_mismatch",
             {u"mode_mismatch"_s, u"A test mode key was used with a live mode account"_s, 401});
        rows("account_closed", {u"account_suspended"_s, u"Your account has been suspended"_s, 403});
        rows("app_removed",
             {u"app_uninstalled"_s, u"The app has been uninstalled from the store"_s, 401});
        rows("deprecated_method",
             {u"deprecated"_s,
              u"This authentication method is deprecated and no longer supported"_s, 400});
        rows("invalid_user_credentials",
             {u"login_failed"_s, u"Invalid user name or password"_s, 401});
        rows("connection_limit",
             {u"connection_limit"_s, u"The maximum number of connections has been reached"_s, 403});
        rows("competing_connection",
             {u"conflict"_s, u"The store is already connected to another account"_s, 409});
        rows("credential_format",
             {u"invalid_key"_s, u"The API key contains an invalid character (whitespace)"_s, 400});
        rows("wrong_tenant",
             {u"tenant_not_found"_s, u"The company is not linked to this token"_s, 403});
        rows("tls",
             {u"ssl_error"_s, u"SSL certificate problem: unable to get local issuer certificate"_s,
              502});
        rows("network", {u"connection_error"_s, u"getaddrinfo ENOTFOUND api.example.com"_s, 502});
        rows("proxy",
             {u"proxy_error"_s, u"Tunnel connection failed: 407 Proxy Authentication Required"_s,
              502});
        rows("keychain_locked", {u"keychain"_s, u"The keyring is locked"_s, 500});
    }
    void everyFormKeepsTheClass()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(classOf(text), expected);
    }

    //! What failed stands in the same lines as what went well.
    void aCurlTranscriptTellsItsFault()
    {
        const QString begun
            = u"*   Trying 203.0.113.5:443...\n* TLSv1.3 (OUT), TLS handshake, Client "
              "hello (1):\n"_s;
        QCOMPARE(classOf(begun
                         + u"* TLSv1.3 (OUT), TLS alert, unknown CA (560):\n* SSL certificate "
                           "problem: self-signed certificate"_s),
                 u"tls"_s);
        QCOMPARE(classOf(u"* Could not resolve host: api.example.com\n* Closing connection 0"_s),
                 u"network"_s);
        QCOMPARE(classOf(begun
                         + u"* subjectAltName does not match api.example.com\n* SSL: no "
                           "alternative certificate subject name matches target host name"_s),
                 u"tls"_s);
    }

    void everyLanguage_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const QList<QJsonObject> rows
            = jsonLinesOf(QStringLiteral(RELINK_TEST_DATA "/diagnose/languages.jsonl"));
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString text = rows.at(i)["text"_L1].toString();
            QTest::newRow(rowName(i, text).constData())
                << text << rows.at(i)["expected"_L1].toString();
        }
    }
    void everyLanguage()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(classOf(text), expected);
    }

    //! The third-party vectors below a 401, as our own calls meet them and as they are pasted.
    void everyChallengeVector()
    {
        RELINK_NEED("www-authenticate/oauth4webapi-vectors.json")
        const QJsonArray rows = QJsonDocument::fromJson(fileContent(corpus)).array();
        QCOMPARE(rows.size(), 54);
        const ProviderPack *pack = packNamed(u"xero"_s);
        for (const QJsonValue &row : rows) {
            const QByteArray header = row["header"_L1].toString().toUtf8();
            const MetAnswer answer {ErrorStage::Api, 401, {}, {{"WWW-Authenticate", header}}};
            // A token was sent, so it is the token that was refused.
            QVERIFY2(toString(answer.verdict().errorClass) == "expired_access"_L1, header);
            const QString pasted
                = toString(diagnoseText(answer.pasted(), allPacks(), shippedDocumentation(), pack)
                               .reading.diagnosis.errorClass);
            // Another scheme asks for a login, which is worth a look before the token.
            const bool asksLogin = header.toLower().contains("basic")
                || header.toLower().contains("digest") || header.startsWith("Negotiate");
            QVERIFY2(pasted == "expired_access"_L1
                         || (asksLogin && pasted == "invalid_user_credentials"_L1),
                     QByteArray(header + " -> " + pasted.toUtf8()));
        }
    }

    void aMegabyteOfNoise_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("log") << u"2026-03-01T09:15:22Z INFO [worker] processed order 4711\n"_s;
        QTest::newRow("stack frames") << u"    at com.example.Worker.run(Worker.java:42)\n"_s;
        QTest::newRow("JSON lines")
            << u"{\"id\":4711,\"sku\":\"A-1\",\"qty\":3,\"note\":\"ok\"}\n"_s;
        QTest::newRow("HTML") << u"<div class=\"row\"><span>Order 4711</span></div>\n"_s;
        QTest::newRow("one line") << u"lorem ipsum dolor sit amet consetetur sadipscing elitr "_s;
        QTest::newRow("no spaces") << u"QWxhZGRpbjpvcGVuIHNlc2FtZQ"_s;
        QTest::newRow("good answers") << u"GET /api/orders 200 OK success\n"_s;
    }
    void aMegabyteOfNoise()
    {
        QFETCH(const QString, line);
        const QString around = noise(line, 512 * 1024);
        const QString failure
            = u"\nERROR {\"error\":\"invalid_grant\",\"error_description\":\"The refresh token has "
              "expired\"}\n"_s;
        QCOMPARE(classOf(failure + around + around), u"expired_refresh"_s);
        QCOMPARE(classOf(around + failure + around), u"expired_refresh"_s);
        QCOMPARE(classOf(around + around + failure), u"expired_refresh"_s);
    }

    //! Somebody pastes what must not be shown to anybody: it is no error, and nothing of it is
    //! told.
    void aSuccessfulTokenAnswerIsNoError_data()
    {
        QTest::addColumn<QString>("text");
        for (const QJsonObject &row :
             jsonLinesOf(QStringLiteral(RELINK_TEST_DATA "/diagnose/token-answers.jsonl"))) {
            QTest::newRow(qPrintable(row["name"_L1].toString())) << row["text"_L1].toString();
        }
    }
    void aSuccessfulTokenAnswerIsNoError()
    {
        QFETCH(const QString, text);
        QVERIFY(text.contains(u"s3cr3t"_s));
        const TextAnswer answer = answerTo(text);
        QCOMPARE(toString(answer.reading.diagnosis.errorClass), u"not_an_error"_s);
        QCOMPARE(toString(answer.reading.diagnosis.action), u"none"_s);
        QVERIFY2(!shownOf(answer).contains(u"s3cr3t"_s), qPrintable(shownOf(answer)));
    }
};

RELINK_TEST(ErrorFormsTest)
#include "tst_errorforms.moc"
