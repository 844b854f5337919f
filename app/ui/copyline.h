// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QLineEdit;
class QPushButton;

namespace relink {

class WrappedText;

//! A line or a few that a person can select and copy, such as the provider's own words. Hidden
//! while it is empty.
class CopyLine : public QWidget
{
    Q_OBJECT
public:
    //! Few: for sentences, which are read and not only copied; up to four, then they scroll.
    enum class Lines { One, Few };

    //! `what` names the line for a screen reader: "The provider’s own words". `objectName` is the
    //! stem of the parts' object names.
    //! `copyText` replaces "Copy" on the button.
    CopyLine(const QString &objectName, const QString &what, Lines lines = Lines::One,
             const QString &copyText = {}, QWidget *parent = nullptr);

    //! For an address or a code, where every character counts: letters of one width.
    void setMonospaced();

    void setText(const QString &text);
    QString text() const;

private:
    void copy();

    QLineEdit *m_line = nullptr; //!< or m_text
    WrappedText *m_text = nullptr;
    QPushButton *m_copy;
    QString m_copyText;
};

} // namespace relink
