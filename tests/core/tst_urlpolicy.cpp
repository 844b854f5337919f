// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/urlpolicy.h"

#include "core/corpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace Qt::StringLiterals;

class UrlPolicyTest : public QObject
{
    Q_OBJECT

    static void addRows(const char *list)
    {
        QTest::addColumn<QString>("text");
        const QJsonArray rows
            = test::ownRows("url-policy/cases.json")[QLatin1StringView(list)].toArray();
        QVERIFY(!rows.isEmpty());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QString text = rows.at(i).toString();
            QTest::newRow(test::rowName(i, text).constData()) << text;
        }
    }

private Q_SLOTS:
    void acceptsSecureEndpoints_data() { addRows("accepted"); }
    void acceptsSecureEndpoints()
    {
        QFETCH(const QString, text);
        const auto url = checkEndpoint(text, false);
        QVERIFY2(url.ok(), qPrintable(url.ok() ? QString() : url.error().description));
        // Query and path reach the server as they were written (R22).
        const QString written
            = text.mid(text.indexOf(u'/', 8) < 0 ? text.size() : text.indexOf(u'/', 8));
        const QString sent = QString::fromLatin1(
            url->toEncoded(QUrl::FullyEncoded | QUrl::RemoveScheme | QUrl::RemoveAuthority));
        QCOMPARE(sent, written);
        QVERIFY(checkBrowserUrl(*url, false).ok());
    }

    void acceptsLoopbackOnlyWhereAllowed_data() { addRows("loopback"); }
    void acceptsLoopbackOnlyWhereAllowed()
    {
        QFETCH(const QString, text);
        QVERIFY(checkEndpoint(text, true).ok());
        QVERIFY(!checkEndpoint(text, false).ok());
        const QUrl url(text, QUrl::StrictMode);
        QVERIFY(checkBrowserUrl(url, true).ok());
        QVERIFY(!checkBrowserUrl(url, false).ok());
        QVERIFY(isLoopback(url));
    }

    void refusesTheRest_data() { addRows("refused"); }
    void refusesTheRest()
    {
        QFETCH(const QString, text);
        const auto url = checkEndpoint(text, true);
        QVERIFY2(!url.ok(), qPrintable(url.ok() ? url->toString() : QString()));
        QVERIFY(url.error().is(code::invalidInput));
        QVERIFY(url.error().description.endsWith(u'.'));
        QVERIFY(url.error().description.size() < 400);
    }

    // R18: nothing but web addresses reaches a launcher.
    void keepsOtherSchemesFromTheBrowser_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
                                 "smb://host/share", "relink://x", "mailto:a@b", "about:blank",
                                 "http://example.com/", "https://u:p@example.com/", "/etc/passwd",
                                 "", "-flag", "vbscript:x", "ssh://host/", "https:///x"}) {
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
        }
    }
    void keepsOtherSchemesFromTheBrowser()
    {
        QFETCH(const QString, text);
        QVERIFY(!checkBrowserUrl(QUrl(text), true).ok());
    }

    void browserAddressesMayHaveAFragment()
    {
        QVERIFY(checkBrowserUrl(QUrl(u"https://h.example/x?a=b%20c#d"_s), false).ok());
    }

    void originsCompareAsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("origin");
        QTest::newRow("default port") << u"https://H.Example/x?y#z"_s << u"https://h.example:443"_s;
        QTest::newRow("written port") << u"https://h.example:443/"_s << u"https://h.example:443"_s;
        QTest::newRow("other port") << u"https://h.example:8443"_s << u"https://h.example:8443"_s;
        QTest::newRow("http") << u"http://127.0.0.1/"_s << u"http://127.0.0.1:80"_s;
        QTest::newRow("IPv6") << u"http://[::1]:9/"_s << u"http://[::1]:9"_s;
        QTest::newRow("IDN") << u"https://b\u00fccher.example/"_s
                             << u"https://xn--bcher-kva.example:443"_s;
        QTest::newRow("none") << u"mailto:a@b"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void originsCompareAsText()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, origin);
        QCOMPARE(originOf(QUrl(text)), origin);
    }

    // R99: a look-alike host is refused as written and shown in ASCII otherwise.
    void refusesHomographs()
    {
        RELINK_NEED("idn-homographs/chromium-unsafe-subset.json")
        const QJsonDocument document = QJsonDocument::fromJson(test::fileContent(corpus));
        const QJsonArray hosts = document["must_be_shown_as_ascii"_L1].toArray();
        QVERIFY(hosts.size() >= 20);
        for (const QJsonValue &host : hosts) {
            const QString unicode = host["unicode"_L1].toString();
            const QString ascii = host["ascii"_L1].toString();
            QVERIFY2(!checkEndpoint(u"https://" % unicode % u"/token", false).ok(),
                     qPrintable(unicode));
            const auto url = checkEndpoint(u"https://" % ascii % u"/token", false);
            if (url)
                QCOMPARE(originOf(*url), QString(u"https://" % ascii % u":443"));
        }
    }

    // What is accepted leads where the URL standard says, and nowhere that it calls a failure.
    void agreesWithTheUrlStandard()
    {
        RELINK_NEED("wpt-url/tests/wpt/urltestdata.json")
        const QJsonArray rows = QJsonDocument::fromJson(test::fileContent(corpus)).array();
        int accepted = 0;
        for (const QJsonValue &row : rows) {
            QString input = row["input"_L1].toString();
            // Most rows are http: what matters here is the same, and there are more to check.
            const bool http = input.startsWith(u"http://");
            if (http)
                input.insert(4, u's');
            const auto url = checkEndpoint(input, true);
            if (!url)
                continue;
            ++accepted;
            QVERIFY2(!row["failure"_L1].toBool(), qPrintable(input));
            QCOMPARE(url->host(QUrl::FullyEncoded),
                     row["hostname"_L1].toString().remove(u'[').remove(u']'));
            QCOMPARE(row["protocol"_L1].toString(), http ? u"http:"_s : u"https:"_s);
            QCOMPARE(row["username"_L1].toString(), QString());
            QCOMPARE(row["hash"_L1].toString(), QString());
        }
        QVERIFY2(rows.size() > 800 && accepted > 20, qPrintable(QString::number(accepted)));
    }

    void neverLeadsToAnotherHost()
    {
        RELINK_NEED("payloads-all-the-things/Open_Redirect_Intruder_Open-Redirect-payloads.txt")
        int checked = 0;
        for (const QByteArray &line : test::fileContent(corpus).split('\n')) {
            const QString payload = QString::fromUtf8(line);
            // As a placeholder's value, the way a shop name comes into an address.
            const auto url = checkEndpoint(u"https://" % payload % u".myshop.example/token", false);
            if (url && !payload.contains(u'/') && !payload.contains(u'?'))
                QVERIFY2(url->host().endsWith(u".myshop.example"), qPrintable(payload));
            const auto whole = checkEndpoint(payload, true);
            if (whole)
                QVERIFY2(
                    payload.startsWith(QString(u"https://" % whole->host()), Qt::CaseInsensitive)
                        || isLoopback(*whole),
                    qPrintable(payload));
            ++checked;
        }
        QVERIFY(checked > 200);
    }
};

RELINK_TEST(UrlPolicyTest)
#include "tst_urlpolicy.moc"
