// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/stepscene.h"

#include <QWidget>

class QVBoxLayout;

namespace relink {

class FoldedSection;

//! What the failure could be beside the reading that the plan follows, behind one click, each with
//! whose article says so.
class OtherReadings : public QWidget
{
    Q_OBJECT
public:
    explicit OtherReadings(const StepScene &scene, QWidget *parent = nullptr);

    //! False when there are none.
    bool show();

private:
    void add(const QString &text, const QString &source);

    const StepScene &m_scene;
    FoldedSection *m_section;
    QWidget *m_content = nullptr;
    QVBoxLayout *m_list = nullptr;
    int m_count = 0;
};

} // namespace relink
