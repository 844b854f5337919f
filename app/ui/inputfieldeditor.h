// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace relink {

class TextLabel;

//! One value of a form: caption, help, the field, and below it what is wrong with the value: an
//! invisible character that was copied along (with Clean), or a form that the provider does not
//! use. Secrets are masked until Show is pressed.
class InputFieldEditor : public QWidget
{
    Q_OBJECT
public:
    //! `keep`: an empty field keeps the stored value (Edit).
    InputFieldEditor(InputField field, bool keep, QWidget *parent = nullptr);

    const InputField &field() const { return m_field; }
    QString value() const;
    void setValue(const QString &value);
    //! Empty: nothing is wrong.
    void setProblem(const QString &text);
    bool hasProblem() const;
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    void lint();
    void clean();

    InputField m_field;
    QLineEdit *m_line = nullptr;
    QComboBox *m_choice = nullptr;
    QPushButton *m_show = nullptr;
    QWidget *m_lintRow = nullptr;
    TextLabel *m_lint = nullptr;
    QPushButton *m_clean = nullptr;
    TextLabel *m_problem = nullptr;
};

} // namespace relink
