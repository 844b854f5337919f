// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/sandbox.h"

#include "sandbox/answers.h"
#include "sandbox/api.h"
#include "sandbox/authorize.h"
#include "sandbox/control.h"
#include "sandbox/device.h"
#include "sandbox/html.h"
#include "sandbox/login.h"
#include "sandbox/metadata.h"
#include "sandbox/revocation.h"
#include "sandbox/token.h"

#include <QDateTime>
#include <QLocale>
#include <QTimer>

namespace relink::sandbox {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

http::Limits limits()
{
    http::Limits l;
    l.body = 64 * 1024;
    l.connections = 64;
    return l;
}

//! Pages for people stay reachable whatever is broken.
bool suffersFaults(PlaceKind kind)
{
    return kind != PlaceKind::Authorization && kind != PlaceKind::Accepted
        && kind != PlaceKind::DevicePage;
}

http::Response portalPage()
{
    return pageAnswer(200, u"Guest network"_s,
                      u"<main>\n<h1>Welcome to the guest network</h1>\n<p>Accept the terms to go "
                      "online.</p>\n</main>"_s);
}

//! The wait in the provider's own header where it has one, else in Retry-After.
HttpHeader waitHeader(const RateLimits &limits, int seconds)
{
    if (limits.resetHeader.isEmpty())
        return {"Retry-After", QByteArray::number(seconds)};
    qint64 value = seconds;
    if (limits.resetUnit == RateLimits::Unit::Milliseconds)
        value *= 1000;
    else if (limits.resetUnit == RateLimits::Unit::EpochSeconds)
        value += QDateTime::currentSecsSinceEpoch();
    return {limits.resetHeader.toLatin1(), QByteArray::number(value)};
}

http::Response rateLimited(const ProviderPack &pack, int seconds)
{
    http::Response response
        = packError(pack, {ofClass(ErrorClass::RateLimited)}, ErrorStage::Api, 429, 429)
              .value_or(jsonAnswer(429, QJsonObject {{u"message"_s, u"Too many requests."_s}}));
    const HttpHeader wait = waitHeader(pack.rateLimits, seconds);
    response.headers.removeIf([&wait](const HttpHeader &h) {
        return h.name.compare("Retry-After", Qt::CaseInsensitive) == 0
            || h.name.compare(wait.name, Qt::CaseInsensitive) == 0;
    });
    response.headers.append(wait);
    return response;
}

QByteArray httpDate(const QDateTime &time)
{
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

Sandbox::Sandbox(QList<ProviderPack> packs, QObject *parent)
    : QObject(parent)
    , m_server(limits(),
               [this](const std::shared_ptr<http::Exchange> &exchange) { handle(exchange); })
{
    m_world.packs = std::move(packs);
    m_atlas = std::make_unique<Atlas>(m_world.packs);
}

bool Sandbox::listen(quint16 port)
{
    if (!m_server.listen(QHostAddress(QHostAddress::LocalHost), port))
        return false;
    m_world.origin = u"http://127.0.0.1:%1"_s.arg(m_server.port());
    return true;
}

//! Neither another name for this address (DNS rebinding) nor another site's form (CSRF).
bool Sandbox::isOwn(const http::Request &request) const
{
    const QByteArray port = ":" + QByteArray::number(m_server.port());
    const QByteArray host = request.header("Host").toLower();
    if (host != "127.0.0.1" + port && host != "localhost" + port)
        return false;
    const QByteArray site = request.header("Origin");
    return site.isEmpty() || request.method == "GET" || site == "http://" + host;
}

void Sandbox::handle(const std::shared_ptr<http::Exchange> &exchange)
{
    const http::Request &request = exchange->request();
    if (!isOwn(request)) {
        reply(exchange,
              textAnswer(403, u"This is the practice sandbox of this computer alone.\n"_s), {},
              u"refused"_s);
        return;
    }
    if (auto own = controlAnswer(m_world, m_log, request)) {
        // Not in the log: what a test asks of the sandbox is not what Relink asks of a provider.
        exchange->respond(*own);
        return;
    }
    const auto place = m_atlas->find(request.path, request.method);
    if (!place) {
        reply(exchange,
              pageAnswer(404, u"Not found"_s,
                         u"<main>\n<h1>Not found</h1>\n<p>No practice provider is at this address."
                         "</p>\n<p><a href=\"/\">Practice providers</a></p>\n</main>"_s),
              {}, u"unknown"_s);
        return;
    }
    if (suffersFaults(place->kind)) {
        if (const auto slow = m_world.faults.use(place->pack->id, FaultKind::Slow)) {
            QTimer::singleShot(slow->seconds * 1s, this,
                               [this, exchange, place] { play(exchange, *place); });
            return;
        }
    }
    play(exchange, *place);
}

void Sandbox::play(const std::shared_ptr<http::Exchange> &exchange, const Place &place)
{
    Answer given;
    const ProviderPack &pack = *place.pack;
    Faults &faults = m_world.faults;
    const bool suffers = suffersFaults(place.kind);
    if (!suffers) {
        given = answer(place, exchange->request());
    } else if (faults.use(pack.id, FaultKind::Close)) {
        given = std::nullopt;
    } else if (faults.use(pack.id, FaultKind::CaptivePortal)) {
        given = portalPage();
    } else if (const auto redirect = faults.use(pack.id, FaultKind::Redirect)) {
        given = http::Response {307, {{"Location", redirect->to.toUtf8()}}, {}};
    } else if (faults.use(pack.id, FaultKind::Outage)) {
        given = packError(pack, {ofClass(ErrorClass::ProviderOutage)}, ErrorStage::Api, 503, 503)
                    .value_or(textAnswer(503, u"Out of service for a while.\n"_s));
    } else if (const auto limit = faults.use(pack.id, FaultKind::RateLimit)) {
        given = rateLimited(pack, limit->seconds);
    } else {
        given = answer(place, exchange->request());
    }
    if (given && suffers && faults.use(pack.id, FaultKind::Clock)) {
        given->headers.append(
            HttpHeader {"Date", httpDate(QDateTime::currentDateTimeUtc().addDays(3))});
    }
    reply(exchange, given, pack.id, toString(place.kind));
}

Answer Sandbox::answer(const Place &place, const http::Request &request)
{
    const Visit visit {m_world, place, request};
    switch (place.kind) {
    case PlaceKind::Authorization:
        return authorizationAnswer(visit);
    case PlaceKind::Accepted:
        return acceptedAnswer(visit);
    case PlaceKind::Token:
        return tokenAnswer(visit);
    case PlaceKind::Revocation:
        return revocationAnswer(visit);
    case PlaceKind::Login:
        return loginAnswer(visit);
    case PlaceKind::Metadata:
        return metadataAnswer(visit);
    case PlaceKind::Device:
        return deviceAnswer(visit);
    case PlaceKind::DevicePage:
        return devicePageAnswer(visit);
    case PlaceKind::Reachability:
        return textAnswer(200, u"OK"_s);
    case PlaceKind::Account:
    case PlaceKind::Probe:
    case PlaceKind::Area:
    case PlaceKind::Api:
        return apiAnswer(visit);
    }
    return std::nullopt;
}

void Sandbox::reply(const std::shared_ptr<http::Exchange> &exchange, const Answer &answer,
                    const QString &provider, const QString &kind)
{
    m_log.add(exchange->request(), provider, kind, answer ? answer->status : 0);
    if (answer)
        exchange->respond(*answer);
    else
        exchange->abort();
}

} // namespace relink::sandbox
