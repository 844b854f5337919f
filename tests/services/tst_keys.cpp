// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/calls.h"
#include "core/rules/classify.h"
#include "managerfixture.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

ConnectRequest shopRequest(const QString &method)
{
    ConnectRequest request;
    request.provider = u"shopify"_s;
    request.name = u"Shop"_s;
    request.authMethod = method;
    request.inputs = {{u"shop"_s, u"my-store"_s}};
    return request;
}

HttpAnswer shop()
{
    const QJsonObject shop {{u"myshopify_domain"_s, u"my-store.myshopify.com"_s},
                            {u"name"_s, u"Shop"_s}};
    return jsonAnswer(200, QJsonDocument(QJsonObject {{u"shop"_s, shop}}).toJson());
}

} // namespace

//! Keys and app secrets that a provider no longer takes, with a pack that is shipped.
class KeysTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aKeyIsNotRenewedButReplaced()
    {
        ManagerFixture f;
        ConnectRequest request = shopRequest(u"access_token"_s);
        request.secrets.insert(u"access_token"_s, SecretBytes("shpat_key"));
        f.fakes.probe.answers.append(shop());
        const auto connected = outcomeOf(f.manager->connectAccount(request, nullptr));
        QVERIFY(connected);
        // "Refresh" asks whether the key still works, and turns nothing red that does.
        f.fakes.probe.answers.append(shop());
        QVERIFY(outcomeOf(f.manager->refresh(connected->id)));
        QCOMPARE(f.light(connected->id), u"green"_s);
        f.fakes.probe.answers.append(
            jsonAnswer(401, "{\"errors\":\"[API] Invalid API key or access token\"}"));
        QVERIFY(outcomeOf(f.manager->check(connected->id)));
        QCOMPARE(f.light(connected->id), u"red"_s);
        QCOMPARE(f.cause(connected->id), u"key_refused"_s);
        QCOMPARE(toString(f.row(connected->id).state.diagnosis->action), u"edit_credential"_s);
        QVERIFY(f.fakes.tokenEndpoint.calls.isEmpty());
    }

    //! Nothing is made of a key that never worked.
    void aKeyThatIsRefusedAtOnceIsNotSaved()
    {
        ManagerFixture f;
        ConnectRequest request = shopRequest(u"access_token"_s);
        request.secrets.insert(u"access_token"_s, SecretBytes("shpat_rubbish"));
        f.fakes.probe.answers.append(
            jsonAnswer(401, "{\"errors\":\"[API] Invalid API key or access token\"}"));
        QCOMPARE(codeOf(outcomeOf(f.manager->connectAccount(request, nullptr))), u"key_refused"_s);
        QVERIFY(f.manager->connections().isEmpty());
        QVERIFY(f.fakes.secrets.items.isEmpty());
    }

    //! A letter that only looks Latin: nothing says that the key before it was replaced.
    void aKeyThatCannotBeSentIsNotSaved()
    {
        ManagerFixture f;
        ConnectRequest request = shopRequest(u"access_token"_s);
        request.secrets.insert(u"access_token"_s, SecretBytes("shpat_key"));
        f.fakes.probe.answers.append(shop());
        const auto connected = outcomeOf(f.manager->connectAccount(request, nullptr));
        QVERIFY(connected);
        const int writes = f.fakes.secrets.writes;
        const Connection before = f.row(connected->id);
        EditRequest edit;
        edit.secrets.insert(u"access_token"_s, SecretBytes("shpat_k\u0435y"));
        f.fakes.probe.answers.append(shop());
        QCOMPARE(codeOf(outcomeOf(f.manager->edit(connected->id, edit))), u"invalid_input"_s);
        QCOMPARE(f.fakes.probe.answers.size(), 1);
        QCOMPARE(f.fakes.secrets.writes, writes);
        QCOMPARE(f.row(connected->id), before);
    }

    //! R99: no browser page stands before a key, so it is entered anew for a new address.
    void aKeyDoesNotFollowToNewAddresses()
    {
        ManagerFixture f;
        ConnectRequest request = shopRequest(u"access_token"_s);
        request.secrets.insert(u"access_token"_s, SecretBytes("shpat_key"));
        f.fakes.probe.answers.append(shop());
        const auto connected = outcomeOf(f.manager->connectAccount(request, nullptr));
        QVERIFY(connected);
        const ConnectionId id = connected->id;
        QCOMPARE(outcomeOf(f.manager->token(id))->type, QString());
        f.fakes.connections.rows.first().boundOrigins = {u"https://former.example"_s};
        ConnectionManager later(f.fakes.ports(), *f.catalogue);
        QVERIFY(later.load().ok());
        const qsizetype asked = f.fakes.probe.calls.size();
        const auto again = outcomeOf(later.reauthorize(id, nullptr));
        QCOMPARE(codeOf(again), u"secret_unbound"_s);
        QCOMPARE(again.error().description,
                 u"https://former.example → https://my-store.myshopify.com:443"_s);
        EditRequest edit;
        edit.inputs.insert(u"shop"_s, u"my-store"_s);
        QCOMPARE(codeOf(outcomeOf(later.edit(id, edit))), u"secret_unbound"_s);
        QCOMPARE(f.fakes.probe.calls.size(), asked);
        edit.secrets.insert(u"access_token"_s, SecretBytes("shpat_new"));
        f.fakes.probe.answers.append(shop());
        const auto entered = outcomeOf(later.edit(id, edit));
        QVERIFY(entered);
        QCOMPARE(toString(lightFor(entered->state)), u"green"_s);
    }

    void aKeyThatWasEndedIsEnteredAgain()
    {
        ManagerFixture f;
        ConnectRequest request = shopRequest(u"access_token"_s);
        request.secrets.insert(u"access_token"_s, SecretBytes("shpat_key"));
        f.fakes.probe.answers.append(shop());
        const auto connected = outcomeOf(f.manager->connectAccount(request, nullptr));
        QVERIFY(connected);
        QVERIFY(outcomeOf(f.manager->revoke(connected->id)).ok());
        QCOMPARE(toString(recommendedActionFor(f.row(connected->id).state)), u"edit_credential"_s);
    }

    //! The redirect is signed with the app's secret: a wrong one shows before anything is sent.
    void aWrongAppSecretIsToldAsOne()
    {
        ManagerFixture f;
        AuthorizationGrant grant = FakeAuthorizationAgent::grant();
        grant.parameters = {{u"shop"_s, u"my-store.myshopify.com"_s}, {u"hmac"_s, u"00112233"_s}};
        f.fakes.agent.answer = Result<AuthorizationGrant>(grant);
        ConnectRequest request = shopRequest(u"oauth2"_s);
        request.inputs.insert(u"client_id"_s, u"client"_s);
        request.secrets.insert(u"client_secret"_s, SecretBytes("wrong"));
        const auto connected = outcomeOf(f.manager->connectAccount(request, nullptr));
        QVERIFY(!connected);
        QCOMPARE(connected.error().code, QLatin1StringView(code::signatureMismatch));
        QCOMPARE(toString(classify(connected.error(), ErrorStage::Any, nullptr).errorClass),
                 u"invalid_client"_s);
        QVERIFY(f.fakes.tokenEndpoint.calls.isEmpty());
    }
};

RELINK_TEST(KeysTest)
#include "tst_keys.moc"
