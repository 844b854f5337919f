// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/changenote.h"
#include "ui/surroundings.h"

#include <QDialog>

class QComboBox;
class QDateTimeEdit;
class QLineEdit;
class QPushButton;

namespace relink {

class TextLabel;

//! "Add a note…": a change that somebody made, for the change diary.
class NoteDialog : public QDialog
{
    Q_OBJECT
public:
    //! `about` is chosen to begin with, if it is known.
    NoteDialog(const Surroundings &surroundings, const ConnectionId &about,
               QWidget *parent = nullptr);

private:
    void fillConnections(const ConnectionId &about);
    ChangeNote note() const;
    void add();

    const Surroundings &m_surroundings;
    QComboBox *m_cause;
    QLineEdit *m_words;
    QDateTimeEdit *m_when;
    QComboBox *m_about;
    TextLabel *m_problem;
    QPushButton *m_add;
};

} // namespace relink
