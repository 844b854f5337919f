// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/copiedcharacters.h"

#include "services/documentation.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/credentialwords.h"
#include "words/words.h"

#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace relink {

namespace {

// More lines push the field out of sight; the rest is counted.
constexpr qsizetype atMost = 4;

} // namespace

CopiedCharacters::CopiedCharacters(const QString &key, const QString &label, QWidget *parent)
    : QWidget(parent)
    , m_row(new QWidget)
    , m_text(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Amber))
    , m_go(new QPushButton(tr("Go there")))
    , m_clean(new QPushButton(tr("Clean")))
    , m_tip(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
    , m_removed(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft))
{
    m_text->setObjectName(key + QStringLiteral("LintLabel"));
    m_go->setObjectName(key + QStringLiteral("GoThereButton"));
    m_clean->setObjectName(key + QStringLiteral("CleanButton"));
    m_tip->setObjectName(key + QStringLiteral("TipLabel"));
    m_removed->setObjectName(key + QStringLiteral("RemovedLabel"));
    m_go->setAccessibleName(tr("Go there: %1").arg(label));
    m_clean->setAccessibleName(tr("Clean: %1").arg(label));
    m_go->setAutoDefault(false);
    m_clean->setAutoDefault(false);

    auto *row = new QHBoxLayout(m_row);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(metrics::control);
    row->addWidget(m_text, 1, Qt::AlignVCenter);
    row->addWidget(m_go);
    row->addWidget(m_clean);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_row);
    layout->addWidget(m_tip);
    layout->addWidget(m_removed);
    connect(m_go, &QPushButton::clicked, this, &CopiedCharacters::goOn);
    connect(m_clean, &QPushButton::clicked, this, &CopiedCharacters::cleanRequested);
    showSentence({});
    m_removed->hide();
}

void CopiedCharacters::showFindings(const QList<CredentialFinding> &findings, bool pasted)
{
    if (findings != m_findings)
        m_next = 0;
    m_findings = findings;
    QStringList lines;
    for (const CredentialFinding &finding : findings.first(qMin(atMost, findings.size())))
        lines.append(words::credentialFlaw(finding));
    if (const int more = int(findings.size() - atMost); more == 1)
        lines.append(tr("One more was found."));
    else if (more > 1)
        lines.append(tr("%n more were found.", nullptr, more));
    m_text->setText(lines.join(u'\n'));
    m_row->setVisible(!findings.isEmpty());
    m_go->setVisible(!findings.isEmpty());
    m_clean->setVisible(std::any_of(findings.begin(), findings.end(),
                                    [](const CredentialFinding &f) { return f.removable; }));
    if (findings.isEmpty()) {
        m_tip->hide();
    } else if (pasted) {
        const DocumentedRow tip = documentation().rows.value(QStringLiteral("MIN-32"));
        m_tip->setText(words::packText(tip.text));
        m_tip->setVisible(!tip.text.isEmpty());
    }
}

void CopiedCharacters::showSentence(const QString &text)
{
    showFindings({}, false);
    m_text->setText(text);
    m_row->setVisible(!text.isEmpty());
}

void CopiedCharacters::showRemoved(const QList<CredentialFinding> &findings)
{
    m_removed->setText(words::removedCharacters(findings));
    m_removed->setVisible(!m_removed->text().isEmpty());
}

void CopiedCharacters::forgetRemoved()
{
    m_removed->hide();
}

void CopiedCharacters::goOn()
{
    if (m_findings.isEmpty())
        return;
    Q_EMIT goThere(m_findings.at(m_next % m_findings.size()));
    ++m_next;
}

} // namespace relink
