// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/probeverdict.h"

#include "core/rules/classify.h"
#include "packconnections.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

HttpAnswer answer(int status, const QByteArray &body, const QByteArray &type = "application/json",
                  const QList<HttpHeader> &more = {})
{
    HttpAnswer a;
    a.status = status;
    a.body = body;
    if (!type.isEmpty())
        a.headers.append(HttpHeader {"Content-Type", type});
    a.headers += more;
    return a;
}

const QByteArray page = "<!DOCTYPE html><html><body>Sign in to the network</body></html>";
const QByteArray tenants
    = R"([{"id":"1","tenantId":"t1","tenantName":"One"},{"id":"2","tenantId":"t2","tenantName":"Two"}])";

} // namespace

//! R30, R50
class ProbeVerdictTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answers_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("challenge");
        QTest::addColumn<bool>("accepted");
        QTest::addColumn<int>("origin");
        QTest::addColumn<QString>("code");
        const auto row
            = [](const char *name, int status, const QByteArray &type, const QByteArray &body,
                 const QByteArray &challenge, bool accepted, ErrorOrigin origin, const char *code) {
                  QTest::newRow(name) << status << type << body << challenge << accepted
                                      << int(origin) << QString::fromLatin1(code);
              };
        const auto resource = ErrorOrigin::Resource;
        const auto transport = ErrorOrigin::Transport;
        row("ok", 200, "application/json", R"({"userId":"u","username":"n"})", {}, true, resource,
            "");
        row("ok as text", 200, "text/plain", R"({"userId":"u"})", {}, true, resource, "");
        row("ok mislabelled", 200, "text/html", R"({"userId":"u"})", {}, true, resource, "");
        row("portal 200", 200, "text/html", page, {}, false, transport, "captive_portal");
        row("portal unlabelled", 200, {}, page, {}, false, transport, "captive_portal");
        row("portal as json", 200, "application/json", page, {}, false, transport,
            "captive_portal");
        row("portal with bom", 200, {}, "\xEF\xBB\xBF\n <HTML>", {}, false, transport,
            "captive_portal");
        row("portal 511", 511, "text/html", page, {}, false, transport, "captive_portal");
        row("empty 200", 200, "application/json", {}, {}, false, transport, "unreadable_answer");
        row("broken json", 200, "application/json", "{\"a\":", {}, false, transport,
            "unreadable_answer");
        row("401 invalid_token", 401, "application/json", {}, "Bearer error=\"invalid_token\"",
            false, resource, "invalid_token");
        row("401 bare", 401, "application/json", {}, {}, false, resource, "");
        row("401 page", 401, "text/html", page, {}, false, resource, "");
        row("403 empty", 403, {}, {}, {}, false, resource, "");
        row("403 scope", 403, {}, {}, "Bearer error=\"insufficient_scope\", scope=\"a b\"", false,
            resource, "insufficient_scope");
        row("403 basic challenge", 403, {}, {}, "Basic error=\"invalid_token\"", false, resource,
            "");
        row("404", 404, "application/json", R"({"message":"no"})", {}, false, resource, "");
        row("500", 500, "text/html", page, {}, false, resource, "");
        row("503", 503, {}, {}, {}, false, resource, "");
    }

    void answers()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, challenge);
        QFETCH(bool, accepted);
        QFETCH(int, origin);
        QFETCH(QString, code);
        QList<HttpHeader> headers;
        if (!challenge.isEmpty())
            headers.append(HttpHeader {"WWW-Authenticate", challenge});
        const ProbeVerdict verdict = judgeProbe(shippedPack("ebay"), connectionTo("ebay", {}),
                                                answer(status, body, type, headers));
        QCOMPARE(verdict.accepted, accepted);
        QCOMPARE(verdict.error.has_value(), !accepted);
        if (!accepted) {
            QCOMPARE(int(verdict.error->origin), origin);
            QCOMPARE(verdict.error->code, code);
            QVERIFY(verdict.error->httpStatus == status);
        }
    }

    //! R25, R30: a redirect is no verdict on the token.
    void redirectsAreNoVerdict()
    {
        for (const int status : {301, 302, 303, 307, 308}) {
            const ProbeVerdict verdict
                = judgeProbe(shippedPack("ebay"), connectionTo("ebay", {}),
                             answer(status, page, "text/html",
                                    {HttpHeader {"Location", "http://portal.example/"}}));
            QVERIFY(!verdict.accepted);
            QCOMPARE(toString(verdict.error->origin), toString(ErrorOrigin::Transport));
        }
    }

    void providersWordsAreKept_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("description");
        QTest::addColumn<QString>("providerCode");
        QTest::newRow("Xero") << QByteArray(
            R"({"Title":"Unauthorized","Detail":"AuthenticationUnsuccessful"})")
                              << u"AuthenticationUnsuccessful"_s << QString();
        QTest::newRow("QuickBooks")
            << QByteArray(R"({"Fault":{"Error":[{"Message":"m","code":"3200"}]}})") << u"m"_s
            << u"3200"_s;
        QTest::newRow("QuickBooks lower")
            << QByteArray(R"({"fault":{"error":[{"message":"m","code":"3200"}]}})") << u"m"_s
            << u"3200"_s;
        QTest::newRow("OAuth") << QByteArray(R"({"error":"e","error_description":"d"})") << u"d"_s
                               << QString();
        QTest::newRow("message") << QByteArray(R"({"Message":"m"})") << u"m"_s << QString();
        QTest::newRow("object") << QByteArray(
            R"({"error":{"code":"tokenInvalid","message":"Token is not valid"}})")
                                << u"Token is not valid"_s << u"tokenInvalid"_s;
    }

    void providersWordsAreKept()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, description);
        QFETCH(QString, providerCode);
        const ProbeVerdict verdict
            = judgeProbe(shippedPack("ebay"), connectionTo("ebay", {}), answer(401, body));
        QCOMPARE(verdict.error->description, description);
        QCOMPARE(verdict.error->providerCode, providerCode);
        QCOMPARE(verdict.error->evidence, body);
    }

    void retryAfter()
    {
        using namespace std::chrono_literals;
        auto verdict = judgeProbe(shippedPack("ebay"), connectionTo("ebay", {}),
                                  answer(429, {}, {}, {HttpHeader {"Retry-After", "30"}}));
        QVERIFY(verdict.error->retryAfter == 30s);
        // A date is counted from the server's own clock.
        verdict = judgeProbe(shippedPack("ebay"), connectionTo("ebay", {}),
                             answer(503, {}, {},
                                    {HttpHeader {"Date", "Sun, 06 Nov 1994 08:49:37 GMT"},
                                     HttpHeader {"Retry-After", "Sun, 06 Nov 1994 08:50:37 GMT"}}));
        QVERIFY(verdict.error->retryAfter == 60s);
    }

    void organisationsToChooseFrom()
    {
        const ProviderPack pack = shippedPack("xero");
        Connection connection = connectionTo("xero", {});
        auto verdict = judgeProbe(pack, connection, answer(200, tenants));
        QVERIFY(verdict.accepted);
        QCOMPARE(verdict.organisations.size(), 2);
        QCOMPARE(verdict.organisations[1], (Organisation {u"t2"_s, u"Two"_s}));
        QVERIFY(verdict.identity.isEmpty());

        connection.organisation = {u"t2"_s, u"Two"_s};
        QVERIFY(judgeProbe(pack, connection, answer(200, tenants)).accepted);

        // The grant lives, the organisation does not.
        connection.organisation = {u"t3"_s, u"Three"_s};
        verdict = judgeProbe(pack, connection, answer(200, tenants));
        QVERIFY(!verdict.accepted);
        QVERIFY(verdict.error->is(code::organisationMissing));
        QCOMPARE(verdict.organisations.size(), 2);
        const Diagnosis diagnosis = classify(*verdict.error, ErrorStage::Probe, &pack);
        QCOMPARE(toString(diagnosis.errorClass), toString(ErrorClass::WrongTenant));
    }

    void noOrganisationAtAllIsNotGreen()
    {
        const auto verdict
            = judgeProbe(shippedPack("xero"), connectionTo("xero", {}), answer(200, "[]"));
        QVERIFY(!verdict.accepted);
        QVERIFY(verdict.error->is(code::organisationMissing));
    }

    void identityAndSingleOrganisation()
    {
        auto verdict = judgeProbe(shippedPack("ebay"), connectionTo("ebay", {}),
                                  answer(200, R"({"userId":"u1","username":"shop-ltd"})"));
        QCOMPARE(verdict.identity, u"u1"_s);
        QCOMPARE(verdict.organisations, QList<Organisation>({{u"u1"_s, u"shop-ltd"_s}}));

        Connection connection = connectionTo("quickbooks_online", {});
        connection.captures.insert(u"realmId"_s, u"9341453474484455"_s);
        verdict = judgeProbe(shippedPack("quickbooks_online"), connection,
                             answer(200, R"({"CompanyInfo":{"CompanyName":"Shop Ltd","Id":"1"}})"));
        QVERIFY(verdict.accepted);
        QCOMPARE(verdict.organisations,
                 QList<Organisation>({{u"9341453474484455"_s, u"Shop Ltd"_s}}));

        verdict = judgeProbe(
            shippedPack("shopify"), connectionTo("shopify", {}),
            answer(200, R"({"shop":{"id":1,"name":"My","myshopify_domain":"my.myshopify.com"}})"));
        QCOMPARE(verdict.identity, u"my.myshopify.com"_s);
    }

    void failureInsideSuccess()
    {
        ProviderPack pack = shippedPack("ebay");
        pack.probe.failurePath = u"errors"_s;
        const auto judged = [&pack](const char *body) {
            return judgeProbe(pack, connectionTo("ebay", {}), answer(200, body));
        };
        QVERIFY(judged(R"({"data":{}})").accepted);
        QVERIFY(judged(R"({"data":{},"errors":null})").accepted);
        const auto verdict
            = judged(R"({"errors":[{"message":"Throttled","extensions":{"code":"THROTTLED"}}]})");
        QVERIFY(!verdict.accepted);
        QCOMPARE(toString(verdict.error->origin), toString(ErrorOrigin::Resource));
        QVERIFY(verdict.error->httpStatus == 200);
        QVERIFY(!verdict.error->evidence.isEmpty());
    }

    void anyAnswerWhereThePackSaysSo()
    {
        ProviderPack pack = shippedPack("mintsoft");
        QVERIFY(!judgeProbe(pack, connectionTo("mintsoft", {}), answer(204, {}, {})).accepted);
        pack.probe.jsonAnswer = false;
        QVERIFY(judgeProbe(pack, connectionTo("mintsoft", {}), answer(204, {}, {})).accepted);
        QVERIFY(judgeProbe(pack, connectionTo("mintsoft", {}), answer(200, "OK", "text/plain"))
                    .accepted);
        QVERIFY(!judgeProbe(pack, connectionTo("mintsoft", {}), answer(200, page, "text/html"))
                     .accepted);
    }

    void probeOfTheMerchant()
    {
        const ProviderPack pack = shippedPack("generic_oauth2");
        const Connection connection
            = connectionTo("generic_oauth2", {{u"probe_url"_s, u"https://api.example.com/me"_s}});
        auto verdict = judgeProbe(pack, connection, answer(200, R"({"sub":"s1","id":"x"})"));
        QVERIFY(verdict.accepted);
        QCOMPARE(verdict.identity, u"s1"_s);
        QCOMPARE(judgeProbe(pack, connection, answer(200, R"({"id":42})")).identity, u"42"_s);
        QVERIFY(judgeProbe(pack, connection, answer(204, {}, {})).accepted);
        QVERIFY(judgeProbe(pack, connection, answer(200, "fine", "text/plain")).accepted);
        verdict = judgeProbe(pack, connection, answer(200, page, "text/html"));
        QVERIFY(verdict.error->is(code::captivePortal));
        QVERIFY(!judgeProbe(pack, connection, answer(401, {}, {})).accepted);
    }
};

RELINK_TEST(ProbeVerdictTest)
#include "tst_probeverdict.moc"
