// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "auth/httpclient.h"
#include "core/ports/probe.h"

#include <QHash>
#include <QPromise>

#include <deque>
#include <memory>

namespace relink {

//! How many probes may be in flight. Qt itself opens six connections to a host, and providers
//! limit the rate; ten thousand at once cost 230 MB and a second of a frozen window.
struct ProbeWindow
{
    int perHost = 6;
    int overall = 32;
};

//! Probe over HTTP with its queue: first come, first served, except that a full host lets others
//! pass. Deadlines begin when a call leaves the queue.
class ProbeClient final : public Probe
{
public:
    explicit ProbeClient(const HttpLimits &limits = {}, const ProbeWindow &window = {});
    ~ProbeClient() override;

    QFuture<Result<HttpAnswer>> send(const ApiCall &call) override;

private:
    struct Waiting
    {
        HttpRequest request;
        std::shared_ptr<QPromise<Result<HttpAnswer>>> promise;
    };

    //! Answers of many providers that come in one moment are handed on a few at a time, so that
    //! what is made of them does not hold up the window.
    struct Arrived
    {
        Result<HttpAnswer> answer;
        std::shared_ptr<QPromise<Result<HttpAnswer>>> promise;
    };

    void deliverSome();
    void pump();
    void start(Waiting waiting);

    const ProbeWindow m_window;
    std::deque<Waiting> m_queue;
    QHash<QString, int> m_inFlight; //!< by host and port
    std::deque<Arrived> m_arrived;
    int m_total = 0;
    HttpClient m_http; //!< last: it dies first, and no answer comes after it
};

} // namespace relink
