// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/steppage.h"

class QPushButton;

namespace relink {

//! Where others help: the support packet, and the provider's own people.
class SupportPage : public StepPage
{
    Q_OBJECT
public:
    SupportPage(const StepScene &scene, StepNotice &notice, QWidget *parent = nullptr);

    void show(const Step &step, const StepRecord &record) override;
    QWidget *firstStop() const override;

private:
    void preparePacket();
    void contact();

    QPushButton *m_packet;
    QPushButton *m_contact;
};

} // namespace relink
