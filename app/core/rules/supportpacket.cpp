// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/rules/supportpacket.h"

#include "core/rules/supportmask.h"
#include "core/rules/triedsteps.h"

#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostEvents = 100;
constexpr qsizetype mostChanges = 40;
constexpr qsizetype mostSteps = 100;

bool isFailure(const HistoryEvent &event)
{
    return event.kind == HistoryKind::Failure;
}

//! Acts of Relink that try to mend a connection.
bool isAttempt(const HistoryEvent &event)
{
    static const QStringList acts {u"connect"_s, u"reauthorize"_s, u"reconnect"_s,
                                   u"refresh"_s, u"edit"_s,        u"revoke"_s};
    return event.kind == HistoryKind::Change && acts.contains(event.action);
}

//! The same failure again: what the provider calls it, else what it was taken for.
bool isSame(const HistoryEvent &a, const HistoryEvent &b)
{
    if (!isFailure(a) || !isFailure(b))
        return false;
    return a.errorClass == b.errorClass && a.providerCode == b.providerCode;
}

//! What ended reconnects tried, oldest first. `events`: newest first.
QList<SupportStep> stepsSince(const QDateTime &moment, const QList<HistoryEvent> &events)
{
    QList<SupportStep> steps;
    for (auto event = events.crbegin(); event != events.crend(); ++event) {
        if (event->time >= moment)
            steps += triedSteps(*event);
    }
    return steps.mid(qMax(qsizetype(0), steps.size() - mostSteps));
}

//! The failure to tell of: the latest that still stands, else the latest.
std::optional<HistoryEvent> failureToTell(const QList<HistoryEvent> &events)
{
    const auto open = std::find_if(events.begin(), events.end(), [](const HistoryEvent &event) {
        return isFailure(event) && !event.resolved;
    });
    if (open != events.end())
        return *open;
    const auto any = std::find_if(events.begin(), events.end(), isFailure);
    return any == events.end() ? std::nullopt : std::optional(*any);
}

//! What the merchant's people, shops and organisations are known by here.
QStringList namesIn(const SupportFacts &facts)
{
    const Connection &c = facts.connection;
    QStringList names {c.name, c.organisation.name, c.organisation.id, c.identity, facts.otherName};
    // Names of shops, users and companies are entered or sent by the provider; values that are
    // words of the product say nothing about anybody.
    for (const QMap<QString, QString> &values : {c.inputs, c.captures})
        names += values.values();
    for (const HistoryEvent &event : facts.events)
        names += event.connectionName;
    const QStringList common {facts.providerName, facts.otherProviderName, c.provider, c.via,
                              c.authMethod,       toString(c.environment)};
    names.removeIf([&common](const QString &name) {
        return common.contains(name.trimmed(), Qt::CaseInsensitive);
    });
    names.removeDuplicates();
    return names;
}

//! Builds the packet; every member that goes into it is named here.
class Maker
{
public:
    Maker(const SupportFacts &facts, const SupportWishes &wishes)
        : m_facts(facts)
        , m_mask(namesIn(facts), wishes.names, facts.secrets)
    {}

    HistoryEvent event(const HistoryEvent &from, HiddenValue::Where where)
    {
        HistoryEvent to;
        to.time = from.time;
        to.firstSeen = from.firstSeen;
        to.noticedAt = from.noticedAt;
        to.count = from.count;
        to.kind = from.kind;
        to.connectionName = shownName();
        to.provider = from.provider;
        to.stage = from.stage;
        to.action = from.action;
        to.httpStatus = from.httpStatus;
        to.providerCode = m_mask.text(from.providerCode, HiddenValue::Where::Code, from.time);
        to.errorClass = from.errorClass;
        to.cause = from.cause;
        to.code = m_mask.text(from.code, HiddenValue::Where::Code, from.time);
        to.message = m_mask.text(from.message, where, from.time);
        to.resolved = from.resolved;
        return to;
    }

