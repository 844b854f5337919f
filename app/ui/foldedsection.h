// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace relink {

//! What few people need, behind a line that opens it.
class FoldedSection : public QWidget
{
    Q_OBJECT
public:
    //! `objectName` is the stem of the parts' object names.
    FoldedSection(const QString &objectName, const QString &title, QWidget *parent = nullptr);

    QVBoxLayout *content() const { return m_content; }
    void setTitle(const QString &title);
    void setOpen(bool open);
    bool isOpen() const { return m_open; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void update();
    void placeButton();

    QString m_title;
    bool m_open = false;
    QPushButton *m_button;
    QWidget *m_body;
    QVBoxLayout *m_content;
};

} // namespace relink
