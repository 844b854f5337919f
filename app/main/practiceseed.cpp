// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "main/practiceseed.h"

#include "main/practiceperson.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "words/translate.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QNetworkReply>

namespace relink {

using namespace Qt::StringLiterals;
using words::translate;

namespace {

//! What the sandbox's own pages offer to type in.
constexpr auto clientId = "practice-client"_L1;
constexpr auto clientSecret = "practice-secret";

ConnectRequest request(const QString &provider, const QString &name)
{
    ConnectRequest made;
    made.provider = provider;
    made.name = name;
    return made;
}

ConnectRequest appRequest(const QString &provider, const QString &name)
{
    ConnectRequest made = request(provider, name);
    made.inputs.insert(u"client_id"_s, clientId);
    made.secrets.insert(u"client_secret"_s, SecretBytes(clientSecret));
    return made;
}

QList<ConnectRequest> requests()
{
    QList<ConnectRequest> all;
    all += appRequest(u"xero"_s, translate("Practice", "Accounting"));
    ConnectRequest shop = appRequest(u"shopify"_s, translate("Practice", "Web shop"));
    shop.inputs.insert(u"shop"_s, u"harbour-outdoor"_s);
    all += shop;
    ConnectRequest orders = appRequest(u"ebay"_s, translate("Practice", "eBay orders"));
    orders.inputs.insert(u"ru_name"_s, u"Harbour_Outdoor-Practice-PRD"_s);
    all += orders;
    ConnectRequest sister
        = appRequest(u"quickbooks_online"_s, translate("Practice", "Sister company"));
    sister.environment = Environment::Test;
    all += sister;
    ConnectRequest warehouse = request(u"mintsoft"_s, translate("Practice", "Warehouse"));
    warehouse.authMethod = u"login"_s;
    warehouse.inputs.insert(u"username"_s, u"practice"_s);
    warehouse.secrets.insert(u"password"_s, SecretBytes("practice-password"));
    all += warehouse;
    all += appRequest(u"sage_intacct"_s, translate("Practice", "Head office books"));
    return all;
}

constexpr auto brokenProvider = "ebay"_L1;

} // namespace

PracticeSeed::PracticeSeed(ConnectionManager &manager, PracticePerson &person, const QUrl &sandbox,
                           QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_person(person)
    , m_sandbox(sandbox)
{
    m_network.setProxy(QNetworkProxy::NoProxy);
}

void PracticeSeed::start()
{
    m_open = requests();
    Q_EMIT progress(translate("Practice", "Making the practice accounts…"));
    clear();
}

void PracticeSeed::clear()
{
    const QList<Connection> left = m_manager.connections();
    if (left.isEmpty())
        return next();
    whenDone(m_manager.remove(left.first().id), this, [this](Result<Done> removed) {
        // A keychain that keeps the old ones will not take new ones either; the window says why.
        if (!removed) {
            Q_EMIT finished();
            return;
        }
        clear();
    });
}

void PracticeSeed::next()
{
    if (m_open.isEmpty())
        return breakOne();
    const ConnectRequest request = m_open.takeFirst();
    const auto pack = m_manager.catalogue().pack(request.provider);
    if (!pack)
        return next();
    Q_EMIT progress(translate("Practice", "Connecting %1 for practice…").arg(pack->name));
    whenDone(m_manager.connectAccount(request, &m_person), this,
             [this, request](Result<Connection> connected) {
                 if (connected && request.provider == brokenProvider)
                     m_toBreak = connected->id;
                 if (!connected) {
                     qWarning("practice: %s was left out (%s)", qPrintable(request.provider),
                              qPrintable(connected.error().code));
                 }
                 next();
             });
}

void PracticeSeed::breakOne()
{
    if (m_toBreak.isEmpty()) {
        Q_EMIT finished();
        return;
    }
    QUrl faults = m_sandbox;
    faults.setPath(u"/_sandbox/faults"_s);
    QNetworkRequest post(faults);
    post.setTransferTimeout(5000);
    post.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const QJsonObject fault {{u"provider"_s, brokenProvider}, {u"fault"_s, u"hard_expire"_s}};
    QNetworkReply *reply
        = m_network.post(post, QJsonDocument(fault).toJson(QJsonDocument::Compact));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        reply->deleteLater();
        whenDone(m_manager.check(m_toBreak), this,
                 [this](Result<Connection>) { Q_EMIT finished(); });
    });
}

} // namespace relink
