// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/connection.h"
#include "core/model/historyevent.h"
#include "core/model/providerpack.h"
#include "core/model/recipe.h"
#include "core/model/revokeoutcome.h"

#include "support/testmain.h"

#include <QSet>

using namespace relink;
using namespace Qt::StringLiterals;

//! The names that stand in files and in JSON: every one is there, no two are alike, and reading
//! gives back what was written.
class NamesTest : public QObject
{
    Q_OBJECT

    template <typename Enum, typename Read>
    static QStringList names(Enum last, Read read)
    {
        QStringList all;
        for (int i = 0; i <= int(last); ++i) {
            const QString name = toString(Enum(i));
            all += read(name) == Enum(i) ? name : u"not read back: "_s + name;
        }
        return all;
    }

private Q_SLOTS:
    void areThoseOfTheFormats()
    {
        QCOMPARE(names(Environment::Test, environmentFromString),
                 (QStringList {u"production"_s, u"test"_s}));
        QCOMPARE(names(ClientAuthMethod::Post, clientAuthMethodFromString),
                 (QStringList {u"none"_s, u"client_secret_basic"_s, u"client_secret_basic_raw"_s,
                               u"client_secret_post"_s}));
        QCOMPARE(names(HistoryKind::Change, historyKindFromString),
                 (QStringList {u"failure"_s, u"recovery"_s, u"change"_s}));
        QCOMPARE(names(HistoryStage::Local, historyStageFromString),
                 (QStringList {u"authorize"_s, u"exchange"_s, u"refresh"_s, u"probe"_s, u"revoke"_s,
                               u"keychain"_s, u"storage"_s, u"local"_s}));
        QCOMPARE(names(StepKind::Support, stepKindFromString),
                 (QStringList {u"explain"_s, u"check"_s, u"action"_s, u"external"_s, u"question"_s,
                               u"verify"_s, u"support"_s}));
        QCOMPARE(names(StepAction::Revoke, stepActionFromString),
                 (QStringList {u"none"_s, u"refresh"_s, u"forget_access"_s, u"authorize"_s,
                               u"edit_credential"_s, u"switch_test_mode"_s,
                               u"choose_organisation"_s, u"revoke"_s}));
        QCOMPARE(names(CheckId::TestMode, checkIdFromString),
                 (QStringList {u"network"_s, u"proxy"_s, u"tls"_s, u"captive_portal"_s, u"clock"_s,
                               u"keychain"_s, u"endpoint"_s, u"grant"_s, u"scopes"_s,
                               u"competing"_s, u"format"_s, u"test_mode"_s}));
        QCOMPARE(names(StepSide::Partner, stepSideFromString),
                 (QStringList {u"this"_s, u"partner"_s}));
        QCOMPARE(names(StepTool::DeveloperMessage, stepToolFromString),
                 (QStringList {u"compare_key"_s, u"administrator_message"_s, u"test_mode_table"_s,
                               u"scope_table"_s, u"wait"_s, u"developer_message"_s}));
        QCOMPARE(names(StepStatus::Skipped, stepStatusFromString),
                 (QStringList {u"open"_s, u"running"_s, u"done"_s, u"failed"_s, u"not_possible"_s,
                               u"skipped"_s}));
        QCOMPARE(toString(AuthKind::AuthorizationCode), u"authorization_code"_s);
        QCOMPARE(toString(AuthKind::ApiKey), u"api_key"_s);
        QCOMPARE(toString(AuthKind::Login), u"login"_s);
        QCOMPARE(toString(RevokeOutcome::Kind::Revoked), u"revoked"_s);
        QCOMPARE(toString(RevokeOutcome::Kind::Accepted), u"accepted"_s);
        QCOMPARE(toString(RevokeOutcome::Kind::RemovedHere), u"removed_here"_s);
        QCOMPARE(toString(RevokeOutcome::Kind::Failed), u"failed"_s);
    }

    void unknownNamesAreRefused()
    {
        for (const QString &name : {QString(), u"sandbox"_s, u"Production"_s, u" test"_s}) {
            QVERIFY(!environmentFromString(name));
            QVERIFY(!clientAuthMethodFromString(name));
            QVERIFY(!historyKindFromString(name));
            QVERIFY(!historyStageFromString(name));
            QVERIFY(!stepKindFromString(name));
            QVERIFY(!stepActionFromString(name));
            QVERIFY(!checkIdFromString(name));
            QVERIFY(!stepStatusFromString(name));
        }
    }
};

RELINK_TEST(NamesTest)
#include "tst_names.moc"
