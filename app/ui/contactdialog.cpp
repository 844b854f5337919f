// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/contactdialog.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/buttonrow.h"
#include "ui/copyline.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace relink {

namespace {

using Pack = std::shared_ptr<const ProviderPack>;

//! The product first: its people know the integration.
QList<Pack> whoHelps(const ProviderCatalogue &catalogue, const Connection &connection)
{
    QList<Pack> packs;
    if (!connection.via.isEmpty()) {
        for (const QString &id : catalogue.ids()) {
            const auto face = catalogue.face(id);
            const bool named = face
                && (id.compare(connection.via, Qt::CaseInsensitive) == 0
                    || face->name.compare(connection.via, Qt::CaseInsensitive) == 0);
            if (const Pack pack = named ? catalogue.pack(id) : nullptr)
                packs += pack;
        }
    }
    const Pack own = catalogue.pack(connection.provider);
    if (own && !packs.contains(own))
        packs += own;
    return packs;
}

} // namespace

ContactDialog::ContactDialog(const Surroundings &surroundings, const Connection &connection,
                             QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
{
    setObjectName(QStringLiteral("contactDialog"));
    setWindowTitle(tr("Contact support about %1").arg(plainText(connection.name, 60)));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *packet = new QPushButton(tr("&Prepare a support packet…"));
    packet->setObjectName(QStringLiteral("contactPacketButton"));
    makePrimary(packet);
    packet->setDefault(true);
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("contactCloseButton"));
    close->setAutoDefault(false);
    auto *contacts = new QWidget;
    auto *layout = new QVBoxLayout(contacts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::page);
    for (const Pack &pack : whoHelps(surroundings.manager.catalogue(), connection))
        addContact(layout, *pack);
    layout->addStretch(1);
    frameDialog(this,
                tr("A support packet gathers what support teams ask for. Nothing is sent by "
                   "Relink: you look through it and send it yourself."),
                {close, packet})
        ->addWidget(makeFormScroll(contacts), 1);
    resize(560, 400);
    packet->setFocus();
    connect(packet, &QPushButton::clicked, this, [this] {
        accept();
        Q_EMIT packetRequested();
    });
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
}

QPushButton *ContactDialog::pageButton(const QString &objectName, const QString &text,
                                       const QString &address)
{
    auto *button = new QPushButton(text);
    button->setObjectName(objectName);
    button->setAutoDefault(false);
    button->setAccessibleDescription(plainText(address));
    connect(button, &QPushButton::clicked, this,
            [this, address] { openChecked(m_surroundings, QUrl(address, QUrl::StrictMode)); });
    return button;
}

void ContactDialog::addContact(QVBoxLayout *body, const ProviderPack &pack)
{
    const QString name = plainText(pack.name, 60);
    const SupportContact &support = pack.support;
    auto *sentence = new TextLabel;
    sentence->setObjectName(pack.id + QStringLiteral("ContactLabel"));
    sentence->setText(support.isKnown()
                          ? tr("This is where %1 helps its customers.").arg(name)
                          : tr("Relink knows no support address of %1, and makes none up. Look "
                               "for “Help” or “Contact” on its own pages.")
                                .arg(name));
    auto *contact = new QVBoxLayout;
    contact->setSpacing(metrics::control);
    contact->addWidget(sentence);
    if (!support.email.isEmpty()) {
        auto *line = new CopyLine(pack.id + QStringLiteral("ContactEmail"),
                                  tr("Mail address of the support"));
        contact->addWidget(line);
        line->setText(plainText(support.email));
    }
    if (m_surroundings.openUrl) {
        auto *buttons = new ButtonRow;
        if (!support.page.isEmpty()) {
            buttons->add(pageButton(pack.id + QStringLiteral("ContactPageButton"),
                                    tr("&Open the support page of %1").arg(name), support.page));
        }
        if (!support.isKnown() && !pack.statusPage.isEmpty()) {
            buttons->add(pageButton(pack.id + QStringLiteral("ContactStatusButton"),
                                    tr("&Status page of %1").arg(name), pack.statusPage));
        }
        if (!support.isKnown() && !pack.documentation.isEmpty()) {
            buttons->add(pageButton(pack.id + QStringLiteral("ContactDocumentationButton"),
                                    tr("&Documentation of %1").arg(name), pack.documentation));
        }
        contact->addWidget(buttons);
    }
    body->addLayout(contact);
}

} // namespace relink
