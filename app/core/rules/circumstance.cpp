// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/circumstance.h"

#include <QList>
#include <QRegularExpression>

namespace relink {

namespace {

using namespace Qt::StringLiterals;

struct Circumstance
{
    QString cause;
    QList<ErrorClass> classes;
    QRegularExpression words;
};

} // namespace

QString circumstanceIn(const QString &text, ErrorClass errorClass)
{
    using enum ErrorClass;
    // The ways of telling them: MIN-50, XRM-03, XRM-22, AMG-06, MIN-12.
    static const QList<Circumstance> all {
        {u"hard_expired"_s, {ExpiredRefresh}, QRegularExpression(u"\\bhard[ -]expired\\b"_s)},
        {u"recurring"_s,
         {ExpiredAccess, ExpiredRefresh, Revoked, ConnectionLimit, CompetingConnection},
         QRegularExpression(
             u"\\bevery (?:few|couple of|other|\\d+|two|three|four|five|six|seven)? "
             u"?(?:days?|weeks?)"
             "|\\bagain and again\\b|\\bagain after (?:\\w+ )?(?:days?|weeks?)|\\b(?:once|twice) a "
             "week"
             "|\\bkeeps? (?:on )?(?:dropping|disconnecting|expiring|happening|coming back)"
             "|\\balle (?:paar|\\w+) tage\\b|\\bimmer wieder\\b"_s)},
        {u"after_refresh"_s,
         {Unknown},
         QRegularExpression(
             u"\\b(?:already|have|after|even after|tried) (?:\\w+ ){0,2}(?:clicked |tried |pressed "
             u")?"
             "(?:the "
             ")?(?:refresh(?:ed|ing)?|reconnect(?:ed|ing)?)\\b.{0,60}\\b(?:still|again|same|no "
             "(?:luck|change)|not help)|\\brefresh\\w*\\b.{0,30}\\b(?:did not|didn't|does "
             "not|doesn't) "
             "help"_s)},
        {u"after_upgrade"_s,
         {ExpiredAccess, ExpiredRefresh, Revoked},
         QRegularExpression(
             u"\\b(?:since|after) (?:\\w+ ){0,3}(?:upgrad|updat)(?:e|es|ed|ing)\\b"_s)},
        {u"legacy_get"_s,
         {DeprecatedMethod},
         QRegularExpression(u"\\bget\\b|deprecated api authentication"_s)},
    };
    for (const Circumstance &each : all) {
        if (each.classes.contains(errorClass) && each.words.match(text).hasMatch())
            return each.cause;
    }
    return {};
}

} // namespace relink
