// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/diagnosetext.h"

#include "core/metanswer.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

#include <QJsonArray>

#include <algorithm>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

TextAnswer pastedAnswer(const QString &text, const ProviderPack *chosen = nullptr)
{
    return diagnoseText(text, allPacks(), shippedDocumentation(), chosen);
}

QString pastedClass(const QString &text, const ProviderPack *chosen = nullptr)
{
    return toString(pastedAnswer(text, chosen).reading.diagnosis.errorClass);
}

QByteArray told(const QJsonObject &row, const char *where, const Diagnosis &diagnosis)
{
    return QStringList {row["name"_L1].toString(),
                        QString::fromLatin1(where),
                        toString(diagnosis.errorClass),
                        diagnosis.cause,
                        diagnosis.rule,
                        toString(diagnosis.action)}
        .join(u" | "_s)
        .toUtf8();
}

} // namespace

//! What is easily taken for something else, as our own calls meet it and as it is pasted. The
//! answers stand in tests/data/diagnose/traps.jsonl under the names of these functions.
class TrapsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theSameWordUnder401And403() { hold("theSameWordUnder401And403"); }
    void anExpiredAccessIsReportedAs403() { hold("anExpiredAccessIsReportedAs403"); }
    void errorsInside200() { hold("errorsInside200"); }
    void invalidGrantForADeadRefreshToken() { hold("invalidGrantForADeadRefreshToken"); }
    void invalidGrantForASpentCode() { hold("invalidGrantForASpentCode"); }
    void invalidGrantForALiveTestMixUp() { hold("invalidGrantForALiveTestMixUp"); }
    void invalidGrantForAChangedPassword() { hold("invalidGrantForAChangedPassword"); }
    void expiredMayBeAClock() { hold("expiredMayBeAClock"); }
    void expiredMayBeACertificate()
    {
        QCOMPARE(pastedClass(
                     u"Authentication failed: SSL certificate problem: certificate has expired"_s),
                 u"tls"_s);
        AuthError error;
        error.origin = ErrorOrigin::Transport;
        error.code = QLatin1StringView(code::tls);
        error.description = u"The token has expired"_s;
        QCOMPARE(toString(classify(error, ErrorStage::Api, nullptr).errorClass), u"tls"_s);
    }
    void expiredMayBeASubscription() { hold("expiredMayBeASubscription"); }
    void a401ThatIsARateLimit() { hold("a401ThatIsARateLimit"); }
    void a403ThatIsAPlan() { hold("a403ThatIsAPlan"); }
    void a403ThatIsAProxyPage() { hold("a403ThatIsAProxyPage"); }
    void a403ThatIsACaptivePortal() { hold("a403ThatIsACaptivePortal"); }
    void aFaultOfOursIsNobodysLostAccess()
    {
        hold("aFaultOfOursIsNobodysLostAccess");
        QCOMPARE(pastedClass(u"https://a.example/cb?error=invalid_scope"
                             "&error_description=The+scope+is+unknown"_s),
                 u"configuration"_s);
        AuthError error;
        error.origin = ErrorOrigin::AuthorizationEndpoint;
        error.code = u"invalid_request"_s;
        error.description = u"The redirect URI does not match a registered one"_s;
        QCOMPARE(toString(classify(error, ErrorStage::Authorize, nullptr).errorClass),
                 u"configuration"_s);
    }
    void aTooEarlyRenewalIsNothing() { hold("aTooEarlyRenewalIsNothing"); }
    void anEmpty400OnRefreshIsALostGrant()
    {
        const Diagnosis met = MetAnswer {ErrorStage::Refresh, 400, {}, {}}.verdict();
        QCOMPARE(toString(met.errorClass), u"expired_refresh"_s);
        QCOMPARE(met.cause, u"refused"_s);
        QCOMPARE(pastedClass(u"> POST /oauth/token HTTP/1.1\n> grant_type=refresh_token\n"
                             "< HTTP/1.1 400 Bad Request\n< Content-Length: 0\n"_s),
                 u"expired_refresh"_s);
        QCOMPARE(pastedClass(u"400 Bad Request on token refresh, empty response body"_s),
                 u"expired_refresh"_s);
    }
    //! A person who says no is no failure, a provider that says why it does not let them is one.
    void declinedIsNothingUnlessAReasonIsGiven()
    {
        AuthError error;
        error.origin = ErrorOrigin::AuthorizationEndpoint;
        error.code = u"access_denied"_s;
        QCOMPARE(toString(classify(error, ErrorStage::Authorize, nullptr).errorClass),
                 u"not_an_error"_s);
        for (const QString &words :
             {u"The user denied the request"_s, u"Access denied"_s,
              u"The resource owner or authorization server denied the request"_s}) {
            error.description = words;
            QCOMPARE(toString(classify(error, ErrorStage::Authorize, nullptr).errorClass),
                     u"not_an_error"_s);
        }
        error.description = u"Your subscription has expired"_s;
        QCOMPARE(toString(classify(error, ErrorStage::Authorize, nullptr).errorClass),
                 u"plan_restriction"_s);
    }
    //! Where the status is vague, in every form and language an answer may have.
    void anAnswerInWords() { hold("anAnswerInWords"); }
    void theVerdictOfTheStatusStaysPossible()
    {
        const Diagnosis met = MetAnswer {
            ErrorStage::Api,
            403,
            "{\"message\":\"Your subscription has expired\"}",
            {}}.verdict();
        QCOMPARE(toString(met.errorClass), u"plan_restriction"_s);
        QVERIFY(std::any_of(met.alternatives.begin(), met.alternatives.end(),
                            [](const Alternative &other) {
                                return other.errorClass == ErrorClass::PermissionRole;
                            }));
        for (const Alternative &other : met.alternatives)
            QVERIFY2(!other.why.isEmpty(), qPrintable(toString(other.errorClass)));
    }
    void wordsThatRepeatTheStatusChangeNothing() { hold("wordsThatRepeatTheStatusChangeNothing"); }
    void wordsNeverTurnAFactUpsideDown() { hold("wordsNeverTurnAFactUpsideDown"); }
    void ownFactsStayWhateverIsSaid()
    {
        const auto classOf = [](ErrorOrigin origin, const char *code) {
            AuthError error;
            error.origin = origin;
            error.code = QLatin1StringView(code);
            error.description = u"The refresh token was revoked by the user"_s;
            error.evidence = R"({"message":"The refresh token was revoked by the user"})";
            return toString(classify(error, ErrorStage::Any, nullptr).errorClass);
        };
        QCOMPARE(classOf(ErrorOrigin::SecretStore, code::keychainLocked), u"keychain_locked"_s);
        QCOMPARE(classOf(ErrorOrigin::Transport, code::dns), u"network"_s);
        QCOMPARE(classOf(ErrorOrigin::Transport, code::captivePortal), u"network"_s);
        QCOMPARE(classOf(ErrorOrigin::RedirectListener, code::stateMismatch), u"configuration"_s);
        QCOMPARE(classOf(ErrorOrigin::Local, code::cancelled), u"not_an_error"_s);
        QCOMPARE(classOf(ErrorOrigin::TokenEndpoint, "invalid_client"), u"invalid_client"_s);
    }

    void theInnermostCauseWins_data() { addTexts("theInnermostCauseWins"); }
    void theInnermostCauseWins()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(pastedClass(text), expected);
    }

    //! Words of failures where nothing of an access failed.
    void whatOnlySoundsLikeOne_data() { addTexts("whatOnlySoundsLikeOne"); }
    void whatOnlySoundsLikeOne()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, expected);
        QCOMPARE(pastedClass(text), expected);
    }

