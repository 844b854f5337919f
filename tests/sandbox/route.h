// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/bench.h"
#include "services/reconnectsession.h"

#include <functional>

namespace relink::test {

//! What a person does at one step instead of what it asks for.
using Deed = std::function<void(ReconnectSession &)>;

Deed answers(const QString &option);
Deed skips(const QString &reason = {});
Deed cannot(const QString &reason = {});
//! What is done otherwise than asked, by the id of a step or of a documented row that it carries
//! out; a section's own is `step@section`. A question with options has to be answered here, unless
//! one of them tells of nothing.
struct Script
{
    QMap<QString, Deed> deeds;
    //! What happens elsewhere (at the provider, on this computer) before the step is done.
    QMap<QString, std::function<void()>> meanwhile;
};

//! What is ended at each step, to be gone on with.
enum class Killed { Never, AtEveryStep };

//! How a connection that a route needs is made.
struct Account
{
    QString provider;
    QString via = {};
    QString method = {}; //!< empty: the pack's first
    Environment environment = Environment::Production;
    QMap<QString, QString> inputs = {}; //!< beside those of practice
};

//! Walks one guided reconnect as a person does who follows a documented article: from the light
//! that went out to Save + Continue, on the sandbox.
class Route
{
public:
    explicit Route(Bench &bench);
    ~Route();

    //! Green; empty where it could not be.
    ConnectionId connect(const Account &account);
    //! The fault, and the check that meets it. Answers with light, health and class.
    QString breakIt(const ConnectionId &id, const QString &fault);
    QString seen(const ConnectionId &id) const; //!< e.g. `red revoked`
    Result<Connection> check(const ConnectionId &id);

    bool start(const ConnectionId &id, const std::optional<Diagnosis> &told = {});
    //! To where Save + Continue is offered, or the support step is all that is left. Answers with
    //! what went wrong; empty: nothing.
    QString walk(const Script &script = {}, Killed killed = Killed::Never);
    //! The first `count` steps of it; what the next one asks for is done, and it is not left.
    QString walkSome(const Script &script, int count);
    //! Save + Continue; answers with the light.
    QString save();
    //! The process ends and another one begins, over the same stores; answers with what was lost.
    QString killAndResume();

    ReconnectSession &session() { return *m_session; }
    //! The steps where the person was, in order, `id@section`.
    const QStringList &steps() const { return m_steps; }
    //! The documented rows of these steps, in order.
    const QStringList &rows() const { return m_rows; }
    //! Were they come by in this order, whatever lies between? Answers with the first that was not.
    QString missing(const QStringList &stepsOrRows) const;
    bool cameBy(const QString &stepOrRow) const;
    //! Changes that the merchant told of, by cause.
    QStringList diary() const;
    //! Failures and recoveries of the history, e.g. `failure revoked`.
    QStringList history(const ConnectionId &id) const;
    //! Where the walk stands, for a failed assertion.
    QString place() const;

private:
    void open();
    void arrive(const Step &step);
    QString pass(const Step &step, const Script &script);
    QString goOn(const Script &script, Killed killed, int last);
    void follow(const Step &step);
    void act(const Step &step);
    bool settle();

    Bench &m_bench;
    ConnectionId m_id;
    std::optional<Diagnosis> m_told;
    std::unique_ptr<ReconnectSession> m_session;
    bool m_again = false; //!< was at the end once already
    QStringList m_steps;
    QStringList m_rows;
    QList<QStringList> m_names; //!< of each step: its ids and rows
};

} // namespace relink::test
