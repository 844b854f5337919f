// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steppage.h"

class QPushButton;
class QVBoxLayout;

namespace relink {

class BrowserWaitPanel;
class ConnectionForm;
class StepReason;

//! What Relink does itself when it is told to: with the form, the browser leg or the question that
//! the act needs.
class ActionPage : public StepPage
{
    Q_OBJECT
public:
    ActionPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    void show(const Step &step, const StepRecord &record) override;
    QString text(const Step &step) const override;
    void act() override;
    void commit() override;
    bool completesByItself() const override { return isGivingReason(); }
    bool isGivingReason() const override;
    bool isRefused() const override;
    void stopGivingReason() override;

    BrowserWaitPanel *panel() const { return m_panel; }

private:
    bool isWaiting(const Step &step, const StepRecord &record) const;
    void showForm(const Step &step, const StepRecord &record);
    void offerWays();
    void say(const Step &step, const StepRecord &record);
    void warnOfSecondSignIn(const Step &step);
    QString revocationsDone(const Step &step) const;
    void confirmRevocation(const Step &step);

    QString m_step; //!< id
    QString m_formStep; //!< id of the step the form was filled for
    ConnectionForm *m_form = nullptr;
    QVBoxLayout *m_formPlace;
    BrowserWaitPanel *m_panel;
    QPushButton *m_goOn;
    QPushButton *m_again;
    bool m_edited = false; //!< since the form was sent
    StepReason *m_reason;
};

} // namespace relink
