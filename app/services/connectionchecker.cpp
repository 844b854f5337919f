// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/connectionchecker.h"

#include "core/ports/clock.h"
#include "core/ports/connectionstore.h"
#include "core/ports/probe.h"
#include "core/rules/areas.h"
#include "core/rules/classify.h"
#include "core/rules/refreshschedule.h"
#include "services/connectionlock.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/delegated.h"
#include "services/futures.h"
#include "services/grants.h"
#include "services/randomid.h"
#include "services/tokenrefresher.h"

namespace relink {

using namespace Qt::StringLiterals;

namespace {

//! Is this the refusal of an access token that a renewed one may mend?
bool mayBeMendedByRefresh(const AuthError &error, const Diagnosis &diagnosis)
{
    if (error.origin != ErrorOrigin::Resource)
        return false;
    switch (diagnosis.errorClass) {
    case ErrorClass::ExpiredAccess:
        return true;
    case ErrorClass::ExpiredRefresh:
    case ErrorClass::Revoked:
    case ErrorClass::InvalidUserCredentials:
    case ErrorClass::CredentialFormat:
    case ErrorClass::TestModeMismatch:
    case ErrorClass::Unknown:
        // A session key that ran out is refused in the words of a wrong one.
        return error.httpStatus == 401;
    default:
        return false;
    }
}

ErrorStage stageOf(const AuthError &error, ErrorStage otherwise)
{
    return error.origin == ErrorOrigin::TokenEndpoint ? ErrorStage::Refresh : otherwise;
}

} // namespace

//! One check of one connection.
class ConnectionChecker::Flight : public QObject
{
public:
    Flight(ConnectionChecker &owner, ConnectionId id, QString action, bool refreshFirst)
        : m_owner(owner)
        , m_id(std::move(id))
        , m_action(std::move(action))
        , m_refreshFirst(refreshFirst)
    {}

    QFuture<Result<Connection>> join(CheckReason reason)
    {
        m_asked = m_asked || reason == CheckReason::Asked;
        m_waiting.append(Completion<Connection>());
        return m_waiting.last().future();
    }

    void abandon()
    {
        for (const Completion<Connection> &done : std::exchange(m_waiting, {}))
            done(localError(code::cancelled));
    }

    void start()
    {
        const Connection *connection = m_owner.m_table.find(m_id);
        if (!connection)
            return end();
        // Nothing can be asked of what another product holds.
        if (isAsleep(*connection) || isDelegated(m_owner.m_catalogue, *connection))
            return end();
        m_attempt = m_owner.m_table.begin(
            m_id, m_refreshFirst ? Activity::Refreshing : Activity::Checking);
        Result<Target> target = targetFor(m_owner.m_catalogue, *m_owner.m_table.find(m_id));
        if (!target)
            return fail(target.error(), ErrorStage::Any, HistoryStage::Local);
        m_target = std::move(target).value();
        // Another issuer was entered: where its tokens go is known only by authorising there.
        if (m_target.provider.needsDiscovery)
            return fail(localError(code::endpointsChanged), ErrorStage::Any, HistoryStage::Local);
        if (const Result<Done> bound = checkBinding(m_target); !bound)
            return fail(bound.error(), ErrorStage::Any, HistoryStage::Local);
        whenDone(m_owner.m_vault.read(m_target.connection), this, [this](Result<Credential> read) {
            if (!read)
                return failToRead(read.error());
            m_credential = *read;
            begin();
        });
    }

private:
    static bool isAsleep(const Connection &connection)
    {
        const Health health = connection.state.health;
        return health == Health::Paused || health == Health::RevokedHere
            || health == Health::NotConnected;
    }

    void failToRead(const AuthError &error)
    {
        const auto tell = [this, error] { fail(error, ErrorStage::Any, HistoryStage::Keychain); };
        if (!error.is("entry_missing"))
            return tell();
        // A removal takes the item first and the row next, holding the lock meanwhile.
        withConnectionLock(m_owner.m_ports.journal, m_id, this,
                           [this, tell](const std::shared_ptr<void> &) {
                               m_owner.m_table.reloadIfChanged();
                               m_owner.m_table.find(m_id) ? tell() : end();
                           });
    }

    bool canRefresh() const { return mintsItself(m_target.kind()) || m_credential.hasRefresh(); }

    //! The provider would refuse a renewal now, and mean nothing by it.
    bool isTooEarly() const
    {
        const auto earliest = m_target.lifetimes().earliestRefresh;
        return earliest && m_credential.hasAccess() && m_credential.accessExpiresAt
            && m_owner.m_ports.clock.now().addSecs(earliest->count())
            < *m_credential.accessExpiresAt;
    }

