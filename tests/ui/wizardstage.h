// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/model/recipe.h"
#include "ui/acmewindow.h"

namespace relink::test {

//! The guided reconnect of a red connection with a plan of the test's own: a half-finished one that
//! the window goes on with.
class WizardStage
{
public:
    WizardStage();

    //! One step of a kind, with words.
    static Step step(const QString &id, StepKind kind, const QString &section = {});
    //! Explain, question, external, action, verification, proof and support in two sections.
    static QList<Step> everyKind();

    void add(const Step &step) { progress.plan.steps.append(step); }
    //! Opens the wizard at a step, with what was done so far.
    QWidget *open(const QString &stepId);
    //! As it is stored now.
    ReconnectProgress stored() const;
    QString place() const; //!< id of the current step
    static QString primary(const QWidget *wizard);

    AcmeWindow acme;
    ConnectionId id;
    ReconnectProgress progress;
};

//! Every control that the Tab key reaches, from where the keyboard is.
QSet<QWidget *> reachedByTab(QWidget *window);

} // namespace relink::test
