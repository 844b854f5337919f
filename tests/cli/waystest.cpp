// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "core/packs.h"
#include "core/rules/unconfirmed.h"
#include "support/testmain.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrlQuery>

using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

//! What to type for a way of connecting, as the sandbox says.
QMap<QString, QString> practiceInputs(const Bench &bench, const QString &provider,
                                      const QString &method)
{
    const QByteArray body = Bench::visit(QUrl(bench.sandbox() + u"/_sandbox/practice"_s));
    const QJsonObject all = QJsonDocument::fromJson(body.mid(body.indexOf('\n') + 1)).object();
    QMap<QString, QString> inputs;
    const QJsonObject given = all[provider][method].toObject();
    for (auto it = given.begin(); it != given.end(); ++it)
        inputs.insert(it.key(), it->toString());
    return inputs;
}

} // namespace

//! Every kind of authorisation from the command line.
class WaysTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
    }
    void cleanupTestCase() { m_bench.reset(); }

    //! Nobody has to sign in: the values are enough. A private key comes with all its lines, from
    //! a file or from standard input, with another secret after it.
    void enteredWays_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QString>("method");
        QTest::addColumn<QStringList>("secrets");
        QTest::newRow("client credentials")
            << QString(u"paypal"_s) << QString(u"client_credentials"_s)
            << QStringList {u"client_secret"_s};
        QTest::newRow("signed client") << QString(u"netsuite"_s) << QString(u"client_credentials"_s)
                                       << QStringList {u"private_key"_s};
        QTest::newRow("signed assertion") << QString(u"google"_s) << QString(u"service_account"_s)
                                          << QStringList {u"private_key"_s};
        QTest::newRow("refresh token") << QString(u"amazon_sp_api"_s) << QString(u"refresh_token"_s)
                                       << QStringList {u"client_secret"_s, u"refresh_token"_s};
        QTest::newRow("login") << QString(u"mintsoft"_s) << QString(u"login"_s)
                               << QStringList {u"password"_s};
    }
    void enteredWays()
    {
        QFETCH(QString, provider);
        QFETCH(QString, method);
        QFETCH(QStringList, secrets);
        const QMap<QString, QString> inputs = practiceInputs(*m_bench, provider, method);
        QVERIFY(!inputs.isEmpty());
        QTemporaryDir folder;
        for (const bool fromFile : {false, true}) {
            QStringList command {u"--json"_s,
                                 u"connect"_s,
                                 provider,
                                 u"--name"_s,
                                 u"Way"_s,
                                 u"--set"_s,
                                 QString(u"auth_method="_s % method)};
            QByteArray input;
            for (auto it = inputs.begin(); it != inputs.end(); ++it) {
                if (!secrets.contains(it.key())) {
                    command << u"--set"_s << QString(it.key() % u'=' % *it);
                    continue;
                }
                const QByteArray value = it->toUtf8() + (it->endsWith(u'\n') ? "" : "\n");
                if (!fromFile) {
                    command << u"--secret"_s << it.key();
                    input += value;
                    continue;
                }
                QFile file(folder.filePath(it.key()));
                QVERIFY(file.open(QIODevice::WriteOnly));
                file.write(value);
                command << u"--secret-file"_s << QString(it.key() % u'=' % file.fileName());
            }
            const Run connected = m_bench->run(command, input);
            QVERIFY2(connected.exitCode == 0, connected.told());
            QCOMPARE(connected.connection()[u"light"_s].toString(), u"green"_s);
            QVERIFY2(!connected.err.contains("kept as it was entered"), connected.told());
            const Run token = m_bench->run({u"token"_s, u"Way"_s});
            QVERIFY2(token.exitCode == 0 && token.out.size() > 1, token.told());
            QCOMPARE(m_bench->run({u"remove"_s, u"Way"_s}).exitCode, 0);
        }
    }

    //! RFC 8628: the code is shown with the address; no browser is needed here.
    void aDeviceCodeIsShown()
    {
        const QString base = m_bench->sandbox() + u"/generic_oauth2"_s;
        const auto process = m_bench->start(
            {u"--json"_s, u"--no-browser"_s, u"connect"_s, u"generic_oauth2"_s, u"--name"_s,
             u"Till"_s, u"--set"_s, u"auth_method=device_code"_s, u"--set"_s,
             QString(u"device_authorization_endpoint="_s % base % u"/device_authorization"_s),
             u"--set"_s, QString(u"token_endpoint="_s % base % u"/token"_s), u"--set"_s,
             u"client_id=practice-client"_s, u"--set"_s,
             QString(u"probe_url="_s % base % u"/userinfo"_s), u"--secret"_s, u"client_secret"_s});
        process->write("practice-secret\n");
        static const QRegularExpression shown(u"^Open: (\\S+)\n(?:.*\n)*Code: (\\S+)\n"_s,
                                              QRegularExpression::MultilineOption);
        QRegularExpressionMatch match;
        QByteArray told;
        QElapsedTimer timer;
        timer.start();
        while (!match.hasMatch() && timer.elapsed() < 10000) {
            process->waitForReadyRead(50);
            told += process->readAllStandardError();
            match = shown.match(QString::fromUtf8(told));
        }
        QVERIFY2(match.hasMatch(), told.constData());
        const QUrl page(match.captured(1), QUrl::StrictMode);
        const QString code = match.captured(2);
        Bench::decide(page, "decision=allow&user_code=" + code.toUtf8());
        QVERIFY(process->waitForFinished(20000));
        const QByteArray said = process->readAllStandardOutput();
        QVERIFY2(process->exitCode() == 0, QByteArray(said + process->readAllStandardError()));
        QCOMPARE(QJsonDocument::fromJson(said)[u"connections"_s][0][u"light"_s].toString(),
                 u"green"_s);
        QCOMPARE(m_bench->run({u"remove"_s, u"Till"_s}).exitCode, 0);
    }

    //! Where another product holds the access, only the merchant's word counts.
    void aWordIsAskedForWhereNothingCanBe()
    {
        const QStringList connect {u"connect"_s, u"amaka"_s, u"--name"_s, u"Bridge"_s};
        const Run unsaid = m_bench->run(connect);
        QVERIFY2(unsaid.exitCode == 2, unsaid.told());
        QVERIFY(unsaid.err.contains("--yes"));
        QVERIFY2(unsaid.err.contains("dashboard"), unsaid.told());
        QCOMPARE(m_bench->run({u"status"_s, u"Bridge"_s}).exitCode, 2);

        const Run said
            = m_bench->run(QStringList {u"--json"_s} + connect + QStringList {u"--yes"_s});
        // Never green: nobody verified it. But all that was asked for is done.
        QVERIFY2(said.exitCode == 0, said.told());
        QCOMPARE(said.connection()[u"light"_s].toString(), u"neutral"_s);
        const Run status = m_bench->run({u"--json"_s, u"status"_s, u"Bridge"_s});
        QVERIFY2(status.exitCode == 0, status.told());
        QVERIFY2(status.connection()[u"reason"_s].toString().contains(u"you told us"_s),
                 status.told());
        QCOMPARE(m_bench->run({u"reauthorize"_s, u"Bridge"_s}).exitCode, 2);
        QCOMPARE(m_bench->run({u"reauthorize"_s, u"Bridge"_s, u"--yes"_s}).exitCode, 0);
        // A check asks, and gets no answer.
        QCOMPARE(m_bench->run({u"check"_s, u"Bridge"_s}).exitCode, 3);
        QCOMPARE(m_bench->run({u"remove"_s, u"Bridge"_s}).exitCode, 0);
    }

    void whatAnotherProductHoldsIsTold()
    {
        QCOMPARE(
            m_bench->run({u"connect"_s, u"amaka"_s, u"--name"_s, u"Bridge"_s, u"--yes"_s}).exitCode,
            0);
        const Run asked = m_bench->run({u"check"_s, u"Bridge"_s});
        QVERIFY2(asked.exitCode == 3 && asked.err.contains("--told works|stopped"), asked.told());
        const Run stopped
            = m_bench->run({u"--json"_s, u"check"_s, u"Bridge"_s, u"--told"_s, u"stopped"_s});
        QVERIFY2(stopped.exitCode == 1, stopped.told());
        QCOMPARE(stopped.connection()[u"cause"_s].toString(), u"told_stopped"_s);
        // Without a terminal nobody answers, and nothing is made up.
        const Run nobody = m_bench->run({u"reconnect"_s, u"Bridge"_s});
        QVERIFY2(nobody.exitCode == 2 && nobody.err.contains("--told works|stopped"),
                 nobody.told());
        QVERIFY2(nobody.err.contains("Amaka dashboard"), nobody.told());
        for (const char *untrue : {"is none", "cannot be renewed", "one call", "grant"})
            QVERIFY2(!nobody.err.contains(untrue), nobody.told());

        // The cause, the way through the accounting software, and its six steps.
        const QByteArray there = "5\n1\n" + QByteArray(6, '\n');
        const Run no = m_bench->runAtTerminal({u"reconnect"_s, u"Bridge"_s}, there + "well\nno\n");
        QVERIFY2(no.exitCode == 1 && no.err.contains("“yes” or “no”."), no.told());
        const Run yes
            = m_bench->runAtTerminal({u"--json"_s, u"reconnect"_s, u"Bridge"_s}, there + "Y\n\n");
        QVERIFY2(yes.exitCode == 0, yes.told());
        QCOMPARE(yes.connection()[u"light"_s].toString(), u"neutral"_s);
        QVERIFY2(yes.connection()[u"reason"_s].toString().contains(u"you told us"_s), yes.told());
        QCOMPARE(m_bench->run({u"check"_s, u"Bridge"_s, u"--told"_s, u"works"_s}).exitCode, 0);
        QCOMPARE(m_bench->run({u"check"_s, u"Bridge"_s, u"--told"_s, u"maybe"_s}).exitCode, 2);
        QCOMPARE(m_bench->run({u"check"_s, u"--told"_s, u"works"_s}).exitCode, 2);
        const Run taken = m_bench->runAtTerminal({u"connect"_s, u"amaka"_s}, "y\n");
        QVERIFY2(taken.exitCode == 0, taken.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Amaka"_s}).exitCode, 0);
        QCOMPARE(m_bench->run({u"remove"_s, u"Bridge"_s}).exitCode, 0);
        QVERIFY(m_bench->connectKey(u"Stock"_s).exitCode == 0);
        const Run other = m_bench->run({u"check"_s, u"Stock"_s, u"--told"_s, u"works"_s});
        QVERIFY2(other.exitCode == 2 && other.err.contains("can be asked"), other.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Stock"_s}).exitCode, 0);
    }

    //! What a provider asks for is named as it names it, and where it goes.
    void providersShowNamesFieldsAndHosts()
    {
        const auto shown = [this](const QString &provider) {
            return QString::fromUtf8(m_bench->run({u"providers"_s, u"show"_s, provider}).out);
        };
        const QString linnworks = shown(u"linnworks"_s);
        QVERIFY2(linnworks.contains(u"Application ID, Application secret, Installation token"_s)
                     && !linnworks.contains(u"user name"_s),
                 qPrintable(linnworks));
        const QString adobe = shown(u"adobe_commerce"_s);
        QVERIFY2(adobe.contains(u"paste them here: Consumer key, Consumer secret"_s),
                 qPrintable(adobe));
        QVERIFY2(adobe.contains(u"You copy a key"_s), qPrintable(adobe));
        QVERIFY2(linnworks.contains(u"tokens go only to: "_s), qPrintable(linnworks));
        const QJsonObject shape
            = m_bench->run({u"--json"_s, u"providers"_s, u"show"_s, u"linnworks"_s}).json();
        const QJsonValue method = shape[u"provider"_s][u"auth_methods"_s][0];
        QVERIFY(!method[u"secret_hosts"_s][u"production"_s].toArray().isEmpty());
        const Run none = m_bench->run({u"connect"_s, u"amaka"_s, u"--set"_s, u"x=y"_s});
        QVERIFY2(none.exitCode == 2 && none.err.contains("asks for none"), none.told());
    }

    void theHelpSaysWhatYesIsFor()
    {
        const Run help = m_bench->run({u"connect"_s, u"--help"_s});
        QVERIFY2(help.exitCode == 0 && help.out.contains("keep the access themselves"),
                 help.told());
    }

    void yesMeansNothingElsewhere()
    {
        const Run run = m_bench->run({u"connect"_s, u"mintsoft"_s, u"--yes"_s, u"--set"_s,
                                      u"auth_method=api_key"_s, u"--secret"_s, u"api_key"_s},
                                     "practice-key\n");
        QVERIFY2(run.exitCode == 2 && run.err.contains("--yes"), run.told());
    }

    //! A key for tests beside Test Mode off is told, and taken all the same: providers change the
    //! forms of their keys.
    void aKeyOfTheOtherEnvironmentIsTold()
    {
        const QByteArray key = QByteArray("sk_") + "test_practice";
        const Run run
            = m_bench->run({u"--json"_s, u"connect"_s, u"stripe"_s, u"--name"_s, u"Payments"_s,
                            u"--set"_s, u"auth_method=api_key"_s, u"--secret"_s, u"api_key"_s},
                           key + '\n');
        QVERIFY2(run.exitCode != 2, run.told());
        QVERIFY2(run.err.contains("“api_key”") && run.err.contains("Test Mode is off"), run.told());
        QVERIFY2(!run.err.contains(key), run.told());
    }

    void anUnfinishedKeyEndsWithTheInput()
    {
        const Run run = m_bench->run(
            {u"connect"_s, u"google"_s, u"--set"_s, u"auth_method=service_account"_s, u"--set"_s,
             u"client_email=a@b.example"_s, u"--secret"_s, u"private_key"_s},
            QByteArray("-----BEGIN ") + "PRIVATE KEY-----\nabc\n");
        QVERIFY2(run.exitCode == 2 && run.err.contains("private_key"), run.told());
    }

    void providersShowTellsEveryWay()
    {
        const Run run = m_bench->run({u"providers"_s, u"show"_s, u"xero"_s});
        QVERIFY2(run.exitCode == 0, run.told());
        for (const char *part :
             {"auth_method=oauth2", "auth_method=client_credentials", "--secret client_secret",
              "2026-03-02", "Limits:", "https://developer.xero.com/"})
            QVERIFY2(run.out.contains(part), part);
        const QJsonObject shape
            = m_bench->run({u"--json"_s, u"providers"_s, u"show"_s, u"xero"_s}).json();
        const QJsonObject provider = shape[u"provider"_s].toObject();
        for (const char *key : {"limits", "pitfalls", "deprecations", "unverified"})
            QVERIFY2(provider[QLatin1StringView(key)].isArray(), key);
        QCOMPARE(provider[u"auth_methods"_s].toArray().size(), 2);
    }

    //! Everything a merchant types at the provider and here, and what nobody confirmed beside it.
    void providersShowTellsWhatToTypeWhere_data()
    {
        QTest::addColumn<QString>("provider");
        QTest::addColumn<QStringList>("parts");
        // Practice takes any, whatever is registered at the real one.
        QTest::newRow("any port") << u"xero"_s
                                  << QStringList {u"http://127.0.0.1/callback"_s,
                                                  u"whichever port is free"_s, u"offline_access"_s};
        QTest::newRow("an address of one's own")
            << u"stripe"_s << QStringList {u"an https address of your own"_s};
        QTest::newRow("a name for it")
            << u"ebay"_s << QStringList {u"the provider gives it a name"_s};
    }
    void providersShowTellsWhatToTypeWhere()
    {
        QFETCH(QString, provider);
        QFETCH(QStringList, parts);
        const Run run = m_bench->run({u"providers"_s, u"show"_s, provider});
        QVERIFY2(run.exitCode == 0, run.told());
        const QString said = QString::fromUtf8(run.out);
        for (const QString &part : parts)
            QVERIFY2(said.contains(part), qPrintable(part + said));
        const QJsonObject shape
            = m_bench->run({u"--json"_s, u"providers"_s, u"show"_s, provider}).json();
        int helps = 0;
        for (const QJsonValue &method : shape[u"provider"_s][u"auth_methods"_s].toArray()) {
            QVERIFY(method[u"scopes"_s].isArray());
            for (const QJsonValue &field : method[u"inputs"_s].toArray()) {
                const QString help = field[u"help"_s].toString();
                helps += help.isEmpty() ? 0 : 1;
                QVERIFY2(said.contains(help), qPrintable(help));
            }
        }
        QVERIFY(helps > 0);
    }

    void whatIsNotConfirmedSaysSoWhereItStands()
    {
        int doubted = 0;
        for (const QString &id : shippedIds()) {
            const relink::ProviderPack pack = shippedPack(id.toLatin1().constData());
            if (pack.revocation.menuPath.isEmpty())
                continue;
            const Run run = m_bench->run({u"providers"_s, u"show"_s, id});
            const QString said = QString::fromUtf8(run.out);
            const qsizetype at = said.indexOf(u"To end the access at the provider:"_s);
            QVERIFY2(at >= 0, qPrintable(id));
            const QString path = said.mid(at).section(u'\n', 1, 1);
            const bool doubt = relink::unconfirmedIn(pack).revocationPath;
            QVERIFY2(path.endsWith(u"(not confirmed)"_s) == doubt, qPrintable(id + path));
            doubted += doubt ? 1 : 0;
        }
        QVERIFY(doubted > 0);
    }
};

RELINK_TEST(WaysTest)
#include "waystest.moc"
