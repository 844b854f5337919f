// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/providernotes.h"

#include "core/rules/plaintext.h"
#include "core/rules/unconfirmed.h"
#include "ui/foldedsection.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/doubtwords.h"
#include "words/words.h"

#include <QLocale>
#include <QVBoxLayout>

namespace relink {

namespace {

//! A year ahead is the time a merchant needs to change something; one past explains a refusal of
//! what worked lately. Older ones are only good to know.
constexpr int daysOfWarning = 365;

QString dated(const Deprecation &deprecation, const QDate &today)
{
    const QString day
        = QLocale().toString(deprecation.date, ProviderNotes::tr("d MMMM yyyy", "date format"));
    const QString what = words::packText(deprecation.what);
    return deprecation.date > today ? ProviderNotes::tr("From %1: %2").arg(day, what)
                                    : ProviderNotes::tr("Since %1: %2").arg(day, what);
}

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
    QStringList notes = pack.pitfalls + pack.limits;
    for (QString &note : notes)
        note = words::packText(note);
    if (!pack.rateLimits.note.isEmpty()) {
        notes.append(
            words::withDoubt(words::packText(pack.rateLimits.note),
                             unconfirmedIn(pack).rateLimits ? words::notConfirmed() : QString()));
    }
    for (const Deprecation &deprecation : pack.deprecations) {
        if (!deprecation.date.isValid() || deprecation.date > today.addDays(daysOfWarning))
            continue;
        const bool current = deprecation.date >= today.addDays(-daysOfWarning);
        (current ? ending : notes).append(dated(deprecation, today));
    }
    m_ending->setText(ending.join(u'\n'));
    m_ending->setVisible(!ending.isEmpty());

    const QString bullet = QStringLiteral("• ");
    m_notes->setText(notes.isEmpty() ? QString()
                                     : QString(bullet % notes.join(QString(u'\n' % bullet))));
    m_fold->setTitle(tr("Good to know about %1 (%2)")
                         .arg(plainText(pack.name, 60))
                         .arg(QLocale().toString(notes.size())));
    m_fold->setOpen(open);
    m_fold->setVisible(!notes.isEmpty());
    setVisible(!ending.isEmpty() || !notes.isEmpty());
}

} // namespace relink
