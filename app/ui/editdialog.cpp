// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/editdialog.h"

#include "core/rules/connectionname.h"
#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/connectionform.h"
#include "ui/dialogframe.h"
#include "ui/inlinemessage.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QLineEdit>
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
    auto *title = new TextLabel(TextLabel::Size::Title);
    title->setText(windowTitle());
    auto *subtitle = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
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
    subtitle->setText(m_providerName);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::pane);
    body->setSpacing(metrics::group);
    auto *head = new QVBoxLayout;
    head->setSpacing(4);
    head->addWidget(title);
    head->addWidget(subtitle);
    body->addLayout(head);
    body->addWidget(m_message);
    body->addWidget(makeFormScroll(m_form), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(makeFooter(nullptr, {m_cancel, m_update}));
    resize(600, 600);
    setAttribute(Qt::WA_DeleteOnClose);
    connect(m_update, &QPushButton::clicked, this, &EditDialog::update);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    m_form->takeFocus();
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

RenameDialog::RenameDialog(const Surroundings &surroundings, const Connection &connection,
                           QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_id(connection.id)
    , m_name(new QLineEdit(connection.name))
    , m_problem(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Red))
{
    setObjectName(QStringLiteral("renameDialog"));
    setWindowTitle(tr("Rename %1").arg(plainText(connection.name, 60)));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *caption = new TextLabel;
    caption->setStrong(true);
    caption->setText(tr("New name"));
    m_name->setObjectName(QStringLiteral("renameLineEdit"));
    m_name->setAccessibleName(tr("New name"));
    m_name->setMaxLength(int(longestConnectionName));
    m_name->selectAll();
    m_problem->setObjectName(QStringLiteral("renameProblemLabel"));
    m_problem->hide();
    auto *rename = new QPushButton(tr("&Rename"));
    rename->setObjectName(QStringLiteral("renameConfirmButton"));
    makePrimary(rename);
    rename->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("renameCancelButton"));
    cancel->setAutoDefault(false);
    auto *body = new QVBoxLayout;
    body->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::pane);
    body->setSpacing(4);
    body->addWidget(caption);
    body->addWidget(m_name);
    body->addWidget(m_problem);
    body->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(makeFooter(nullptr, {cancel, rename}));
    setMinimumWidth(420);
    connect(rename, &QPushButton::clicked, this, &RenameDialog::rename);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textChanged, m_problem, &QWidget::hide);
}

void RenameDialog::rename()
{
    const QString name = m_name->text().trimmed();
    const Result<Done> renamed = m_surroundings.manager.rename(m_id, name);
    if (renamed) {
        accept();
        return;
    }
    m_problem->setText(words::failure(renamed.error(), {}));
    m_problem->show();
    m_name->setFocus();
}

} // namespace relink
