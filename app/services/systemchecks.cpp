// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/systemchecks.h"

#include "core/ports/clock.h"
#include "core/ports/probe.h"
#include "core/ports/secretstore.h"
#include "core/rules/checkresults.h"
#include "core/rules/classify.h"
#include "core/rules/competing.h"
#include "core/rules/endpointcheck.h"
#include "core/rules/frontdoor.h"
#include "core/rules/scopedrift.h"
#include "core/rules/storedformat.h"
#include "core/rules/testmode.h"
#include "services/connectionchecker.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/futures.h"

#include <QElapsedTimer>

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

CheckResult failed(CheckId check, const AuthError &error, const Target *target = nullptr)
{
    CheckResult result;
    result.check = check;
    result.detail = error.code;
    result.diagnosis = classify(error, ErrorStage::Probe, target ? target->pack.get() : nullptr,
                                target ? target->kind() : AuthKind::AuthorizationCode);
    return result;
}

CheckResult keychainResult(KeychainState state)
{
    AuthError error;
    error.origin = ErrorOrigin::SecretStore;
    switch (state) {
    case KeychainState::Ready:
    case KeychainState::NoCollection:
        return passedCheck(CheckId::Keychain, u"unlocked"_s);
    case KeychainState::Locked:
        error.code = QLatin1StringView(code::keychainLocked);
        break;
    case KeychainState::Missing:
        error.code = QLatin1StringView(code::keychainMissing);
        break;
    case KeychainState::NotAnswering:
        error.code = QLatin1StringView(code::keychainNotAnswering);
        break;
    }
    return failed(CheckId::Keychain, error);
}

} // namespace

SystemChecks::SystemChecks(const Ports &ports, ConnectionTable &table, CredentialVault &vault,
                           ConnectionChecker &checker, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_table(table)
    , m_vault(vault)
    , m_checker(checker)
{}

void SystemChecks::run(const QList<CheckId> &checks, const Target &target, QObject *context,
                       const Finished &finished)
{
    if (std::any_of(checks.begin(), checks.end(), isAtFrontDoor))
        askFrontDoor(checks, target, context, finished);
    if (checks.contains(CheckId::Keychain))
        askKeychain(target, context, finished);
    if (checks.contains(CheckId::Endpoint))
        finished(checkEndpoints(*target.pack, target.connection));
    if (checks.contains(CheckId::Grant))
        askGrant(target, context, finished);
    if (checks.contains(CheckId::Scopes))
        finished(checkScopes(*target.pack, target.connection));
    if (checks.contains(CheckId::Competing))
        finished(checkCompeting(*target.pack, target.connection, m_table.all()));
    if (checks.contains(CheckId::Format) || checks.contains(CheckId::TestMode))
        readStored(checks, target, context, finished);
}

void SystemChecks::askFrontDoor(const QList<CheckId> &checks, const Target &target,
                                QObject *context, const Finished &finished)
{
    const auto tell = [checks, finished](const QList<CheckResult> &results) {
        for (const CheckResult &result : results) {
            if (checks.contains(result.check))
                finished(result);
        }
    };
    ApiCall call;
    call.url = frontDoorOf(target.provider);
    if (call.url.isEmpty())
        return tell(noFrontDoor());
    QElapsedTimer timer;
    timer.start();
    whenDone(m_ports.probe.send(call), context,
             [this, tell, timer, url = call.url](const Result<HttpAnswer> &answer) {
                 tell(readFrontDoor(url, answer, m_ports.clock.now(),
                                    std::chrono::milliseconds(timer.elapsed())));
             });
}

void SystemChecks::askKeychain(const Target &target, QObject *context, const Finished &finished)
{
    whenDone(m_ports.secrets.state(), context, KeychainState::NotAnswering,
             [this, target, context, finished](KeychainState state) {
                 const CheckResult result = keychainResult(state);
                 if (!result.passed || !target.connection.hasSecret)
                     return finished(result);
                 whenDone(m_vault.readAgain(target.connection), context,
                          [result, finished](const Result<Credential> &credential) {
                              finished(credential ? result
                                                  : failed(CheckId::Keychain, credential.error()));
                          });
             });
}

void SystemChecks::askGrant(const Target &target, QObject *context, const Finished &finished)
{
    whenDone(m_vault.read(target.connection), context,
             [this, target, context, finished](Result<Credential> credential) {
                 if (!credential)
                     return finished(failed(CheckId::Grant, credential.error(), &target));
                 if (!credential->hasAccess() || !checkBinding(target))
                     return finished(
                         failed(CheckId::Grant, localError(code::noRefreshToken), &target));
                 if (!target.hasProbe())
                     return finished(passedCheck(CheckId::Grant, checkdetail::noProbe));
                 whenDone(m_checker.probe(target, *credential), context,
                          [target, finished](Result<ProbeVerdict> verdict) {
                              if (!verdict)
                                  return finished(failed(CheckId::Grant, verdict.error(), &target));
                              if (!verdict->accepted)
                                  return finished(failed(CheckId::Grant, *verdict->error, &target));
                              finished(passedCheck(CheckId::Grant, u"accepted"_s));
                          });
             });
}

void SystemChecks::readStored(const QList<CheckId> &checks, const Target &target, QObject *context,
                              const Finished &finished)
{
    whenDone(m_vault.read(target.connection), context,
             [checks, target, finished](const Result<Credential> &credential) {
                 for (const CheckId check : {CheckId::Format, CheckId::TestMode}) {
                     if (!checks.contains(check))
                         continue;
                     if (!credential) {
                         // Its own row says what is the matter with the keychain.
                         finished(passedCheck(check, checkdetail::notLookedAt));
                     } else if (check == CheckId::Format) {
                         finished(checkStoredFormat(target.provider.method, *credential));
                     } else {
                         finished(checkTestMode(*target.pack, target.connection, *credential));
                     }
                 }
             });
}

} // namespace relink
