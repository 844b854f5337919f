// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/documentation.h"

#include <QWidget>

class QVBoxLayout;

namespace relink {

//! Pages of the help, each behind its title: what an access token is, how 401 and 403 differ.
class HelpTopics : public QWidget
{
    Q_OBJECT
public:
    explicit HelpTopics(QWidget *parent = nullptr);

    void setTopics(const QList<HelpTopic> &topics);

private:
    QVBoxLayout *m_layout;
    QStringList m_shown; //!< ids
};

} // namespace relink
