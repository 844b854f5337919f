// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "storage/samples.h"

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

QDateTime at(int seconds)
{
    return QDateTime::fromMSecsSinceEpoch(1'770'000'000'123 + seconds * 1000LL, Qt::UTC);
}

} // namespace

AuthError sampleError()
{
    AuthError error;
    error.origin = ErrorOrigin::Resource;
    error.code = u"invalid_grant"_s;
    error.httpStatus = 401;
    error.providerCode = u"3200"_s;
    error.description = u"Zugriff “verweigert”; 'DROP TABLE' \"x\"\n\t\\ \U0001F600"_s;
    error.uri = u"https://provider.example/errors?code=3200#x"_s;
    error.retryAfter = std::chrono::seconds(90);
    error.evidence = QByteArray("{\"a\":\"\x00\xff\xfe\"}", 11);
    error.challenge = "Bearer error=\"invalid_token\"\nBasic";
    return error;
}

Diagnosis sampleDiagnosis()
{
    Diagnosis diagnosis;
    diagnosis.errorClass = ErrorClass::PermissionScope;
    diagnosis.cause = u"access_disabled"_s;
    diagnosis.confidence = 0.7;
    diagnosis.alternatives = {{ErrorClass::Revoked, u"The access was withdrawn."_s},
                              {ErrorClass::AccountClosed, u"The account is closed."_s}};
    diagnosis.action = RecommendedAction::AskAdministrator;
    diagnosis.rule = u"rule-7"_s;
    diagnosis.source = u"RFC 6750 3.1"_s;
    return diagnosis;
}

Connection sampleConnection(int n)
{
    Connection c;
    c.id.value = u"0f3c9a77-%1"_s.arg(n);
    c.name = u"Käse & Söhne %1"_s.arg(n);
    c.provider = u"shop_provider"_s;
    c.via = u"Stock Sync"_s;
    c.environment = Environment::Test;
    c.credentialEnvironment = Environment::Production;
    c.authMethod = u"oauth"_s;
    c.inputs = {{u"client_id"_s, u"abc %1"_s.arg(n)}, {u"empty"_s, u""_s}};
    c.captures = {{u"realmId"_s, u"9130357"_s}};
    c.discovered.authorization = QUrl(u"https://id.example/a?x=%2B+1"_s);
    c.discovered.token = QUrl(u"https://id.example/t"_s);
    c.discovered.refresh = QUrl(u"https://id.example/r"_s);
    c.discovered.device = QUrl(u"https://id.example/d"_s);
    c.discovered.revocation = QUrl(u"https://id.example/v"_s);
    c.discovered.probe = QUrl(u"http://127.0.0.1:8080/me?q=%C3%A4"_s);
    c.discovered.issuer = u"https://id.example"_s;
    c.discovered.issuerInRedirect = true;
    c.boundOrigins = {u"https://id.example"_s, u"https://api.example:8443"_s};
    c.organisation = {u"org-1"_s, u"Müller GmbH"_s};
    c.identity = u"owner@example"_s;
    c.secretAccount = u"k-%1"_s.arg(n);
    c.hasSecret = true;
    c.scope = {u"read"_s, u"offline_access"_s};
    c.createdAt = at(1);
    c.accessExpiresAt = at(2);
    c.refreshExpiresAt = at(3);
    c.renewed = Renewal {at(7), ErrorClass::PermissionRole};
    c.areas
        = {{u"orders"_s, u"Orders"_s, true, at(8), at(9), AreaSource::Probe, {}},
           {{}, u"Profit report"_s, false, at(8), at(8), AreaSource::Pasted, sampleDiagnosis()}};
    c.state.health = Health::KeychainLocked;
    c.state.diagnosis = sampleDiagnosis();
    c.state.error = sampleError();
    c.state.keychainReason = KeychainReason::NotAnswering;
    c.state.since = at(4);
    c.state.verifiedAt = at(5);
    c.state.retryAt = at(6);
    c.state.failures = 3;
    return c;
}

