// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steppage.h"

class QButtonGroup;
class QVBoxLayout;

namespace relink {

//! A question with its answers; "I don’t know" where it may be left open.
class QuestionPage : public StepPage
{
    Q_OBJECT
public:
    QuestionPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    void show(const Step &step, const StepRecord &record) override;
    bool isReady() override;
    void commit() override;
    ReconnectProgress committed() const override;
    bool completesByItself() const override { return true; }
    QWidget *firstStop() const override;

private:
    void offer(const Step &step);
    void add(const QString &id, const QString &text);
    void choose(const QString &id);
    QString chosen() const; //!< id of an option, or one of ours; empty: none yet

    QString m_step; //!< id
    QStringList m_ids; //!< of the answers, in their order
    QButtonGroup *m_group = nullptr;
    QVBoxLayout *m_layout;
    QWidget *m_answers = nullptr;
};

} // namespace relink
