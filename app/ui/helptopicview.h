// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"

#include <QUrl>
#include <QWidget>

class QVBoxLayout;

namespace relink {

//! What one topic of the help says: its paragraphs, its glossary, its documented rows.
class HelpTopicView : public QWidget
{
    Q_OBJECT
public:
    explicit HelpTopicView(QWidget *parent = nullptr);

    void show(const HelpTopic &topic, const Documentation &documentation);
    using QWidget::show;

Q_SIGNALS:
    void pageRequested(const QUrl &page);

private:
    void addRow(const DocumentedRow &row);

    QVBoxLayout *m_layout;
};

} // namespace relink
