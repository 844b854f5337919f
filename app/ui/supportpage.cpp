// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/supportpage.h"

#include "ui/buttonrow.h"
#include "ui/contactdialog.h"
#include "ui/supportdialog.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

SupportPage::SupportPage(const StepScene &scene, StepNotice &notice, QWidget *parent)
    : StepPage(scene, notice, parent)
    , m_packet(new QPushButton(tr("&Prepare a support packet…")))
    , m_contact(new QPushButton(tr("&Contact support…")))
{
    m_packet->setObjectName(QStringLiteral("supportPacketButton"));
    m_contact->setObjectName(QStringLiteral("contactSupportButton"));
    auto *buttons = new ButtonRow;
    for (QPushButton *button : {m_packet, m_contact}) {
        button->setAutoDefault(false);
        buttons->add(button);
    }
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(buttons);
    connect(m_packet, &QPushButton::clicked, this, &SupportPage::preparePacket);
    connect(m_contact, &QPushButton::clicked, this, &SupportPage::contact);
}

void SupportPage::show(const Step &, const StepRecord &)
{
    // Both stand here whatever the step.
}

QWidget *SupportPage::firstStop() const
{
    return m_packet;
}

void SupportPage::preparePacket()
{
    (new SupportDialog(scene().surroundings, scene().connection.id, window()))->open();
}

void SupportPage::contact()
{
    auto *dialog = new ContactDialog(scene().surroundings, scene().connection, window());
    connect(dialog, &ContactDialog::packetRequested, this, &SupportPage::preparePacket);
    dialog->open();
}

} // namespace relink
