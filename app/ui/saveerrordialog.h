// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/connection.h"
#include "core/model/namedprobe.h"

#include <QDialog>
#include <QList>

class QComboBox;

namespace relink {

//! Before a pasted error goes into the history of a connection: exactly what would be kept, and the
//! question. It stores nothing itself.
class SaveErrorDialog : public QDialog
{
    Q_OBJECT
public:
    //! `areas` are what the pack can name of the connection's uses.
    SaveErrorDialog(const Connection &connection, const QString &kept,
                    const QList<NamedProbe> &areas, QWidget *parent = nullptr);

    QString what() const; //!< that was being done; empty: not told
    QString area() const; //!< its named probe; empty: in the merchant's own words

private:
    qsizetype chosen() const;

    QList<NamedProbe> m_areas;
    QComboBox *m_what;
};

} // namespace relink
