// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/model/historyevent.h"

namespace relink {

using namespace Qt::StringLiterals;

QString toString(HistoryKind kind)
{
    switch (kind) {
    case HistoryKind::Failure:
        return u"failure"_s;
    case HistoryKind::Recovery:
        return u"recovery"_s;
    case HistoryKind::Change:
        return u"change"_s;
    }
    Q_UNREACHABLE();
}

std::optional<HistoryKind> historyKindFromString(const QString &text)
{
    for (const auto kind : {HistoryKind::Failure, HistoryKind::Recovery, HistoryKind::Change}) {
        if (toString(kind) == text)
            return kind;
    }
    return std::nullopt;
}

QString toString(HistoryStage stage)
{
    switch (stage) {
    case HistoryStage::Authorize:
        return u"authorize"_s;
    case HistoryStage::Exchange:
        return u"exchange"_s;
    case HistoryStage::Refresh:
        return u"refresh"_s;
    case HistoryStage::Probe:
        return u"probe"_s;
    case HistoryStage::Revoke:
        return u"revoke"_s;
    case HistoryStage::Keychain:
        return u"keychain"_s;
    case HistoryStage::Storage:
        return u"storage"_s;
    case HistoryStage::Local:
        return u"local"_s;
    }
    Q_UNREACHABLE();
}

std::optional<HistoryStage> historyStageFromString(const QString &text)
{
    for (const auto stage : {HistoryStage::Authorize, HistoryStage::Exchange, HistoryStage::Refresh,
                             HistoryStage::Probe, HistoryStage::Revoke, HistoryStage::Keychain,
                             HistoryStage::Storage, HistoryStage::Local}) {
        if (toString(stage) == text)
            return stage;
    }
    return std::nullopt;
}

} // namespace relink