HistoryEvent sampleEvent(int n)
{
    HistoryEvent e;
    e.time = at(100 + n);
    e.firstSeen = at(50);
    e.noticedAt = at(60);
    e.count = 2;
    e.kind = HistoryKind::Change;
    e.connection.value = u"0f3c9a77-1"_s;
    e.connectionName = u"Käse & Söhne"_s;
    e.provider = u"shop_provider"_s;
    e.stage = HistoryStage::Refresh;
    e.action = u"refresh"_s;
    e.httpStatus = 400;
    e.providerCode = u"3200"_s;
    e.errorClass = ErrorClass::ExpiredRefresh;
    e.cause = u"answer_lost"_s;
    e.code = u"invalid_grant"_s;
    e.message = u"No more “access” %1"_s.arg(n);
    e.resolved = true;
    return e;
}

ReconnectProgress sampleProgress(const ConnectionId &connection)
{
    Step step;
    step.id = u"check"_s;
    step.kind = StepKind::Action;
    step.action = StepAction::SwitchTestMode;
    step.checks = {CheckId::Clock, CheckId::Grant};
    step.title = u"Check"_s;
    step.text = u"We look at {provider}."_s;
    step.button = u"Go"_s;
    step.source = u"RFC 6749"_s;
    step.section = u"first"_s;
    step.rows = {u"AMK-01"_s, u"X-03"_s};
    step.menuPath = u"Settings > Apps"_s;
    step.developer = true;
    step.side = StepSide::Partner;
    step.tools = {StepTool::CompareKey, StepTool::Wait};
    step.options = {{u"yes"_s, u"Yes"_s, u"AMK-05"_s, u"roles_changed"_s, true, true, true}};
    step.when = {u"question"_s, {u"yes"_s, u"no"_s}};
    step.needs = {u"menu_path"_s};
    step.lacks = {u"manage_url"_s};
    step.sectionWhen = {u"choose_way"_s, {u"dashboard"_s}};
    step.renews = true;
    step.link = u"https://help.example/1"_s;
    step.optional = true;
    step.authKinds = {AuthKind::AuthorizationCode, AuthKind::ApiKey, AuthKind::Login};
    step.skipWhenMended = true;
    Step last;
    last.id = u"last"_s;

    CheckResult result;
    result.check = CheckId::Keychain;
    result.passed = true;
    result.detail = u"differs"_s;
    result.values = {{u"minutes"_s, u"7"_s}};
    result.diagnosis = sampleDiagnosis();

    StepRecord record;
    record.status = StepStatus::NotPossible;
    record.at = at(200);
    record.checks = {result, CheckResult {}};
    record.error = sampleError();
    record.answer = u"yes"_s;
    record.reason = u"Nobody was there."_s;
    record.outcome = u"removed_here"_s;

    ReconnectProgress progress;
    progress.connection = connection;
    progress.plan.recipe = u"generic"_s;
    progress.plan.cause = u"withdrawn"_s;
    progress.plan.errorClass = ErrorClass::Revoked;
    progress.plan.alreadyRefreshed = true;
    progress.plan.also = {u"X-01"_s};
    progress.plan.steps = {step, last};
    progress.records = {{u"check"_s, record}, {u"last"_s, StepRecord {}}};
    progress.current = 1;
    progress.mended = true;
    progress.pendingGrant = true;
    progress.draft = sampleConnection(77);
    progress.partner = ConnectionId {u"partner"_s};
    progress.partnerPendingGrant = true;
    progress.partnerDraft = sampleConnection(78);
    progress.told = Diagnosis {ErrorClass::Revoked,
                               QStringLiteral("access_disabled"),
                               0.9,
                               {},
                               RecommendedAction::Reauthorize,
                               QStringLiteral("rule"),
                               {}};
    progress.startedAt = at(201);
    return progress;
}

} // namespace relink::test
