// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/classify.h"
#include "core/rules/errorrule.h"
#include "core/rules/parsepack.h"
#include "core/rules/resolve.h"
#include "core/rules/tokenresponse.h"

#include "packs.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

ErrorOrigin originOfStage(ErrorStage stage)
{
    switch (stage) {
    case ErrorStage::Token:
    case ErrorStage::Refresh:
        return ErrorOrigin::TokenEndpoint;
    case ErrorStage::Authorize:
        return ErrorOrigin::AuthorizationEndpoint;
    default:
        return ErrorOrigin::Resource;
    }
}

AuthError answer(ErrorOrigin origin, int status, const QString &body)
{
    ErrorRule rule;
    rule.stage = origin == ErrorOrigin::TokenEndpoint ? ErrorStage::Refresh : ErrorStage::Api;
    return exampleError(rule, {status, body, {}});
}

} // namespace

class ShippedPacksTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    //! A pattern's first group is what is kept: of a repeated one only the last round.
    void capturesKeepTheWholeValue()
    {
        static const QRegularExpression repeatedGroup(u"\\((?!\\?)[^()]*\\)[+*{]"_s);
        for (const QString &id : shippedIds()) {
            const ProviderPack pack = shippedPack(id.toLatin1().constData());
            for (const AuthMethod &method : pack.authMethods) {
                for (const Capture &capture : method.tokenCaptures + method.callbackCaptures) {
                    QVERIFY2(!repeatedGroup.match(capture.pattern).hasMatch(),
                             qPrintable(QString(id + u": "_s + capture.pattern)));
                }
            }
        }
        const ProviderPack pack = shippedPack("linnworks");
        const QJsonObject said {{u"Server"_s, u"https://eu-ext.linnworks.net"_s}};
        QCOMPARE(capturedFrom(said, pack.authMethods.value(0).tokenCaptures).value(u"server"_s),
                 u"eu-ext.linnworks.net"_s);
    }

    void packs_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : shippedIds())
            QTest::newRow(qPrintable(id)) << id;
    }

    void packs()
    {
        QFETCH(QString, id);
        const auto pack = parseProviderPack(shippedJson(id), true);
        if (!pack) {
            for (const PackProblem &p : pack.error())
                qWarning("%s: %s", qPrintable(p.path), qPrintable(p.reason));
        }
        QVERIFY(pack.ok());
        QCOMPARE(pack->id, id);
        QVERIFY(pack->builtIn);
        QVERIFY(!pack->sources.isEmpty());
        QVERIFY(pack->probe.exists() || !pack->probe.absentReason.isEmpty());
        QVERIFY(pack->revocation.exists() || !pack->revocation.absentReason.isEmpty());
    }

    void theFirstSevenAreHere()
    {
        const QStringList ids = shippedIds();
        for (const char *id : {"xero", "ebay", "sage_intacct", "quickbooks_online", "shopify",
                               "mintsoft", "generic_oauth2"})
            QVERIFY2(ids.contains(QLatin1StringView(id)), id);
    }

    //! Every example is decided by its own rule, through classify() itself.
    void everyExampleIsDecidedByItsRule_data() { packs_data(); }

    void everyExampleIsDecidedByItsRule()
    {
        QFETCH(QString, id);
        const auto pack = parseProviderPack(shippedJson(id), true);
        QVERIFY(pack.ok());
        for (const ErrorRule &rule : pack->errors) {
            for (const ErrorRule::Example &example : rule.examples) {
                const AuthError error = exampleError(rule, example);
                QVERIFY2(matches(rule, error, rule.stage), qPrintable(rule.id));
                if (rule.stage == ErrorStage::Any)
                    continue;
                const Diagnosis diagnosis = classify(error, rule.stage, &*pack);
                QCOMPARE(diagnosis.rule, rule.id);
                QCOMPARE(toString(diagnosis.errorClass), toString(rule.errorClass));
            }
        }
    }

    //! R47: a server in trouble turns nothing red, whatever else its answer may mean.
    void noServerFaultTurnsRed_data() { packs_data(); }

    void noServerFaultTurnsRed()
    {
        QFETCH(QString, id);
        const auto pack = parseProviderPack(shippedJson(id), true);
        QVERIFY(pack.ok());
        for (int status = 500; status < 511; ++status) {
            for (const ErrorStage stage :
                 {ErrorStage::Token, ErrorStage::Refresh, ErrorStage::Probe}) {
                const Diagnosis d
                    = classify(answer(originOfStage(stage), status, {}), stage, &*pack);
                QCOMPARE(toString(d.errorClass), toString(ErrorClass::ProviderOutage));
            }
        }
    }

    //! SGE-15: the addresses that the article misprints stand nowhere.
    void noMisprintedAddress_data() { packs_data(); }

    void noMisprintedAddress()
    {
        QFETCH(QString, id);
        const QByteArray json = shippedJson(id);
        for (const char *wrong : {"api.intacct.con/", "oautha", "seed 0"})
            QVERIFY2(!json.contains(wrong), wrong);
    }

    void factsOfTheWire_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("refresh");
        QTest::addColumn<QString>("body");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *id, int status, bool refresh,
                            const char *body, const char *expected) {
            QTest::newRow(name) << QString::fromLatin1(id) << status << refresh
                                << QString::fromUtf8(body) << QString::fromLatin1(expected);
        };
        row("X-08 401", "xero", 401, false, R"({"Detail":"AuthenticationUnsuccessful"})",
            "expired_access");
        row("X-08 403", "xero", 403, false, R"({"detail":"authenticationunsuccessful"})",
            "wrong_tenant");
        row("X-07 401", "sage_intacct", 401, true, R"({ "error": "invalid_grant" })",
            "expired_refresh");
        row("X-07 400", "sage_intacct", 400, true, R"({"error":"invalid_grant"})",
            "expired_refresh");
        row("SGE-22", "sage_intacct", 401, false, "INVALID ACCESS TOKEN", "revoked");
        row("MIN-T1", "mintsoft", 401, false, "", "expired_access");
        row("MIN-T2", "mintsoft", 403, false, "", "permission_role");
        row("MIN-T3", "mintsoft", 401, false, "Authorisation token is hard expired",
            "expired_refresh");
        row("MIN-T4", "mintsoft", 401, false, "Invalid credentials", "test_mode_mismatch");
        row("MIN-T5", "mintsoft", 401, false,
            "The user is using a deprecated API Authentication method", "deprecated_method");
        row("MIN-20", "mintsoft", 401, true, "", "invalid_user_credentials");
        row("eBay in German", "ebay", 200, false, "<Ack>Failure</Ack><ErrorCode>932</ErrorCode>",
            "expired_refresh");
        row("QuickBooks 403", "quickbooks_online", 403, false,
            R"({"fault":{"error":[{"message":"message=ApplicationAuthorizationFailed; errorCode=003100; statusCode=403"}]}})",
            "wrong_tenant");
        row("Shopify plan", "shopify", 402, false,
            R"({"errors":"This shop\u0027s plan does not have access to this feature"})",
            "plan_restriction");
        row("Shopify scope", "shopify", 403, false, R"({"errors":"User does not have access"})",
            "permission_scope");
    }

    void factsOfTheWire()
    {
        QFETCH(QString, id);
        QFETCH(int, status);
        QFETCH(bool, refresh);
        QFETCH(QString, body);
        QFETCH(QString, expected);
        const auto pack = parseProviderPack(shippedJson(id), true);
        QVERIFY(pack.ok());
        const ErrorStage stage = refresh ? ErrorStage::Refresh : ErrorStage::Probe;
        const Diagnosis diagnosis
            = classify(answer(originOfStage(stage), status, body), stage, &*pack);
        QCOMPARE(toString(diagnosis.errorClass), expected);
    }

    //! XRM-20, and what the facts say about lifetimes.
    void lifetimes()
    {
        using namespace std::chrono_literals;
        const TokenLifetimes xero = shippedPack("xero").authMethods.first().lifetimes;
        QVERIFY(xero.refreshInterval == 15min);
        QVERIFY(xero.access == 30min);
        QVERIFY(xero.grace == 30min);
        QVERIFY(xero.rotates == true);
        QVERIFY(shippedPack("ebay").authMethods.first().lifetimes.rotates == false);
        // Not confirmed, so not stated.
        QVERIFY(!shippedPack("sage_intacct").authMethods.first().lifetimes.access);
        QVERIFY(!shippedPack("shopify").authMethods.first().lifetimes.refreshIdle);
    }

    void genericPackAsksForWhatItSays()
    {
        const ProviderPack pack = shippedPack("generic_oauth2");
        QCOMPARE(pack.name, u"Other OAuth 2.0 service"_s);
        QVERIFY(pack.loopbackHttpAllowed);
        QStringList open;
        QStringList secret;
        for (const InputField &field : pack.authMethods.first().inputs)
            (field.secret ? secret : open).append(field.key);
        open.sort();
        QCOMPARE(open,
                 QStringList({u"authorization_endpoint"_s, u"authorization_parameters"_s,
                              u"client_id"_s, u"issuer"_s, u"probe_url"_s, u"redirect_port"_s,
                              u"redirect_uri"_s, u"revocation_endpoint"_s, u"scope"_s,
                              u"token_endpoint"_s, u"token_endpoint_auth_method"_s}));
        QCOMPARE(secret, QStringList({u"client_secret"_s}));
    }

    void onlyTheGenericPackTakesPlainHttp_data() { packs_data(); }

    void onlyTheGenericPackTakesPlainHttp()
    {
        QFETCH(QString, id);
        const auto pack = parseProviderPack(shippedJson(id), true);
        QVERIFY(pack.ok());
        QCOMPARE(pack->loopbackHttpAllowed, id == u"generic_oauth2"_s);
    }
};

RELINK_TEST(ShippedPacksTest)
#include "tst_shippedpacks.moc"
