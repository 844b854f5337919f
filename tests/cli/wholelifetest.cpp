// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cli/bench.h"
#include "support/testmain.h"

#include <QRegularExpression>

using namespace relink::test;
using namespace Qt::StringLiterals;

//! The main job on the command line: connect, green, access withdrawn, red with the reason, guided
//! reconnect, green, revoke, remove. Real executable, real keyring, the sandbox as provider.
class WholeLifeTest : public QObject
{
    Q_OBJECT

    std::unique_ptr<Bench> m_bench;

private Q_SLOTS:
    void initTestCase()
    {
        m_bench = std::make_unique<Bench>();
        QVERIFY(m_bench->isReady());
    }
    void cleanup() { m_bench->clearFaults(); }
    void cleanupTestCase() { m_bench.reset(); }

    void aConnectionLivesItsWholeLife()
    {
        const Run connected = m_bench->connectXero(u"Books"_s);
        QVERIFY2(connected.exitCode == 0, connected.told());
        const QJsonObject first = connected.connection();
        QCOMPARE(first[u"name"_s], u"Books"_s);
        QCOMPARE(first[u"provider"_s], u"xero"_s);
        QCOMPARE(first[u"light"_s], u"green"_s);
        QCOMPARE(first[u"health"_s], u"connected"_s);
        QCOMPARE(first[u"recommended_action"_s], u"none"_s);
        QVERIFY(first[u"verified_at"_s].isString());
        QVERIFY(first[u"access_expires_at"_s].isString());
        QVERIFY(first[u"next_refresh_at"_s].isString());
        QVERIFY(!first[u"organisation"_s].toObject()[u"name"_s].toString().isEmpty());

        // The same name again, whatever its case, and before anybody is sent to a browser.
        const Run twice = m_bench->run({u"--no-browser"_s, u"--json"_s, u"connect"_s, u"xero"_s,
                                        u"--name"_s, u"BOOKS"_s, u"--set"_s, u"client_id=x"_s});
        QVERIFY2(twice.exitCode == 2, twice.told());
        QVERIFY(twice.error()[u"message"_s].toString().contains(u"BOOKS"_s, Qt::CaseInsensitive));
        QVERIFY(!twice.err.contains("Open:"));

        const Run status = m_bench->run({u"status"_s, u"books"_s, u"--json"_s});
        QCOMPARE(status.exitCode, 0);
        QCOMPARE(status.connection()[u"id"_s], first[u"id"_s]);
        QCOMPARE(status.connection()[u"light"_s], u"green"_s);
        const Run byId = m_bench->run({u"status"_s, first[u"id"_s].toString(), u"--json"_s});
        QCOMPARE(byId.connection()[u"name"_s], u"Books"_s);

        const Run checked = m_bench->run({u"check"_s, u"Books"_s, u"--json"_s});
        QVERIFY2(checked.exitCode == 0, checked.told());
        QCOMPARE(checked.connection()[u"light"_s], u"green"_s);

        const Run token = m_bench->run({u"token"_s, u"Books"_s});
        QCOMPARE(token.exitCode, 0);
        QCOMPARE(token.err, QByteArray());
        QVERIFY(token.out.endsWith('\n') && token.out.count('\n') == 1);
        const Run refreshed = m_bench->run({u"refresh"_s, u"Books"_s, u"--json"_s});
        QVERIFY2(refreshed.exitCode == 0, refreshed.told());
        const Run tokenAfter = m_bench->run({u"token"_s, u"Books"_s, u"--json"_s});
        QCOMPARE(tokenAfter.exitCode, 0);
        QCOMPARE(tokenAfter.json().keys(),
                 (QStringList {u"access_token"_s, u"expires_at"_s, u"token_type"_s}));
        QCOMPARE(tokenAfter.json()[u"token_type"_s], u"Bearer"_s);
        QVERIFY(tokenAfter.json()[u"access_token"_s].toString().toUtf8() != token.out.trimmed());

        const Run renamed = m_bench->run({u"rename"_s, u"Books"_s, u"Main books"_s});
        QCOMPARE(renamed.exitCode, 0);
        QCOMPARE(m_bench->run({u"status"_s, u"Books"_s}).exitCode, 2);
        const Run edited = m_bench->run({u"edit"_s, u"main books"_s, u"--name"_s, u"Books"_s,
                                         u"--via"_s, u"Xeroom"_s, u"--json"_s});
        QVERIFY2(edited.exitCode == 0, edited.told());
        QCOMPARE(edited.connection()[u"via"_s], u"Xeroom"_s);

        QCOMPARE(m_bench->run({u"pause"_s, u"Books"_s}).exitCode, 0);
        QCOMPARE(m_bench->run({u"status"_s, u"Books"_s, u"--json"_s}).connection()[u"health"_s],
                 u"paused"_s);
        QCOMPARE(m_bench->run({u"resume"_s, u"Books"_s}).exitCode, 0);
        QCOMPARE(m_bench->run({u"status"_s, u"Books"_s, u"--json"_s}).connection()[u"light"_s],
                 u"green"_s);

        // Somebody at the provider takes the access away.
        m_bench->fault({{u"provider"_s, u"xero"_s}, {u"fault"_s, u"revoke"_s}});
        const Run red = m_bench->run({u"check"_s, u"Books"_s, u"--json"_s});
        QVERIFY2(red.exitCode == 1, red.told());
        QCOMPARE(red.connection()[u"light"_s], u"red"_s);
        QCOMPARE(red.connection()[u"health"_s], u"needs_authorization"_s);
        QCOMPARE(red.connection()[u"recommended_action"_s], u"reauthorize"_s);
        QVERIFY(!red.connection()[u"reason"_s].toString().isEmpty());
        QCOMPARE(m_bench->run({u"status"_s}).exitCode, 1);
        const Run none = m_bench->run({u"token"_s, u"Books"_s, u"--json"_s});
        QVERIFY2(none.exitCode == 3, none.told());
        QCOMPARE(none.error()[u"class"_s], red.connection()[u"error_class"_s]);
        QCOMPARE(none.error()[u"action"_s], u"reauthorize"_s);
        const Run told = m_bench->run({u"status"_s, u"Books"_s});
        QVERIFY(told.out.contains("Inactive"));

        const Run reconnected = m_bench->runAuthorizing({u"--json"_s, u"reconnect"_s, u"Books"_s});
        QVERIFY2(reconnected.exitCode == 0, reconnected.told());
        QCOMPARE(reconnected.connection()[u"light"_s], u"green"_s);
        QCOMPARE(reconnected.connection()[u"id"_s], first[u"id"_s]);
        QVERIFY(reconnected.err.contains("Open: "));
        QVERIFY2(reconnected.err.contains("does not tell who signed in"), reconnected.told());
        // What works is not mended.
        const Run green = m_bench->run({u"--json"_s, u"reconnect"_s, u"Books"_s});
        QVERIFY2(green.exitCode == 0 && green.err.contains("nothing was changed"), green.told());
        QCOMPARE(green.connection()[u"since"_s], reconnected.connection()[u"since"_s]);
        QCOMPARE(m_bench->run({u"status"_s}).exitCode, 0);

        const Run revoked = m_bench->run({u"revoke"_s, u"Books"_s, u"--json"_s});
        QVERIFY2(revoked.exitCode == 0, revoked.told());
        QCOMPARE(revoked.json()[u"result"_s], u"revoked"_s);
        QVERIFY(revoked.json()[u"steps"_s].isArray());
        const Run after = m_bench->run({u"status"_s, u"Books"_s, u"--json"_s});
        QCOMPARE(after.exitCode, 1);
        QCOMPARE(after.connection()[u"health"_s], u"revoked_here"_s);

        const Run again = m_bench->runAuthorizing({u"--json"_s, u"reauthorize"_s, u"Books"_s});
        QVERIFY2(again.exitCode == 0, again.told());
        QCOMPARE(again.connection()[u"light"_s], u"green"_s);

        QCOMPARE(m_bench->keyringItems(), 1);
        QCOMPARE(m_bench->run({u"remove"_s, u"Books"_s}).exitCode, 0);
        QCOMPARE(m_bench->run({u"status"_s, u"Books"_s}).exitCode, 2);
        // The keyring holds nothing of it any more (R68).
        QCOMPARE(m_bench->keyringItems(), 0);
    }

