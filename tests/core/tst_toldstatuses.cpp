// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/errortext.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

//! Which numbers of a text are an HTTP status.
class ToldStatusesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("status");
        const auto row = [](const char *text, int status) {
            QTest::newRow(text) << QString::fromLatin1(text) << status;
        };
        row("HTTP/1.1 401 Unauthorized", 401);
        row("Response code: 401", 401);
        row("<HttpStatusCode>401</HttpStatusCode>", 401);
        row("{\"statusCode\":403}", 403);
        row("ERR 403", 403);
        row("Acme 401", 401);
        row("Acme: 401", 401);
        row("Acme 423 Locked", 423);
        row("Acme 403 User Disabled", 403);
        row("Acme 401 10010 token expired", 401);
        row("AuthorizationUnsuccessful 401 Acme", 401);
        row("Acme says 401", 401);
        row("I keep getting a 401", 401);
        row("getting 401s from Acme", 401);
        row("Since yesterday it shows 403 when I import", 403);
    }
    void areFound()
    {
        QFETCH(const QString, text);
        QFETCH(const int, status);
        QCOMPARE(ErrorText(text).status(), std::optional(status));
    }

    void areNotInvented_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text :
             {"Invoice 401 could not be created: account code 200 is not valid",
              "order 401 was shipped to 403 Main Street", "Acme order 401 paid",
              "Exported 401 orders in 403 ms", "Room 401, suite 403",
              "SKU AB-403 is out of stock, 401 left", "Page 401 of 403", "field: 401",
              "Acme 401.50 EUR", "Imported 403 customers", "Postal code 404 is unknown"}) {
            QTest::newRow(text) << QString::fromLatin1(text);
        }
    }
    void areNotInvented()
    {
        QFETCH(const QString, text);
        QCOMPARE(ErrorText(text).status(), std::optional<int>());
    }
};

RELINK_TEST(ToldStatusesTest)

#include "tst_toldstatuses.moc"
