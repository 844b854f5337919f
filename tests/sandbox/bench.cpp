// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/bench.h"

#include "core/rules/credentialformat.h"
#include "core/rules/practicemapping.h"

namespace relink::test {

using namespace Qt::StringLiterals;

Bench::Bench(Playground &play, const QString &packFolder)
    : playground(play)
    , catalogue(
          std::make_unique<ProviderCatalogue>(packFolder,
                                              [origin = QUrl(play.origin())](ProviderPack pack) {
                                                  return mapToSandbox(std::move(pack), origin);
                                              }))
    , person(std::make_unique<PracticePerson>(QUrl(play.origin()),
                                              [this](AttemptId attempt, const QString &address) {
                                                  (void)manager->submitRedirect(attempt, address);
                                              }))
    , manager(std::make_unique<ConnectionManager>(ports(), *catalogue))
{}

Ports Bench::ports()
{
    return {m_agent,           m_tokenEndpoint,   way,           fakes.secrets,
            fakes.connections, fakes.connections, fakes.journal, fakes.progress,
            fakes.history,     *person,           m_clock};
}

void Bench::restart()
{
    manager.reset();
    manager = std::make_unique<ConnectionManager>(ports(), *catalogue);
    (void)manager->load();
}

Fields Bench::practiceInputs(const QString &provider, const QString &method,
                             Environment environment)
{
    const QJsonObject inputs = playground
                                   .get(u"/_sandbox/practice?provider=%1&environment=%2"_s.arg(
                                       provider, toString(environment)))
                                   .json()[provider][method]
                                   .toObject();
    Fields fields;
    for (auto it = inputs.begin(); it != inputs.end(); ++it)
        fields.insert(it.key(), it.value().toString());
    return fields;
}

Credential Bench::stored(const ConnectionId &id) const
{
    const auto row = manager->connection(id);
    const auto item
        = row ? fakes.secrets.items.constFind(row->secretAccount) : fakes.secrets.items.cend();
    if (item == fakes.secrets.items.cend())
        return {};
    const Result<Credential> credential = parseCredential(*item);
    return credential ? *credential : Credential {};
}

} // namespace relink::test