    //! R50: 401 leads to one refresh and one more probe, not to a red light.
    void anExpiredAccessTokenIsRenewedByTheCheck()
    {
        QVERIFY(m_bench->connectXero(u"Expiring"_s).exitCode == 0);
        m_bench->fault({{u"provider"_s, u"xero"_s}, {u"fault"_s, u"expire"_s}});
        const Run checked = m_bench->run({u"check"_s, u"Expiring"_s, u"--json"_s});
        QVERIFY2(checked.exitCode == 0, checked.told());
        QCOMPARE(checked.connection()[u"light"_s], u"green"_s);
        QCOMPARE(m_bench->run({u"remove"_s, u"Expiring"_s}).exitCode, 0);
    }

    //! R49, R50: a fault of the provider is no red light; it could not be verified.
    void anOutageIsNotRed()
    {
        QVERIFY(m_bench->connectXero(u"Steady"_s).exitCode == 0);
        m_bench->fault({{u"provider"_s, u"xero"_s}, {u"fault"_s, u"outage"_s}, {u"times"_s, 20}});
        const Run checked = m_bench->run({u"check"_s, u"Steady"_s, u"--json"_s});
        QVERIFY2(checked.exitCode == 3, checked.told());
        QCOMPARE(checked.connection()[u"light"_s], u"neutral"_s);
        QCOMPARE(checked.connection()[u"health"_s], u"retrying"_s);
        QCOMPARE(checked.connection()[u"error_class"_s], u"provider_outage"_s);
        // The command ends: nothing of it tries again at some time.
        const Run status = m_bench->run({u"status"_s, u"Steady"_s});
        QVERIFY2(!status.out.toLower().contains("trying again"), status.told());
        QVERIFY2(status.out.contains("relink check"), status.told());
        QVERIFY2(!checked.connection()[u"reason"_s].toString().contains(u"Trying again"_s),
                 checked.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Steady"_s}).exitCode, 0);
    }

    //! What was ended here is ended: asked for its token, or to end it once more, it says so.
    void aRevokedConnectionSaysSo()
    {
        QVERIFY(m_bench->connectXero(u"Ended"_s).exitCode == 0);
        QCOMPARE(m_bench->run({u"revoke"_s, u"Ended"_s}).exitCode, 0);
        const Run token = m_bench->run({u"token"_s, u"Ended"_s});
        QVERIFY2(token.exitCode == 3, token.told());
        QCOMPARE(token.out, QByteArray());
        QVERIFY2(token.err.contains("You ended the access to Xero")
                     && token.err.contains("relink reauthorize Ended"),
                 token.told());
        const Run json = m_bench->run({u"token"_s, u"Ended"_s, u"--json"_s});
        QVERIFY2(json.exitCode == 3, json.told());
        QCOMPARE(json.error()[u"class"_s], u"revoked"_s);
        QCOMPARE(json.error()[u"action"_s], u"reauthorize"_s);

        const Run twice = m_bench->run({u"revoke"_s, u"Ended"_s});
        QVERIFY2(twice.exitCode == 0, twice.told());
        QVERIFY2(twice.out.contains("already") && twice.out.contains("nothing left"), twice.told());
        const Run thrice = m_bench->run({u"revoke"_s, u"Ended"_s, u"--json"_s});
        QVERIFY2(thrice.exitCode == 0, thrice.told());
        QCOMPARE(thrice.json()[u"result"_s], u"removed_here"_s);
        int withdrawals = 0;
        for (const QJsonObject &line : jsonLines(m_bench->run({u"history"_s, u"--json"_s}).out))
            withdrawals += line[u"connection"_s] == u"Ended"_s && line[u"stage"_s] == u"revoke"_s;
        QCOMPARE(withdrawals, 1);
        QCOMPARE(m_bench->run({u"remove"_s, u"Ended"_s}).exitCode, 0);
    }

    //! A key is not authorised again but entered again.
    void aRevokedKeyIsEnteredAgain()
    {
        const Run connected = m_bench->connectKey(u"Ended key"_s);
        QVERIFY2(connected.exitCode == 0, connected.told());
        const Run once = m_bench->run({u"revoke"_s, u"Ended key"_s});
        QVERIFY2(once.exitCode == 0 && !once.out.contains("already"), once.told());
        const Run token = m_bench->run({u"token"_s, u"Ended key"_s});
        QVERIFY2(token.exitCode == 3, token.told());
        QVERIFY2(token.err.contains("relink reauthorize \"Ended key\" --secret api_key"),
                 token.told());
        // The same command says the same of what it lacks.
        const Run without = m_bench->run({u"reauthorize"_s, u"Ended key"_s});
        QVERIFY2(without.exitCode == 2 && without.err.contains("--secret api_key"), without.told());
        const Run twice = m_bench->run({u"revoke"_s, u"Ended key"_s});
        QVERIFY2(twice.exitCode == 0 && twice.out.contains("already"), twice.told());
        // It may still be listed there, for nobody could end it from here.
        QVERIFY2(twice.out.contains("Mintsoft > Settings"), twice.told());
        const Run again = m_bench->run(
            {u"reauthorize"_s, u"Ended key"_s, u"--secret"_s, u"api_key"_s}, "practice-key\n");
        QVERIFY2(again.exitCode == 0, again.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Ended key"_s}).exitCode, 0);
    }

    //! A provider without a known probe stays neutral, and that is "could not be verified".
    void withoutAProbeItStaysUnverified()
    {
        m_bench->fault({{u"provider"_s, u"sage_intacct"_s}, {u"fault"_s, u"expire"_s}});
        const Run connected = m_bench->runAuthorizing(
            {u"--json"_s, u"connect"_s, u"sage_intacct"_s, u"--name"_s, u"Ledger"_s, u"--set"_s,
             u"client_id=practice-client"_s, u"--secret"_s, u"client_secret"_s},
            "practice-secret\n");
        QVERIFY2(connected.exitCode == 3, connected.told());
        QCOMPARE(connected.connection()[u"light"_s], u"neutral"_s);
        QCOMPARE(connected.connection()[u"health"_s], u"unverified"_s);
        QCOMPARE(m_bench->run({u"status"_s, u"Ledger"_s}).exitCode, 0);
        const Run anew = m_bench->runAuthorizing({u"reconnect"_s, u"Ledger"_s});
        QVERIFY2(anew.exitCode == 3, anew.told());
        QVERIFY2(anew.err.contains("could not be verified")
                     && anew.err.contains("relink edit Ledger --set probe_url=")
                     && !anew.err.contains("It works."),
                 anew.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Ledger"_s}).exitCode, 0);
    }

    //! Said before the browser opens, where nobody is asked.
    void aSecondSignInIsWarnedOf()
    {
        const auto connect = [this](const QString &name) {
            return m_bench->runAuthorizing(
                {u"--json"_s, u"connect"_s, u"sage_intacct"_s, u"--name"_s, name, u"--set"_s,
                 u"client_id=practice-client"_s, u"--secret"_s, u"client_secret"_s},
                "practice-secret\n");
        };
        const QByteArray warning = "“First” is already connected to Sage Intacct.";
        const Run first = connect(u"First"_s);
        QVERIFY2(first.exitCode == 3 && !first.err.contains("already connected"), first.told());
        const Run second = connect(u"Second"_s);
        QVERIFY2(second.exitCode == 3, second.told());
        const qsizetype warned = second.err.indexOf(warning);
        QVERIFY2(warned >= 0 && warned < second.err.indexOf("Open: "), second.told());
        QVERIFY2(!second.out.contains("already connected"), second.told());
        const Run again = m_bench->runAuthorizing({u"reauthorize"_s, u"Second"_s});
        QVERIFY2(again.exitCode == 3 && again.err.contains(warning), again.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"First"_s}).exitCode, 0);
        const Run alone = m_bench->runAuthorizing({u"reauthorize"_s, u"Second"_s});
        QVERIFY2(alone.exitCode == 3 && !alone.err.contains("already connected"), alone.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Second"_s}).exitCode, 0);
    }

    //! Two companies behind one sign-in: named beforehand, or the list is told.
    void amongSeveralOrganisationsOneIsNamed()
    {
        const QStringList connect {
            u"--json"_s,   u"connect"_s,      u"xero"_s, u"--set"_s, u"client_id=practice-client"_s,
            u"--secret"_s, u"client_secret"_s};
        const Run unnamed
            = m_bench->runAuthorizing(connect + QStringList {u"--name"_s, u"A"_s},
                                      "practice-secret\n", "decision=allow&organisation=both");
        QVERIFY2(unnamed.exitCode == 3, unnamed.told());
        QCOMPARE(unnamed.error()[u"action"_s], u"choose_organisation"_s);
        static const QRegularExpression ids(u"  2\\. .* \\(([^)]+)\\)"_s);
        const QString second = ids.match(QString::fromUtf8(unnamed.err)).captured(1);
        QVERIFY2(!second.isEmpty(), unnamed.told());
        const Run named = m_bench->runAuthorizing(
            connect + QStringList {u"--name"_s, u"B"_s, u"--set"_s, u"organisation_id="_s + second},
            "practice-secret\n", "decision=allow&organisation=both");
        QVERIFY2(named.exitCode == 0, named.told());
        QCOMPARE(named.connection()[u"organisation"_s].toObject()[u"id"_s], second);
        QCOMPARE(m_bench->run({u"remove"_s, u"B"_s}).exitCode, 0);
    }

    //! R70: nobody is there to ask, so another account is refused and the old grant stays.
    void anotherAccountIsRefusedWithoutATerminal()
    {
        QVERIFY(m_bench->connectXero(u"Mine"_s).exitCode == 0);
        const Run other
            = m_bench->runAuthorizing({u"--json"_s, u"reauthorize"_s, u"Mine"_s}, {},
                                      "decision=allow&organisation=" + otherOrganisation());
        QVERIFY2(other.exitCode == 3, other.told());
        QCOMPARE(other.error()[u"class"_s], u"wrong_tenant"_s);
        const Run checked = m_bench->run({u"check"_s, u"Mine"_s, u"--json"_s});
        QVERIFY2(checked.exitCode == 0, checked.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Mine"_s}).exitCode, 0);
    }

    //! R67: a provider that is out of service ends nothing; what to do then is said.
    void anOutageAtARevocationOffersToTryAgain()
    {
        QVERIFY(m_bench->connectXero(u"Mine"_s).exitCode == 0);
        m_bench->fault({{u"provider"_s, u"xero"_s}, {u"fault"_s, u"outage"_s}});
        const Run failed = m_bench->run({u"revoke"_s, u"Mine"_s});
        m_bench->clearFaults();
        QVERIFY2(failed.exitCode == 3, failed.told());
        QVERIFY2(failed.out.contains("relink revoke Mine"), failed.told());
        QCOMPARE(m_bench->run({u"revoke"_s, u"Mine"_s}).exitCode, 0);
        QCOMPARE(m_bench->run({u"remove"_s, u"Mine"_s}).exitCode, 0);
    }

    //! Practice: the way back from a withdrawal is the one at a real provider.
    void aWithdrawnKeyIsReplacedByANewOne()
    {
        const QStringList connect {u"connect"_s,  u"mintsoft"_s, u"--name"_s,
                                   u"Store"_s,    u"--set"_s,    u"auth_method=api_key"_s,
                                   u"--secret"_s, u"api_key"_s};
        QCOMPARE(m_bench->run(connect, "practice-key\n").exitCode, 0);
        m_bench->fault({{u"provider"_s, u"mintsoft"_s}, {u"fault"_s, u"revoke"_s}});
        QCOMPARE(m_bench->run({u"check"_s, u"Store"_s}).exitCode, 1);
        const QStringList edit {u"edit"_s, u"Store"_s, u"--secret"_s, u"api_key"_s};
        m_bench->run(edit, "practice-key\n");
        QCOMPARE(m_bench->run({u"check"_s, u"Store"_s}).exitCode, 1);
        m_bench->run(edit, "practice-key-2\n");
        const Run mended = m_bench->run({u"check"_s, u"Store"_s});
        QVERIFY2(mended.exitCode == 0, mended.told());
        QCOMPARE(m_bench->run({u"remove"_s, u"Store"_s}).exitCode, 0);
    }

    void doctorTestsWhatIsNeeded()
    {
        const Run doctor = m_bench->run({u"doctor"_s, u"--json"_s});
        QStringList ids;
        const QJsonArray results = doctor.json()[u"results"_s].toArray();
        for (const auto &result : results) {
            ids += result.toObject()[u"id"_s].toString();
            // Whether a browser is installed is this machine's business.
            if (ids.last() != "browser"_L1)
                QVERIFY2(result.toObject()[u"ok"_s].toBool(), doctor.told());
        }
        QCOMPARE(ids,
                 (QStringList {u"keychain"_s, u"keychain_event_loop"_s, u"keychain_round_trip"_s,
                               u"loopback"_s, u"database"_s, u"browser"_s, u"packs"_s}));
    }

private:
    //! The key of the second organisation on the consent page.
    QByteArray otherOrganisation()
    {
        const auto process = m_bench->start({u"--no-browser"_s, u"reauthorize"_s, u"Mine"_s});
        const QUrl page = Bench::addressToOpen(*process);
        const QByteArray html = Bench::visit(page);
        process->terminate();
        process->waitForFinished(5000);
        static const QRegularExpression choice(u"name=\"organisation\" value=\"([^\"]+)\""_s);
        auto matches = choice.globalMatch(QString::fromUtf8(html));
        if (matches.hasNext())
            matches.next();
        return matches.hasNext() ? matches.next().captured(1).toUtf8() : QByteArray();
    }
};

RELINK_TEST(WholeLifeTest)
#include "wholelifetest.moc"
