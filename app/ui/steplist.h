// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"

#include <QWidget>

class QScrollArea;
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

    //! A step, or a whole section in one line.
    struct Entry
    {
        QString title;
        QString state; //!< in words: "done at 08:14", "skipped: the administrator is away"
        StepStatus status = StepStatus::Open;
        int number = 0; //!< 0: none
        bool current = false;
        bool unverified = false; //!< done, but there was nobody to ask
        bool heading = false; //!< of the steps that follow
        bool folded = false; //!< a section in one line

        friend bool operator==(const Entry &, const Entry &) = default;
    };
    void setHeading(const QString &title, const QString &subtitle);
    void setEntries(const QList<Entry> &entries);
    QList<Entry> entries() const { return m_entries; }
    //! How far it is, below the steps.
    void setProgress(const QString &text);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showCurrent();

    TextLabel *m_title;
    TextLabel *m_subtitle;
    TextLabel *m_progress;
    QScrollArea *m_scroll;
    QVBoxLayout *m_list;
    QList<Entry> m_entries;
    QList<StepRow *> m_rows;
};

} // namespace relink
