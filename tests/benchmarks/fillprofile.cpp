// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

// fill_profile FOLDER N: a profile with N connections as a merchant's would be, nothing in any
// keychain. For measuring and for looking at a long list.

#include "core/model/connection.h"
#include "desktop/systemclock.h"
#include "storage/database.h"
#include "storage/sqliteconnectionstore.h"

#include <QCoreApplication>

#include <cstdio>

using namespace relink;
using namespace Qt::StringLiterals;

namespace {

Connection connectionNumber(int number, const QDateTime &now)
{
    static const QStringList providers {u"xero"_s,         u"ebay"_s,    u"quickbooks_online"_s,
                                        u"sage_intacct"_s, u"shopify"_s, u"mintsoft"_s};
    Connection connection;
    connection.id.value = u"bench-%1"_s.arg(number, 4, 10, QLatin1Char('0'));
    connection.name = u"Connection %1"_s.arg(number);
    connection.provider = providers[number % providers.size()];
    connection.authMethod = u"oauth2"_s;
    connection.organisation = {QString::number(number), u"Harbour Outdoor %1 Ltd"_s.arg(number)};
    connection.secretAccount = connection.id.value;
    connection.createdAt = now.addDays(-90);
    connection.state.since = now.addDays(-3);
    if (number % 25 == 0) {
        connection.state.health = Health::NeedsAuthorization;
        connection.state.diagnosis.emplace();
        connection.state.diagnosis->errorClass = ErrorClass::ExpiredRefresh;
        connection.state.diagnosis->action = RecommendedAction::Reauthorize;
        AuthError &error = connection.state.error.emplace();
        error.origin = ErrorOrigin::TokenEndpoint;
        error.code = u"invalid_grant"_s;
        error.httpStatus = 400;
        error.description = u"Token has been expired or revoked."_s;
        error.evidence = R"({"error":"invalid_grant"})";
    } else {
        connection.state.health = Health::Connected;
        connection.state.verifiedAt = now.addSecs(-180);
    }
    return connection;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = application.arguments();
    const int wanted = arguments.value(2).toInt();
    if (arguments.size() != 3 || wanted <= 0) {
        std::fputs("usage: fill_profile FOLDER N\n", stderr);
        return 2;
    }
    const SystemClock clock;
    const QDateTime now = clock.now();
    auto database = Database::open(arguments[1], clock);
    if (!database || !(*database)->migrate()) {
        std::fputs("the profile could not be made\n", stderr);
        return 1;
    }
    SqliteConnectionStore store(**database);
    for (int number = 1; number <= wanted; ++number) {
        if (!store.save(connectionNumber(number, now))) {
            std::fputs("a row could not be written\n", stderr);
            return 1;
        }
    }
    return 0;
}
