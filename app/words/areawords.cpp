// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words/areawords.h"

#include "core/rules/areas.h"
#include "core/rules/plaintext.h"
#include "words/translate.h"
#include "words/words.h"

#include <QLocale>
#include <QStringList>

#include <algorithm>

namespace relink::words {

QString areaName(const AreaReport &report)
{
    return plainText(report.area.isEmpty() ? report.what : packText(report.what), 60);
}

QString areaState(const AreaReport &report, const QDateTime &now)
{
    if (report.works)
        return translate("Areas", "works, checked %1").arg(when(report.checkedAt, now));
    if (report.source == AreaSource::Pasted)
        return translate("Areas", "an error since %1, noted by you").arg(when(report.since, now));
    return translate("Areas", "refused since %1").arg(when(report.since, now));
}

QString stoppedSentence(const QList<AreaReport> &reports, const QDateTime &now)
{
    const QList<AreaReport> stopped = stoppedAreas(reports);
    if (stopped.isEmpty())
        return {};
    QStringList names;
    for (const AreaReport &report : stopped)
        names.append(areaName(report));
    const auto first = std::min_element(
        stopped.begin(), stopped.end(),
        [](const AreaReport &a, const AreaReport &b) { return a.since < b.since; });
    const bool mixed
        = std::any_of(stopped.begin(), stopped.end(), [&first](const AreaReport &report) {
              return report.source != first->source;
          });
    const QString how = mixed
        ? translate("Areas", "not working since %1").arg(when(first->since, now))
        : areaState(*first, now);
    //: What is refused, e.g. "Orders" or "Orders, Stock"; since when
    return translate("Areas", "%1: %2").arg(names.join(QStringLiteral(", ")), how);
}

} // namespace relink::words
