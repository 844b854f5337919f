// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/parsementions.h"

#include "core/packs.h"
#include "core/rules/providermention.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

QJsonObject withMentions(const QByteArray &mentions)
{
    QJsonObject pack = smallPack();
    pack.insert(u"mentions"_s, QJsonDocument::fromJson(mentions).object());
    return pack;
}

} // namespace

//! How pasted texts speak of a provider, as data of its pack.
class MentionsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areRead()
    {
        const auto pack = parseProviderPack(
            toJson(withMentions(
                "{\"names\":[\"\\\\bacme\\\\b\"],\"marks\":[\"api\\\\.acme\"],\"codes\":[{\"id\":"
                "\"a\","
                "\"pattern\":\"error 17\",\"status\":403,\"class\":\"revoked\",\"cause\":\"x\","
                "\"also_possible\":[\"app_removed\"],\"source\":\"s\",\"example\":\"ERROR  "
                "17\"}]}")),
            false);
        if (!pack)
            QFAIL(qPrintable(pack.error().first().path + u": "_s + pack.error().first().reason));
        QCOMPARE(pack->mentions.names, QStringList {u"\\bacme\\b"_s});
        QCOMPARE(pack->mentions.marks, QStringList {u"api\\.acme"_s});
        const PastedCode code = pack->mentions.codes.first();
        QCOMPARE(code.status, std::optional(403));
        QVERIFY(code.errorClass == ErrorClass::Revoked);
        QCOMPARE(code.cause, u"x"_s);
        QVERIFY(code.alternatives.first().errorClass == ErrorClass::AppRemoved);
    }

    void flawsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("mentions");
        QTest::addColumn<QString>("path");
        QTest::newRow("name") << QByteArray("{\"names\":[\"(\"]}") << u"$.mentions.names[0]"_s;
        QTest::newRow("a mark that every text has")
            << QByteArray("{\"marks\":[\"x\",\"a*\"]}") << u"$.mentions.marks[1]"_s;
        QTest::newRow("example") << QByteArray(
            "{\"codes\":[{\"id\":\"a\",\"pattern\":\"b\",\"class\":"
            "\"revoked\",\"source\":\"s\",\"example\":\"c\"}]}")
                                 << u"$.mentions.codes[0].example"_s;
        QTest::newRow("pattern") << QByteArray(
            "{\"codes\":[{\"id\":\"a\",\"pattern\":\"[\",\"class\":"
            "\"revoked\",\"source\":\"s\",\"example\":\"c\"}]}")
                                 << u"$.mentions.codes[0].pattern"_s;
        QTest::newRow("class") << QByteArray(
            "{\"codes\":[{\"id\":\"a\",\"pattern\":\"c\",\"class\":"
            "\"gone\",\"source\":\"s\",\"example\":\"c\"}]}")
                               << u"$.mentions.codes[0].class"_s;
        QTest::newRow("unknown key")
            << QByteArray("{\"colour\":\"red\"}") << u"$.mentions.colour"_s;
    }
    void flawsAreRefused()
    {
        QFETCH(const QByteArray, mentions);
        QFETCH(const QString, path);
        const auto pack = parseProviderPack(toJson(withMentions(mentions)), false);
        QVERIFY(!pack.ok());
        QCOMPARE(pack.error().first().path, path);
    }

    //! A shipped provider is known by its own name, in a text that leaves no doubt.
    void everyProviderIsKnownByName()
    {
        QVERIFY(allPacks().size() > 50);
        for (const ProviderPack *pack : allPacks()) {
            if (pack->id == "generic_oauth2"_L1)
                continue;
            const ErrorText text(u"401 Unauthorized from the %1 API"_s.arg(pack->name));
            const auto mention = providerNamedIn(text, allPacks());
            QVERIFY2(mention && mention->provider == pack->id, qPrintable(pack->name));
        }
    }

    void isKnownByNameBesideACode_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("provider");
        QTest::newRow("code") << u"Square ACCESS_TOKEN_EXPIRED"_s << u"square"_s;
        QTest::newRow("two codes") << u"Square UNAUTHORIZED ACCESS_TOKEN_REVOKED"_s << u"square"_s;
        QTest::newRow("status") << u"Toast 401 10010 token expired"_s << u"toast"_s;
    }
    void isKnownByNameBesideACode()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, provider);
        const auto mention = providerNamedIn(ErrorText(text), allPacks());
        QVERIFY(mention);
        QCOMPARE(mention->provider, provider);
    }

    //! A sign-in that several products share names none of them for certain.
    void aSharedSignInIsLessSure()
    {
        const auto shared = providerNamedIn(ErrorText(u"AADSTS700082: expired"_s), allPacks());
        const auto own
            = providerNamedIn(ErrorText(u"api.businesscentral.dynamics.com 401"_s), allPacks());
        QVERIFY(shared && own);
        QCOMPARE(shared->provider, own->provider);
        QVERIFY(shared->confidence < own->confidence);
    }

    void nobodyIsNamedWhereNobodyIs()
    {
        for (const QString &words :
             {u"AADSTS50173 Outlook SMTP: grant revoked"_s,
              u"graph.microsoft.com InvalidAuthenticationToken"_s,
              u"Teams webhook login.microsoftonline.com 400"_s,
              u"Sage advice: check your token expired"_s, u"clover field: 401"_s,
              u"Referer: https://www.ebay.com"_s,
              u"Access-Control-Allow-Origin: https://app.xero.com"_s,
              u"Email from bob@paypal.com"_s, u"401 Unauthorized"_s,
              u"The square root of the wave ups and downs"_s, u"invalid_grant: token expired"_s,
              u"Please toast the bread"_s})
            QVERIFY2(!providerNamedIn(ErrorText(words), allPacks()), qPrintable(words));
    }
};

RELINK_TEST(MentionsTest)
#include "tst_mentions.moc"
