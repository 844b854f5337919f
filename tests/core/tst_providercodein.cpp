// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/classifytext.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

//! The code to quote, as it was spelt.
class ProviderCodeInTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *text, const char *code) {
            QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(code);
        };
        row("{\"error\":{\"code\":\"APIKEY.INACTIVE\"}}", "APIKEY.INACTIVE");
        row("AADSTS700082: The refresh token has expired due to inactivity.", "AADSTS700082");
        row("XL03000006 Authorization failed", "XL03000006");
        row("UPS 250002 Invalid Authentication Information", "250002");
        row("Fortnox 2000310 Ogiltig inloggning", "2000310");
        row("QuickBooks 6190 Invalid company status", "6190");
        row("eBay error 931 Auth token is invalid", "931");
        row("FedEx NOT.AUTHORIZED.ERROR", "NOT.AUTHORIZED.ERROR");
        row("TikTok Shop 36004004 token expired", "36004004");
        row("invalid_grant", "invalid_grant");
        row("Square ACCESS_TOKEN_EXPIRED", "ACCESS_TOKEN_EXPIRED");
    }
    void isFound()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        QCOMPARE(classifyText(text, allPacks()).providerCode, code);
    }

    void isNotInvented_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Response code: 401", "{\"code\":401,\"message\":\"Unauthorized\"}", "error 403",
              "Xero 401", "at logger.error (app.js:17) the request failed",
              "Shopify 2026 report could not be loaded", "Forbidden"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void isNotInvented()
    {
        QFETCH(const QString, text);
        QCOMPARE(classifyText(text, allPacks()).providerCode, QString());
    }
};

RELINK_TEST(ProviderCodeInTest)

#include "tst_providercodein.moc"
