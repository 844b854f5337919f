// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/saveerrordialog.h"

#include "core/rules/plaintext.h"
#include "ui/badgedtitle.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/plaintextfield.h"
#include "words/words.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

namespace relink {

SaveErrorDialog::SaveErrorDialog(const Connection &connection, const QString &kept,
                                 const QList<NamedProbe> &areas, QWidget *parent)
    : QDialog(parent)
    , m_areas(areas)
    , m_what(new QComboBox)
{
    setObjectName(QStringLiteral("saveErrorDialog"));
    setWindowTitle(tr("Save to the history of %1?").arg(plainText(connection.name, 60)));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *text = new PlainTextField;
    text->setObjectName(QStringLiteral("saveErrorTextEdit"));
    text->setAccessibleName(tr("What is kept"));
    text->setPlainText(kept);
    text->setForReading();
    m_what->setObjectName(QStringLiteral("saveErrorWhatBox"));
    m_what->setEditable(true);
    m_what->setInsertPolicy(QComboBox::NoInsert);
    m_what->lineEdit()->setMaxLength(60);
    m_what->lineEdit()->setPlaceholderText(tr("for example the name of a report"));
    for (const NamedProbe &probe : m_areas)
        m_what->addItem(words::packText(probe.what));
    m_what->setCurrentIndex(-1);
    auto *question = new QLabel(tr("&What were you doing? (optional)"));
    question->setBuddy(m_what);
    auto *save = new QPushButton(tr("&Save to the history"));
    save->setObjectName(QStringLiteral("saveErrorConfirmButton"));
    makePrimary(save);
    save->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("saveErrorCancelButton"));
    cancel->setAutoDefault(false);
    auto *content = new QVBoxLayout;
    content->addWidget(text, 1);
    content->addWidget(question);
    content->addWidget(m_what);
    frameDialog(this,
                tr("This line and what it means are kept in the error history on this computer, "
                   "until the connection is removed. Passwords, keys and tokens are left out. Look "
                   "whether anything else in it should not be kept."),
                {cancel, save})
        ->addLayout(content, 1);
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

qsizetype SaveErrorDialog::chosen() const
{
    const QString text = m_what->currentText().simplified();
    for (qsizetype i = 0; i < m_areas.size(); ++i) {
        if (words::packText(m_areas[i].what).compare(text, Qt::CaseInsensitive) == 0)
            return i;
    }
    return -1;
}

QString SaveErrorDialog::what() const
{
    const qsizetype i = chosen();
    return i < 0 ? m_what->currentText().simplified() : m_areas[i].what;
}

QString SaveErrorDialog::area() const
{
    const qsizetype i = chosen();
    return i < 0 ? QString() : m_areas[i].id;
}

} // namespace relink
