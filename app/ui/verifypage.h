// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steppage.h"

class QPushButton;
class QVBoxLayout;

namespace relink {

//! Whether the provider accepts what would be saved.
class VerifyPage : public StepPage
{
    Q_OBJECT
public:
    VerifyPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    void show(const Step &step, const StepRecord &record) override;
    //! True for a verification that could ask nobody, so that it found nothing.
    static bool isUnverified(const StepRecord &record);
    //! What was found, and that it is kept by Save + Continue alone.
    static QString outcome(const StepRecord &record, const QString &providerName);

private:
    void showSides(const QList<CheckResult> &results);

    QVBoxLayout *m_layout;
    QWidget *m_sides = nullptr; //!< of a pair, each with its result
    QPushButton *m_again;
};

} // namespace relink
