// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "support/fakes/fakeports.h"
#include "ui/surroundings.h"

#include <QUrl>
#include <QWidget>

#include <memory>

namespace relink::test {

//! A shop with its connections and a history, on fake ports: what the window is shown with.
class Stage
{
public:
    //! `connections` rows: the seven of the shop first, then made-up ones.
    explicit Stage(int connections = 7);
    ~Stage();

    //! Loads and gives what a window needs.
    Surroundings surroundings();
    ConnectionManager &manager() { return *m_manager; }

    //! A healthy connection of this shop.
    static Connection connection(const QString &id, const QString &name, const QString &provider,
                                 const QString &organisation);
    //! Makes it red as a provider's answer would.
    static void makeRed(Connection &connection, ErrorClass errorClass, int status,
                        const QString &code, const QString &words);
    //! The row of a name among `ports.connections`.
    Connection &row(const QString &name);
    static QDateTime now() { return QDateTime(QDate(2026, 11, 22), QTime(8, 15), Qt::UTC); }

    FakePorts ports;
    QList<QUrl> opened; //!< by the window, not by the services
    int practiceStarts = 0;

private:
    void addShop();
    void addHistory();

    ProviderCatalogue m_catalogue;
    std::unique_ptr<ConnectionManager> m_manager;
};

//! The first child of that name; fails the calling test with its name when there is none.
template <typename T>
T *child(const QWidget *parent, const char *objectName)
{
    T *found = parent->findChild<T *>(QLatin1StringView(objectName));
    if (!found)
        qWarning("no %s", objectName);
    return found;
}

//! Every dialog of that name among the top-level windows.
QWidget *dialog(const char *objectName);

} // namespace relink::test
