// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/telldialog.h"

#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "core/rules/resolve.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/badgedtitle.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/providernotes.h"
#include "ui/setupguide.h"
#include "words/methodwords.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace relink {

TellDialog::TellDialog(const Surroundings &surroundings, const Connection &connection,
                       QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_id(connection.id)
{
    setObjectName(QStringLiteral("tellDialog"));
    setWindowTitle(tr("Does %1 work?").arg(plainText(connection.name, 60)));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *works = new QPushButton(tr("It &works there"));
    works->setObjectName(QStringLiteral("tellWorksButton"));
    makePrimary(works);
    works->setDefault(true);
    auto *stopped = new QPushButton(tr("It does &not work"));
    stopped->setObjectName(QStringLiteral("tellStoppedButton"));
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("tellCancelButton"));
    for (QPushButton *button : {stopped, cancel})
        button->setAutoDefault(false);

    auto *steps = new QWidget;
    auto *stepsLayout = new QVBoxLayout(steps);
    stepsLayout->setContentsMargins(0, 0, 0, 0);
    stepsLayout->setSpacing(metrics::pane);
    QString sentence;
    const auto pack = surroundings.manager.catalogue().pack(connection.provider);
    if (const AuthMethod *method = pack ? methodOf(*pack, connection) : nullptr) {
        sentence = words::methodSentence(*method, pack->name);
        auto *guide = new SetupGuide(surroundings);
        guide->show(*pack, *method, connection, nullptr);
        stepsLayout->addWidget(guide);
        auto *notes = new ProviderNotes;
        notes->show(*pack, surroundings.clock.now().toLocalTime().date(), true);
        stepsLayout->addWidget(notes);
    }
    stepsLayout->addStretch(1);

    frameDialog(this, sentence, {cancel, stopped, works})->addWidget(makeFormScroll(steps), 1);
    showEnvironment(this, connection.environment);
    resize(600, 440);
    connect(works, &QPushButton::clicked, this, [this] { tell(true); });
    connect(stopped, &QPushButton::clicked, this, [this] { tell(false); });
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    works->setFocus();
}

void TellDialog::tell(bool works)
{
    // A connection that was removed meanwhile has nothing to be told about.
    (void)m_surroundings.manager.tell(m_id, works);
    accept();
}

} // namespace relink
