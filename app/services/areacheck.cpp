// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/areacheck.h"

#include "core/ports/clock.h"
#include "core/ports/probe.h"
#include "core/rules/areas.h"
#include "core/rules/calls.h"
#include "core/rules/classify.h"
#include "core/rules/probeverdict.h"
#include "core/rules/urlpolicy.h"
#include "services/futures.h"
#include "services/randomid.h"

namespace relink {

struct AreaCheck::Run
{
    Target target;
    Credential credential;
    QPointer<QObject> context;
    Then then;
    qsizetype next = 0;
    QList<AreaReport> found;

    void end() const
    {
        if (context)
            then(found);
    }
};

AreaCheck::AreaCheck(const Ports &ports, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
{}

void AreaCheck::run(const Target &target, const Credential &credential, QObject *context,
                    const Then &then)
{
    ask(std::make_shared<Run>(Run {target, credential, context, then, 0, {}}));
}

void AreaCheck::ask(const std::shared_ptr<Run> &run)
{
    const Target &target = run->target;
    const QStringList bound = secretOrigins(target.provider);
    while (run->next < target.provider.namedProbes.size()) {
        const ResolvedNamedProbe &probe = target.provider.namedProbes.at(run->next++);
        if (!bound.contains(originOf(probe.url)))
            continue;
        const Result<ApiCall> call
            = namedProbeCall(target.provider, probe, target.connection, run->credential,
                             {m_ports.clock.now(), randomId().toLatin1()});
        if (!call)
            continue;
        whenDone(m_ports.probe.send(*call), this,
                 [this, run, named = probe.probe](const Result<HttpAnswer> &answer) {
                     const QDateTime now = m_ports.clock.now();
                     const Target &asked = run->target;
                     const std::optional<AuthError> error = answer
                         ? judgeNamedProbe(*asked.pack, named, *answer, now)
                         : std::optional(answer.error());
                     AreaReport report;
                     report.area = named.id;
                     report.what = named.what;
                     report.works = !error;
                     report.since = now;
                     report.checkedAt = now;
                     if (!error) {
                         run->found.append(report);
                         return ask(run);
                     }
                     const Diagnosis diagnosis
                         = classify(*error, ErrorStage::Api, asked.pack.get(), asked.kind());
                     if (isTransient(diagnosis.errorClass))
                         return run->end();
                     if (const auto refusal = areaRefusal(*error, diagnosis)) {
                         report.diagnosis = *refusal;
                         run->found.append(report);
                     }
                     ask(run);
                 });
        return;
    }
    run->end();
}

} // namespace relink
