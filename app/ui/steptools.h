// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/stepscene.h"

#include <QWidget>

class QVBoxLayout;

namespace relink {

//! What a step offers beside its task.
class StepTools : public QWidget
{
    Q_OBJECT
public:
    explicit StepTools(const StepScene &scene, QWidget *parent = nullptr);

    void show(const Step &step);
    void clear();

Q_SIGNALS:
    void waitedLongEnough();

private:
    QWidget *make(StepTool tool, const Step &step);
    QWidget *makeMessage(StepTool tool, const Step &step);
    QWidget *makeTestModeTable(const Step &step);
    QWidget *makeWait(const Step &step);

    const StepScene &m_scene;
    QString m_shown; //!< what the tools were made for
    QWidget *m_tools = nullptr;
};

} // namespace relink
