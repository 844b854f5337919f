// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stage.h"

#include <QApplication>
#include <QWidget>

namespace relink::test {

using namespace Qt::StringLiterals;

Stage::Stage(int connections)
    : m_catalogue(qEnvironmentVariable("RELINK_PACKS"))
{
    ports.clock.time = now();
    addShop();
    while (ports.connections.rows.size() > connections)
        ports.connections.rows.removeLast();
    static const QStringList providers {u"xero"_s,    u"ebay"_s,     u"quickbooks_online"_s,
                                        u"shopify"_s, u"mintsoft"_s, u"sage_intacct"_s};
    for (int i = int(ports.connections.rows.size()); i < connections; ++i) {
        Connection c = connection(u"c%1"_s.arg(i), u"Branch %1"_s.arg(i, 3, 10, QLatin1Char('0')),
                                  providers.at(i % providers.size()), u"Harbour Outdoor Ltd"_s);
        if (i % 23 == 0)
            makeRed(c, ErrorClass::Revoked, 401, u"invalid_token"_s, u"Token was revoked"_s);
        ports.connections.rows.append(c);
    }
    addHistory();
    m_manager = std::make_unique<ConnectionManager>(ports.ports(), m_catalogue);
}

Stage::~Stage() = default;

Surroundings Stage::surroundings()
{
    (void)m_manager->load();
    return {*m_manager, ports.clock,
            [this](const QUrl &url) {
                opened.append(url);
                return true;
            },
            [this] { ++practiceStarts; }, false};
}

Connection Stage::connection(const QString &id, const QString &name, const QString &provider,
                             const QString &organisation)
{
    Connection c;
    c.id = {id};
    c.name = name;
    c.provider = provider;
    c.organisation = {u"org-"_s + id, organisation};
    c.identity = u"orders@harbour-outdoor.example"_s;
    c.secretAccount = u"account-"_s + id;
    c.hasSecret = true;
    c.createdAt = now().addDays(-200);
    c.accessExpiresAt = now().addSecs(27 * 60);
    c.inputs = {{u"client_id"_s, u"client-"_s + id},
                {u"ru_name"_s, u"Harbour-Harbour-Orders-abcdef"_s},
                {u"shop"_s, u"harbour-outdoor"_s}};
    c.state.health = Health::Connected;
    c.state.verifiedAt = now().addSecs(-3 * 60);
    c.state.since = now().addDays(-60);
    return c;
}

void Stage::makeRed(Connection &c, ErrorClass errorClass, int status, const QString &code,
                    const QString &words)
{
    Diagnosis diagnosis;
    diagnosis.errorClass = errorClass;
    diagnosis.confidence = 0.95;
    diagnosis.action = errorClass == ErrorClass::TestModeMismatch
        ? RecommendedAction::SwitchTestMode
        : RecommendedAction::Reauthorize;
    diagnosis.source = u"RFC 6749 5.2"_s;
    AuthError error;
    error.origin = ErrorOrigin::TokenEndpoint;
    error.code = code;
    error.httpStatus = status;
    error.description = words;
    c.state.health = errorClass == ErrorClass::TestModeMismatch ? Health::NeedsConfiguration
                                                                : Health::NeedsAuthorization;
    c.state.diagnosis = diagnosis;
    c.state.error = error;
    c.state.since = QDateTime(QDate(2026, 11, 17), QTime(8, 12), Qt::UTC);
}

void Stage::addShop()
{
    QList<Connection> &rows = ports.connections.rows;
    Connection orders = connection(u"ebay1"_s, u"eBay orders"_s, u"ebay"_s, u"outdoor-harbour"_s);
    makeRed(orders, ErrorClass::ExpiredRefresh, 400, u"invalid_grant"_s,
            u"Authorisation token is hard expired"_s);
    rows.append(orders);
    Connection warehouse
        = connection(u"mintsoft1"_s, u"Warehouse"_s, u"mintsoft"_s, u"Harbour Outdoor Ltd"_s);
    warehouse.environment = Environment::Test;
    makeRed(warehouse, ErrorClass::TestModeMismatch, 401, QString(), u"Invalid API key"_s);
    rows.append(warehouse);
    rows.append(connection(u"xero1"_s, u"Accounting"_s, u"xero"_s, u"Harbour Outdoor Ltd"_s));
    rows.append(connection(u"shopify1"_s, u"Web shop"_s, u"shopify"_s, u"harbour-outdoor"_s));
    Connection sister
        = connection(u"qbo1"_s, u"Sister company"_s, u"quickbooks_online"_s, u"Harbour Crafts"_s);
    sister.state.health = Health::ExpiringSoon;
    sister.refreshExpiresAt = now().addDays(3);
    rows.append(sister);
    Connection parcels
        = connection(u"generic1"_s, u"Parcels"_s, u"generic_oauth2"_s, u"account 118822"_s);
    parcels.state.health = Health::Retrying;
    parcels.state.retryAt = now().addSecs(5 * 60);
    parcels.state.diagnosis
        = Diagnosis {ErrorClass::ProviderOutage, {}, 0.9, {}, RecommendedAction::Wait, {}, {}};
    AuthError outage;
    outage.origin = ErrorOrigin::Resource;
    outage.httpStatus = 503;
    outage.description = u"Service unavailable"_s;
    parcels.state.error = outage;
    rows.append(parcels);
    rows.append(connection(u"sage1"_s, u"Year-end books"_s, u"sage_intacct"_s, u"Harbour Stall"_s));
}

void Stage::addHistory()
{
    qint64 id = 0;
    const auto add = [this, &id](int hoursAgo, const QString &name, const QString &provider,
                                 HistoryKind kind, std::optional<ErrorClass> errorClass, int status,
                                 const QString &words, int count, bool resolved) {
        HistoryEvent e;
        e.id = ++id;
        e.time = now().addSecs(-3600 * hoursAgo);
        e.firstSeen = e.time.addSecs(-3600 * (count - 1));
        e.noticedAt = e.firstSeen;
        e.count = count;
        e.kind = kind;
        for (const Connection &c : ports.connections.rows) {
            if (c.name == name)
                e.connection = c.id;
        }
        e.connectionName = name;
        e.provider = provider;
        e.stage = kind == HistoryKind::Change ? HistoryStage::Authorize : HistoryStage::Probe;
        e.action = kind == HistoryKind::Change ? u"reauthorize"_s : u"check"_s;
        if (status > 0)
            e.httpStatus = status;
        e.errorClass = errorClass;
        e.message = words;
        if (kind == HistoryKind::Failure)
            e.code = status == 400 ? u"invalid_grant"_s : QString();
        e.resolved = resolved;
        ports.history.events.append(e);
    };
    using enum HistoryKind;
    add(450, u"Web shop"_s, u"shopify"_s, Failure, ErrorClass::RateLimited, 429,
        u"Exceeded 2 calls per second"_s, 4, true);
    add(449, u"Web shop"_s, u"shopify"_s, Recovery, {}, 0, {}, 1, false);
    add(90, u"Accounting"_s, u"xero"_s, Failure, ErrorClass::Revoked, 401,
        u"AuthenticationUnsuccessful"_s, 6, true);
    add(89, u"Accounting"_s, u"xero"_s, Change, {}, 0, {}, 1, false);
    add(2, u"Parcels"_s, u"generic_oauth2"_s, Failure, ErrorClass::ProviderOutage, 503,
        u"Service unavailable"_s, 2, false);
    add(1, u"Warehouse"_s, u"mintsoft"_s, Failure, ErrorClass::TestModeMismatch, 401,
        u"Invalid API key"_s, 3, false);
    add(0, u"eBay orders"_s, u"ebay"_s, Failure, ErrorClass::ExpiredRefresh, 400,
        u"Authorisation token is hard expired"_s, 37, false);
}

Connection &Stage::row(const QString &name)
{
    for (Connection &c : ports.connections.rows) {
        if (c.name == name)
            return c;
    }
    qFatal("no row of that name");
}

QWidget *dialog(const char *objectName)
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (widget->objectName() == QLatin1StringView(objectName) && widget->isVisible())
            return widget;
    }
    return nullptr;
}

} // namespace relink::test
