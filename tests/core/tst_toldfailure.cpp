// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/helptopics.h"
#include "core/rules/toldfailure.h"
#include "support/diagnosecorpus.h"
#include "support/testmain.h"

using namespace relink;
using namespace relink::test;
using namespace Qt::StringLiterals;

namespace {

Diagnosis of(ErrorClass errorClass, RecommendedAction action = RecommendedAction::Reauthorize)
{
    Diagnosis diagnosis;
    diagnosis.errorClass = errorClass;
    diagnosis.action = action;
    return diagnosis;
}

ConnectionState red(ErrorClass errorClass)
{
    ConnectionState state;
    state.health = Health::NeedsAuthorization;
    state.diagnosis = of(errorClass);
    return state;
}

} // namespace

//! An error that the merchant met elsewhere, beside what Relink found itself.
class ToldFailureTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatRelinkFoundItself()
    {
        ConnectionState green;
        green.health = Health::Connected;
        green.verifiedAt = QDateTime(QDate(2026, 11, 22), QTime(8, 15), Qt::UTC);
        QVERIFY(ownFinding(green, of(ErrorClass::Revoked)) == OwnFinding::Works);
        QVERIFY(ownFinding({}, of(ErrorClass::Revoked)) == OwnFinding::Nothing);
        QVERIFY(ownFinding(red(ErrorClass::Unknown), of(ErrorClass::Revoked))
                == OwnFinding::Nothing);
        QVERIFY(ownFinding(red(ErrorClass::PermissionRole), of(ErrorClass::PermissionRole))
                == OwnFinding::Nothing);
        QVERIFY(ownFinding(red(ErrorClass::PermissionRole), of(ErrorClass::Revoked))
                == OwnFinding::SomethingElse);
        // Other words for the same: somebody has to sign in again.
        QVERIFY(ownFinding(red(ErrorClass::ExpiredRefresh), of(ErrorClass::Revoked))
                == OwnFinding::Nothing);
    }

    void whatLeadsToAReconnect()
    {
        QVERIFY(leadsToReconnect(of(ErrorClass::Revoked)));
        QVERIFY(leadsToReconnect(of(ErrorClass::InvalidClient, RecommendedAction::EditCredential)));
        QVERIFY(!leadsToReconnect(of(ErrorClass::NotAnError)));
        for (const RecommendedAction other :
             {RecommendedAction::None, RecommendedAction::Wait, RecommendedAction::UnlockKeychain,
              RecommendedAction::CheckNetwork, RecommendedAction::SetClock,
              RecommendedAction::ContactSupport})
            QVERIFY(!leadsToReconnect(of(ErrorClass::Unknown, other)));
    }

    void theNearestHelpComesFirst()
    {
        const auto help = [](ErrorClass errorClass, std::optional<int> status) {
            TextDiagnosis reading;
            reading.diagnosis.errorClass = errorClass;
            reading.httpStatus = status;
            QStringList ids;
            for (const HelpTopic &topic : helpFor(reading, shippedDocumentation()))
                ids += topic.id;
            return ids;
        };
        QCOMPARE(help(ErrorClass::ExpiredAccess, 401),
                 (QStringList {u"status_401"_s, u"access_token"_s}));
        QCOMPARE(help(ErrorClass::PermissionRole, 403), QStringList {u"status_403"_s});
        QCOMPARE(help(ErrorClass::Network, {}), QStringList());
    }
};

RELINK_TEST(ToldFailureTest)

#include "tst_toldfailure.moc"
