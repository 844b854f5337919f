// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"
#include "ui/stepscene.h"

#include <QWidget>

namespace relink {

class StepNotice;

//! What belongs to one kind of step below its sentences; completed once for each kind. It draws
//! the session; the wizard around it has the button that names the act.
class StepPage : public QWidget
{
    Q_OBJECT
public:
    StepPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    virtual void show(const Step &step, const StepRecord &record) = 0;
    virtual QString lead(const Step &step) const; //!< the strong sentence above the text
    virtual QString text(const Step &step) const;
    virtual QString spoken() const { return {}; } //!< what is to be read below the sentences

    //! False when the person has something to choose or to mend first, which the page then says.
    virtual bool isReady() { return true; }
    //! Hands over to the session what was chosen or typed here.
    virtual void commit() {}
    //! The progress as commit() would leave it.
    virtual ReconnectProgress committed() const;
    //! commit() alone completes the step: an answer, or a reason for leaving it.
    virtual bool completesByItself() const { return false; }
    //! The person is telling why the step is left.
    virtual bool isGivingReason() const { return false; }
    virtual void stopGivingReason() {}
    //! The act was refused for good, and nothing was changed since: doing it again would end alike.
    virtual bool isRefused() const { return false; }
    //! Does the Action step.
    virtual void act() {}
    //! Where the keyboard begins; null: at the button that names the act.
    virtual QWidget *firstStop() const { return nullptr; }

Q_SIGNALS:
    //! What the wizard's buttons depend on changed.
    void changed();

protected:
    const StepScene &scene() const { return m_scene; }
    ReconnectSession &session() const { return m_scene.session; }
    StepNotice &notice() const { return m_notice; }

private:
    const StepScene &m_scene;
    StepNotice &m_notice;
};

} // namespace relink
