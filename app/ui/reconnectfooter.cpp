// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/reconnectfooter.h"

#include "services/reconnectsession.h"
#include "ui/dialogframe.h"
#include "ui/lastingact.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/plaintooltip.h"
#include "ui/stepscene.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <utility>

namespace relink {

ReconnectFooter::ReconnectFooter(const StepScene &scene, QWidget *parent)
    : QWidget(parent)
    , m_scene(scene)
    , m_later(button(QStringLiteral("finishLaterButton"), tr("Finish &later"),
                     &ReconnectFooter::laterRequested))
    , m_back(button(QStringLiteral("reconnectBackButton"), tr("&Back"),
                    &ReconnectFooter::backRequested))
    , m_cancel(button(QStringLiteral("reconnectCancelButton"), tr("Cancel"),
                      &ReconnectFooter::cancelRequested))
    , m_primary(
          button(QStringLiteral("reconnectPrimaryButton"), {}, &ReconnectFooter::primaryRequested))
{
    m_later->setFlat(true);
    m_later->setAccessibleDescription(tr("Closes and goes on at this step next time"));
    m_later->setToolTip(plainToolTip(tr("Closes and goes on at this step next time")));
    makePrimary(m_primary);
    m_primary->setDefault(true);
    auto *left = new QWidget;
    auto *leftLayout = new QHBoxLayout(left);
    leftLayout->setContentsMargins(0, 0, 0, 0);
    leftLayout->setSpacing(metrics::control);
    leftLayout->addWidget(m_later);
    leftLayout->addStretch(1);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(makeFooter(left, {m_back, m_cancel, m_primary}));
}

QPushButton *ReconnectFooter::button(const QString &objectName, const QString &text,
                                     void (ReconnectFooter::*request)())
{
    auto *result = new QPushButton(text);
    result->setObjectName(objectName);
    result->setAutoDefault(false);
    connect(result, &QPushButton::clicked, this, request);
    return result;
}

QList<QWidget *> ReconnectFooter::tabStops() const
{
    return {m_later, m_back, m_cancel, m_primary};
}

void ReconnectFooter::draw(PrimaryAct act, bool saving)
{
    const bool waits = act == PrimaryAct::Wait;
    m_primary->setText(primaryText(act, m_scene.session.currentStep(), m_scene));
    // A disabled button gives the keyboard to its neighbour, Cancel; it gets it back.
    m_primaryHadFocus = m_primaryHadFocus || (waits && m_primary->hasFocus());
    m_primary->setEnabled(!waits);
    if (!waits && std::exchange(m_primaryHadFocus, false))
        m_primary->setFocus();
    m_back->setVisible(m_scene.session.progress().current > 0);
    m_back->setEnabled(m_scene.session.canGoBack() && !saving);
    m_cancel->setEnabled(!saving);
    drawCancel(act);
}

//! Cancel takes everything back; where something cannot be taken back it is called Close and keeps
//! the place.
void ReconnectFooter::drawCancel(PrimaryAct act)
{
    const ReconnectProgress &progress = m_scene.session.progress();
    const LastingAct lasting = lastingActOf(progress);
    const bool closes = lasting != LastingAct::None;
    QString meaning = tr("Nothing has been changed, and Cancel leaves it so.");
    if (lasting == LastingAct::Revoked)
        meaning = tr("An access was revoked; that cannot be taken back. Closing keeps your place.");
    else if (lasting == LastingAct::Renewed)
        meaning = tr("The access was renewed and stays so. Closing keeps your place.");
    else if (progress.pendingGrant || progress.partnerPendingGrant)
        meaning = tr("What was signed in or entered here is thrown away; the connection stays as "
                     "it was.");
    m_cancel->setText(closes ? tr("Close") : tr("Cancel"));
    m_cancel->setToolTip(plainToolTip(meaning));
    m_cancel->setAccessibleDescription(meaning);
    // Close keeps the place and what waits; a Cancel beside it would throw both away.
    m_cancel->setVisible(act != PrimaryAct::Close);
    m_later->setVisible(!closes && progress.current > 0 && !m_scene.session.isRunning()
                        && act != PrimaryAct::Close);
}

void ReconnectFooter::describe(const QString &text)
{
    m_primary->setAccessibleDescription(text);
}

void ReconnectFooter::takeFocus()
{
    m_primary->setFocus();
    m_primaryHadFocus = !m_primary->isEnabled();
}

void ReconnectFooter::leaveFocus()
{
    m_primaryHadFocus = false;
}

} // namespace relink
