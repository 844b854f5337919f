// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/connectionmanager.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

namespace relink {

class PracticePerson;

//! Makes the practice profile anew: removes what an earlier practice left, then fills it through
//! the same flows a merchant uses: a handful of connections, then one of them loses its access, so
//! that there is something to mend.
class PracticeSeed : public QObject
{
    Q_OBJECT
public:
    //! `person` is the manager's browser until finished().
    PracticeSeed(ConnectionManager &manager, PracticePerson &person, const QUrl &sandbox,
                 QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void progress(const QString &sentence);
    //! What could not be made is left out.
    void finished();

private:
    void clear();
    void next();
    void breakOne();

    ConnectionManager &m_manager;
    PracticePerson &m_person;
    const QUrl m_sandbox;
    QList<ConnectRequest> m_open;
    ConnectionId m_toBreak;
    QNetworkAccessManager m_network;
};

} // namespace relink
