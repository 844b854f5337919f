// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/words.h"

#include "words/parts.h"
#include "words/translate.h"

namespace relink::words {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;

QString relative(qint64 seconds, bool past)
{
    if (seconds < minute)
        return past ? translate("When", "just now") : translate("When", "in a moment");
    if (seconds < hour) {
        const int minutes = int(seconds / minute);
        return past ? translate("When", "%n min ago", nullptr, minutes)
                    : translate("When", "in %n min", nullptr, minutes);
    }
    const int hours = int(seconds / hour);
    return past ? translate("When", "%n h ago", nullptr, hours)
                : translate("When", "in %n h", nullptr, hours);
}

} // namespace

QString clockTime(const QDateTime &time)
{
    const QTime local = time.toLocalTime().time();
    const QLocale locale;
    // The C locale's short time has seconds, which say nothing to a person.
    if (locale.language() == QLocale::C)
        return locale.toString(local, u"HH:mm"_s);
    return locale.toString(local, QLocale::ShortFormat);
}

QString atTime(const QDateTime &time, const QDateTime &now)
{
    if (time.toLocalTime().date() == now.toLocalTime().date())
        return translate("When", "at %1", "a time of day").arg(clockTime(time));
    return when(time, now);
}

QString when(const QDateTime &time, const QDateTime &now)
{
    if (!time.isValid())
        return translate("When", "at an unknown time");
    const QDateTime local = time.toLocalTime();
    const QDateTime here = now.toLocalTime();
    const qint64 distance = local.secsTo(here);
    const bool past = distance >= 0;
    const qint64 days = local.date().daysTo(here.date());
    if (qAbs(distance) < hour || (days == 0 && qAbs(distance) < 24 * hour))
        return relative(qAbs(distance), past);
    if (days == 1)
        return translate("When", "yesterday %1").arg(clockTime(local));
    if (days == -1)
        return translate("When", "tomorrow %1").arg(clockTime(local));
    const QLocale locale;
    if (local.date().year() == here.date().year() || qAbs(days) < 180) {
        //: A QLocale date format: short day of the week, day, short month
        const QString date = locale.toString(local.date(), translate("When", "ddd d MMM"));
        //: A date and a time of day
        return translate("When", "%1, %2").arg(date, clockTime(local));
    }
    //: A QLocale date format: day, short month, year
    return locale.toString(local.date(), translate("When", "d MMM yyyy"));
}

} // namespace relink::words