private:
    static void addTexts(const char *trap)
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        for (const QJsonObject &row : rowsOf(trap)) {
            const QString text = row["text"_L1].toString();
            QTest::newRow(qPrintable(text)) << text << row["expected"_L1].toString();
        }
    }

    static QList<QJsonObject> rowsOf(const char *trap)
    {
        QList<QJsonObject> rows
            = jsonLinesOf(QStringLiteral(RELINK_TEST_DATA "/diagnose/traps.jsonl"));
        rows.removeIf([trap](const QJsonObject &row) {
            return row["trap"_L1].toString() != QLatin1StringView(trap);
        });
        return rows;
    }

    static void hold(const char *trap)
    {
        const QList<QJsonObject> rows = rowsOf(trap);
        QVERIFY(!rows.isEmpty());
        for (const QJsonObject &row : rows) {
            const auto answer = metAnswerFrom(row);
            const ProviderPack *pack = packNamed(row["provider"_L1].toString());
            const auto kind = authKindFromString(row["kind"_L1].toString("authorization_code"_L1));
            QVERIFY2(answer && kind, qPrintable(row["name"_L1].toString()));
            const Diagnosis met = answer->verdict(pack, *kind);
            const QJsonArray expected = row["expected"_L1].toArray();
            QVERIFY2(expected.contains(toString(met.errorClass)), told(row, "met", met));
            for (const Alternative &other : met.alternatives)
                QVERIFY2(other.errorClass != met.errorClass, told(row, "met twice", met));
            if (row.contains("cause"_L1))
                QVERIFY2(met.cause == row["cause"_L1].toString(), told(row, "met", met));
            if (row.contains("action"_L1))
                QVERIFY2(toString(met.action) == row["action"_L1].toString(),
                         told(row, "met", met));
            // Without a credential of ours some words mean more to whoever pastes them.
            if (!row["pasted"_L1].toBool(true))
                continue;
            const Diagnosis pasted = pastedAnswer(answer->pasted(), pack).reading.diagnosis;
            QVERIFY2(expected.contains(toString(pasted.errorClass)), told(row, "pasted", pasted));
        }
    }
};

RELINK_TEST(TrapsTest)
#include "tst_traps.moc"
