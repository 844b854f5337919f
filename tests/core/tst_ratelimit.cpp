// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/ratelimit.h"

#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;
using namespace std::chrono_literals;

namespace {

const QDateTime now = QDateTime::fromSecsSinceEpoch(1'800'000'000, Qt::UTC);

RateLimits limits(RateLimits::Unit unit, std::optional<std::chrono::seconds> usual = {})
{
    RateLimits l;
    l.resetHeader = u"X-Rate-Limit-Reset"_s;
    l.resetUnit = unit;
    l.defaultWait = usual;
    return l;
}

} // namespace

//! A provider's own way of saying how long to wait (R47).
class RateLimitTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waits_data()
    {
        using Unit = RateLimits::Unit;
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("unit");
        QTest::addColumn<int>("usual");
        QTest::addColumn<int>("expected"); // -1: none
        QTest::newRow("seconds") << 429 << QByteArray("12") << int(Unit::Seconds) << -1 << 12;
        QTest::newRow("milliseconds are rounded up")
            << 429 << QByteArray("1500") << int(Unit::Milliseconds) << -1 << 2;
        QTest::newRow("a moment") << 429 << QByteArray("1800000030") << int(Unit::EpochSeconds)
                                  << -1 << 30;
        QTest::newRow("a moment that is over")
            << 429 << QByteArray("5") << int(Unit::EpochSeconds) << -1 << 0;
        QTest::newRow("ten years")
            << 429 << QByteArray("315360000") << int(Unit::Seconds) << -1 << 6 * 3600;
        QTest::newRow("rubbish: the usual wait")
            << 429 << QByteArray("soon") << int(Unit::Seconds) << 60 << 60;
        QTest::newRow("negative") << 429 << QByteArray("-3") << int(Unit::Seconds) << -1 << -1;
        QTest::newRow("503 waits as long as it says")
            << 503 << QByteArray("7") << int(Unit::Seconds) << 60 << 7;
        QTest::newRow("503 that says nothing")
            << 503 << QByteArray() << int(Unit::Seconds) << 60 << -1;
        QTest::newRow("no limit") << 401 << QByteArray("12") << int(Unit::Seconds) << 60 << -1;
    }
    void waits()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, value);
        QFETCH(int, unit);
        QFETCH(int, usual);
        QFETCH(int, expected);
        HttpAnswer answer;
        answer.status = status;
        if (!value.isEmpty())
            answer.headers.append(HttpHeader {"x-rate-limit-reset", value});
        AuthError error;
        addWait(error, answer,
                limits(RateLimits::Unit(unit),
                       usual < 0 ? std::nullopt : std::optional(std::chrono::seconds(usual))),
                now);
        QCOMPARE(error.retryAfter ? int(error.retryAfter->count()) : -1, expected);
    }

    void retryAfterGoesFirst()
    {
        HttpAnswer answer;
        answer.status = 429;
        answer.headers.append(HttpHeader {"X-Rate-Limit-Reset", "600"});
        AuthError error;
        error.retryAfter = 5s;
        addWait(error, answer, limits(RateLimits::Unit::Seconds), now);
        QCOMPARE(*error.retryAfter, 5s);
    }
};

RELINK_TEST(RateLimitTest)

#include "tst_ratelimit.moc"
