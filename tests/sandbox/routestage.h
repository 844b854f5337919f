// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/route.h"

namespace relink::test {

//! One sandbox for the routes of a test class, and a Relink of its own for each of them.
class RouteStage
{
public:
    //! Nothing is broken, and nothing is connected.
    void begin()
    {
        m_route.reset();
        playground.restore();
        m_bench = std::make_unique<Bench>(playground, QString());
        (void)m_bench->manager->load();
        m_route = std::make_unique<Route>(*m_bench);
    }
    Bench &bench() { return *m_bench; }
    Route &route() { return *m_route; }
    //! What lasted is over.
    std::function<void()> heals()
    {
        return [this] { playground.send("DELETE", QStringLiteral("/_sandbox/faults")); };
    }

    Playground playground;

private:
    std::unique_ptr<Bench> m_bench;
    std::unique_ptr<Route> m_route;
};

inline Diagnosis told(ErrorClass errorClass, const QString &cause = {})
{
    Diagnosis diagnosis;
    diagnosis.errorClass = errorClass;
    diagnosis.cause = cause;
    diagnosis.confidence = 1;
    return diagnosis;
}

} // namespace relink::test

//! For what answers with what went wrong.
#define VERIFY_NOTHING(expression)                                                                 \
    do {                                                                                           \
        const QString whatIsWrong = (expression);                                                  \
        QVERIFY2(whatIsWrong.isEmpty(), qPrintable(whatIsWrong));                                  \
    } while (false)
