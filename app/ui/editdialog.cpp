// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editdialog.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/badgedtitle.h"
#include "ui/comparekeybox.h"
#include "ui/connectionform.h"
#include "ui/dialogframe.h"
#include "ui/foldedsection.h"
#include "ui/inlinemessage.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "words/words.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace relink {

EditDialog::EditDialog(const Surroundings &surroundings, const Connection &connection,
                       QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_id(connection.id)
    , m_message(new InlineMessage(QStringLiteral("edit")))
    , m_form(new ConnectionForm(surroundings, ConnectionForm::Purpose::Edit))
    , m_update(new QPushButton(tr("&Update")))
    , m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("editDialog"));
    setWindowTitle(tr("Edit %1").arg(plainText(connection.name, 60)));
    m_update->setObjectName(QStringLiteral("editUpdateButton"));
    m_cancel->setObjectName(QStringLiteral("editCancelButton"));
    makePrimary(m_update);
    m_update->setDefault(true);
    m_cancel->setAutoDefault(false);
    if (const auto pack = surroundings.manager.catalogue().pack(connection.provider)) {
        m_providerName = plainText(pack->name, 60);
        m_form->setConnection(pack, connection);
    } else {
        m_form->setEnabled(false);
        m_update->setEnabled(false);
        m_message->showMessage(InlineMessage::Kind::Error,
                               tr("The provider file of this connection is missing, so it cannot "
                                  "be edited."));
    }

    QVBoxLayout *body = frameDialog(this, m_providerName, {m_cancel, m_update});
    showEnvironment(this, connection.environment);
    body->addWidget(m_message);
    body->addWidget(makeFormScroll(makeContent(connection)), 1);
    resize(600, 600);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_update, &QPushButton::clicked, this, &EditDialog::update);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_form->takeFocus();
}

QWidget *EditDialog::makeContent(const Connection &connection)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::pane);
    layout->addWidget(m_form);
    auto *box = new CompareKeyBox(m_surroundings, connection);
    if (box->hasFields()) {
        auto *fold
            = new FoldedSection(QStringLiteral("compareKey"), tr("Compare with what is stored"));
        fold->content()->addWidget(box);
        layout->addWidget(fold);
    } else {
        delete box;
    }
    layout->addStretch(1);
    return content;
}

void EditDialog::update()
{
    if (m_running || !m_form->validate())
        return;
    const EditRequest request = m_form->editRequest();
    m_running = true;
    m_update->setEnabled(false);
    whenDone(m_surroundings.manager.edit(m_id, request), this,
             [this](const Result<Connection> &result) {
                 m_running = false;
                 m_update->setEnabled(true);
                 if (result) {
                     accept();
                     return;
                 }
                 m_message->showMessage(InlineMessage::Kind::Error,
                                        words::failure(result.error(), m_providerName));
             });
}

} // namespace relink
