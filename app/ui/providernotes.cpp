// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providernotes.h"

#include "core/rules/plaintext.h"
#include "ui/foldedsection.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QLocale>
#include <QVBoxLayout>

namespace relink {

namespace {

//! A year ahead is the time a merchant needs to change something; past ones explain a refusal.
constexpr int daysAhead = 365;

} // namespace

ProviderNotes::ProviderNotes(QWidget *parent)
    : QWidget(parent)
    , m_ending(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Amber))
    , m_fold(new FoldedSection(QStringLiteral("providerNotes"), QString()))
    , m_notes(new TextLabel(TextLabel::Size::Small))
{
    m_ending->setObjectName(QStringLiteral("deprecationsLabel"));
    m_notes->setObjectName(QStringLiteral("pitfallsLabel"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_ending);
    layout->addWidget(m_fold);
    m_fold->content()->addWidget(m_notes);
}

void ProviderNotes::show(const ProviderPack &pack, const QDate &today, bool open)
{
    QStringList ending;
    for (const Deprecation &deprecation : pack.deprecations) {
        if (!deprecation.date.isValid() || deprecation.date > today.addDays(daysAhead))
            continue;
        const QString day = QLocale().toString(deprecation.date, tr("d MMMM yyyy", "date format"));
        const QString what = words::packText(deprecation.what);
        ending.append(deprecation.date > today ? tr("From %1: %2").arg(day, what)
                                               : tr("Since %1: %2").arg(day, what));
    }
    m_ending->setText(ending.join(u'\n'));
    m_ending->setVisible(!ending.isEmpty());

    QStringList notes;
    for (const QString &note : pack.pitfalls + pack.limits)
        notes.append(QStringLiteral("• ") + words::packText(note));
    m_notes->setText(notes.join(u'\n'));
    m_fold->setTitle(tr("Good to know about %1 (%2)")
                         .arg(plainText(pack.name, 60))
                         .arg(QLocale().toString(notes.size())));
    m_fold->setOpen(open);
    m_fold->setVisible(!notes.isEmpty());
    setVisible(!ending.isEmpty() || !notes.isEmpty());
}

} // namespace relink
