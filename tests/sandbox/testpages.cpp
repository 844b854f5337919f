// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/builtinpacks.h"
#include "sandbox/playground.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

class SandboxPagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void consentPageSaysWhoAsksForWhat();
    void nothingReflectedIsMarkup_data();
    void nothingReflectedIsMarkup();
    void pagesAreAccessible_data();
    void pagesAreAccessible();
    void pagesLoadAndRunNothing();
    void homeBreaksAndMends();
    void whatIsNeverCalledCannotBreak();
    void otherSitesCannotPost();
    void otherNamesAreRefused();
    void unknownAddresses_data();
    void unknownAddresses();

private:
    QString consentWith(const QString &name, const QString &value) const;

    std::unique_ptr<Playground> m_playground;
};

void SandboxPagesTest::initTestCase()
{
    m_playground = std::make_unique<Playground>();
    QVERIFY(m_playground->isRunning());
}

QString SandboxPagesTest::consentWith(const QString &name, const QString &value) const
{
    const Life life(*m_playground, *builtInPack(u"xero"_s));
    Fields wish = life.wish();
    wish.insert(name, value);
    return life.consentAddress(wish);
}

void SandboxPagesTest::consentPageSaysWhoAsksForWhat()
{
    const QByteArray page
        = m_playground->get(consentWith(u"client_id"_s, u"Corner Shop App"_s)).body;
    for (const char *words :
         {"Xero", "Corner Shop App", "accounting.invoices", "Harbour Outdoor Ltd",
          "Harbour Crafts Ltd", "Alex Morgan", "Sam Reed", "Allow permission", "Decline"}) {
        QVERIFY2(page.contains(words), words);
    }
    QCOMPARE(page.count("<form "), 1);
    QVERIFY(page.contains("method=\"post\""));
}

void SandboxPagesTest::nothingReflectedIsMarkup_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("text");
    const QStringList texts {u"<script>alert(1)</script>"_s, u"\"><img src=x onerror=alert(1)>"_s,
                             u"'><svg onload=alert(1)>"_s, u"</title><script>1</script>"_s,
                             u"&lt;script&gt;"_s};
    for (const QString &name : {u"client_id"_s, u"scope"_s, u"state"_s, u"redirect_uri"_s,
                                u"response_type"_s, u"nonsense"_s}) {
        for (qsizetype i = 0; i < texts.size(); ++i)
            QTest::addRow("%s %d", qPrintable(name), int(i)) << name << texts.at(i);
    }
}

void SandboxPagesTest::nothingReflectedIsMarkup()
{
    QFETCH(QString, name);
    QFETCH(QString, text);
    const QString url = consentWith(name, text);
    for (const QString &address :
         {url,
          QString(url + u"&client_id="_s + QString::fromLatin1(QUrl::toPercentEncoding(text)))}) {
        const QByteArray page = m_playground->get(address).body;
        QVERIFY(!page.isEmpty());
        QVERIFY(!page.contains("<script"));
        QVERIFY(!page.contains("<img"));
        QVERIFY(!page.contains("<svg"));
        // What was escaped already is escaped again, not believed.
        if (text.startsWith(u'&') && name == "client_id"_L1 && page.contains("asks for access"))
            QVERIFY(page.contains("&amp;lt;script"));
    }
    // The decision's page and the one to copy from.
    const Heard posted = m_playground->postForm(url, {{u"decision"_s, text}, {u"person"_s, text}});
    QVERIFY(!posted.body.contains("<script"));
    const QByteArray accepted
        = m_playground
              ->get(u"/ebay/accepted?code="_s + QString::fromLatin1(QUrl::toPercentEncoding(text)))
              .body;
    QVERIFY(!accepted.contains("<script"));
}

void SandboxPagesTest::pagesAreAccessible_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("home") << u"/"_s;
    QTest::newRow("consent") << consentWith(u"state"_s, u"x"_s);
    QTest::newRow("refused") << consentWith(u"response_type"_s, u"token"_s);
    QTest::newRow("accepted") << u"/ebay/accepted?code=x&state=y"_s;
    QTest::newRow("declined") << u"/ebay/accepted?error=access_denied"_s;
    QTest::newRow("not found") << u"/nowhere"_s;
}

void SandboxPagesTest::pagesAreAccessible()
{
    QFETCH(QString, path);
    const QByteArray page = m_playground->get(path).body;
    QVERIFY(page.startsWith("<!DOCTYPE html>\n<html lang=\"en-GB\">"));
    QCOMPARE(page.count("<h1>"), 1);
    QCOMPARE(page.count("<main"), 1);
    QVERIFY(page.contains("name=\"viewport\""));
    QVERIFY(
        QRegularExpression(u"<title>[^<]{5,}</title>"_s).match(QString::fromUtf8(page)).hasMatch());
    // Every choice has a label around it and a legend above.
    QCOMPARE(page.count("<input type=\"radio\""), page.count("<label>"));
    QCOMPARE(page.count("<fieldset>"), page.count("<legend>"));
    QVERIFY(page.contains("Nothing here is real"));
}

