// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steppage.h"

namespace relink {

class OtherReadings;

//! What happened and why we think so; of a later step the explanation that it brings.
class ExplainPage : public StepPage
{
    Q_OBJECT
public:
    ExplainPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    void show(const Step &step, const StepRecord &record) override;
    QString lead(const Step &step) const override;
    QString text(const Step &step) const override;

private:
    bool isFirst(const Step &step) const;
    QStringList whatHappened() const;

    OtherReadings *m_others;
};

} // namespace relink
