// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/requestview.h"

#include "ui/metrics.h"
#include "ui/plaintextfield.h"
#include "ui/textlabel.h"
#include "words/requestwords.h"
#include "words/translate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int mostLines = 10;

} // namespace

RequestView::RequestView(QWidget *parent)
    : QWidget(parent)
    , m_title(new TextLabel(TextLabel::Size::Heading))
    , m_findings(new TextLabel)
    , m_next(new TextLabel)
    , m_safeCaption(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_safe(new PlainTextField)
    , m_copy(new QPushButton(tr("Copy the safe &form")))
{
    m_title->setObjectName(QStringLiteral("requestTitleLabel"));
    m_findings->setObjectName(QStringLiteral("requestFindingsLabel"));
    m_next->setObjectName(QStringLiteral("requestNextLabel"));
    m_next->setStrong(true);
    m_safe->setObjectName(QStringLiteral("safeRequestTextEdit"));
    m_safe->setAccessibleName(tr("The safe form of the request"));
    m_safe->setForReading();
    m_safe->setMonospaced();
    m_safeCaption->setText(tr("The safe form: sign in with POST, credentials in the body; send the "
                              "key in a header. Put your own values in place of <…>."));
    m_copy->setObjectName(QStringLiteral("safeRequestCopyButton"));
    m_copy->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_title);
    layout->addWidget(m_findings);
    layout->addWidget(m_next);
    layout->addWidget(m_safeCaption);
    layout->addWidget(m_safe);
    auto *row = new QHBoxLayout;
    row->addWidget(m_copy);
    row->addStretch(1);
    layout->addLayout(row);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_safe->toPlainText()); });
}

void RequestView::setLint(const RequestLint &lint, bool leads)
{
    const bool isSafe = lint.findings.isEmpty();
    m_title->setText(isSafe ? tr("The request is in order") : tr("The request is unsafe"));
    QStringList lines;
    for (const RequestFinding &finding : lint.findings) {
        //: A line of the pasted text and what is unsafe in it
        lines += tr("✕ Line %1: %2").arg(finding.line).arg(words::requestSentence(finding));
    }
    if (isSafe)
        lines += tr("✓ Nothing unsafe was found.");
    m_findings->setText(lines.join(u'\n'));
    m_next->setText(
        words::translate("Diagnose", "Next: %1").arg(words::changeRequestSentence(lint)));
    m_next->setVisible(leads);
    QString said = m_title->text() + QStringLiteral(". ") + m_findings->text();
    if (leads)
        said += u'\n' + m_next->text();
    setAccessibleName(said);
    m_safe->setPlainText(lint.suggested);
    const int shown = qBound(2, int(lint.suggested.count(u'\n')) + 2, mostLines);
    m_safe->setFixedHeight(m_safe->fontMetrics().lineSpacing() * shown + metrics::pane);
    for (QWidget *part : {static_cast<QWidget *>(m_safeCaption), static_cast<QWidget *>(m_safe),
                          static_cast<QWidget *>(m_copy)})
        part->setVisible(!lint.suggested.isEmpty());
}

} // namespace relink
