// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/checktable.h"

#include "core/rules/checkresults.h"
#include "services/documentation.h"
#include "ui/card.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "words/checkadvice.h"
#include "words/words.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace relink {

CheckTable::CheckTable(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Checks"));
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    auto *card = new Card;
    outer->addWidget(card);
    m_layout = new QGridLayout(card);
    m_layout->setContentsMargins(1, 10, 1, 10);
    m_layout->setHorizontalSpacing(metrics::group);
    m_layout->setVerticalSpacing(9);
    m_layout->setColumnMinimumWidth(0, 4);
    m_layout->setColumnMinimumWidth(4, 4);
    m_layout->setColumnStretch(2, 2);
    m_layout->setColumnStretch(3, 4);
}

void CheckTable::setChecks(const QList<CheckId> &checks, const QList<CheckResult> &results,
                           bool running, const QString &providerName)
{
    if (checks == m_checks && results == m_results && running == m_running)
        return;
    m_checks = checks;
    m_results = results;
    m_running = running;
    m_spoken.clear();
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
    int row = 0;
    for (const CheckId check : checks) {
        const CheckResult *result = nullptr;
        for (const CheckResult &candidate : results) {
            if (candidate.check == check)
                result = &candidate;
        }
        const QString name = words::checkName(check, providerName);
        QString text;
        Light light = Light::Neutral;
        bool open = false; // nothing was found, either way
        if (result) {
            text = words::checkSentence(*result, providerName);
            open = isOpen(*result);
            light = open ? Light::Neutral : result->passed ? Light::Green : Light::Red;
        } else {
            text = running ? tr("checking…") : tr("not checked yet");
        }
        auto *glyph = new StatusGlyph;
        glyph->setLight(light,
                        !result              ? text
                            : open           ? tr("Not verified")
                            : result->passed ? tr("Passed")
                                             : tr("Failed"));
        auto *nameLabel = new TextLabel;
        nameLabel->setStrong(true);
        nameLabel->setText(name);
        auto *textLabel = new TextLabel(TextLabel::Size::Body,
                                        result ? TextLabel::Tone::Normal : TextLabel::Tone::Soft);
        textLabel->setObjectName(toString(check) + QStringLiteral("CheckLabel"));
        textLabel->setText(text);
        //: The name of a check and its result, for a screen reader
        textLabel->setAccessibleName(tr("%1: %2").arg(name, text));
        m_spoken.append(textLabel->accessibleName());
        if (row > 0)
            m_layout->addWidget(new Rule, row++, 0, 1, 5);
        m_layout->addWidget(glyph, row, 1, Qt::AlignVCenter);
        m_layout->addWidget(nameLabel, row, 2, Qt::AlignVCenter);
        m_layout->addWidget(textLabel, row, 3, Qt::AlignVCenter);
        ++row;
        const QStringList advice
            = result ? words::checkAdvice(*result, documentation()) : QStringList();
        if (advice.isEmpty())
            continue;
        auto *adviceLabel = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
        adviceLabel->setObjectName(toString(check) + QStringLiteral("CheckAdviceLabel"));
        adviceLabel->setText(advice.join(QStringLiteral("\n• ")));
        m_layout->addWidget(adviceLabel, row++, 2, 1, 2);
    }
    updateGeometry();
}

} // namespace relink
