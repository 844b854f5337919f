// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "services/upkeep.h"

#include "core/ports/clock.h"
#include "core/rules/refreshschedule.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"

#include <QUrl>

#include <algorithm>

namespace relink {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::seconds defaultInterval = 15min;
// Timers stand still while the computer sleeps, so the plan is looked at anew this often.
constexpr std::chrono::milliseconds longestNap = 5min;
constexpr std::chrono::milliseconds shortestNap = 1s;
constexpr int checksPerHost = 2;

//! Worth asking about at all.
bool isKept(const Connection &connection)
{
    return connection.hasSecret && connection.state.health != Health::Paused
        && connection.state.health != Health::RevokedHere;
}

//! Every host that gets a secret of this connection, as a check sends nothing to any other.
QStringList hostsOf(const Connection &connection)
{
    QStringList hosts;
    for (const QString &origin : connection.boundOrigins)
        hosts.append(QUrl(origin).authority());
    hosts.removeDuplicates();
    return hosts;
}

} // namespace

Upkeep::Upkeep(ConnectionManager &manager, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_manager(manager)
    , m_clock(clock)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::VeryCoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Upkeep::runDue);
    connect(&m_manager, &ConnectionManager::connectionAdded, this, &Upkeep::planSoon);
    connect(&m_manager, &ConnectionManager::connectionChanged, this, &Upkeep::planSoon);
}

void Upkeep::start()
{
    m_running = true;
    m_unread.clear();
    for (const Connection &connection : m_manager.connections()) {
        if (isKept(connection) && !m_unread.contains(connection.provider))
            m_unread.append(connection.provider);
    }
    readNext();
}

void Upkeep::readNext()
{
    if (!m_running)
        return;
    if (m_unread.isEmpty())
        return plan();
    (void)m_manager.catalogue().pack(m_unread.takeFirst());
    QTimer::singleShot(0, this, &Upkeep::readNext);
}

void Upkeep::stop()
{
    m_running = false;
    m_unread.clear();
    m_waiting.clear();
    m_timer.stop();
}

QDateTime Upkeep::dueAt(const Connection &connection) const
{
    if (!isKept(connection) || connection.state.activity != Activity::Idle)
        return {};
    if (connection.state.retryAt)
        return *connection.state.retryAt;
    const auto pack = m_manager.catalogue().pack(connection.provider);
    const std::chrono::seconds interval = pack
        ? pack->probeOf(pack->authMethod(connection.authMethod)).interval.value_or(defaultInterval)
        : defaultInterval;
    const QDateTime checked
        = std::max(connection.state.verifiedAt, m_checkedAt.value(connection.id),
                   [](auto &a, auto &b) { return !a.isValid() || (b.isValid() && a < b); });
    QDateTime due = checked.isValid() ? checked.addSecs(interval.count()) : m_clock.now();
    if (pack && checked.isValid() && connection.accessExpiresAt) {
        // The credential stays in the keychain; its expiry is enough to plan by.
        const std::chrono::seconds left(checked.secsTo(*connection.accessExpiresAt));
        const auto *method = pack->authMethod(connection.authMethod);
        const std::chrono::seconds margin
            = refreshMargin(std::max(left, 0s), method ? method->lifetimes : TokenLifetimes {});
        const QDateTime renewal = connection.accessExpiresAt->addSecs(-margin.count());
        if (renewal > checked)
            due = std::min(due, renewal);
    }
    return due;
}

void Upkeep::plan()
{
    if (!m_running)
        return;
    const QDateTime now = m_clock.now();
    std::chrono::milliseconds nap = longestNap;
    for (const Connection &connection : m_manager.connections()) {
        const QDateTime due = dueAt(connection);
        if (due.isValid())
            nap = std::min(nap, std::chrono::milliseconds(now.msecsTo(due)));
    }
    m_timer.start(std::max(nap, shortestNap));
}

void Upkeep::planSoon()
{
    // A check of all connections changes each several times: one look at the plan serves them all.
    if (m_running && m_timer.remainingTimeAsDuration() > shortestNap)
        m_timer.start(shortestNap);
}

void Upkeep::runDue()
{
    m_manager.reloadIfChanged();
    const QDateTime now = m_clock.now();
    for (const Connection &connection : m_manager.connections()) {
        const QDateTime due = dueAt(connection);
        if (!due.isValid() || due > now)
            continue;
        m_checkedAt.insert(connection.id, now);
        const bool waits = std::any_of(m_waiting.begin(), m_waiting.end(), [&](const auto &item) {
            return item.first == connection.id;
        });
        if (!waits)
            m_waiting.append({connection.id, hostsOf(connection)});
    }
    startWaiting();
    plan();
}

void Upkeep::startWaiting()
{
    for (qsizetype i = 0; i < m_waiting.size();) {
        const auto [id, hosts] = m_waiting[i];
        const bool full = std::any_of(hosts.begin(), hosts.end(), [this](const QString &host) {
            return m_inFlight.value(host) >= checksPerHost;
        });
        if (full) {
            ++i;
            continue;
        }
        m_waiting.removeAt(i);
        start(id, hosts);
    }
}

void Upkeep::start(const ConnectionId &id, const QStringList &hosts)
{
    for (const QString &host : hosts)
        ++m_inFlight[host];
    whenDone(m_manager.checkInPassing(id), this, [this, hosts](const Result<Connection> &) {
        for (const QString &host : hosts) {
            if (--m_inFlight[host] == 0)
                m_inFlight.remove(host);
        }
        planSoon();
        // A check that ended at once would start the next from within itself.
        QMetaObject::invokeMethod(this, &Upkeep::startWaiting, Qt::QueuedConnection);
    });
}

} // namespace relink
