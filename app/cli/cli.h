// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "cli/commandline.h"
#include "cli/shapes.h"
#include "cli/terminal.h"
#include "services/connectionmanager.h"
#include "services/connectiontransfer.h"

#include <QFuture>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <stop_token>

namespace relink {
class Clock;
class PacketWriter;
class ProviderCatalogue;
struct SupportFacts;
} // namespace relink

namespace relink::cli {

class ReconnectWalk;
class TerminalInteraction;
struct EnteredValues;

//! One self-test of `relink doctor`. Made where the adapters are; this layer sees none.
using DoctorCheck = std::function<QFuture<CheckLine>()>;

//! What a command works with. All of it outlives the Cli.
struct Surroundings
{
    ConnectionManager &manager;
    ProviderCatalogue &catalogue;
    Clock &clock;
    Terminal &terminal;
    PacketWriter &packets;
    QList<DoctorCheck> doctorChecks;
};

//! Runs one command (design.md section 9) and says with which exit code it ended. Never needs a
//! display.
class Cli : public QObject
{
    Q_OBJECT
public:
    Cli(CommandLine line, const Surroundings &surroundings, QObject *parent = nullptr);
    ~Cli() override;

    //! Starts the command and the clock of --timeout.
    void start();
    //! Ctrl-C: gives up cleanly. What is being stored is stored to its end.
    void cancel();

    //! Tells a usage error the way the command line asks for.
    static void tell(Terminal &terminal, const UsageError &error);
    //! The exit code that holds after all: a result that could not be written is told, and is no
    //! success.
    static int afterWriting(Terminal &terminal, int exitCode);

Q_SIGNALS:
    //! Once.
    void finished(int exitCode);

private:
    // The catalogue
    void providersRemove();
    // Connections
    void connectAccount();
    void connectWith(const EnteredValues &values);
    void reauthorizeWith(const Connection &former, const EnteredValues &values);
    //! Of the connections that signing in for this one may end.
    void warnOfSecondSignIn(const Connection &connection);
    void confirmed(const QString &providerId, const QString &methodId,
                   const std::function<void()> &then);
    void edit();
    void editWith(const Connection &former, const EnteredValues &values);
    void status();
    void check();
    void takeWord(const QString &word);
    void refresh();
    void reauthorize();
    void reconnect();
    void rename();
    void pauseOrResume();
    void revoke();
    void remove();
    void token();
    void exportConnections();
    void importConnections();
    void importPlanned(const Result<ImportPlan, QList<PackProblem>> &plan, const QString &file);
    void addPlanned(const ImportPlan &plan);
    void printImported(const ImportPlan &plan);
    void tellImported(const ImportPlan &plan);
    // Pairs
    void pairConnections();
    void unpair();
    void renamePair(const Integration &pair);
    QList<Integration> pairsNamed(const QString &nameOrId) const;
    //! The one pair of this id or name; null after the failure was told.
    std::optional<Integration> namedPair(const QString &nameOrId);
    void printPair(const Integration &sides, const QList<Integration> &pairs);
    void printPairs(const QList<Integration> &pairs);
    QJsonArray shapesOf(const QList<Integration> &pairs) const;
    //! The side that a pair is shown by, and why it is as it is.
    QString pairReason(const Connection &worse) const;
    //! What to do instead with the pair that was named.
    QString notAConnection(const Integration &pair) const;
    //! Does the argument mean a pair, not a connection?
    bool namesPair(const QString &nameOrId) const;
    void pairStatus();
    void checkPair();
    QList<Connection> sidesOf(const Integration &pair) const;
    void showPair(const Integration &pair);
    //! Checks each of them; `show` prints the result.
    void checkAll(const QList<ConnectionId> &ids, const std::function<void()> &show);
    //! Those that any of the connections is part of.
    QList<Integration> pairsOf(const QList<Connection> &connections) const;
    void support();
    void saveSupport(const SupportFacts &facts);
    void doctor();
    void history();
    void nextHistoryPage(HistoryQuery query);
    void printHistory(const QList<HistoryEvent> &events);
    void tellNoHistory();

    TerminalInteraction *interactionFor(const QString &providerId);
    //! The connection named as first argument; null after the failure was told.
    std::optional<Connection> named(const QString &nameOrId);
    QString providerName(const QString &providerId) const;
    //! A pack may be gone while a connection of it is still there.
    bool knowsProvider(const QString &providerId) const;
    //! What is said to a second withdrawal.
    QString revokedBefore(const Connection &connection, const RevokeOutcome &outcome) const;
    QString shownStatus(const Connection &connection) const;
    static QString signOf(const ConnectionState &state);
    void print(const QList<Connection> &connections);
    //! `connections` as a whole: that there are none is said.
    void printAll(const QList<Connection> &connections);
    //! Prints the connection and ends by its light, or by 0 where `always`.
    void endWith(const Result<Connection> &result, bool always = false);
    void endAuthorizing(const Result<Connection> &result);

    void failUsage(const QString &message);
    void failNoProvider(const QString &given);
    void fail(const AuthError &error, const QString &providerId);
    void failRevoked(const Connection &connection);
    //! Who authorised before and now, where the provider says nobody's name (R70).
    void tellWhetherCompared(const Connection &former, const Connection &now);
    void failRed(const Connection &connection); //!< there is no token
    void walk(const Connection &connection); //!< the guided reconnect
    void tellFailure(const QString &errorClass, const QString &message, const QString &action);
    //! Ends the command once what is being stored is stored, at most 5 s later (R81).
    void end(int exitCode);
    void abort(const QString &message);

    CommandLine m_line;
    ConnectionManager &m_manager;
    ProviderCatalogue &m_catalogue;
    Clock &m_clock;
    Terminal &m_terminal;
    PacketWriter &m_packets;
    QList<DoctorCheck> m_doctorChecks;
    std::unique_ptr<TerminalInteraction> m_interaction;
    std::unique_ptr<ReconnectWalk> m_walk;
    QTimer m_deadline;
    std::optional<std::stop_source> m_adding; //!< an import under way
    QString m_abortMessage; //!< said once that has stopped
    bool m_over = false;
};

} // namespace relink::cli
