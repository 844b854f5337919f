// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/stagecheck.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

bool comesTo(ErrorStage stage, const ProviderPack &pack, const AuthMethod &method)
{
    const bool calls = method.kind != AuthKind::Delegated;
    switch (stage) {
    case ErrorStage::Any:
        return true;
    case ErrorStage::Authorize:
        return asksPerson(method.kind);
    case ErrorStage::Token:
    case ErrorStage::Refresh:
        return calls && method.kind != AuthKind::ApiKey;
    case ErrorStage::Probe:
        return calls && pack.probeOf(&method).exists();
    case ErrorStage::Api:
        return calls;
    }
    Q_UNREACHABLE();
}

} // namespace

void checkStages(PackProblems &problems, const ProviderPack &pack)
{
    for (qsizetype i = 0; i < pack.errors.size(); ++i) {
        const ErrorStage stage = pack.errors[i].stage;
        const bool reached
            = std::any_of(pack.authMethods.begin(), pack.authMethods.end(),
                          [&](const AuthMethod &method) { return comesTo(stage, pack, method); });
        if (!reached) {
            problems.add(u"$.errors[%1].stage"_s.arg(i),
                         u"No way of connecting in this pack comes to this stage."_s);
        }
    }
}

} // namespace relink
