// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QStringList>
#include <QWidget>

class QGridLayout;

namespace relink {

//! Automatic checks as a table: a sign, what is checked, the result in words.
class CheckTable : public QWidget
{
    Q_OBJECT
public:
    explicit CheckTable(QWidget *parent = nullptr);

    //! Checks without a result yet are shown as running or waiting.
    void setChecks(const QList<CheckId> &checks, const QList<CheckResult> &results, bool running,
                   const QString &providerName);

    //! Each check and its result, a line each.
    QString spoken() const { return m_spoken.join(QLatin1Char('\n')); }

private:
    QGridLayout *m_layout;
    QList<CheckId> m_checks;
    QList<CheckResult> m_results;
    bool m_running = false;
    QStringList m_spoken;
};

} // namespace relink
