// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/playground.h"
#include "support/testmain.h"

using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

const QString host = u"/device_shop/device-shop.example"_s;
const QString page = u"/device_shop/device"_s;

} // namespace

//! RFC 8628 as the sandbox plays it.
class SandboxDevicesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void allowedOnceItWorksOnce();
    void nobodyHasDecidedYet();
    void declined();
    void over();
    void anotherClientGetsNothing();
    void thePageTakesNoUnknownCode();

private:
    Heard begin();
    Heard poll(const QString &deviceCode, const QString &client = u"practice-client"_s);
    Heard decide(const QString &userCode, const QString &decision);

    std::unique_ptr<Playground> m_playground;
};

void SandboxDevicesTest::initTestCase()
{
    m_playground = std::make_unique<Playground>(
        QStringList {u"--packs"_s, QStringLiteral(RELINK_TEST_DATA "/practice-packs")});
    QVERIFY(m_playground->isRunning());
}

void SandboxDevicesTest::cleanup()
{
    m_playground->restore();
}

Heard SandboxDevicesTest::begin()
{
    return m_playground->postForm(
        host + u"/device/code"_s,
        {{u"client_id"_s, u"practice-client"_s}, {u"scope"_s, u"orders"_s}});
}

Heard SandboxDevicesTest::poll(const QString &deviceCode, const QString &client)
{
    return m_playground->postForm(
        host + u"/token"_s,
        {{u"client_id"_s, client},
         {u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
         {u"device_code"_s, deviceCode}});
}

Heard SandboxDevicesTest::decide(const QString &userCode, const QString &decision)
{
    return m_playground->postForm(page, {{u"user_code"_s, userCode}, {u"decision"_s, decision}});
}

void SandboxDevicesTest::allowedOnceItWorksOnce()
{
    const Heard begun = begin();
    QCOMPARE(begun.status, 200);
    QCOMPARE(begun.text("verification_uri"), m_playground->origin() + page);
    const Heard shown = m_playground->get(begun.text("verification_uri_complete"));
    QCOMPARE(shown.status, 200);
    const QByteArray offered = "value=\"" + begun.text("user_code").toUtf8() + '"';
    QVERIFY(shown.body.contains(offered));
    QCOMPARE(decide(begun.text("user_code"), u"allow"_s).status, 200);
    const Heard issued = poll(begun.text("device_code"));
    QCOMPARE(issued.status, 200);
    QVERIFY(!issued.text("refresh_token").isEmpty());
    QCOMPARE(poll(begun.text("device_code")).text("error"), u"invalid_grant"_s);
    QCOMPARE(decide(begun.text("user_code"), u"allow"_s).status, 400);
}

void SandboxDevicesTest::nobodyHasDecidedYet()
{
    const QString code = begin().text("device_code");
    QCOMPARE(poll(code).text("error"), u"authorization_pending"_s);
    QCOMPARE(poll(code).text("error"), u"slow_down"_s);
}

void SandboxDevicesTest::declined()
{
    const Heard begun = begin();
    QCOMPARE(decide(begun.text("user_code"), u"decline"_s).status, 200);
    QCOMPARE(poll(begun.text("device_code")).text("error"), u"access_denied"_s);
}

void SandboxDevicesTest::over()
{
    const Heard begun = begin();
    m_playground->fault(u"device_shop"_s, u"hard_expire"_s);
    QCOMPARE(poll(begun.text("device_code")).text("error"), u"expired_token"_s);
    QCOMPARE(decide(begun.text("user_code"), u"allow"_s).status, 400);
}

void SandboxDevicesTest::anotherClientGetsNothing()
{
    const Heard begun = begin();
    decide(begun.text("user_code"), u"allow"_s);
    QCOMPARE(poll(begun.text("device_code"), u"another"_s).text("error"), u"invalid_grant"_s);
    QCOMPARE(poll(u"invented"_s).text("error"), u"invalid_grant"_s);
    QCOMPARE(m_playground->postForm(host + u"/device/code"_s, {}).status, 401);
}

void SandboxDevicesTest::thePageTakesNoUnknownCode()
{
    const Heard refused = decide(u"<script>"_s, u"allow"_s);
    QCOMPARE(refused.status, 400);
    QVERIFY(!refused.body.contains("<script"));
    const Heard begun = begin();
    QCOMPARE(decide(begun.text("user_code"), u"perhaps"_s).status, 400);
    // Small letters are the same code.
    QCOMPARE(decide(begun.text("user_code").toLower(), u"allow"_s).status, 200);
}

RELINK_TEST(SandboxDevicesTest)

#include "testdevices.moc"
