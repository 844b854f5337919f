// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/journey.h"

#include "core/rules/inputs.h"
#include "core/rules/light.h"
#include "sandbox/route.h"
#include "support/futures.h"

#include <QEventLoop>
#include <QFutureWatcher>
#include <QRegularExpression>
#include <QTimer>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

Cell passed(const QString &text = {})
{
    return {Cell::Kind::Passed, text};
}

Cell notApplicable(const QString &reason)
{
    return {Cell::Kind::NotApplicable, reason};
}

Cell failed(const QString &why)
{
    return {Cell::Kind::Failed, why};
}

QString words(const AuthError &error)
{
    return QStringList {error.code, error.providerCode, error.description,
                        error.httpStatus ? QString::number(*error.httpStatus) : QString(),
                        QString::fromUtf8(error.evidence.left(300))}
        .filter(QRegularExpression(u"."_s))
        .join(u" | "_s);
}

QString words(const Connection &connection)
{
    const ConnectionState &state = connection.state;
    QString text = toString(lightFor(state)) + u' ' + toString(state.health);
    if (state.diagnosis)
        text += u": "_s + toString(state.diagnosis->errorClass) + u' ' + state.diagnosis->cause;
    return text.trimmed();
}

//! As outcomeOf(), but woken by the event loop: a journey is hundreds of waits.
template <typename T>
Result<T> settled(QFuture<Result<T>> future)
{
    if (!future.isFinished()) {
        QEventLoop loop;
        QFutureWatcher<Result<T>> watcher;
        QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QEventLoop::quit);
        QTimer::singleShot(std::chrono::seconds(15), &loop, &QEventLoop::quit);
        watcher.setFuture(future);
        loop.exec();
    }
    return outcomeOf(future, 0);
}

bool isGreen(const Connection &connection)
{
    return lightFor(connection.state) == Light::Green;
}

bool isRed(const Connection &connection)
{
    return lightFor(connection.state) == Light::Red;
}

} // namespace

QString Cell::toString() const
{
    switch (kind) {
    case Kind::Passed:
        return text.isEmpty() ? u"ok"_s : u"ok, "_s + text;
    case Kind::NotApplicable:
        return u"not applicable: "_s + text;
    case Kind::Failed:
        return u"FAILED: "_s + text;
    }
    return {};
}

const QStringList &Journey::stages()
{
    static const QStringList list {u"connect"_s, u"probe"_s,     u"refresh"_s,
                                   u"break"_s,   u"reconnect"_s, u"revoke"_s};
    return list;
}

Journey::Journey(Bench &bench, const ProviderPack &pack, const AuthMethod &method,
                 Environment environment)
    : m_bench(bench)
    , m_pack(pack)
    , m_method(method)
    , m_environment(environment)
{}

QMap<QString, Cell> Journey::run()
{
    QMap<QString, Cell> cells;
    cells.insert(u"connect"_s, connectIt());
    if (cells.first().kind == Cell::Kind::Failed) {
        for (const QString &stage : stages().mid(1))
            cells.insert(stage, failed(u"never connected"_s));
        return cells;
    }
    cells.insert(u"probe"_s, probe());
    cells.insert(u"refresh"_s, refresh());
    cells.insert(u"break"_s, breakIt());
    cells.insert(u"reconnect"_s, reconnect());
    cells.insert(u"revoke"_s, revoke());
    (void)settled(m_bench.manager->remove(m_id));
    m_bench.playground.restore();
    return cells;
}

bool Journey::hasProbe() const
{
    return m_pack.probeOf(&m_method).exists() || m_method.discovers;
}

bool Journey::canRefresh() const
{
    return mintsItself(m_method.kind) || m_bench.stored(m_id).hasRefresh();
}

void Journey::fault(const QString &name)
{
    m_bench.playground.fault(m_pack.id, name);
}

Result<Connection> Journey::ask()
{
    return settled(hasProbe() ? m_bench.manager->check(m_id) : m_bench.manager->refresh(m_id));
}

//! Green; without a probe nothing that says otherwise.
Cell Journey::connectedCell(const Result<Connection> &outcome) const
{
    if (!outcome)
        return failed(words(outcome.error()));
    if (isGreen(*outcome))
        return passed();
    const bool told = !hasProbe() && lightFor(outcome->state) == Light::Neutral;
    return told ? passed(toString(outcome->state.health)) : failed(words(*outcome));
}

Cell Journey::connectIt()
{
    ConnectRequest request;
    request.provider = m_pack.id;
    request.name = m_pack.id + u' ' + m_method.id;
    request.authMethod = m_method.id;
    request.environment = m_environment;
    const Fields given = m_bench.practiceInputs(m_pack.id, m_method.id, m_environment);
    for (const InputField &field : m_method.inputs) {
        if (!given.contains(field.key))
            continue;
        if (field.secret)
            request.secrets.insert(field.key, SecretBytes(given.value(field.key).toUtf8()));
        else
            request.inputs.insert(field.key, given.value(field.key));
    }
    const Result<Connection> made
        = settled(m_bench.manager->connectAccount(request, m_bench.person.get()));
    if (made)
        m_id = made->id;
    return connectedCell(made);
}

