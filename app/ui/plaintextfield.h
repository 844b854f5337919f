// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace relink {

//! A field of many lines in the look of the others, which shows none of them in part. The Tab key
//! leaves it.
class PlainTextField : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit PlainTextField(QWidget *parent = nullptr);

    void setMonospaced();
    //! To read, select and copy.
    void setForReading();
    //! With frame and margins.
    int heightOf(int lines) const;

protected:
    bool event(QEvent *event) override;

private:
    void showWholeLines();
};

} // namespace relink
