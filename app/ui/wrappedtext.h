// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPlainTextEdit>

namespace relink {

//! Text to read, select and copy, as high as it needs at its width: up to four lines, then it
//! scrolls. The Tab key leaves it.
class WrappedText : public QPlainTextEdit
{
    Q_OBJECT
public:
    explicit WrappedText(QWidget *parent = nullptr);

    void setText(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void fit();
};

} // namespace relink
