// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/captured.h"

#include "sandbox/sample.h"

#include "core/rules/calls.h"
#include "core/rules/template.h"

namespace relink::sandbox {

using namespace Qt::StringLiterals;

QString captureValue(const Capture &capture, const Place &place,
                     const PracticeOrganisation &organisation)
{
    QStringList candidates;
    if (!capture.equals.isEmpty()) {
        QMap<QString, QString> values = place.values;
        values.insert(place.pack->constants);
        if (const auto text = expandText(capture.equals, values))
            candidates.append(*text);
    }
    candidates << place.values.value(capture.as) << organisation.number << organisation.uuid
               << organisation.key << place.host << u"GB"_s
               << sampleOf(capture.pattern).value_or(QString());
    for (const QString &candidate : std::as_const(candidates)) {
        if (candidate.isEmpty())
            continue;
        if (const auto kept = capturedValue(capture, candidate))
            return *kept;
    }
    return organisation.number;
}

QString sentValue(const Capture &capture, const QString &value)
{
    if (!capture.normalize.contains(Normalization::StripScheme))
        return value;
    const bool path = capture.normalize.contains(Normalization::StripPath);
    const QString longest = u"https://"_s + value + (path ? u"/"_s : QString());
    return capturedValue(capture, longest) == value ? longest : value;
}

} // namespace relink::sandbox
