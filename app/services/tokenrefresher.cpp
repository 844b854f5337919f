// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/tokenrefresher.h"

#include "core/ports/clock.h"
#include "core/ports/connectionstore.h"
#include "core/ports/tokenendpoint.h"
#include "core/rules/classify.h"
#include "core/rules/loginanswer.h"
#include "core/rules/refreshschedule.h"
#include "core/rules/tokenresponse.h"
#include "services/connectiontable.h"
#include "services/credentialvault.h"
#include "services/futures.h"
#include "services/grants.h"

#include <QElapsedTimer>

namespace relink {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto lockPause = 50ms;
// Longer than any request may last (30 s), so that a living holder is waited out.
constexpr auto lockPatience = 35s;

//! Could the server have read the request although no answer came?
bool outcomeUnknown(const AuthError &error)
{
    if (error.origin == ErrorOrigin::Transport) {
        return error.is(code::connectionLost) || error.is(code::timeout)
            || error.is(code::tooLarge);
    }
    // A 2xx that cannot be read may well have spent the old token.
    return error.origin == ErrorOrigin::TokenEndpoint && error.is(code::unreadable);
}

} // namespace

//! One refresh of one connection, from lock to stored pair.
class TokenRefresher::Flight : public QObject
{
public:
    Flight(TokenRefresher &owner, ConnectionId id, quint64 usedGeneration)
        : m_owner(owner)
        , m_id(std::move(id))
        , m_usedGeneration(usedGeneration)
    {
        m_lockTimer.setSingleShot(true);
        m_lockTimer.setInterval(lockPause);
        connect(&m_lockTimer, &QTimer::timeout, this, &Flight::takeLock);
    }

    QFuture<Result<Credential>> join()
    {
        m_waiting.append(Completion<Credential>());
        return m_waiting.last().future();
    }
    void abandon()
    {
        for (const Completion<Credential> &done : std::exchange(m_waiting, {}))
            done(localError(code::cancelled));
    }
    void start()
    {
        m_waited.start();
        takeLock();
    }

private:
    void takeLock()
    {
        m_lock = m_owner.m_ports.journal.tryLock(m_id);
        if (m_lock)
            return readKeychain();
        if (std::chrono::milliseconds(m_waited.elapsed()) > lockPatience)
            return end(localError(code::busy));
        m_lockTimer.start();
    }

    void readKeychain()
    {
        // Who held the lock may have removed the connection.
        m_owner.m_table.reloadIfChanged();
        const Connection *connection = m_owner.m_table.find(m_id);
        if (!connection)
            return end(localError(code::connectionRemoved));
        Result<Target> target = targetFor(m_owner.m_catalogue, *connection);
        if (!target)
            return end(target.error());
        m_target = std::move(target).value();
        if (const Result<Done> bound = checkBinding(m_target); !bound)
            return end(bound.error());
        whenDone(m_owner.m_vault.readAgain(*connection), this, [this](Result<Credential> read) {
            if (!read)
                return end(read.error());
            m_credential = *read;
            if (m_credential.generation != m_usedGeneration && m_credential.hasAccess())
                return end(m_credential); // somebody else renewed it meanwhile
            checkMarker();
        });
    }

    void checkMarker()
    {
        const auto pending = m_owner.m_ports.journal.pending(m_id);
        if (!pending)
            return end(pending.error());
        if (pending->has_value()) {
            switch (afterLostAnswer(**pending, m_credential, m_target.lifetimes(), now())) {
            case AfterLostAnswer::NothingLost:
                break;
            case AfterLostAnswer::RetryOnce:
                m_retried = true;
                break;
            case AfterLostAnswer::UseAccessToken:
                return end(localError(code::answerLost));
            }
        }
        send();
    }

    void send()
    {
        const Result<TokenCall> call
            = refreshCall(m_target.provider, m_target.connection, m_credential);
        if (!call)
            return end(call.error());
        const Result<Done> marked = m_owner.m_ports.journal.begin(
            m_id, RefreshMarker {m_credential.generation, now(), m_retried});
        if (!marked)
            return end(marked.error());
        whenDone(m_owner.m_ports.tokenEndpoint.post(*call), this,
                 [this](Result<HttpAnswer> answer) { judge(answer); });
    }

