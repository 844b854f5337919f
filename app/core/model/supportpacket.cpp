// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/supportpacket.h"

#include <utility>

namespace relink {

namespace {

constexpr std::pair<SupportField, const char *> fields[] {
    {SupportField::Doing, "doing"},         {SupportField::Integration, "integration"},
    {SupportField::Frequency, "frequency"}, {SupportField::Changes, "changes"},
    {SupportField::Message, "message"},     {SupportField::Occurred, "occurred"},
    {SupportField::Pictures, "pictures"},   {SupportField::Steps, "steps"},
};

} // namespace

QString toString(SupportField field)
{
    for (const auto &[value, name] : fields) {
        if (value == field)
            return QLatin1StringView(name);
    }
    Q_UNREACHABLE();
}

std::optional<SupportField> supportFieldFromString(const QString &text)
{
    for (const auto &[value, name] : fields) {
        if (text == QLatin1StringView(name))
            return value;
    }
    return std::nullopt;
}

} // namespace relink
