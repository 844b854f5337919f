// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"

#include <QWidget>

class QGridLayout;
class QUrl;

namespace relink {

//! Documented steps in their order, each with where it is documented and, where there is one, its
//! page.
class DocumentedStepList : public QWidget
{
    Q_OBJECT
public:
    explicit DocumentedStepList(QWidget *parent = nullptr);

    void setSteps(const QList<DocumentedRow> &steps);

Q_SIGNALS:
    void pageRequested(const QUrl &page);

private:
    QGridLayout *m_layout;
    QList<DocumentedRow> m_steps;
};

} // namespace relink
