// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "packconnections.h"
#include "support/testmain.h"

#include "core/rules/classify.h"
#include "core/rules/probeverdict.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

HttpAnswer xml(const QByteArray &body)
{
    return {200, {{"Content-Type", "text/xml"}}, body};
}

ProviderPack packWithProbe(const QJsonObject &probe)
{
    QJsonObject json = smallPack();
    QJsonObject whole = probe;
    whole.insert(u"url"_s, json.value("probe"_L1).toObject().value("url"_L1));
    json.insert(u"probe"_s, whole);
    const auto pack = parseProviderPack(toJson(json), false);
    return pack ? *pack : ProviderPack();
}

const Connection connection = connectionTo("shop", {{u"client_id"_s, u"a"_s}, {u"shop"_s, u"s"_s}});

} // namespace

//! Answers that are no plain JSON, and failures inside a success.
class ProbeShapesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void xmlIsReadAlongPaths()
    {
        const ProviderPack pack = packWithProbe(
            {{u"answer"_s, u"xml"_s},
             {u"success"_s, QJsonObject {{u"path"_s, u"R.Ack"_s}, {u"value"_s, u"Success"_s}}},
             {u"organisation_id_path"_s, u"R.User.Id"_s},
             {u"organisation_name_path"_s, u"R.User.Name"_s}});
        const ProbeVerdict good = judgeProbe(
            pack, connection,
            xml("<R><Ack>Success</Ack><User><Id>7</Id><Name>Harbour</Name></User></R>"));
        QVERIFY(good.accepted);
        QCOMPARE(good.organisations.value(0), (Organisation {u"7"_s, u"Harbour"_s}));
        const ProbeVerdict bad
            = judgeProbe(pack, connection, xml("<R><Ack>Failure</Ack><Code>932</Code></R>"));
        QVERIFY(!bad.accepted);
        QVERIFY(bad.error->evidence.contains("932"));
        const ProbeVerdict none = judgeProbe(pack, connection, xml("<R><Ack>Success"));
        QVERIFY(!none.accepted);
        QCOMPARE(none.error->code, u"unreadable_answer"_s);
    }

    //! The pack's rule sees the body of such a refusal too.
    void aRuleReadsXml()
    {
        ErrorRule rule;
        rule.id = u"expired"_s;
        rule.stage = ErrorStage::Api;
        rule.json = {{u"R.Errors.ErrorCode"_s, u"932"_s}};
        rule.errorClass = ErrorClass::ExpiredRefresh;
        ProviderPack pack = packWithProbe(
            {{u"answer"_s, u"xml"_s},
             {u"success"_s, QJsonObject {{u"path"_s, u"R.Ack"_s}, {u"value"_s, u"Success"_s}}}});
        pack.errors = {rule};
        const ProbeVerdict verdict = judgeProbe(
            pack, connection,
            xml("<R><Ack>Failure</Ack><Errors><ErrorCode>932</ErrorCode></Errors></R>"));
        QVERIFY(!verdict.accepted);
        const Diagnosis diagnosis
            = classify(*verdict.error, ErrorStage::Probe, &pack, AuthKind::AuthorizationCode);
        QCOMPARE(toString(diagnosis.errorClass), u"expired_refresh"_s);
    }

    void aCodeInsideASuccess_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("number") << QByteArray(R"({"code":0,"data":{}})") << true;
        QTest::newRow("text") << QByteArray(R"({"code":"0"})") << true;
        QTest::newRow("another") << QByteArray(R"({"code":105002,"message":"expired"})") << false;
        QTest::newRow("none") << QByteArray(R"({"data":{}})") << false;
    }
    void aCodeInsideASuccess()
    {
        QFETCH(QByteArray, body);
        QFETCH(bool, accepted);
        const ProviderPack pack = packWithProbe(
            {{u"success"_s, QJsonObject {{u"path"_s, u"code"_s}, {u"value"_s, u"0"_s}}}});
        const ProbeVerdict verdict
            = judgeProbe(pack, connection, {200, {{"Content-Type", "application/json"}}, body});
        QCOMPARE(verdict.accepted, accepted);
    }

    void aProvidersOwnWaitIsHeard()
    {
        ProviderPack pack = packWithProbe({});
        pack.rateLimits.resetHeader = u"X-Reset"_s;
        pack.rateLimits.resetUnit = RateLimits::Unit::EpochSeconds;
        const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);
        const ProbeVerdict verdict
            = judgeProbe(pack, connection, {429, {{"X-Reset", "1800000090"}}, "{}"}, now);
        QCOMPARE(verdict.error->retryAfter, std::optional(std::chrono::seconds(90)));
    }

    //! A way of connecting may be asked elsewhere than the rest of the pack.
    void theWayOfConnectingHasItsOwnProbe()
    {
        ProviderPack pack = packWithProbe({{u"organisation_id_path"_s, u"id"_s}});
        pack.authMethods.first().probe = ProbeDefinition {};
        pack.authMethods.first().probe->method = u"GET"_s;
        pack.authMethods.first().probe->url = u"https:"_s + QString(2, u'/') + u"own.example/me"_s;
        pack.authMethods.first().probe->organisationIdPath = u"other"_s;
        const auto resolved = resolveProvider(pack, connection);
        QVERIFY(resolved.ok());
        QCOMPARE(resolved->endpoints.probe.host(), u"own.example"_s);
        const ProbeVerdict verdict = judgeProbe(
            pack, connection,
            {200, {{"Content-Type", "application/json"}}, R"({"id":"1","other":"2"})"});
        QCOMPARE(verdict.organisations.value(0).id, u"2"_s);
    }
};

RELINK_TEST(ProbeShapesTest)

#include "tst_probeshapes.moc"
