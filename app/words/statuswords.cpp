// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/words.h"

#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "core/rules/reduce.h"
#include "words/areawords.h"
#include "words/causes.h"
#include "words/parts.h"
#include "words/translate.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

QString diagnosisSentence(const ConnectionState &state, const QString &providerName,
                          const QDateTime &now)
{
    const ErrorClass errorClass
        = state.diagnosis ? state.diagnosis->errorClass : ErrorClass::Unknown;
    QString sentence;
    if (state.diagnosis) {
        if (const auto words = causeWords(errorClass, state.diagnosis->cause))
            sentence = words->sentence;
    }
    if (sentence.isEmpty())
        sentence = classSentence(errorClass);
    const bool entered
        = state.diagnosis && state.diagnosis->action == RecommendedAction::EditCredential;
    if (entered && state.diagnosis->cause == "endpoints_changed"_L1) {
        sentence = translate("Reason",
                             "The addresses for %1 changed %2, so the login or key is not sent "
                             "there. Enter it again to accept them.");
    }
    // Not every sentence names the time, so that arg() would complain.
    return sentence.replace("%2"_L1, when(state.since, now))
        .replace("%1"_L1, shownProvider(providerName));
}

//! True where waiting is all there is to do; a wrong clock or a proxy needs a hand.
bool passesByItself(ErrorClass errorClass)
{
    return errorClass == ErrorClass::ProviderOutage || errorClass == ErrorClass::RateLimited
        || errorClass == ErrorClass::Network;
}

QString retryingSentence(const ConnectionState &state, const QString &providerName,
                         const QDateTime &now)
{
    QString sentence = diagnosisSentence(state, providerName, now);
    const bool waits = !state.diagnosis || passesByItself(state.diagnosis->errorClass);
    const QString next = state.retryAt ? atTime(*state.retryAt, now) : QString();
    if (state.diagnosis && state.diagnosis->errorClass == ErrorClass::Network
        && state.verifiedAt.isValid() && state.retryAt) {
        return translate("Status", "%1 Last verified %2; trying again %3.")
            .arg(sentence, when(state.verifiedAt, now), next);
    }
    if (!waits) {
        return state.retryAt ? translate("Status", "%1 Trying again %2.").arg(sentence, next)
                             : sentence;
    }
    if (state.retryAt && reconnectIsOffered(state)) {
        return translate("Status", "%1 It began %2. Trying again %3; re-authorising may end it.")
            .arg(sentence, when(state.since, now), next);
    }
    if (state.retryAt) {
        return translate("Status", "%1 Trying again %2; nothing for you to do.")
            .arg(sentence, next);
    }
    return translate("Status", "%1 Nothing for you to do.").arg(sentence);
}

//! No time is promised: whether a window runs is not known here.
QString retriedElsewhereSentence(const ConnectionState &state, const QString &providerName,
                                 const QDateTime &now)
{
    QString sentence = diagnosisSentence(state, providerName, now);
    if (state.verifiedAt.isValid()) {
        sentence = translate("Status", "%1 Last verified %2.")
                       .arg(sentence, when(state.verifiedAt, now));
    }
    return translate("Status",
                     "%1 Relink’s window tries again by itself while it runs, “relink check” tries "
                     "at once.")
        .arg(sentence);
}

QString expirySentence(const Connection &connection, const QString &providerName,
                       const QDateTime &now)
{
    if (connection.refreshExpiresAt) {
        return translate("Status",
                         "The sign-in at %1 ends %2 and cannot be renewed without you. "
                         "Re-authorise while it still works.")
            .arg(shownProvider(providerName), when(*connection.refreshExpiresAt, now));
    }
    return translate("Status",
                     "The sign-in at %1 ends soon and cannot be renewed without you. Re-authorise "
                     "while it still works.")
        .arg(shownProvider(providerName));
}

QString revokedSentence(const ConnectionState &state, const QString &providerName,
                        const QDateTime &now)
{
    const Diagnosis next = state.diagnosis.value_or(Diagnosis {});
    const QString provider = shownProvider(providerName);
    QStringList sentences;
    if (next.cause == "removed_here"_L1) {
        sentences.append(translate("Status", "You removed the access to %1 from Relink %2.")
                             .arg(provider, when(state.since, now)));
        sentences.append(next.source.isEmpty()
                             ? translate("Status", "%1 may still allow it.").arg(provider)
                             : translate("Status", "%1 may still allow it; end it there: %2.",
                                         "%2 is a menu path of the provider")
                                   .arg(provider, plainText(packText(next.source))));
    } else {
        sentences.append(translate("Status", "You ended the access to %1 in Relink %2.")
                             .arg(provider, when(state.since, now)));
    }
    sentences.append(next.action == RecommendedAction::EditCredential
                         ? translate("Status", "Enter the login or key again to connect it.")
                         : translate("Status", "Re-authorise to connect it again."));
    return sentences.join(u' ');
}

bool isToldToWork(const ConnectionState &state)
{
    return state.health == Health::Unverified && state.diagnosis
        && state.diagnosis->cause == QLatin1StringView(cause::toldWorks);
}

//! A whole date: it may stand for months, and nobody looks in between.
QString toldSentence(const ConnectionState &state)
{
    const QString day = QLocale().toString(
        state.since.toLocalTime().date(),
        translate("When", "d MMMM yyyy", "A QLocale date format: day, month, year"));
    return translate("Status", "As you told us on %1.").arg(day);
}

