// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/rules/suspect.h"

#include <QObject>

namespace relink {

class ConnectionManager;

//! Looks in the change diary for the first suspect of the failure that is shown.
class SuspectFinder : public QObject
{
    Q_OBJECT
public:
    explicit SuspectFinder(ConnectionManager &manager, QObject *parent = nullptr);

    //! Asked for the same failure again it does nothing.
    void look(const FailureStart &failure);
    //! Empty: no change was noted before it, or the answer is still to come.
    QString sentence() const { return m_sentence; }

Q_SIGNALS:
    void found();

private:
    void ask();

    ConnectionManager &m_manager;
    FailureStart m_failure;
    QString m_sentence;
};

} // namespace relink
