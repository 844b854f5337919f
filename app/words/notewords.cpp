// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/notewords.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"

#include <QMap>

namespace relink::words {

namespace {

constexpr qint64 hour = 60 * 60;
constexpr qint64 countedInHours = 48 * hour;

QString ownWords(const HistoryEvent &note)
{
    return plainText(note.message);
}

} // namespace

QString notedTitle(const QString &cause)
{
    static const QMap<QString, const char *> titles {
        {noted::passwordChanged, QT_TRANSLATE_NOOP("Diary", "A password was changed")},
        {noted::rolesChanged, QT_TRANSLATE_NOOP("Diary", "Roles or permissions were changed")},
        {noted::planChanged, QT_TRANSLATE_NOOP("Diary", "The subscription plan was changed")},
        {noted::keyRegenerated, QT_TRANSLATE_NOOP("Diary", "A key was made anew")},
        {noted::personLeft, QT_TRANSLATE_NOOP("Diary", "Somebody with access left")},
        {noted::securityReview, QT_TRANSLATE_NOOP("Diary", "There was a security review")},
        {noted::upgraded, QT_TRANSLATE_NOOP("Diary", "An app, plugin or edition was upgraded")},
        {noted::accessRevoked, QT_TRANSLATE_NOOP("Diary", "The access was withdrawn")},
        {noted::accessDisabled, QT_TRANSLATE_NOOP("Diary", "The access was switched off")},
        {noted::appRemoved, QT_TRANSLATE_NOOP("Diary", "The app was removed")},
        {noted::accountClosed, QT_TRANSLATE_NOOP("Diary", "The account was closed or paused")},
    };
    const auto title = titles.constFind(cause);
    return title == titles.cend() ? translate("Diary", "Something else was changed")
                                  : translate("Diary", *title);
}

QString noteSentence(const HistoryEvent &note)
{
    const QString words = ownWords(note);
    if (words.isEmpty())
        //: A line of the history; %1 is "A password was changed"
        return translate("Diary", "Noted: %1").arg(notedTitle(note.cause));
    if (note.cause == noted::other)
        //: A line of the history; %1 is what the merchant wrote
        return translate("Diary", "Noted: “%1”").arg(words);
    //: A line of the history; %1 is "A password was changed", %2 is what the merchant wrote
    return translate("Diary", "Noted: %1 – “%2”").arg(notedTitle(note.cause), words);
}

QString suspectSentence(const HistoryEvent &note, const QDateTime &failedAt)
{
    const QString words = ownWords(note);
    const QString what = words.isEmpty() ? notedTitle(note.cause) : words;
    const qint64 seconds = note.time.secsTo(failedAt);
    // lupdate does not come to an end where a number is reckoned among the arguments.
    const int hours = int(seconds / hour);
    const int days = hours / 24;
    if (seconds < hour) {
        //: %1 is a note of the merchant's
        return translate("Diary", "It began within an hour of a change that you noted: “%1”.")
            .arg(what);
    }
    if (seconds < 2 * hour) {
        //: %1 is a note of the merchant's
        return translate("Diary", "It began an hour after a change that you noted: “%1”.")
            .arg(what);
    }
    if (seconds < countedInHours) {
        //: %1 is a note of the merchant's
        return translate("Diary", "It began %n hours after a change that you noted: “%1”.", nullptr,
                         hours)
            .arg(what);
    }
    //: %1 is a note of the merchant's
    return translate("Diary", "It began %n days after a change that you noted: “%1”.", nullptr,
                     days)
        .arg(what);
}

} // namespace relink::words
