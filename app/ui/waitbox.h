// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/surroundings.h"

#include <QDateTime>
#include <QWidget>

class QTimer;

namespace relink {

class TextLabel;

//! Some minutes that somebody else's system needs, counted down. It follows the clock and not its
//! own ticks: who leaves and comes back finds the time that is left.
class WaitBox : public QWidget
{
    Q_OBJECT
public:
    WaitBox(const Surroundings &surroundings, const QDateTime &until, QWidget *parent = nullptr);

Q_SIGNALS:
    void over();

private:
    void look();

    const Surroundings &m_surroundings;
    QDateTime m_until;
    QTimer *m_timer;
    TextLabel *m_text;
};

} // namespace relink
