// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/importdialog.h"

#include "core/rules/plaintext.h"
#include "services/providercatalogue.h"
#include "ui/dialogframe.h"
#include "ui/metrics.h"
#include "words/transferwords.h"

#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace relink {

namespace {

//! A list that goes on for longer is counted instead.
constexpr qsizetype longestList = 12;

QString bulleted(const QStringList &lines, qsizetype most = longestList)
{
    QStringList shown = lines.mid(0, most);
    if (lines.size() > most)
        shown.append(ImportDialog::tr("and %n more", nullptr, int(lines.size() - most)));
    return QStringLiteral("• ") + shown.join(QStringLiteral("\n• "));
}

QString titleFor(const ImportPlan &plan)
{
    if (plan.adding.isEmpty())
        return ImportDialog::tr("Import the pairs?");
    return plan.adding.size() == 1 ? ImportDialog::tr("Import this connection?")
                                   : ImportDialog::tr("Import these connections?");
}

} // namespace

ImportDialog::ImportDialog(const ProviderCatalogue &catalogue, const ImportPlan &plan,
                           QWidget *parent)
    : QDialog(parent)
{
    setObjectName(QStringLiteral("importDialog"));
    setWindowTitle(titleFor(plan));
    setModal(true);
    auto *confirm = new QPushButton(tr("&Import"));
    confirm->setObjectName(QStringLiteral("importConfirmButton"));
    confirm->setAutoDefault(false);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("importCancelButton"));
    cancel->setDefault(true);

    auto *content = new QWidget;
    m_sections = new QVBoxLayout(content);
    m_sections->setContentsMargins(0, 0, 0, 0);
    m_sections->setSpacing(metrics::pane);
    addServers(plan);
    addConnections(catalogue, plan);
    for (const Section &section : leftOut(plan))
        addSection(section);
    m_sections->addStretch(1);

    frameDialog(this,
                plan.adding.isEmpty()
                    ? QString()
                    : tr("They are added without any secret: authorise each of them afterwards."),
                {cancel, confirm})
        ->addWidget(makeFormScroll(content), 1);
    resize(560, 460);
    connect(confirm, &QPushButton::clicked, this, &QDialog::accept);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    cancel->setFocus();
}

void ImportDialog::addServers(const ImportPlan &plan)
{
    QStringList servers;
    for (const BroughtServers &brought : plan.servers) {
        //: A connection and the servers it signs in at
        servers.append(tr("%1: %2").arg(plainText(brought.name, 60),
                                        plainText(brought.servers.join(QStringLiteral(", ")))));
    }
    if (servers.isEmpty())
        return;
    // All of them: one that is counted instead is one that nobody saw.
    addSection({QStringLiteral("importServersLabel"),
                tr("The file names the servers where you will sign in. Import it only if you know "
                   "them:"),
                bulleted(servers, servers.size())},
               TextLabel::Tone::Amber);
}

void ImportDialog::addConnections(const ProviderCatalogue &catalogue, const ImportPlan &plan)
{
    QStringList adding;
    for (const Connection &connection : plan.adding) {
        const auto face = catalogue.face(connection.provider);
        const QString provider = plainText(face ? face->name : connection.provider, 60);
        //: A connection's name and its provider
        adding.append(tr("%1 (%2)").arg(plainText(connection.name, 60), provider));
    }
    if (!adding.isEmpty()) {
        addSection({QStringLiteral("importAddingLabel"), tr("Connections that are added:"),
                    bulleted(adding)});
    }
    QStringList pairs;
    for (const Integration &pair : plan.pairs)
        pairs.append(plainText(pair.name, 60));
    if (!pairs.isEmpty()) {
        addSection(
            {QStringLiteral("importPairsLabel"), tr("Pairs that are made:"), bulleted(pairs)});
    }
}

void ImportDialog::addSection(const Section &section, TextLabel::Tone tone)
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(4);
    auto *head = new TextLabel(TextLabel::Size::Body, tone);
    head->setStrong(true);
    head->setText(section.caption);
    auto *body = new TextLabel;
    body->setObjectName(section.objectName);
    body->setText(section.text);
    layout->addWidget(head);
    layout->addWidget(body);
    m_sections->addLayout(layout);
}

QList<ImportDialog::Section> ImportDialog::leftOut(const ImportPlan &plan)
{
    QStringList taken;
    QStringList missing;
    for (const auto &[entry, why] : plan.skipped)
        (why == ImportPlan::Skipped::NameTaken ? taken : missing).append(plainText(entry.name, 60));
    QStringList unpaired;
    for (const auto &[pair, why] : plan.unpaired)
        unpaired.append(words::unpaired(pair, why));
    QList<Section> sections;
    if (!taken.isEmpty()) {
        sections.append({QStringLiteral("importTakenLabel"),
                         tr("Left out, for their names are taken here:"), bulleted(taken)});
    }
    if (!missing.isEmpty()) {
        sections.append({QStringLiteral("importMissingLabel"),
                         tr("Left out, for their providers are not here (%1):")
                             .arg(plainText(plan.missingPacks.join(QStringLiteral(", ")), 200)),
                         bulleted(missing)});
    }
    if (!unpaired.isEmpty()) {
        sections.append({QStringLiteral("importUnpairedLabel"), tr("Pairs that are not made:"),
                         bulleted(unpaired)});
    }
    return sections;
}

} // namespace relink