Cell Journey::probe()
{
    if (m_method.kind == AuthKind::Delegated)
        return notApplicable(u"another product holds the access"_s);
    if (!hasProbe())
        return notApplicable(m_pack.probeOf(&m_method).absentReason);
    if (!m_pack.probeOf(&m_method).mint) {
        for (const auto &[name, errorClass] :
             {std::pair {u"wrong_environment"_s, ErrorClass::TestModeMismatch},
              std::pair {u"deprecated_method"_s, ErrorClass::DeprecatedMethod}}) {
            fault(name);
            const Result<Connection> seen = ask();
            m_bench.playground.send("DELETE", u"/_sandbox/faults"_s);
            const bool read
                = seen && seen->state.diagnosis && seen->state.diagnosis->errorClass == errorClass;
            if (!read)
                return failed(name + u" reads as "_s + (seen ? words(*seen) : words(seen.error())));
        }
    }
    return connectedCell(ask());
}

Cell Journey::refresh()
{
    if (m_method.kind == AuthKind::Delegated)
        return notApplicable(u"another product holds the access"_s);
    if (m_method.kind == AuthKind::ApiKey)
        return notApplicable(u"a key is used as it is"_s);
    if (m_method.lifetimes.accessNeverExpires)
        return notApplicable(u"the access does not expire"_s);
    if (!canRefresh())
        return notApplicable(u"no refresh token is issued"_s);
    if (m_method.lifetimes.earliestRefresh) {
        const Result<Connection> early = settled(m_bench.manager->refresh(m_id));
        if (early && isRed(*early))
            return failed(u"red after a refresh that came too early: "_s + words(*early));
    }
    const quint64 before = m_bench.stored(m_id).generation;
    fault(u"expire"_s);
    const Cell cell = connectedCell(ask());
    if (cell.kind != Cell::Kind::Passed)
        return cell;
    if (m_bench.stored(m_id).generation == before)
        return failed(u"nothing was renewed"_s);
    if (m_method.lifetimes.earliestRefresh)
        return passed(u"once it may"_s);
    return connectedCell(settled(m_bench.manager->refresh(m_id)));
}

Cell Journey::breakIt()
{
    if (m_method.kind == AuthKind::Delegated) {
        // Nobody but the merchant can see it.
        if (!m_bench.manager->tell(m_id, false))
            return failed(u"cannot be told"_s);
        const auto seen = m_bench.manager->connection(m_id);
        return seen && isRed(*seen) ? passed(u"told"_s) : failed(u"not red"_s);
    }
    if (!hasProbe() && !canRefresh())
        return notApplicable(u"nothing can be asked: "_s + m_pack.probeOf(&m_method).absentReason);
    // What mints its own tokens is over when its password or key is.
    fault(mintsItself(m_method.kind) ? u"hard_expire"_s : u"revoke"_s);
    const Result<Connection> seen
        = mintsItself(m_method.kind) ? settled(m_bench.manager->refresh(m_id)) : ask();
    if (!seen)
        return failed(words(seen.error()));
    const QString what
        = seen->state.diagnosis ? toString(seen->state.diagnosis->errorClass) : u"red"_s;
    return isRed(*seen) ? passed(what) : failed(words(*seen));
}

Cell Journey::reconnect()
{
    if (m_method.kind == AuthKind::Delegated) {
        Route route(m_bench);
        if (!route.start(m_id))
            return failed(u"cannot be begun"_s);
        if (const QString problem = route.walk(); !problem.isEmpty())
            return failed(problem);
        const QString light = route.save();
        return light.startsWith(u"neutral"_s) ? passed(u"told"_s) : failed(light);
    }
    if (asksPerson(m_method.kind)) {
        return connectedCell(settled(m_bench.manager->reauthorize(m_id, m_bench.person.get())));
    }
    if (!hasProbe() && !canRefresh())
        return notApplicable(u"nothing was seen to break"_s);
    EditRequest request;
    const Fields given = m_bench.practiceInputs(m_pack.id, m_method.id, m_environment);
    for (const InputField &field : m_method.inputs) {
        if (field.secret && given.contains(field.key))
            request.secrets.insert(field.key, SecretBytes(given.value(field.key).toUtf8()));
    }
    const Result<Connection> edited = settled(m_bench.manager->edit(m_id, request));
    if (!edited)
        return failed(words(edited.error()));
    return connectedCell(ask());
}

Cell Journey::revoke()
{
    const RevocationDefinition &revocation = m_pack.revocationOf(&m_method);
    const bool exists = revocation.exists() || m_method.discovers;
    const bool survives = revocation.accessSurvives;
    const Result<RevokeOutcome> outcome = settled(m_bench.manager->revoke(m_id));
    if (!outcome)
        return failed(words(outcome.error()));
    const QString error = outcome->error ? words(*outcome->error) : QString();
    if (!exists) {
        return outcome->kind == RevokeOutcome::Kind::RemovedHere
            ? notApplicable(revocation.absentReason)
            : failed(u"something was asked: "_s + error);
    }
    const bool verifiable = hasProbe() && !survives && !m_pack.probeOf(&m_method).mint;
    if (verifiable && outcome->kind == RevokeOutcome::Kind::Revoked)
        return passed(u"revoked"_s);
    if (!verifiable && outcome->kind == RevokeOutcome::Kind::Accepted)
        return passed(u"accepted"_s);
    return failed(toString(outcome->kind) + u' ' + error);
}

} // namespace relink::test
