// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/areareport.h"

#include <QList>
#include <QWidget>

class QVBoxLayout;

namespace relink {

//! In the details: what a connection is used for, and for each whether it works. Shows nothing
//! where nothing is known.
class AreaList : public QWidget
{
    Q_OBJECT
public:
    explicit AreaList(QWidget *parent = nullptr);

    //! `stopped`: the connection itself is refused, and with it all of them.
    void show(const QList<AreaReport> &areas, bool stopped, const QDateTime &now);

Q_SIGNALS:
    //! Of what the merchant noted: it works again.
    void worksAgain(const relink::AreaReport &area);

private:
    void addRow(const AreaReport &area, bool stopped, const QDateTime &now);

    QVBoxLayout *m_rows;
    QWidget *m_list = nullptr;
};

} // namespace relink