    void begin()
    {
        if (m_target.mintIsProbe())
            return refresh({});
        // A key is not renewed: asking whether it still works is all that can be done.
        if (m_refreshFirst && m_target.kind() != AuthKind::ApiKey && !isTooEarly()) {
            if (!canRefresh())
                return fail(localError(code::noRefreshToken), ErrorStage::Refresh,
                            HistoryStage::Refresh);
            return refresh({});
        }
        const bool stale
            = !isFresh(m_credential, m_target.lifetimes(), m_owner.m_ports.clock.now());
        if (stale && canRefresh())
            return refresh({});
        probe();
    }

    //! `refusal` is the 401 that led here, if one did.
    void refresh(const std::optional<AuthError> &refusal)
    {
        m_refreshed = true;
        whenDone(m_owner.m_refresher.refresh(m_id, m_credential.generation), this,
                 [this, refusal](Result<Credential> renewed) {
                     if (renewed) {
                         m_credential = *renewed;
                         if (m_refreshFirst)
                             m_owner.m_table.recordRenewal(m_id);
                         return followAndProbe();
                     }
                     const AuthError &error = renewed.error();
                     // The old access token is used until it fails (R59).
                     const bool mayStillWork = !refusal && !m_refreshFirst
                         && m_credential.hasAccess()
                         && (error.is(code::answerLost) || error.is(code::busy));
                     if (mayStillWork) {
                         m_lostRefresh = error;
                         return probe();
                     }
                     fail(error, stageOf(error, ErrorStage::Refresh),
                          error.origin == ErrorOrigin::SecretStore ? HistoryStage::Keychain
                                                                   : HistoryStage::Refresh);
                 });
    }

    //! The new token may have come with another host to use it at.
    void followAndProbe()
    {
        const Connection *connection = m_owner.m_table.find(m_id);
        if (!connection)
            return end();
        if (connection->captures == m_target.connection.captures)
            return probe();
        Result<Target> target = targetFor(m_owner.m_catalogue, *connection);
        const Result<Done> bound = target ? checkBinding(*target) : Result<Done>(target.error());
        if (!bound)
            return fail(bound.error(), ErrorStage::Any, HistoryStage::Local);
        m_target = std::move(target).value();
        probe();
    }

    void probe()
    {
        // The token that has just been issued is the proof.
        if (m_target.mintIsProbe() && m_refreshed)
            return succeed({true, std::nullopt, {}, {}});
        if (!m_target.hasProbe()) {
            apply(event::ProbeUnavailable {m_attempt}, HistoryStage::Probe);
            return end();
        }
        if (!m_credential.hasAccess())
            return fail(localError(code::noRefreshToken), ErrorStage::Probe, HistoryStage::Probe);
        whenDone(m_owner.probe(m_target, m_credential), this, [this](Result<ProbeVerdict> verdict) {
            if (!verdict)
                return fail(verdict.error(), ErrorStage::Probe, HistoryStage::Probe);
            if (verdict->accepted)
                return succeed(*verdict);
            judge(*verdict->error);
        });
    }

    void judge(const AuthError &error)
    {
        Diagnosis diagnosis
            = classify(error, ErrorStage::Probe, m_target.pack.get(), m_target.kind());
        if (mayBeMendedByRefresh(error, diagnosis)) {
            if (!m_refreshed && canRefresh())
                return refresh(error);
            // The old token was the last that could work: why it was not renewed is the reason.
            if (m_lostRefresh)
                return fail(*m_lostRefresh, ErrorStage::Refresh, HistoryStage::Refresh);
            if (diagnosis.errorClass == ErrorClass::ExpiredAccess) {
                if (m_refreshed)
                    diagnosis.cause = u"refused_after_refresh"_s;
                diagnosis.action = firstActionFor(ErrorClass::ExpiredRefresh, m_target.kind());
            }
        }
        apply(event::Failed {m_attempt, error, diagnosis}, HistoryStage::Probe);
        end();
    }

    void succeed(const ProbeVerdict &verdict)
    {
        const bool ends = renewalLost();
        if (const Connection *known = m_owner.m_table.find(m_id)) {
            Connection connection = *known;
            if (connection.organisation.isEmpty() && verdict.organisations.size() == 1)
                connection.organisation = verdict.organisations.first();
            if (connection.identity.isEmpty())
                connection.identity = verdict.identity;
            copyExpiries(m_credential, m_target.kind(), connection);
            if (ends)
                connection.refreshExpiresAt = connection.accessExpiresAt;
            if (connection != *known)
                (void)m_owner.m_table.update(connection);
        }
        apply(event::ProbeSucceeded {m_attempt}, HistoryStage::Probe);
        apply(event::ExpiryNear {ends}, HistoryStage::Probe);
        askAreas();
    }

