// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/renamedialog.h"

#include "core/rules/connectionname.h"
#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "ui/badgedtitle.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

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
    body->addLayout(badgedTitle(caption));
    showEnvironment(this, connection.environment);
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
