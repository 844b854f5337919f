// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectiontable.h"

#include "core/model/areaaction.h"
#include "core/ports/clock.h"
#include "core/ports/connectionstore.h"
#include "core/ports/history.h"
#include "core/rules/alreadyrefreshed.h"
#include "core/rules/areas.h"
#include "core/rules/caseless.h"
#include "core/rules/connectionname.h"
#include "core/rules/light.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "core/rules/retryafter.h"
#include "services/futures.h"

#include <QRandomGenerator>
#include <algorithm>

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Stored rows keep what was learnt, not what was being done when they were written.
Connection atRest(Connection connection)
{
    connection.state.activity = Activity::Idle;
    connection.state.attempt = {};
    return connection;
}

void describe(HistoryEvent &line, const AuthError &error, const Diagnosis &diagnosis)
{
    line.httpStatus = error.httpStatus;
    line.providerCode = error.providerCode;
    line.code = error.code;
    line.message = oneLine(redact(error.description));
    line.errorClass = diagnosis.errorClass;
    line.cause = diagnosis.cause;
}

} // namespace

ConnectionTable::ConnectionTable(const Ports &ports, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
{}

Result<Done> ConnectionTable::load()
{
    // Before the rows: what is changed in between is then read once more, not missed.
    const qint64 foreignChanges = m_ports.connections.foreignChanges();
    Result<QList<Connection>> rows = m_ports.connections.connections();
    if (!rows)
        return rows.error();
    m_connections = std::move(rows).value();
    m_foreignChanges = foreignChanges;
    return Done {};
}

void ConnectionTable::reloadIfChanged()
{
    const qint64 foreignChanges = m_ports.connections.foreignChanges();
    if (foreignChanges == m_foreignChanges)
        return;
    const Result<QList<Connection>> rows = m_ports.connections.connections();
    if (!rows)
        return;
    m_foreignChanges = foreignChanges;
    const QList<Connection> before = std::exchange(m_connections, *rows);
    QHash<ConnectionId, const Connection *> formerly;
    for (const Connection &connection : before)
        formerly.insert(connection.id, &connection);
    for (Connection &connection : m_connections) {
        const Connection *known = formerly.value(connection.id);
        if (!known) {
            Q_EMIT added(connection.id);
            continue;
        }
        // What this process is doing right now the other one cannot know.
        connection.state.activity = known->state.activity;
        connection.state.attempt = known->state.attempt;
        if (connection != *known)
            Q_EMIT changed(connection.id);
    }
    for (const Connection &former : before) {
        if (!find(former.id))
            Q_EMIT removed(former.id);
    }
}

const Connection *ConnectionTable::find(const ConnectionId &id) const
{
    const auto at = [this, &id]() -> const Connection * {
        const qsizetype place = m_places.value(id, -1);
        return place >= 0 && place < m_connections.size() && m_connections[place].id == id
            ? &m_connections[place]
            : nullptr;
    };
    if (const Connection *known = at())
        return known;
    // Made anew when it is found wrong, so that no change of the list has to think of it.
    m_places.clear();
    for (qsizetype i = 0; i < m_connections.size(); ++i)
        m_places.insert(m_connections[i].id, i);
    return at();
}

Connection *ConnectionTable::findMutable(const ConnectionId &id)
{
    return const_cast<Connection *>(std::as_const(*this).find(id));
}

Result<Done> ConnectionTable::checkName(const QString &name, const ConnectionId &except) const
{
    if (const auto problem = connectionNameProblem(name))
        return localError(code::invalidInput, *problem);
    const Connection *own = find(except);
    const bool keeps = own && caseless(own->name) == caseless(name.trimmed());
    if (!keeps && m_isPair && m_isPair(name.trimmed())) {
        return localError(
            code::invalidInput,
            u"There is already a pair named “%1”. Choose another name."_s.arg(name.trimmed()));
    }
    for (const Connection &connection : m_connections) {
        if (connection.id != except && caseless(connection.name) == caseless(name.trimmed())) {
            return localError(
                code::invalidInput,
                u"There is already a connection named “%1”. Choose another name."_s.arg(
                    connection.name));
        }
        // Whoever names it would mean the other one.
        if (connection.id != except && connection.id.value == name.trimmed()) {
            return localError(
                code::invalidInput,
                u"This is the id of “%1”. Choose another name."_s.arg(connection.name));
        }
    }
    return Done {};
}

QString ConnectionTable::freeName(const QString &wanted) const
{
    const QString usable = usableConnectionName(wanted);
    QString name = usable;
    for (int number = 2; !checkName(name); ++number)
        name = usable % u' ' % QString::number(number);
    return name;
}

bool ConnectionTable::wasRemovedElsewhere(const ConnectionId &id) const
{
    if (m_ports.connections.foreignChanges() == m_foreignChanges)
        return false;
    const Result<QList<Connection>> rows = m_ports.connections.connections();
    return rows && std::none_of(rows->begin(), rows->end(), [&id](const Connection &row) {
               return row.id == id;
           });
}

Result<Done> ConnectionTable::persist(const Connection &connection)
{
    // Saving would bring back what another process removed.
    if (find(connection.id) && wasRemovedElsewhere(connection.id))
        return localError(code::invalidInput, u"This connection was removed."_s);
    const Result<Done> saved = m_ports.connections.save(atRest(connection));
    tellStorage(saved);
    return saved;
}

void ConnectionTable::tellStorage(const Result<Done> &result)
{
    if (result.ok() && m_storageTroubled) {
        m_storageTroubled = false;
        Q_EMIT storageTrouble({});
    } else if (!result && result.error().is(code::storage)) {
        m_storageTroubled = true;
        Q_EMIT storageTrouble(result.error().description);
    }
}

Result<Done> ConnectionTable::insert(const Connection &connection)
{
    const Result<Done> saved = persist(connection);
    if (!saved)
        return saved;
    m_connections.append(connection);
    Q_EMIT added(connection.id);
    return saved;
}

Result<Done> ConnectionTable::update(const Connection &connection)
{
    Connection *known = findMutable(connection.id);
    if (!known)
        return localError(code::invalidInput, u"This connection was removed."_s);
    const Result<Done> saved = persist(connection);
    if (!saved)
        return saved;
    *known = connection;
    Q_EMIT changed(connection.id);
    return saved;
}

Result<Done> ConnectionTable::remove(const ConnectionId &id)
{
    const Result<Done> removedRow = m_ports.connections.remove(id);
    tellStorage(removedRow);
    if (!removedRow)
        return removedRow;
    m_connections.removeIf([&id](const Connection &c) { return c.id == id; });
    Q_EMIT removed(id);
    return removedRow;
}

AttemptId ConnectionTable::begin(const ConnectionId &id, Activity activity)
{
    const AttemptId attempt = newAttempt();
    apply(id, event::Began {activity, attempt}, HistoryStage::Local, {});
    return attempt;
}

//! Connections that failed together would come back together: each waits up to a quarter longer
//! (R48), but never longer than a provider may ask for (R47).
static void spreadRetry(ConnectionState &state, const QDateTime &now)
{
    const qint64 wait = now.secsTo(*state.retryAt);
    const qint64 spread = std::min<qint64>(wait / 4, retryAfterMaximum.count() - wait);
    if (spread > 0)
        state.retryAt = state.retryAt->addSecs(QRandomGenerator::global()->bounded(spread + 1));
}

QList<Effect> ConnectionTable::apply(const ConnectionId &id, const Event &event, HistoryStage stage,
                                     const QString &action)
{
    Connection *connection = findMutable(id);
    if (!connection)
        return {};
    const Transition transition = reduce(connection->state, event, m_ports.clock.now());
    if (transition.state == connection->state && transition.effects.isEmpty())
        return {};
    const ConnectionState before = std::exchange(connection->state, transition.state);
    if (transition.effects.contains(Effect::ScheduleRetry))
        spreadRetry(connection->state, m_ports.clock.now());
    QList<Effect> left;
    for (const Effect effect : transition.effects) {
        switch (effect) {
        case Effect::Persist:
            // A row that cannot be written is told through storageTrouble(); the light in memory
            // stays true and is written with the next change.
            (void)persist(*connection);
            break;
        case Effect::RecordFailure: {
            HistoryEvent line = eventFor(*connection, stage, action);
            if (const auto *failed = std::get_if<event::Failed>(&event)) {
                describe(line, failed->error, failed->diagnosis);
            } else {
                line.code = QLatin1StringView(code::differentAccount);
                line.errorClass = ErrorClass::WrongTenant;
            }
            record(line);
            break;
        }
        case Effect::RecordRecovery: {
            HistoryEvent line = eventFor(*connection, stage, action);
            line.kind = HistoryKind::Recovery;
            if (before.diagnosis) {
                line.errorClass = before.diagnosis->errorClass;
                line.cause = before.diagnosis->cause;
            }
            record(line);
            break;
        }
        case Effect::ScheduleRetry:
        case Effect::ProbeNow:
            left.append(effect);
            break;
        }
    }
    Q_EMIT changed(id);
    return left;
}

void ConnectionTable::recordFailure(const ConnectionId &id, HistoryStage stage,
                                    const QString &action, const AuthError &error,
                                    const Diagnosis &diagnosis)
{
    const Connection *connection = find(id);
    if (!connection || diagnosis.errorClass == ErrorClass::NotAnError)
        return;
    HistoryEvent line = eventFor(*connection, stage, action);
    describe(line, error, diagnosis);
    record(line);
}

QFuture<Result<Done>> ConnectionTable::recordPasted(const ConnectionId &id,
                                                    const PastedError &pasted)
{
    const Connection *connection = find(id);
    if (!connection)
        return completed(Result<Done>(localError(code::cancelled)));
    HistoryEvent line
        = eventFor(*connection, HistoryStage::Local, pastedActionOf(redact(pasted.what)));
    line.httpStatus = pasted.httpStatus;
    line.providerCode = redact(pasted.providerCode);
    line.message = oneLine(redact(pasted.text));
    line.errorClass = pasted.diagnosis.errorClass;
    line.cause = pasted.diagnosis.cause;
    // Where the connection works, no recovery will come that ends it.
    line.resolved = lightFor(connection->state) == Light::Green && pasted.what.isEmpty();
    if (!pasted.what.isEmpty()) {
        AreaReport report;
        report.area = pasted.area;
        report.what = redact(pasted.what);
        report.since = m_ports.clock.now();
        report.checkedAt = report.since;
        report.source = AreaSource::Pasted;
        report.diagnosis = pasted.diagnosis;
        Connection marked = *connection;
        marked.areas = withReport(marked.areas, report);
        (void)update(marked);
    }
    return told(m_ports.history.append(line), id);
}

QFuture<Result<Done>> ConnectionTable::recordNote(const HistoryEvent &note)
{
    return told(m_ports.history.append(note), note.connection);
}

QFuture<Result<Done>> ConnectionTable::removeNote(const HistoryEvent &note)
{
    return told(m_ports.history.removeNote(note.id), note.connection);
}

QFuture<Result<Done>> ConnectionTable::told(QFuture<Result<Done>> asked, const ConnectionId &id)
{
    const Completion<Done> done;
    whenDone(std::move(asked), this, [this, id, done](const Result<Done> &result) {
        tellStorage(result);
        if (result)
            Q_EMIT historyChanged(id);
        done(result);
    });
    return done.future();
}

void ConnectionTable::reportAreas(const ConnectionId &id, const QList<AreaReport> &reports,
                                  const QStringList &ids)
{
    const Connection *known = find(id);
    // Something else has happened meanwhile, and says more.
    if (!known || lightFor(known->state) != Light::Green)
        return;
    Connection connection = *known;
    connection.areas = withoutForgotten(connection.areas, ids);
    for (const AreaReport &report : reports) {
        const AreaReport *former = reportOf(connection.areas, report.area);
        const bool stopped = former && !former->works;
        if (stopped == report.works) {
            HistoryEvent line = eventFor(connection, HistoryStage::Probe, areaAction(report.what));
            line.kind = report.works ? HistoryKind::Recovery : HistoryKind::Failure;
            const Diagnosis &diagnosis = report.works ? former->diagnosis : report.diagnosis;
            line.errorClass = diagnosis.errorClass;
            line.cause = diagnosis.cause;
            record(line);
        }
        connection.areas = withReport(connection.areas, report);
    }
    if (connection.areas != known->areas)
        (void)update(connection);
}

Result<Done> ConnectionTable::clearAreas(const ConnectionId &id,
                                         const std::function<bool(const AreaReport &)> &which,
                                         const QString &why)
{
    const Connection *known = find(id);
    if (!known)
        return localError(code::cancelled);
    Connection connection = *known;
    QList<AreaReport> cleared;
    connection.areas.removeIf([&](const AreaReport &report) {
        const bool goes = !report.works && which(report);
        if (goes)
            cleared.append(report);
        return goes;
    });
    if (cleared.isEmpty())
        return Done {};
    const Result<Done> saved = update(connection);
    if (!saved)
        return saved;
    for (const AreaReport &report : cleared) {
        HistoryEvent line = eventFor(connection, HistoryStage::Local, areaAction(report.what));
        line.kind = HistoryKind::Recovery;
        line.errorClass = report.diagnosis.errorClass;
        line.cause = why;
        record(line);
    }
    return saved;
}

void ConnectionTable::recordChange(const ConnectionId &id, HistoryStage stage,
                                   const QString &action)
{
    const Connection *connection = find(id);
    if (!connection)
        return;
    HistoryEvent line = eventFor(*connection, stage, action);
    line.kind = HistoryKind::Change;
    record(line);
}

void ConnectionTable::recordRenewal(const ConnectionId &id, std::optional<ErrorClass> against)
{
    const Connection *known = find(id);
    if (!known)
        return;
    Connection connection = *known;
    connection.renewed = renewalOf(connection, m_ports.clock.now(), against);
    // Forgotten, the renewal is offered once more: a nuisance, not a failure of it.
    (void)update(connection);
}

HistoryEvent ConnectionTable::eventFor(const Connection &connection, HistoryStage stage,
                                       const QString &action) const
{
    HistoryEvent line;
    line.time = m_ports.clock.now();
    line.firstSeen = line.time;
    line.noticedAt = line.time;
    line.connection = connection.id;
    line.connectionName = connection.name;
    line.provider = connection.provider;
    line.stage = stage;
    line.action = action;
    return line;
}

void ConnectionTable::record(HistoryEvent line)
{
    whenDone(m_ports.history.append(line), this, [this, id = line.connection](Result<Done> result) {
        tellStorage(result);
        if (result)
            Q_EMIT historyChanged(id);
    });
}

} // namespace relink
