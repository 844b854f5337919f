// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QWidget>

class QVBoxLayout;

namespace relink {

class StepRow;
class TextLabel;

//! The steps of a guided reconnect with what is done, on the left of the wizard.
class StepList : public QWidget
{
    Q_OBJECT
public:
    explicit StepList(QWidget *parent = nullptr);

    struct Entry
    {
        QString title;
        StepStatus status = StepStatus::Open;
        bool current = false;
        bool leftOut = false; //!< not needed any more
        bool unverified = false; //!< done, but there was nobody to ask
    };
    void setHeading(const QString &title, const QString &subtitle);
    void setEntries(const QList<Entry> &entries);
    //! How far it is, below the steps.
    void setProgress(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_title;
    TextLabel *m_subtitle;
    TextLabel *m_progress;
    QVBoxLayout *m_list;
    QList<StepRow *> m_rows;
};

} // namespace relink
