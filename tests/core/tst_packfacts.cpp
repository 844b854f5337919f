// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "corpus.h"
#include "packfacts.h"
#include "packs.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace relink::test;

namespace {

const QString factsFile = QStringLiteral(RELINK_SHARED_DIR "/providers/providers.json");

QMap<QString, QJsonObject> allFacts()
{
    QMap<QString, QJsonObject> facts;
    for (const QJsonValue &entry : QJsonDocument::fromJson(fileContent(factsFile)).array())
        facts.insert(entry["id"_L1].toString(), entry.toObject());
    return facts;
}

//! Where a pack knowingly says something else: field -> why.
QMap<QString, QString> deviationsOf(const QString &id)
{
    QMap<QString, QString> reasons;
    for (const QJsonValue &row : ownRows("packs/deviations.json").array()) {
        if (row["pack"_L1].toString() == id)
            reasons.insert(row["field"_L1].toString(), row["why"_L1].toString());
    }
    return reasons;
}

} // namespace

class PackFactsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!QFile::exists(factsFile))
            QSKIP("the facts that the packs were made from are not here");
        m_facts = allFacts();
        QVERIFY(!m_facts.isEmpty());
    }

    void everyPlatformHasItsPack()
    {
        const QStringList ids = shippedIds();
        for (const QString &id : m_facts.keys())
            QVERIFY2(ids.contains(id), qPrintable(id));
    }

    void everyDeviationIsOfAPlatform()
    {
        const QJsonArray rows = ownRows("packs/deviations.json").array();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows)
            QVERIFY2(m_facts.contains(row["pack"_L1].toString()),
                     qPrintable(row["pack"_L1].toString()));
    }

    void packsSayWhatTheFactsSay_data()
    {
        QTest::addColumn<QString>("id");
        for (const QString &id : allFacts().keys())
            QTest::newRow(qPrintable(id)) << id;
    }

    //! A deviation needs its reason, and goes when there is none any more.
    void packsSayWhatTheFactsSay()
    {
        QFETCH(QString, id);
        const auto pack = parseProviderPack(shippedJson(id), true);
        QVERIFY(pack.ok());
        QMap<QString, QString> reasons = deviationsOf(id);
        for (const QString &reason : std::as_const(reasons))
            QVERIFY(!reason.isEmpty());
        QStringList wrong;
        QSet<QString> met;
        for (const FactDifference &difference : factDifferences(*pack, m_facts.value(id))) {
            met.insert(difference.field);
            if (!reasons.contains(difference.field))
                wrong.append(difference.text);
        }
        for (const QString &field : reasons.keys()) {
            if (!met.contains(field))
                wrong.append(u"%1: a deviation that is none"_s.arg(field));
        }
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
    }

    void aSpoiltPackIsNoticed_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *field, const char *id, const char *from, const char *to) {
            QTest::newRow(field) << QString::fromLatin1(id) << QByteArray(from) << QByteArray(to)
                                 << QString::fromLatin1(field);
        };
        row("display_name", "xero", R"("name": "Xero")", R"("name": "Zero")");
        row("category", "xero", R"("accounting",)", R"("marketing",)");
        row("auth_kinds.oauth2_client_credentials", "xero", R"("kind": "client_credentials")",
            R"("kind": "authorization_code")");
        row("authorization_url", "xero", "login.xero.com/identity", "login.xero.com/elsewhere");
        row("token_url", "ebay", "api.ebay.com/identity", "api.ebay.com/elsewhere");
        row("refresh_url", "clover", "/oauth/v2/refresh", "/oauth/v2/token");
        row("revocation.url", "xero", "/connect/revocation", "/connect/elsewhere");
        row("health_probe.url", "xero", "xero.com/connections", "xero.com/elsewhere");
        row("token_client_auth", "ebay", "client_secret_basic", "client_secret_post");
        row("token_request_format", "square", R"("token_encoding": "json")",
            R"("token_encoding": "form")");
        row("scopes.separator", "zoho_books", R"("scope_separator": ",")",
            R"("scope_separator": ";")");
        row("scopes.typical", "zoho_books", "ZohoBooks.contacts.READ", "ZohoBooks.all.READ");
        row("pkce.supported", "wave", R"("S256")", "");
        row("pkce.required", "etsy", R"("pkce_required": true)", R"("pkce_required": false)");
        row("authorize_extra_params.filter", "sage_accounting", "apiv3.1", "apiv3");
        row("token_extra_params", "toast", "userAccessType", "accessType");
        row("param_renames.code", "tiktok_shop", "auth_code", "authorisation");
        row("callback_params.realmId", "quickbooks_online", R"("from": "realmId")",
            R"("from": "companyId")");
        row("access_token_lifetime_s", "xero", R"("access_seconds": 1800)",
            R"("access_seconds": 3600)");
        row("refresh_token_lifetime_s", "xero", "5184000", "2592000");
        row("refresh_rotation.rotates", "xero", R"("rotates": true,)", "");
        row("refresh_rotation.grace_s", "xero", R"("grace_seconds": 1800)",
            R"("grace_seconds": 60)");
        row("api_auth.header", "zoho_books", "Zoho-oauthtoken ", "Bearer ");
        row("api_auth.extra_headers.xero-tenant-id", "xero", "xero-tenant-id", "xero-id");
        row("errors[2]", "xero", R"("status": 403)", R"("status": 409)");
        row("unverified.revocation", "zoho_books", R"("revocation.)", R"("menu.)");
    }

    void aSpoiltPackIsNoticed()
    {
        QFETCH(QString, id);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, field);
        QByteArray json = shippedJson(id);
        QVERIFY(json.contains(from));
        json.replace(from, to);
        const auto pack = readShippedPack(json);
        QVERIFY(pack);
        QStringList fields;
        for (const FactDifference &difference : factDifferences(*pack, m_facts.value(id)))
            fields.append(difference.field);
        QVERIFY2(fields.contains(field), qPrintable(fields.join(u'\n')));
        QVERIFY(!deviationsOf(id).contains(field));
    }

private:
    QMap<QString, QJsonObject> m_facts;
};

RELINK_TEST(PackFactsTest)
#include "tst_packfacts.moc"