    Connection connection()
    {
        const Connection &from = m_facts.connection;
        Connection to;
        to.name = shownName();
        to.provider = from.provider;
        to.via = m_mask.text(from.via, HiddenValue::Where::Settings);
        to.environment = from.environment;
        to.credentialEnvironment = from.credentialEnvironment;
        to.authMethod = from.authMethod;
        to.organisation.name = m_mask.name(from.organisation.name);
        to.identity = m_mask.name(from.identity);
        to.hasSecret = from.hasSecret;
        to.scope = from.scope;
        to.createdAt = from.createdAt;
        to.accessExpiresAt = from.accessExpiresAt;
        to.refreshExpiresAt = from.refreshExpiresAt;
        to.state.health = from.state.health;
        to.state.diagnosis = from.state.diagnosis;
        to.state.keychainReason = from.state.keychainReason;
        to.state.since = from.state.since;
        to.state.verifiedAt = from.state.verifiedAt;
        to.state.retryAt = from.state.retryAt;
        if (from.state.error) {
            AuthError error;
            error.origin = from.state.error->origin;
            error.httpStatus = from.state.error->httpStatus;
            error.code = m_mask.text(from.state.error->code, HiddenValue::Where::Code);
            error.providerCode
                = m_mask.text(from.state.error->providerCode, HiddenValue::Where::Code);
            error.description
                = m_mask.text(from.state.error->description, HiddenValue::Where::Message);
            to.state.error = error;
        }
        return to;
    }

    //! The steps of a guided reconnect are told one by one.
    HistoryEvent change(HistoryEvent from)
    {
        if (!triedSteps(from).isEmpty())
            from.message.clear();
        return event(from, HiddenValue::Where::Change);
    }

    QList<SupportStep> masked(QList<SupportStep> steps)
    {
        for (SupportStep &step : steps)
            step.reason = m_mask.text(step.reason, HiddenValue::Where::Reason, step.at);
        return steps;
    }

    QString shownName()
    {
        if (m_shownName.isEmpty())
            m_shownName = m_mask.name(m_facts.connection.name);
        return m_shownName;
    }

    SupportMask &mask() { return m_mask; }

private:
    const SupportFacts &m_facts;
    SupportMask m_mask;
    QString m_shownName;
};

} // namespace

SupportFrequency frequencyOf(const HistoryEvent &error, const QList<HistoryEvent> &events)
{
    SupportFrequency result;
    int recoveriesBefore = 0; // of those seen, going back in time
    for (const HistoryEvent &event : events) {
        if (event.kind == HistoryKind::Recovery && result.failures > 0)
            ++recoveriesBefore;
        if (!isSame(event, error))
            continue;
        result.failures += event.count;
        // One that came before the first of them ended something else.
        result.recoveries = recoveriesBefore;
        if (!result.last.isValid())
            result.last = event.time;
        result.first = event.firstSeen.isValid() ? event.firstSeen : event.time;
    }
    if (result.failures == 0)
        return result;
    result.kind = result.recoveries > 0 ? SupportFrequency::Kind::Sometimes
        : result.failures == 1          ? SupportFrequency::Kind::Once
                                        : SupportFrequency::Kind::EveryTime;
    return result;
}

SupportPacket makeSupportPacket(const SupportFacts &facts, const SupportWishes &wishes)
{
    Maker maker(facts, wishes);
    SupportPacket packet;
    packet.madeAt = wishes.now;
    packet.timeZone = wishes.timeZone;
    packet.versions = facts.versions;
    packet.checklist = facts.checklist;
    packet.names = wishes.names;
    packet.providerName = facts.providerName;
    packet.connection = maker.connection();
    packet.otherProviderName = facts.otherProviderName;
    packet.doing = maker.mask().text(wishes.doing.trimmed(), HiddenValue::Where::Doing, {});
    const auto error = failureToTell(facts.events);
    if (error)
        packet.frequency = frequencyOf(*error, facts.events);
    for (const HistoryEvent &event : facts.events) {
        if (event.kind == HistoryKind::Change) {
            if (packet.changes.size() < mostChanges)
                packet.changes += maker.change(event);
        } else if (packet.events.size() < mostEvents) {
            packet.events += maker.event(event, HiddenValue::Where::Message);
            if (error && event == *error)
                packet.error = packet.events.last();
        }
    }
    if (packet.error) {
        const QDateTime since
            = packet.error->firstSeen.isValid() ? packet.error->firstSeen : packet.error->time;
        for (const HistoryEvent &change : std::as_const(packet.changes)) {
            if (isAttempt(change) && change.time >= since)
                packet.attempts.prepend(change);
        }
        packet.steps = maker.masked(stepsSince(since, facts.events));
    }
    if (facts.progress)
        packet.steps += maker.masked(stepsTried(*facts.progress));
    packet.hidden = maker.mask().hidden();
    return packet;
}

} // namespace relink
