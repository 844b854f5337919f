// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/xmlvalue.h"

#include "core/rules/jsonpath.h"
#include "support/testmain.h"

using namespace Qt::StringLiterals;
using namespace relink;

//! XML answers read along the same paths as JSON.
class XmlValueTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void elementsAreKeys()
    {
        const QJsonValue root
            = answerValue("<?xml version=\"1.0\"?><r:Response xmlns:r=\"urn:x\"><Ack>Failure</Ack>"
                          "<Errors code=\"1\"><ErrorCode>932</ErrorCode></Errors>"
                          "<Errors><ErrorCode> 17 </ErrorCode></Errors></r:Response>");
        QCOMPARE(scalarAt(root, u"Response.Ack"_s), u"Failure"_s);
        QCOMPARE(scalarAt(root, u"Response.Errors[0].ErrorCode"_s), u"932"_s);
        QCOMPARE(scalarAt(root, u"Response.Errors[1].ErrorCode"_s), u"17"_s);
        QCOMPARE(scalarAt(root, u"Response.Errors[0].@code"_s), u"1"_s);
    }

    void whatIsNoXmlIsUndefined_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("text") << QByteArray("out of service");
        QTest::newRow("unclosed") << QByteArray("<a><b></a>");
        QTest::newRow("cut off") << QByteArray("<a><b>text");
        QTest::newRow("entities that grow")
            << QByteArray("<!DOCTYPE a [<!ENTITY x \"xxxxxxxx\"><!ENTITY y \"&x;&x;&x;\">]>"
                          "<a>&y;</a>");
        QTest::newRow("a file") << QByteArray("<!DOCTYPE a [<!ENTITY x SYSTEM \"file:"
                                              "///etc/passwd\">]><a>&x;</a>");
        QTest::newRow("deep") << QByteArray("<a>").repeated(40) + QByteArray("</a>").repeated(40);
    }
    void whatIsNoXmlIsUndefined()
    {
        QFETCH(QByteArray, body);
        QVERIFY(answerValue(body).isUndefined());
    }

    void jsonGoesFirst()
    {
        QCOMPARE(scalarAt(answerValue(R"({"a":[1]})"), u"a[0]"_s), u"1"_s);
        QVERIFY(answerValue("[]").isArray());
    }
};

RELINK_TEST(XmlValueTest)

#include "tst_xmlvalue.moc"
