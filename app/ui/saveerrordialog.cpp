// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/saveerrordialog.h"

#include "core/rules/plaintext.h"
#include "ui/badgedtitle.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/plaintextfield.h"

#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace relink {

SaveErrorDialog::SaveErrorDialog(const Connection &connection, const QString &kept, QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("saveErrorDialog"));
    setWindowTitle(tr("Save to the history of %1?").arg(plainText(connection.name, 60)));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new PlainTextField;
    text->setObjectName(QStringLiteral("saveErrorTextEdit"));
    text->setAccessibleName(tr("What is kept"));
    text->setPlainText(kept);
    text->setForReading();
    auto *save = new QPushButton(tr("&Save to the history"));
    save->setObjectName(QStringLiteral("saveErrorConfirmButton"));
    makePrimary(save);
    save->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("saveErrorCancelButton"));
    cancel->setAutoDefault(false);
    frameDialog(this,
                tr("This line and what it means are kept in the error history on this computer, "
                   "until the connection is removed. Passwords, keys and tokens are left out. Look "
                   "whether anything else in it should not be kept."),
                {cancel, save})
        ->addWidget(text, 1);
    showEnvironment(this, connection.environment);
    text->setMinimumHeight(text->fontMetrics().lineSpacing() * 4);
    const int line = fontMetrics().height();
    const int width = qMax(560, line * 30);
    const QSize wanted(width, qMax(360, layout()->totalHeightForWidth(width) + 2 * line));
    resize(wanted.boundedTo(screen()->availableSize()));
    connect(save, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    save->setFocus();
}

} // namespace relink
