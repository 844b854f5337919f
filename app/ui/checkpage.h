// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steppage.h"

class QPushButton;

namespace relink {

class CheckTable;

//! Automatic checks with their results.
class CheckPage : public StepPage
{
    Q_OBJECT
public:
    CheckPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    void show(const Step &step, const StepRecord &record) override;
    QString spoken() const override;
    //! The checks of another step that were begun afresh, on a page of another kind.
    void showAfresh(const Step &step, const StepRecord &record);

private:
    CheckTable *m_checks;
    QPushButton *m_again;
};

} // namespace relink
