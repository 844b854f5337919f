// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/supportwords.h"

#include "core/rules/plaintext.h"
#include "words/translate.h"
#include "words/words.h"

#include <QLocale>
#include <QTimeZone>

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

QString whereWords(const HiddenValue &value, const QDateTime &now)
{
    const QString at = value.at.isValid() ? when(value.at, now) : QString();
    switch (value.where) {
    case HiddenValue::Where::Message:
        return at.isEmpty() ? translate("Support", "in the message")
                            : translate("Support", "in the message of %1").arg(at);
    case HiddenValue::Where::Code:
        return at.isEmpty() ? translate("Support", "in the code")
                            : translate("Support", "in the code of %1").arg(at);
    case HiddenValue::Where::Doing:
        return translate("Support", "in what you were doing");
    case HiddenValue::Where::Change:
        return translate("Support", "in the change of %1").arg(at);
    case HiddenValue::Where::Reason:
        return translate("Support", "in your reason for a step");
    case HiddenValue::Where::Settings:
        return translate("Support", "in the settings");
    }
    Q_UNREACHABLE();
}

} // namespace

QString supportFieldWord(SupportField field)
{
    switch (field) {
    case SupportField::Doing:
        return translate("Support", "What I was doing");
    case SupportField::Integration:
        return translate("Support", "Integration and platform");
    case SupportField::Frequency:
        return translate("Support", "How often it happens");
    case SupportField::Changes:
        return translate("Support", "Recent changes");
    case SupportField::Message:
        return translate("Support", "Full error message with its codes");
    case SupportField::Occurred:
        return translate("Support", "When it first occurred");
    case SupportField::Pictures:
        return translate("Support", "Pictures");
    case SupportField::Steps:
        return translate("Support", "Steps already tried");
    }
    Q_UNREACHABLE();
}

QString hiddenSentence(const HiddenValue &value, const QDateTime &now)
{
    QString what;
    switch (value.kind) {
    case HiddenValue::Kind::Name:
        what = translate("Support", "a name");
        break;
    case HiddenValue::Kind::Secret:
    case HiddenValue::Kind::Before:
        what
            = value.label.isEmpty() ? translate("Support", "a secret") : plainText(value.label, 60);
        break;
    }
    if (value.kind == HiddenValue::Kind::Before)
        what += u", "_s % translate("Support", "hidden since it was stored");
    else if (value.length > 0)
        what += u", "_s
            % (value.length == 1
                   ? translate("Support", "one character")
                   : translate("Support", "%n characters", nullptr, int(value.length)));
    return u"••• "_s % what % u", "_s % whereWords(value, now);
}

QString zonedTime(const QDateTime &time, const QByteArray &timeZone)
{
    if (!time.isValid())
        return translate("When", "at an unknown time");
    const QTimeZone zone(timeZone);
    const QDateTime there = zone.isValid() ? time.toTimeZone(zone) : time.toUTC();
    const int minutes = there.offsetFromUtc() / 60;
    const QString offset = u"UTC%1%2:%3"_s.arg(minutes < 0 ? u"-"_s : u"+"_s)
                               .arg(qAbs(minutes) / 60, 2, 10, QLatin1Char('0'))
                               .arg(qAbs(minutes) % 60, 2, 10, QLatin1Char('0'));
    const QLocale locale;
    QString shown = locale.toString(there.date(), QLocale::LongFormat) % u", "_s
        % (locale.language() == QLocale::C ? locale.toString(there.time(), u"HH:mm"_s)
                                           : locale.toString(there.time(), QLocale::ShortFormat));
    shown += u" ("_s
        % (zone.isValid() && timeZone != "UTC"
               ? QString(QString::fromLatin1(timeZone) % u", "_s % offset)
               : offset)
        % u')';
    return shown;
}

} // namespace relink::words
