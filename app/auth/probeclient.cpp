// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "auth/probeclient.h"

#include <QPointer>
#include <QTimer>

#include <algorithm>

namespace relink {

ProbeClient::ProbeClient(const HttpLimits &limits, const ProbeWindow &window)
    : m_window(window)
    , m_http(limits)
{}

ProbeClient::~ProbeClient() = default;

QFuture<Result<HttpAnswer>> ProbeClient::send(const ApiCall &call)
{
    HttpRequest request;
    request.method = call.method;
    request.url = call.url;
    request.headers = call.headers;
    request.body = call.body;
    request.holdsSecret = !call.secretHeaderName.isEmpty() || !call.secretHeaders.isEmpty();
    if (!call.secretHeaderName.isEmpty())
        request.headers.append({call.secretHeaderName, call.secretHeaderValue.reveal()});
    for (const SecretHeader &header : call.secretHeaders)
        request.headers.append({header.name, header.value.reveal()});

    auto promise = std::make_shared<QPromise<Result<HttpAnswer>>>();
    promise->start();
    QFuture<Result<HttpAnswer>> future = promise->future();
    m_queue.push_back({request, std::move(promise)});
    pump();
    return future;
}

void ProbeClient::pump()
{
    while (m_total < m_window.overall) {
        const auto next = std::find_if(m_queue.begin(), m_queue.end(), [this](const Waiting &w) {
            return m_inFlight.value(w.request.url.authority()) < m_window.perHost;
        });
        if (next == m_queue.end())
            return;
        Waiting waiting = std::move(*next);
        m_queue.erase(next);
        start(std::move(waiting));
    }
}

void ProbeClient::start(Waiting waiting)
{
    const QString host = waiting.request.url.authority();
    ++m_total;
    ++m_inFlight[host];
    m_http.send(waiting.request)
        .then(&m_http, [this, host, promise = waiting.promise](const Result<HttpAnswer> &answer) {
            --m_total;
            if (--m_inFlight[host] == 0)
                m_inFlight.remove(host);
            m_arrived.push_back({answer, promise});
            if (m_arrived.size() == 1)
                QTimer::singleShot(0, &m_http, [this] { deliverSome(); });
            pump();
        });
}

void ProbeClient::deliverSome()
{
    constexpr int atOnce = 4;
    // Whoever waits for an answer may delete this object.
    const QPointer<HttpClient> alive(&m_http);
    for (int i = 0; alive && i < atOnce && !m_arrived.empty(); ++i) {
        const Arrived arrived = std::move(m_arrived.front());
        m_arrived.pop_front();
        arrived.promise->addResult(arrived.answer);
        arrived.promise->finish();
    }
    if (alive && !m_arrived.empty())
        QTimer::singleShot(0, &m_http, [this] { deliverSome(); });
}

} // namespace relink
