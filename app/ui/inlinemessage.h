// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;

namespace relink {

class TextLabel;

//! A message at the top of what it is about, for as long as it holds: what is wrong, and the one
//! thing that helps as a button.
class InlineMessage : public QWidget
{
    Q_OBJECT
public:
    enum class Kind { Note, Warning, Error };

    //! `objectName` is the stem of the parts' object names. Hidden until show…() is called.
    explicit InlineMessage(const QString &objectName, QWidget *parent = nullptr);

    void showMessage(Kind kind, const QString &text);
    //! Empty: no button.
    void setAction(const QString &label);
    void setClosable(bool closable);
    void clear();
    QString text() const;

Q_SIGNALS:
    void actionTriggered();
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Note;
    TextLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
};

} // namespace relink