    void judge(const Result<HttpAnswer> &answer)
    {
        const Result<TokenSet> tokens
            = answer ? readTokens(m_target, *answer, now()) : Result<TokenSet>(answer.error());
        if (tokens)
            return store(renewed(m_credential, *tokens, m_target, now()), *tokens);
        if (outcomeUnknown(tokens.error()))
            return answerLost(tokens.error());
        // The server said no, or nothing was sent: the token is as it was.
        (void)m_owner.m_ports.journal.finish(m_id);
        end(tokens.error());
    }

    void answerLost(const AuthError &seen)
    {
        const RefreshMarker marker {m_credential.generation, now(), m_retried};
        if (!m_retried
            && afterLostAnswer(marker, m_credential, m_target.lifetimes(), now())
                == AfterLostAnswer::RetryOnce) {
            m_retried = true;
            return send();
        }
        if (m_target.lifetimes().rotates == std::optional<bool>(false)) {
            // The old token cannot have been spent: an ordinary fault, to be tried again later.
            (void)m_owner.m_ports.journal.finish(m_id);
            return end(seen);
        }
        end(localError(code::answerLost, seen.description));
    }

    void store(const Credential &credential, const TokenSet &tokens)
    {
        whenDone(m_owner.m_vault.writeRenewed(m_target.connection, credential), this,
                 [this, credential, scope = tokens.scope,
                  captures = tokens.captures](Result<Done> written) {
                     // Unwritten, the marker stays: after a kill it tells what was lost.
                     if (written)
                         (void)m_owner.m_ports.journal.finish(m_id);
                     m_owner.m_table.reloadIfChanged();
                     const Connection *known = m_owner.m_table.find(m_id);
                     if (!known)
                         return discard();
                     const Result<Connection> moved = movedTo(*m_target.pack, *known, captures);
                     Connection connection = moved ? *moved : *known;
                     copyExpiries(credential, m_target.kind(), connection);
                     if (scope)
                         connection.scope = *scope;
                     (void)m_owner.m_table.update(connection);
                     end(moved ? Result<Credential>(credential)
                               : Result<Credential>(moved.error()));
                 });
    }

    //! The connection was removed while its new pair was on the way: nobody would ever find the
    //! item again.
    void discard()
    {
        whenDone(m_owner.m_vault.remove(m_target.connection), this,
                 [this](const Result<Done> &) { end(localError(code::connectionRemoved)); });
    }

    void end(Result<Credential> result)
    {
        m_lock.reset();
        const QList<Completion<Credential>> waiting = std::exchange(m_waiting, {});
        // Out of the map first: a waiter may ask for the next refresh at once. The object itself
        // goes with the next turn of the event loop, since it is on the stack here.
        if (const auto flight = m_owner.m_flights.extract(m_id); !flight.empty())
            flight.mapped().release()->deleteLater();
        for (const Completion<Credential> &done : waiting)
            done(result);
    }

    QDateTime now() const { return m_owner.m_ports.clock.now(); }

    TokenRefresher &m_owner;
    ConnectionId m_id;
    quint64 m_usedGeneration;
    Target m_target;
    Credential m_credential;
    bool m_retried = false;
    std::shared_ptr<void> m_lock;
    QTimer m_lockTimer;
    QElapsedTimer m_waited;
    QList<Completion<Credential>> m_waiting;
};

TokenRefresher::TokenRefresher(const Ports &ports, ProviderCatalogue &catalogue,
                               ConnectionTable &table, CredentialVault &vault, QObject *parent)
    : QObject(parent)
    , m_ports(ports)
    , m_catalogue(catalogue)
    , m_table(table)
    , m_vault(vault)
{}

TokenRefresher::~TokenRefresher() = default;

void TokenRefresher::cancelAll()
{
    while (!m_flights.empty()) {
        const auto flight = m_flights.extract(m_flights.begin());
        flight.mapped()->abandon();
    }
}

QFuture<Result<Credential>> TokenRefresher::refresh(const ConnectionId &id, quint64 usedGeneration)
{
    if (const auto flight = m_flights.find(id); flight != m_flights.end())
        return flight->second->join();
    auto flight = std::make_unique<Flight>(*this, id, usedGeneration);
    Flight &started = *flight;
    m_flights.emplace(id, std::move(flight));
    QFuture<Result<Credential>> future = started.join();
    started.start();
    return future;
}

} // namespace relink
