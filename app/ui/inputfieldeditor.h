// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/providerpack.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;
class QPushButton;

namespace relink {

class CopiedCharacters;
class TextLabel;

//! One value of a form: caption, help, the field, and below it what is wrong with the value:
//! characters that were copied along, the key of the other environment, or a form that the provider
//! does not use. Secrets are masked until Show is pressed.
class InputFieldEditor : public QWidget
{
    Q_OBJECT
public:
    enum class Shape { Line, PrivateKey /*!< many lines, in PEM form */ };

    //! `keep`: an empty field keeps the stored value (Edit).
    InputFieldEditor(InputField field, bool keep, QWidget *parent = nullptr)
        : InputFieldEditor(std::move(field), keep, Shape::Line, parent)
    {}
    InputFieldEditor(InputField field, bool keep, Shape shape, QWidget *parent = nullptr);

    //! The one that the value should be for; null: there is but one.
    void setEnvironment(std::optional<Environment> environment);

    const InputField &field() const { return m_field; }
    QString value() const;
    void setValue(const QString &value);
    void setPlaceholder(const QString &text);
    //! Empty: nothing is wrong.
    void setProblem(const QString &text);
    bool hasProblem() const;
    void takeFocus();

Q_SIGNALS:
    void edited();

private:
    QWidget *makeChoice();
    QWidget *makeLine(bool keep);
    QWidget *makeKey(bool keep);
    void makeShowButton(const QString &label);
    void updateMask();
    void lint();
    void clean();
    void goTo(qsizetype position, qsizetype length);

    InputField m_field;
    std::optional<Environment> m_environment;
    QLineEdit *m_line = nullptr;
    QPlainTextEdit *m_key = nullptr;
    TextLabel *m_masked = nullptr; //!< stands for m_key while that is complete and not shown
    QComboBox *m_choice = nullptr;
    QPushButton *m_show = nullptr;
    CopiedCharacters *m_copied = nullptr;
    qsizetype m_lengthBefore = 0; //!< of the value, to tell pasted from typed
    TextLabel *m_problem = nullptr;
};

} // namespace relink
