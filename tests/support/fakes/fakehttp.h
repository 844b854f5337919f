// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/ports/probe.h"
#include "core/ports/tokenendpoint.h"
#include "services/futures.h"

#include <QList>

namespace relink::test {

inline HttpAnswer jsonAnswer(int status, const QByteArray &body, QList<HttpHeader> headers = {})
{
    headers.append(HttpHeader {"Content-Type", "application/json"});
    return {status, headers, body};
}

//! Answers in the order they were queued; a call that nobody expected fails the test by an error
//! that no server gives. `held` leaves calls unanswered until release().
template <typename Call>
class AnswerQueue
{
public:
    QFuture<Result<HttpAnswer>> take(const Call &call)
    {
        calls.append(call);
        const Completion<HttpAnswer> done;
        const Result<HttpAnswer> answer = answers.isEmpty()
            ? Result<HttpAnswer>(localError("unexpected_call"))
            : answers.takeFirst();
        if (held)
            waiting.append([done, answer] { done(answer); });
        else
            done(answer);
        return done.future();
    }
    void release()
    {
        held = false;
        for (const auto &answer : std::exchange(waiting, {}))
            answer();
    }

    QList<Call> calls;
    QList<Result<HttpAnswer>> answers;
    bool held = false;

private:
    QList<std::function<void()>> waiting;
};

class FakeTokenEndpoint : public TokenEndpoint, public AnswerQueue<TokenCall>
{
public:
    QFuture<Result<HttpAnswer>> post(const TokenCall &call) override { return take(call); }
};

class FakeProbe : public Probe, public AnswerQueue<ApiCall>
{
public:
    QFuture<Result<HttpAnswer>> send(const ApiCall &call) override { return take(call); }
};

} // namespace relink::test