QString unverifiedSentence(const QString &providerName)
{
    return translate("Status", "Nothing is known against it, but %1 has not confirmed it yet.")
        .arg(shownProvider(providerName));
}

} // namespace

QString shownProvider(const QString &providerName)
{
    if (providerName.trimmed().isEmpty())
        return translate("Status", "the provider");
    return plainText(providerName, 60);
}

QString statusWord(const ConnectionState &state)
{
    switch (lightFor(state)) {
    case Light::Green:
        return translate("Status", "Active");
    case Light::Red:
        return translate("Status", "Inactive");
    case Light::Neutral:
        break;
    }
    switch (state.health) {
    case Health::NotConnected:
        return translate("Status", "Not connected");
    case Health::Retrying:
        return translate("Status", "Waiting");
    case Health::KeychainLocked:
        if (state.keychainReason == KeychainReason::Denied)
            return translate("Status", "Keychain refused");
        if (state.keychainReason == KeychainReason::NotAnswering)
            return translate("Status", "Keychain not answering");
        return translate("Status", "Keychain locked");
    case Health::KeychainMissing:
        return translate("Status", "No keychain");
    case Health::Paused:
        return translate("Status", "Paused");
    default:
        return isToldToWork(state) ? translate("Status", "Told by you")
                                   : translate("Status", "Not checked yet");
    }
}

QString reason(const Connection &connection, const QString &providerName, const QDateTime &now,
               Upkeep upkeep)
{
    const ConnectionState &state = connection.state;
    switch (state.health) {
    case Health::Connected:
        if (!state.verifiedAt.isValid())
            return unverifiedSentence(providerName);
        if (const QString stopped = stoppedSentence(connection.areas, now); !stopped.isEmpty()) {
            //: Of a green row: what does not work, and that the connection does
            return translate("Status", "%1. The connection itself was verified %2")
                .arg(stopped, when(state.verifiedAt, now));
        }
        if (connection.refreshExpiresAt
            && connection.refreshExpiresAt == connection.accessExpiresAt) {
            return translate(
                       "Status",
                       "verified %1. No lasting sign-in was granted: you will need to sign in "
                       "again %2.")
                .arg(when(state.verifiedAt, now), when(*connection.refreshExpiresAt, now));
        }
        return translate("Status", "verified %1").arg(when(state.verifiedAt, now));
    case Health::ExpiringSoon:
        return expirySentence(connection, providerName, now);
    case Health::NotConnected:
        return translate("Status", "Not connected yet. Authorise at %1 to start.")
            .arg(shownProvider(providerName));
    case Health::Retrying:
        return upkeep == Upkeep::Here ? retryingSentence(state, providerName, now)
                                      : retriedElsewhereSentence(state, providerName, now);
    case Health::NeedsAuthorization:
    case Health::NeedsPermission:
    case Health::NeedsConfiguration:
    case Health::WrongAccount:
        return diagnosisSentence(state, providerName, now);
    case Health::RevokedHere:
        return revokedSentence(state, providerName, now);
    case Health::KeychainLocked:
        return keychainSentence(state.keychainReason.value_or(KeychainReason::Locked));
    case Health::KeychainMissing:
        if (state.diagnosis)
            return diagnosisSentence(state, providerName, now);
        return classSentence(ErrorClass::KeychainMissing).arg(shownProvider(providerName));
    case Health::Unverified:
        return isToldToWork(state) ? toldSentence(state) : unverifiedSentence(providerName);
    case Health::Paused:
        return translate("Status", "Paused %1. Nothing is checked or renewed until you resume it.")
            .arg(when(state.since, now));
    }
    Q_UNREACHABLE();
}

QString accessibleRow(const Connection &connection, const QString &providerName,
                      const QDateTime &now)
{
    QString name = plainText(connection.name);
    if (connection.environment == Environment::Test)
        name = translate("Status", "%1 (test)").arg(name);
    const QString provider = connection.organisation.name.isEmpty()
        ? shownProvider(providerName)
        : translate("Status", "%1, %2", "provider, organisation")
              .arg(shownProvider(providerName), plainText(connection.organisation.name));
    const QString busy = activityWord(connection.state.activity);
    //: Read by a screen reader: name, provider, state, sentence
    const QString row = translate("Status", "%1, %2, %3: %4")
                            .arg(name, provider, statusWord(connection.state).toLower(),
                                 reason(connection, providerName, now));
    return busy.isEmpty() ? row : QString(row % u' ' % busy);
}

QString activityWord(Activity activity)
{
    switch (activity) {
    case Activity::Idle:
        return {};
    case Activity::Authorizing:
        return translate("Status", "Authorising…");
    case Activity::Refreshing:
        return translate("Status", "Refreshing…");
    case Activity::Checking:
        return translate("Status", "Checking…");
    case Activity::Revoking:
        return translate("Status", "Withdrawing access…");
    }
    Q_UNREACHABLE();
}

QString environmentWord(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return translate("Status", "Live");
    case Environment::Test:
        return translate("Status", "Test");
    }
    Q_UNREACHABLE();
}

QString keychainSentence(KeychainReason reason)
{
    switch (reason) {
    case KeychainReason::Locked:
        return translate("Status",
                         "The keychain is locked. Unlock it and check again; nothing is lost.");
    case KeychainReason::Denied:
        return translate("Status",
                         "The keychain refused access. Allow it and check again; nothing is lost.");
    case KeychainReason::NotAnswering:
        return translate("Status",
                         "The keychain does not answer. Look for a waiting question of your "
                         "computer; nothing is lost.");
    }
    Q_UNREACHABLE();
}

} // namespace relink::words
