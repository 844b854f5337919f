// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/systemchecks.h"

#include "core/ports/clock.h"
#include "core/ports/probe.h"
#include "core/ports/secretstore.h"
#include "core/rules/classify.h"
#include "core/rules/httpdate.h"
#include "services/connectionchecker.h"
#include "services/credentialvault.h"
#include "services/futures.h"

#include <QElapsedTimer>

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// Servers and signatures tolerate about this much.
constexpr std::chrono::seconds tolerableClockError = 5min;

QUrl frontDoor(const Target &target)
{
    // A shop of the merchant's own has a page that answers while the shop is up.
    if (!target.provider.reachability.isEmpty())
        return target.provider.reachability;
    for (const QUrl &url : {target.provider.endpoints.token, target.provider.endpoints.probe,
                            target.provider.login, target.provider.endpoints.authorization}) {
        if (url.isValid() && !url.host().isEmpty()) {
            QUrl door = url;
            door.setPath(u"/"_s);
            door.setQuery(QString());
            return door;
        }
    }
    return {};
}

CheckResult passed(CheckId check, const QString &detail)
{
    CheckResult result;
    result.check = check;
    result.passed = true;
    result.detail = detail;
    return result;
}

CheckResult failed(CheckId check, const AuthError &error, const Target *target = nullptr)
{
    CheckResult result;
    result.check = check;
    result.detail = error.code;
    result.diagnosis = classify(error, ErrorStage::Probe, target ? target->pack.get() : nullptr,
                                target ? target->kind() : AuthKind::AuthorizationCode);
    return result;
}

CheckResult clockResult(const HttpAnswer &answer, const QDateTime &now)
{
    const std::optional<QDateTime> theirs = parseHttpDate(answer.header("Date"));
    if (!theirs)
        return passed(CheckId::Clock, u"unknown"_s);
    const std::chrono::seconds error(theirs->secsTo(now));
    if (std::chrono::abs(error) <= tolerableClockError)
        return passed(CheckId::Clock, u"right"_s);
    CheckResult result;
    result.check = CheckId::Clock;
    result.detail = u"differs"_s;
    result.values.insert(u"minutes"_s, QString::number(error.count() / 60));
    result.diagnosis.emplace();
    result.diagnosis->errorClass = ErrorClass::Clock;
    result.diagnosis->confidence = 1;
    result.diagnosis->action = RecommendedAction::SetClock;
    return result;
}

CheckResult keychainResult(KeychainState state)
{
    AuthError error;
    error.origin = ErrorOrigin::SecretStore;
    switch (state) {
    case KeychainState::Ready:
    case KeychainState::NoCollection:
        return passed(CheckId::Keychain, u"unlocked"_s);
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

SystemChecks::SystemChecks(const Ports &ports, CredentialVault &vault, ConnectionChecker &checker,
                           QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_vault(vault)
    , m_checker(checker)
{}

void SystemChecks::run(const QList<CheckId> &checks, const Target &target, QObject *context,
                       const Finished &finished)
{
    // One request answers for both: any answer at all is network, its Date is the clock.
    if (checks.contains(CheckId::Network) || checks.contains(CheckId::Clock))
        askFrontDoor(checks, target, context, finished);
    if (checks.contains(CheckId::Keychain))
        askKeychain(context, finished);
    if (checks.contains(CheckId::Grant))
        askGrant(target, context, finished);
}

void SystemChecks::askFrontDoor(const QList<CheckId> &checks, const Target &target,
                                QObject *context, const Finished &finished)
{
    const auto tell = [checks, finished](const CheckResult &result) {
        if (checks.contains(result.check))
            finished(result);
    };
    ApiCall call;
    call.url = frontDoor(target);
    if (call.url.isEmpty()) {
        tell(passed(CheckId::Network, u"unknown"_s));
        tell(passed(CheckId::Clock, u"unknown"_s));
        return;
    }
    QElapsedTimer timer;
    timer.start();
    whenDone(m_ports.probe.send(call), context,
             [this, tell, timer, target](Result<HttpAnswer> answer) {
                 // A front door that redirects answers too; only tokens must not follow it.
                 if (!answer && !answer.error().is(code::redirected)) {
                     tell(failed(CheckId::Network, answer.error(), &target));
                     tell(passed(CheckId::Clock, u"unknown"_s));
                     return;
                 }
                 CheckResult network = passed(CheckId::Network, u"answers"_s);
                 network.values.insert(u"milliseconds"_s, QString::number(timer.elapsed()));
                 tell(network);
                 tell(answer ? clockResult(*answer, m_ports.clock.now())
                             : passed(CheckId::Clock, u"unknown"_s));
             });
}

void SystemChecks::askKeychain(QObject *context, const Finished &finished)
{
    whenDone(m_ports.secrets.state(), context, KeychainState::NotAnswering,
             [finished](KeychainState state) { finished(keychainResult(state)); });
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
                     return finished(passed(CheckId::Grant, u"no_probe"_s));
                 whenDone(m_checker.probe(target, *credential), context,
                          [target, finished](Result<ProbeVerdict> verdict) {
                              if (!verdict)
                                  return finished(failed(CheckId::Grant, verdict.error(), &target));
                              if (!verdict->accepted)
                                  return finished(failed(CheckId::Grant, *verdict->error, &target));
                              finished(passed(CheckId::Grant, u"accepted"_s));
                          });
             });
}

} // namespace relink
