// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steppage.h"

class QPushButton;

namespace relink {

class CopyLine;
class StepReason;
class TextLabel;

//! What a person does on somebody else's site: the way there, and what became of it.
class ExternalPage : public StepPage
{
    Q_OBJECT
public:
    ExternalPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    void show(const Step &step, const StepRecord &record) override;
    void commit() override;
    bool completesByItself() const override { return isGivingReason(); }
    bool isGivingReason() const override;
    void stopGivingReason() override;
    QWidget *firstStop() const override;

private:
    void openPage();

    QString m_step; //!< id
    QString m_link;
    TextLabel *m_pathCaption;
    CopyLine *m_path;
    QPushButton *m_open;
    StepReason *m_reason;
};

} // namespace relink