void SandboxPagesTest::pagesLoadAndRunNothing()
{
    for (const QString &path : {u"/"_s, consentWith(u"state"_s, u"x"_s)}) {
        const Heard heard = m_playground->get(path);
        const QByteArray policy = heard.headers.value("content-security-policy");
        QVERIFY(policy.contains("default-src 'none'"));
        QVERIFY(policy.contains("frame-ancestors 'none'"));
        QVERIFY(!policy.contains("unsafe"));
        QVERIFY(!policy.contains("script-src"));
        QCOMPARE(heard.headers.value("cache-control"), "no-store");
        QVERIFY(!heard.body.contains("style=\""));
    }
    const Heard style = m_playground->get(u"/_sandbox/style.css"_s);
    QCOMPARE(style.status, 200);
    QVERIFY(style.headers.value("content-type").startsWith("text/css"));
}

void SandboxPagesTest::homeBreaksAndMends()
{
    const Fields broken {{u"provider"_s, u"xero"_s}, {u"fault"_s, u"outage"_s}};
    const Heard set = m_playground->postForm(u"/_sandbox/faults"_s, broken);
    QCOMPARE(set.status, 303);
    QCOMPARE(set.headers.value("location"), "/");
    QVERIFY(m_playground->get(u"/"_s).body.contains("(set)"));
    QCOMPARE(m_playground->get(u"/xero/api.xero.com/connections"_s).status, 503);
    const Heard mended
        = m_playground->postForm(u"/_sandbox/restore"_s, {{u"provider"_s, u"xero"_s}});
    QCOMPARE(mended.status, 303);
    QVERIFY(!m_playground->get(u"/"_s).body.contains("(set)"));
    QCOMPARE(m_playground->get(u"/xero/api.xero.com/connections"_s).status, 401);
    const QByteArray page = m_playground->get(u"/"_s).body;
    for (const ProviderPack &pack : builtInPacks())
        QVERIFY2(page.contains(pack.name.toHtmlEscaped().toUtf8()), qPrintable(pack.name));
}

void SandboxPagesTest::whatIsNeverCalledCannotBreak()
{
    const QByteArray page = m_playground->get(u"/"_s).body;
    int delegated = 0;
    for (const ProviderPack &pack : builtInPacks()) {
        const QByteArray head = "<details id=\"provider-" + pack.id.toUtf8() + '"';
        const qsizetype start = page.indexOf(head);
        QVERIFY2(start >= 0, qPrintable(pack.id));
        const QByteArray part = page.mid(start, page.indexOf("</details>", start) - start);
        const bool told = pack.authMethods.first().kind == AuthKind::Delegated;
        delegated += told;
        QVERIFY2(part.contains("<button") != told, qPrintable(pack.id));
        QVERIFY2(part.contains("Relink never calls") == told, qPrintable(pack.id));
    }
    QVERIFY(delegated > 0);
}

void SandboxPagesTest::otherSitesCannotPost()
{
    const Fields broken {{u"provider"_s, u"xero"_s}, {u"fault"_s, u"outage"_s}};
    for (const QByteArray &site : {QByteArray("https://evil.example"), QByteArray("null"),
                                   QByteArray("http://127.0.0.1:1")}) {
        QCOMPARE(m_playground->postForm(u"/_sandbox/faults"_s, broken, {{"Origin", site}}).status,
                 403);
        QCOMPARE(m_playground
                     ->postForm(consentWith(u"state"_s, u"x"_s), {{u"decision"_s, u"allow"_s}},
                                {{"Origin", site}})
                     .status,
                 403);
    }
    QCOMPARE(
        m_playground
            ->postForm(u"/_sandbox/restore"_s, {}, {{"Origin", m_playground->origin().toUtf8()}})
            .status,
        303);
}

void SandboxPagesTest::otherNamesAreRefused()
{
    const QByteArray port = QByteArray::number(QUrl(m_playground->origin()).port());
    for (const QByteArray &host :
         {QByteArray("evil.example:" + port), QByteArray("127.0.0.1:1"), QByteArray("127.0.0.1")}) {
        QCOMPARE(m_playground->get(u"/"_s, {{"Host", host}}).status, 403);
    }
    QCOMPARE(m_playground->get(u"/"_s, {{"Host", "localhost:" + port}}).status, 200);
}

void SandboxPagesTest::unknownAddresses_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("nothing") << u"/nothing"_s;
    QTest::newRow("unknown provider") << u"/acme/api.acme.example/x"_s;
    QTest::newRow("unknown host") << u"/xero/api.acme.example/connections"_s;
    QTest::newRow("host of another") << u"/xero/api.ebay.com/x"_s;
    QTest::newRow("no host") << u"/xero"_s;
    QTest::newRow("unknown control") << u"/_sandbox/secrets"_s;
}

void SandboxPagesTest::unknownAddresses()
{
    QFETCH(QString, path);
    QCOMPARE(m_playground->get(path).status, 404);
}

RELINK_TEST(SandboxPagesTest)

#include "testpages.moc"
