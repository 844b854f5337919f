// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/stepscene.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "services/reconnectsession.h"
#include "words/words.h"

namespace relink {

using namespace Qt::StringLiterals;

StepScene::StepScene(const Surroundings &around, const Connection &reconnected,
                     ReconnectSession &drawn)
    : surroundings(around)
    , connection(reconnected)
    , session(drawn)
{}

Connection StepScene::about(const Step &step) const
{
    const ReconnectProgress &progress = session.progress();
    if (step.side == StepSide::Partner) {
        if (progress.partnerDraft)
            return *progress.partnerDraft;
        return session.partner().value_or(connection);
    }
    return progress.draft.value_or(connection);
}

std::shared_ptr<const ProviderPack> StepScene::pack(const Step &step) const
{
    return surroundings.manager.catalogue().pack(about(step).provider);
}

QString StepScene::provider() const
{
    const auto known = surroundings.manager.catalogue().pack(connection.provider);
    return plainText(known ? known->name : connection.provider, 60);
}

QString StepScene::provider(const Step &step) const
{
    const auto known = pack(step);
    return plainText(known ? known->name : about(step).provider, 60);
}

QString StepScene::filled(const QString &text) const
{
    QMap<QString, QString> values = session.values();
    // Menu paths are sentences of packs: they have a translation of their own.
    for (auto it = values.begin(); it != values.end(); ++it) {
        if (it.key().endsWith("_path"_L1))
            it.value() = words::packText(it.value());
    }
    return words::packText(text, values);
}

} // namespace relink
