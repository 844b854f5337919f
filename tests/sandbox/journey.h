// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "sandbox/bench.h"

namespace relink::test {

//! How one stage went.
struct Cell
{
    enum class Kind { Passed, NotApplicable, Failed };

    Kind kind = Kind::Failed;
    QString text; //!< why not, or what was seen

    QString toString() const;
};

//! One way of connecting to one provider, from the first connection to the end of the access.
class Journey
{
public:
    static const QStringList &stages();

    Journey(Bench &bench, const ProviderPack &pack, const AuthMethod &method,
            Environment environment);
    //! By stage. After a failed connection the rest is failed too.
    QMap<QString, Cell> run();

private:
    Cell connectIt();
    Cell probe();
    Cell refresh();
    Cell breakIt();
    Cell reconnect();
    Cell revoke();

    Cell connectedCell(const Result<Connection> &outcome) const;
    Result<Connection> ask(); //!< the probe; without one a refresh
    bool hasProbe() const;
    bool canRefresh() const;
    void fault(const QString &name);

    Bench &m_bench;
    const ProviderPack &m_pack;
    const AuthMethod &m_method;
    const Environment m_environment;
    ConnectionId m_id;
};

} // namespace relink::test