    void askAreas()
    {
        const Connection *known = m_owner.m_table.find(m_id);
        if (!known || (!m_asked && !areasAreDue(known->areas, m_owner.m_ports.clock.now())))
            return end();
        m_owner.m_areas.run(m_target, m_credential, this, [this](const QList<AreaReport> &found) {
            QStringList ids;
            for (const ResolvedNamedProbe &named : m_target.provider.namedProbes)
                ids.append(named.probe.id);
            m_owner.m_table.reportAreas(m_id, found, ids);
            end();
        });
    }

    //! The refresh token was sent and no answer came: what still works ends with its access token.
    bool renewalLost() const
    {
        if (!m_credential.hasRefresh())
            return false;
        const auto marker = m_owner.m_ports.journal.pending(m_id);
        return marker && marker->has_value()
            && afterLostAnswer(**marker, m_credential, m_target.lifetimes(),
                               m_owner.m_ports.clock.now())
            == AfterLostAnswer::UseAccessToken;
    }

    void fail(const AuthError &error, ErrorStage stage, HistoryStage where)
    {
        const ProviderPack *pack = m_target.pack.get();
        const Diagnosis diagnosis = classify(error, stage, pack, m_target.kind());
        apply(event::Failed {m_attempt, error, diagnosis}, where);
        end();
    }

    void apply(const Event &event, HistoryStage stage)
    {
        m_owner.m_table.apply(m_id, event, stage, m_action);
    }

    void end()
    {
        // Another process may have removed it while the provider was asked.
        m_owner.m_table.reloadIfChanged();
        const Connection *connection = m_owner.m_table.find(m_id);
        const Result<Connection> result = connection
            ? Result<Connection>(*connection)
            : Result<Connection>(localError(code::connectionRemoved));
        const QList<Completion<Connection>> waiting = std::exchange(m_waiting, {});
        if (const auto flight = m_owner.m_flights.extract(m_id); !flight.empty())
            flight.mapped().release()->deleteLater();
        for (const Completion<Connection> &done : waiting)
            done(result);
    }

    ConnectionChecker &m_owner;
    ConnectionId m_id;
    QString m_action;
    bool m_refreshFirst = false;
    bool m_refreshed = false;
    bool m_asked = false; //!< a person waits for it
    std::optional<AuthError> m_lostRefresh;
    AttemptId m_attempt;
    Target m_target;
    Credential m_credential;
    QList<Completion<Connection>> m_waiting;
};

ConnectionChecker::ConnectionChecker(const Ports &ports, ProviderCatalogue &catalogue,
                                     ConnectionTable &table, CredentialVault &vault,
                                     TokenRefresher &refresher, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_catalogue(catalogue)
    , m_table(table)
    , m_vault(vault)
    , m_refresher(refresher)
    , m_areas(ports)
{}

ConnectionChecker::~ConnectionChecker() = default;

QFuture<Result<Connection>> ConnectionChecker::check(const ConnectionId &id, const QString &action,
                                                     CheckReason reason)
{
    return start(id, action, false, reason);
}

QFuture<Result<Connection>> ConnectionChecker::refreshAndCheck(const ConnectionId &id)
{
    return start(id, u"refresh"_s, true, CheckReason::Asked);
}

QFuture<Result<Connection>> ConnectionChecker::start(const ConnectionId &id, const QString &action,
                                                     bool refreshFirst, CheckReason reason)
{
    if (const auto flight = m_flights.find(id); flight != m_flights.end())
        return flight->second->join(reason);
    auto flight = std::make_unique<Flight>(*this, id, action, refreshFirst);
    Flight &started = *flight;
    m_flights.emplace(id, std::move(flight));
    QFuture<Result<Connection>> future = started.join(reason);
    started.start();
    return future;
}

void ConnectionChecker::cancelAll()
{
    while (!m_flights.empty()) {
        const auto flight = m_flights.extract(m_flights.begin());
        flight.mapped()->abandon();
    }
}

QFuture<Result<ProbeVerdict>> ConnectionChecker::probe(const Target &target,
                                                       const Credential &credential)
{
    const Result<ApiCall> call = probeCall(target.provider, target.connection, credential,
                                           {m_ports.clock.now(), randomId().toLatin1()});
    if (!call)
        return completed(Result<ProbeVerdict>(call.error()));
    const Completion<ProbeVerdict> done;
    whenDone(m_ports.probe.send(*call), this, [this, done, target](Result<HttpAnswer> answer) {
        if (!answer)
            return done(answer.error());
        done(judgeProbe(*target.pack, target.connection, *answer, m_ports.clock.now()));
    });
    return done.future();
}

} // namespace relink
