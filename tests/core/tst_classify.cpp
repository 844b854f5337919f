// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"
#include "core/rules/classify.h"
#include "core/rules/reduce.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

AuthError errorOf(ErrorOrigin origin, std::optional<int> status, const QString &code)
{
    AuthError error;
    error.origin = origin;
    error.httpStatus = status;
    error.code = code;
    return error;
}

ProviderPack packWith(const ErrorRule &rule)
{
    ProviderPack pack;
    pack.errors.append(rule);
    return pack;
}

} // namespace

class ClassifyTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void genericRules_data()
    {
        QTest::addColumn<int>("origin");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("stage");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("cause");
        const auto row = [](const char *name, ErrorOrigin origin, int status, const char *code,
                            const char *expected, const char *cause = "",
                            ErrorStage stage = ErrorStage::Refresh) {
            QTest::newRow(name) << int(origin) << status << QString::fromLatin1(code) << int(stage)
                                << QString::fromLatin1(expected) << QString::fromLatin1(cause);
        };
        using enum ErrorOrigin;
        // R38
        row("invalid_grant", TokenEndpoint, 400, "invalid_grant", "expired_refresh");
        row("invalid_grant under 401 (X-07)", TokenEndpoint, 401, "invalid_grant",
            "expired_refresh");
        row("spent code", TokenEndpoint, 400, "invalid_grant", "expired_refresh", "code_spent",
            ErrorStage::Token);
        row("invalid_client", TokenEndpoint, 401, "invalid_client", "invalid_client");
        row("unauthorized_client", TokenEndpoint, 400, "unauthorized_client", "invalid_client");
        row("invalid_scope", TokenEndpoint, 400, "invalid_scope", "configuration", "scope");
        row("unsupported_grant_type", TokenEndpoint, 400, "unsupported_grant_type", "configuration",
            "grant_type");
        row("503", TokenEndpoint, 503, "", "provider_outage");
        row("temporarily_unavailable", TokenEndpoint, 400, "temporarily_unavailable",
            "provider_outage");
        row("429", TokenEndpoint, 429, "", "rate_limited");
        row("unknown 4xx", TokenEndpoint, 418, "teapot", "expired_refresh", "refused");
        // R39
        row("400 without a body", TokenEndpoint, 400, "", "expired_refresh", "refused");
        // R50
        row("probe 401 invalid_token", Resource, 401, "invalid_token", "expired_access", "",
            ErrorStage::Probe);
        row("probe 401 bare", Resource, 401, "", "expired_access", "", ErrorStage::Probe);
        row("probe 403 bare", Resource, 403, "", "permission_role", "", ErrorStage::Probe);
        row("probe 403 scope", Resource, 403, "insufficient_scope", "permission_scope", "",
            ErrorStage::Probe);
        row("probe 404", Resource, 404, "", "unknown", "no_verdict", ErrorStage::Probe);
        row("probe 500", Resource, 500, "", "provider_outage", "", ErrorStage::Probe);
        row("probe 511", Resource, 511, "", "network", "captive_portal", ErrorStage::Probe);
        // R25, R30, R42, R49
        row("moved for good", Transport, 308, code::redirected, "configuration", "redirected");
        row("302", Transport, 302, code::redirected, "network", "redirected");
        row("sign-in page", Transport, 200, code::captivePortal, "network", "captive_portal");
        row("dns", Transport, 0, code::dns, "network", "dns");
        row("tls", Transport, 0, code::tls, "tls");
        row("proxy", Transport, 407, code::proxy, "proxy");
        // R08
        row("declined", AuthorizationEndpoint, 0, "access_denied", "not_an_error", "declined");
        // R68
        row("removed meanwhile", Local, 0, code::connectionRemoved, "not_an_error", "removed");
        // A code refused by the token endpoint, and a redirect signed with another secret
        row("code refused", TokenEndpoint, 400, code::codeRefused, "expired_refresh", "code_spent",
            ErrorStage::Any);
        row("assertion refused", TokenEndpoint, 400, code::assertionRefused, "invalid_client",
            "assertion_refused", ErrorStage::Any);
        row("signature", RedirectListener, 0, code::signatureMismatch, "invalid_client",
            "secret_differs");
        // R59, R72, R74
        row("answer lost", Local, 0, code::answerLost, "expired_refresh", "answer_lost");
        row("locked", SecretStore, 0, code::keychainLocked, "keychain_locked", "locked");
        row("frozen", SecretStore, 0, code::keychainNotAnswering, "keychain_locked",
            "not_answering");
        row("none", SecretStore, 0, code::keychainMissing, "keychain_missing");
        row("entry gone", SecretStore, 0, "entry_missing", "keychain_missing", "entry_missing");
    }
    void genericRules()
    {
        QFETCH(int, origin);
        QFETCH(int, status);
        QFETCH(QString, code);
        QFETCH(int, stage);
        QFETCH(QString, expected);
        QFETCH(QString, cause);
        const Diagnosis diagnosis = classify(
            errorOf(ErrorOrigin(origin), status ? std::optional(status) : std::nullopt, code),
            ErrorStage(stage), nullptr);
        QCOMPARE(toString(diagnosis.errorClass), expected);
        QCOMPARE(diagnosis.cause, cause);
        QVERIFY(!diagnosis.rule.isEmpty());
        QVERIFY(diagnosis.confidence > 0 && diagnosis.confidence <= 1);
    }

    void theProvidersRuleGoesFirst()
    {
        ErrorRule rule;
        rule.id = u"r"_s;
        rule.stage = ErrorStage::Api;
        rule.status = 403;
        rule.json.insert(u"Detail"_s, u"AuthenticationUnsuccessful"_s);
        rule.errorClass = ErrorClass::WrongTenant;
        AuthError error = errorOf(ErrorOrigin::Resource, 403, {});
        error.evidence = R"({"DETAIL":"authenticationunsuccessful"})";
        const ProviderPack pack = packWith(rule);
        QCOMPARE(toString(classify(error, ErrorStage::Probe, &pack).errorClass),
                 toString(ErrorClass::WrongTenant));
        // The same word under another status is another thing (X-08).
        error.httpStatus = 401;
        QCOMPARE(toString(classify(error, ErrorStage::Probe, &pack).errorClass),
                 toString(ErrorClass::ExpiredAccess));
    }

    void theChallengeNamesTheError()
    {
        AuthError error = errorOf(ErrorOrigin::Resource, 403, {});
        error.challenge = R"(Basic realm="x", Bearer realm="y", error="insufficient_scope")";
        QCOMPARE(toString(classify(error, ErrorStage::Probe, nullptr).errorClass),
                 toString(ErrorClass::PermissionScope));
    }

    void aRefusedKeyIsNotAToken()
    {
        const AuthError error = errorOf(ErrorOrigin::Resource, 401, {});
        const Diagnosis key = classify(error, ErrorStage::Probe, nullptr, AuthKind::ApiKey);
        QCOMPARE(toString(key.errorClass), toString(ErrorClass::InvalidUserCredentials));
        QCOMPARE(toString(key.action), toString(RecommendedAction::EditCredential));
        QCOMPARE(toString(key.alternatives.value(0).errorClass),
                 toString(ErrorClass::TestModeMismatch));
    }

    void wordsOfAnAnswerAreReadWhereNoCodeIsGiven_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("expected");
        QTest::newRow("other environment")
            << 403 << QByteArray(R"({"message":"The key is for the Other Environment."})")
            << u"test_mode_mismatch"_s;
        QTest::newRow("wrong environment")
            << 401 << QByteArray("wrong environment") << u"test_mode_mismatch"_s;
        QTest::newRow("deprecated")
            << 400 << QByteArray(R"({"message":"A deprecated authentication method was used"})")
            << u"deprecated_method"_s;
        // An outage page that mentions them is an outage.
        QTest::newRow("outage") << 503 << QByteArray("other environment") << u"provider_outage"_s;
        QTest::newRow("nothing of the kind")
            << 403 << QByteArray("production only") << u"permission_role"_s;
    }
    void wordsOfAnAnswerAreReadWhereNoCodeIsGiven()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, expected);
        AuthError error = errorOf(ErrorOrigin::Resource, status, {});
        error.evidence = body;
        QCOMPARE(toString(classify(error, ErrorStage::Probe, nullptr).errorClass), expected);
    }

    //! A key that a pack calls expired is replaced, never renewed; a token of the same pack is.
    void anExpiredKeyAsksForANewOne()
    {
        ErrorRule rule;
        rule.id = u"r"_s;
        rule.status = 401;
        rule.errorClass = ErrorClass::ExpiredAccess;
        const ProviderPack pack = packWith(rule);
        const AuthError error = errorOf(ErrorOrigin::Resource, 401, {});
        const Diagnosis key = classify(error, ErrorStage::Probe, &pack, AuthKind::ApiKey);
        QCOMPARE(toString(key.errorClass), u"expired_access"_s);
        QCOMPARE(key.cause, u"key_refused"_s);
        QCOMPARE(toString(key.action), u"edit_credential"_s);
        const Diagnosis token = classify(error, ErrorStage::Probe, &pack);
        QCOMPARE(token.cause, QString());
        QCOMPARE(toString(token.action), u"refresh"_s);
    }

    void onlyThreeClassesAskToAuthoriseAgainFirst()
    {
        QList<ErrorClass> asking;
        for (const ErrorClass errorClass : allErrorClasses()) {
            if (firstActionFor(errorClass, AuthKind::AuthorizationCode)
                == RecommendedAction::Reauthorize) {
                asking.append(errorClass);
            }
        }
        QVERIFY(
            (asking
             == QList {ErrorClass::ExpiredRefresh, ErrorClass::Revoked, ErrorClass::AppRemoved}));
    }

    void everyRedClassHasOneActionThatIsNotWaiting()
    {
        for (const ErrorClass errorClass : allErrorClasses()) {
            const auto health = healthFor(errorClass);
            const RecommendedAction action
                = firstActionFor(errorClass, AuthKind::AuthorizationCode);
            if (!health)
                continue;
            QVERIFY2(action != RecommendedAction::None, qPrintable(toString(errorClass)));
            if (*health != Health::Retrying)
                QVERIFY2(action != RecommendedAction::Wait, qPrintable(toString(errorClass)));
        }
    }
};

RELINK_TEST(ClassifyTest)
#include "tst_classify.moc"
