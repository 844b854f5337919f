// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/historyevent.h"
#include "core/model/providerpack.h"
#include "core/model/recipe.h"
#include "core/model/revokeoutcome.h"

#include <QDateTime>
#include <QLocale>
#include <QString>

//! Sentences that a shopkeeper reads, made from values. The window and the terminal share them;
//! nothing below them makes any. All results are plain text, never mark-up; provider text inside
//! them went through plainText(). Times are shown in the locale and zone of the merchant.
namespace relink::words {

//! "Active", "Inactive", or the word of a neutral state: "Waiting", "Not checked yet", "Paused",
//! "Keychain locked", …
QString statusWord(const ConnectionState &state);

//! Who tries again after a passing fault.
enum class Upkeep {
    Here, //!< this process, by itself
    Elsewhere, //!< this process ends at once; the window does, or whoever asks for a check
};

//! One sentence beside the light: what happened, since when, what to do. For green: "verified
//! 3 min ago".
QString reason(const Connection &connection, const QString &providerName, const QDateTime &now,
               Upkeep upkeep = Upkeep::Here);

//! What a screen reader says for a row: "Web shop, Shopify, inactive: …".
QString accessibleRow(const Connection &connection, const QString &providerName,
                      const QDateTime &now);

//! A class in a few words, for headings and the history: "Sign-in expired".
QString classTitle(ErrorClass errorClass, const QString &cause);
//! What it means and whose fault it is not, two sentences at most.
QString classExplanation(ErrorClass errorClass, const QString &cause, const QString &providerName);
//! The next action as an instruction.
QString actionSentence(RecommendedAction action, const QString &providerName);
//! A failed call as a message for a person: what went wrong and what to do. Never empty.
QString failure(const AuthError &error, const QString &providerName);
//! After a new sign-in at a provider that does not tell who signed in (R70).
QString whoWasNotCompared(const QString &providerName);
//! The provider's own words in one copyable line: status, code, text. Empty when it said nothing.
QString providersOwnWords(const AuthError &error);

QString activityWord(Activity activity); //!< "Checking…"; empty when idle
QString environmentWord(Environment environment); //!< "Test", "Live"
QString keychainSentence(KeychainReason reason);
QString revokeSentence(const RevokeOutcome &outcome, const QString &providerName);
QString checkName(CheckId check,
                  const QString &providerName); //!< "Internet", "This computer's clock"
QString checkSentence(const CheckResult &result, const QString &providerName);
QString stageWord(HistoryStage stage);
QString historySentence(const HistoryEvent &event, const QString &providerName);

//! "3 min ago", "yesterday 14:05", "Tue 17 Nov, 08:12", "9 Nov 2025"; future times likewise.
QString when(const QDateTime &time, const QDateTime &now);

//! A sentence of a pack or recipe in the merchant's language; placeholders {name} filled in.
QString packText(const QString &source, const QMap<QString, QString> &values = {});

} // namespace relink::words
