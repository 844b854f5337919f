// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/alreadyrefreshed.h"

#include "support/testmain.h"

using namespace relink;
using namespace std::chrono_literals;

namespace {

const QDateTime noon({2026, 11, 17}, {12, 0}, Qt::UTC);

Diagnosis of(ErrorClass errorClass)
{
    Diagnosis diagnosis;
    diagnosis.errorClass = errorClass;
    return diagnosis;
}

Connection failing(ErrorClass errorClass)
{
    Connection connection;
    connection.state.diagnosis = of(errorClass);
    return connection;
}

} // namespace

//! The already-refreshed fact (AMG-06, X-03).
class AlreadyRefreshedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sameErrorAfterARenewal_data()
    {
        QTest::addColumn<int>("before"); // class that the renewal was to mend; -1: none
        QTest::addColumn<int>("now");
        QTest::addColumn<int>("minutes");
        QTest::addColumn<bool>("already");
        const auto is = [](ErrorClass errorClass) { return int(errorClass); };
        const int role = is(ErrorClass::PermissionRole);
        QTest::newRow("stands still") << role << role << 0 << true;
        QTest::newRow("comes back in an hour") << role << role << 60 << true;
        QTest::newRow("comes back after exactly a day") << role << role << 24 * 60 << true;
        QTest::newRow("comes back later") << role << role << 24 * 60 + 1 << false;
        QTest::newRow("before the clock was set back") << role << role << -5 << false;
        QTest::newRow("another error") << role << is(ErrorClass::Revoked) << 60 << false;
        QTest::newRow("nothing was wrong") << -1 << role << 60 << false;
        QTest::newRow("a sign-in that ends again")
            << is(ErrorClass::ExpiredRefresh) << is(ErrorClass::ExpiredRefresh) << 60 << true;
        for (const ErrorClass passing : {ErrorClass::Network, ErrorClass::ProviderOutage,
                                         ErrorClass::KeychainLocked, ErrorClass::NotAnError}) {
            QTest::addRow("%s is no matter of renewing", qPrintable(toString(passing)))
                << is(passing) << is(passing) << 60 << false;
        }
    }

    void sameErrorAfterARenewal()
    {
        QFETCH(int, before);
        QFETCH(int, now);
        QFETCH(int, minutes);
        Connection connection = before < 0 ? Connection() : failing(ErrorClass(before));
        connection.renewed = renewalOf(connection, noon);
        QTEST(alreadyRefreshed(connection, of(ErrorClass(now)), noon.addSecs(minutes * 60)),
              "already");
    }

    void withoutARenewal()
    {
        QVERIFY(!alreadyRefreshed(failing(ErrorClass::Revoked), of(ErrorClass::Revoked), noon));
    }

    void theTimeCanBeSet()
    {
        Connection connection = failing(ErrorClass::Revoked);
        connection.renewed = renewalOf(connection, noon);
        const QDateTime later = noon.addSecs(3600);
        QVERIFY(!alreadyRefreshed(connection, of(ErrorClass::Revoked), later, 59min));
        QVERIFY(alreadyRefreshed(connection, of(ErrorClass::Revoked), later, 60min));
    }

    //! What the merchant was told elsewhere goes before what stands here.
    void aToldErrorIsWhatItIsAgainst()
    {
        Connection connection = failing(ErrorClass::Revoked);
        connection.renewed = renewalOf(connection, noon, ErrorClass::PlanRestriction);
        QVERIFY(alreadyRefreshed(connection, of(ErrorClass::PlanRestriction), noon));
        QVERIFY(!alreadyRefreshed(connection, of(ErrorClass::Revoked), noon));
    }

    //! Refreshed, it worked for a while; authorised anew to be sure; the error is back.
    void aSecondRenewalKeepsWhatTheFirstWasAgainst()
    {
        Connection connection = failing(ErrorClass::PermissionRole);
        connection.renewed = renewalOf(connection, noon);
        connection.state.diagnosis.reset();
        connection.renewed = renewalOf(connection, noon.addSecs(3600));
        const Diagnosis back = of(ErrorClass::PermissionRole);
        QVERIFY(alreadyRefreshed(connection, back, noon.addSecs(2 * 3600)));

        connection.renewed = renewalOf(connection, noon.addDays(3));
        QVERIFY(!alreadyRefreshed(connection, back, noon.addDays(3)));
    }

    //! A network that was down while renewing does not hide what was wrong.
    void aPassingFaultIsNotWhatItIsAgainst()
    {
        Connection connection = failing(ErrorClass::PermissionRole);
        connection.renewed = renewalOf(connection, noon);
        connection.state.diagnosis = of(ErrorClass::Network);
        connection.renewed = renewalOf(connection, noon.addSecs(60));
        QVERIFY(alreadyRefreshed(connection, of(ErrorClass::PermissionRole), noon.addSecs(120)));
    }
};

RELINK_TEST(AlreadyRefreshedTest)

#include "tst_alreadyrefreshed.moc"
