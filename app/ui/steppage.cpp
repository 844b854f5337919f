// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/steppage.h"

#include "services/reconnectsession.h"

namespace relink {

StepPage::StepPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_notice(notice)
{}

QString StepPage::lead(const Step &) const
{
    return {};
}

QString StepPage::text(const Step &step) const
{
    return m_scene.filled(step.text);
}

ReconnectProgress StepPage::committed() const
{
    return m_scene.session.progress();
}

} // namespace relink
