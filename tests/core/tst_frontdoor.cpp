// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/frontdoor.h"

#include "core/rules/checkresults.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QDateTime now = QDateTime::fromString(u"2026-11-22T12:00:00Z"_s, Qt::ISODate);

AuthError transport(const char *code, const QString &description = {})
{
    AuthError error = localError(code, description);
    error.origin = ErrorOrigin::Transport;
    return error;
}

HttpAnswer page(int status, const QByteArray &date = {})
{
    HttpAnswer answer {status, {{"Content-Type", "text/html"}}, "<html>"};
    if (!date.isEmpty())
        answer.headers.append({"Date", date});
    return answer;
}

//! "network+ proxy- tls? …": passed, failed, open.
QString drawn(const QList<CheckResult> &results)
{
    QStringList parts;
    for (const CheckResult &result : results) {
        const QChar sign = isOpen(result) ? u'?' : result.passed ? u'+' : u'-';
        parts.append(toString(result.check) + sign);
    }
    return parts.join(u' ');
}

} // namespace

//! One request to the front door; every fault stands at its own row and at no other.
class FrontDoorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachFaultAtItsRow_data();
    void eachFaultAtItsRow();
    void aFaultOfTheWayIsNotTheAccounts_data() { eachFaultAtItsRow_data(); }
    void aFaultOfTheWayIsNotTheAccounts();
    void whereNobodyCanBeAsked();
    void theMerchantsOwnSiteIsAskedFirst();
};

void FrontDoorTest::eachFaultAtItsRow_data()
{
    QTest::addColumn<QString>("door");
    QTest::addColumn<Result<HttpAnswer>>("answer");
    QTest::addColumn<QString>("rows");
    const QString https = u"https://shop.example/"_s;
    const QString http = u"http://shop.example/"_s;
    const auto row = [](const char *name, const QString &door, const Result<HttpAnswer> &answer,
                        const char *rows) {
        QTest::newRow(name) << door << answer << QString::fromLatin1(rows);
    };
    const QByteArray right = "Sun, 22 Nov 2026 12:00:30 GMT";
    row("all well", https, page(200, right), "network+ proxy+ tls+ captive_portal+ clock+");
    row("an error of the provider is an answer", https, page(503, right),
        "network+ proxy+ tls+ captive_portal+ clock+");
    row("no date", https, page(404), "network+ proxy+ tls+ captive_portal+ clock?");
    row("fast clock", https, page(200, "Sun, 22 Nov 2026 11:50:00 GMT"),
        "network+ proxy+ tls+ captive_portal+ clock-");
    row("slow clock", https, page(200, "Mon, 23 Nov 2026 12:00:00 GMT"),
        "network+ proxy+ tls+ captive_portal+ clock-");
    row("offline", https, transport(code::offline), "network- proxy? tls? captive_portal? clock?");
    row("unknown name", https, transport(code::dns), "network- proxy? tls? captive_portal? clock?");
    row("timeout", https, transport(code::timeout), "network- proxy? tls? captive_portal? clock?");
    row("proxy", https, transport(code::proxy), "network+ proxy- tls? captive_portal? clock?");
    row("407", http, page(407), "network+ proxy- tls? captive_portal? clock?");
    row("certificate", https, transport(code::tls), "network+ proxy+ tls- captive_portal? clock?");
    row("certificate out of its time", https, transport(code::tlsClock),
        "network+ proxy+ tls- captive_portal? clock?");
    row("511", https, page(511), "network+ proxy? tls? captive_portal- clock?");
    row("a page where none can be", http, page(200), "network+ proxy? tls? captive_portal- clock?");
    row("sent elsewhere over an open way", http,
        transport(code::redirected, u"http://hotel.example"_s),
        "network+ proxy? tls? captive_portal- clock?");
    row("sent on by the provider itself", https,
        transport(code::redirected, u"https://www.shop.example"_s),
        "network+ proxy+ tls+ captive_portal+ clock?");
}

void FrontDoorTest::eachFaultAtItsRow()
{
    QFETCH(QString, door);
    QFETCH(Result<HttpAnswer>, answer);
    QFETCH(QString, rows);
    QCOMPARE(drawn(readFrontDoor(QUrl(door), answer, now, 40ms)), rows);
}

void FrontDoorTest::aFaultOfTheWayIsNotTheAccounts()
{
    QFETCH(QString, door);
    QFETCH(Result<HttpAnswer>, answer);
    using enum ErrorClass;
    for (const CheckResult &result : readFrontDoor(QUrl(door), answer, now, 40ms)) {
        QCOMPARE(result.diagnosis.has_value(), !result.passed);
        if (!result.diagnosis)
            continue;
        const QList<ErrorClass> own {Network, Proxy, Tls, Clock};
        QVERIFY2(own.contains(result.diagnosis->errorClass),
                 qPrintable(toString(result.diagnosis->errorClass)));
        QCOMPARE(result.diagnosis->cause == "captive_portal"_L1,
                 result.check == CheckId::CaptivePortal);
    }
}

void FrontDoorTest::whereNobodyCanBeAsked()
{
    QCOMPARE(drawn(noFrontDoor()), u"network? proxy? tls? captive_portal? clock?"_s);
    QVERIFY(frontDoorOf({}).isEmpty());
}

void FrontDoorTest::theMerchantsOwnSiteIsAskedFirst()
{
    ResolvedProvider provider;
    provider.endpoints.token = QUrl(u"https://id.example/oauth/token?x=1"_s);
    QCOMPARE(frontDoorOf(provider), QUrl(u"https://id.example/"_s));
    provider.reachability = QUrl(u"https://shop.example/health"_s);
    QCOMPARE(frontDoorOf(provider), provider.reachability);
}

RELINK_TEST(FrontDoorTest)
#include "tst_frontdoor.moc"
