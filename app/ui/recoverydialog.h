// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/recoveryqueue.h"
#include "ui/recoverylist.h"
#include "ui/surroundings.h"

#include <QDialog>

#include <functional>

class QPushButton;

namespace relink {

class TextLabel;

//! Every red connection, one after the other, and at the end what came of them.
class RecoveryDialog : public QDialog
{
    Q_OBJECT
public:
    //! Opens the guided reconnect of a connection over a window; null: there is none to open.
    using OpenReconnect = std::function<QDialog *(const Connection &, QWidget *)>;

    RecoveryDialog(const Surroundings &surroundings, OpenReconnect openReconnect,
                   QWidget *parent = nullptr);

private:
    void build();
    void redraw();
    void redrawHead();
    QString scoreSentence() const;
    RecoveryList::Row rowOf(const RecoveryQueue::Entry &entry) const;
    QString stateWord(const RecoveryQueue::Entry &entry) const;
    QString providerName(const Connection &connection) const;
    void primary();

    const Surroundings &m_surroundings;
    OpenReconnect m_openReconnect;
    RecoveryQueue m_queue;
    TextLabel *m_heading;
    TextLabel *m_sentence;
    TextLabel *m_score;
    RecoveryList *m_list;
    QPushButton *m_close;
    QPushButton *m_skip;
    QPushButton *m_primary;
};

} // namespace relink
