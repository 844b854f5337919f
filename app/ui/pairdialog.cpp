// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pairdialog.h"

#include "core/rules/pairing.h"
#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/badgeddelegate.h"
#include "ui/badgedtitle.h"
#include "ui/dialogframe.h"
#include "ui/inputfieldeditor.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

PairDialog::PairDialog(const Surroundings &surroundings, const Connection &connection,
                       QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_one(connection.id)
    , m_partners(new QListWidget)
{
    m_partners->setObjectName(QStringLiteral("pairListWidget"));
    m_partners->setSpacing(2);
    m_partners->setItemDelegate(new BadgedDelegate(m_partners));
    m_partners->setAccessibleName(tr("Connections"));
    const ProviderCatalogue &catalogue = surroundings.manager.catalogue();
    const auto sideOf = [&catalogue](const Connection &c) {
        const auto face = catalogue.face(c.provider);
        return face ? pairSideOf(face->category) : std::nullopt;
    };
    const auto side = sideOf(connection);
    for (const Connection &other : surroundings.manager.connections()) {
        const auto there = sideOf(other);
        if (!side || !there || *side == *there)
            continue;
        //: A connection and its provider
        auto *item = new QListWidgetItem(tr("%1 (%2)").arg(
            plainText(other.name), plainText(catalogue.face(other.provider)->name)));
        item->setData(Qt::UserRole, other.id.value);
        if (other.environment == Environment::Test) {
            item->setData(BadgedDelegate::TestRole, true);
            item->setData(Qt::AccessibleTextRole, TestBadge::spoken(item->text()));
        }
        m_partners->addItem(item);
    }
    m_partners->setCurrentRow(0);
    build(tr("Pair %1").arg(plainText(connection.name, 60)),
          tr("An accounting connection and a shop, marketplace or till that work together stand in "
             "one row, with the worse light of the two."),
          tr("&Make the pair"));
    showEnvironment(this, connection.environment);
    m_partners->setFocus();
}

PairDialog::PairDialog(const Surroundings &surroundings, const Integration &pair, QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_pair(pair.id)
{
    build(tr("Rename pair"), {}, tr("&Rename"));
    m_name->setValue(pair.name);
    m_name->takeFocus();
}

void PairDialog::build(const QString &title, const QString &subtitle, const QString &act)
{
    setObjectName(QStringLiteral("pairDialog"));
    setWindowTitle(title);
    setAttribute(Qt::WA_DeleteOnClose);
    auto *head = new TextLabel(TextLabel::Size::Title);
    head->setText(title);
    auto *below = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    below->setText(subtitle);
    below->setVisible(!subtitle.isEmpty());
    InputField field;
    field.key = QStringLiteral("pairName");
    field.label = tr("Name of the pair");
    field.required = !m_partners;
    field.help = m_partners ? tr("Left empty, it is named after the two.") : QString();
    m_name = new InputFieldEditor(field, false);
    m_problem = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Red);
    m_problem->setObjectName(QStringLiteral("pairProblemLabel"));
    m_problem->hide();
    auto *store = new QPushButton(act);
    store->setObjectName(QStringLiteral("pairStoreButton"));
    makePrimary(store);
    store->setDefault(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("pairCancelButton"));
    cancel->setAutoDefault(false);

    auto *body = new QVBoxLayout;
    body->setContentsMargins(metrics::page, metrics::page, metrics::page, metrics::pane);
    body->setSpacing(metrics::group);
    body->addLayout(badgedTitle(head));
    body->addWidget(below);
    if (m_partners)
        body->addWidget(m_partners, 1);
    body->addWidget(m_name);
    body->addWidget(m_problem);
    if (!m_partners)
        body->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(body, 1);
    layout->addWidget(makeFooter(nullptr, {cancel, store}));
    resize(520, m_partners ? 460 : 240);
    connect(store, &QPushButton::clicked, this, &PairDialog::store);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

void PairDialog::store()
{
    ConnectionManager &manager = m_surroundings.manager;
    std::optional<AuthError> problem;
    if (!m_pair.isEmpty()) {
        if (const Result<Done> renamed = manager.renameIntegration(m_pair, m_name->value());
            !renamed)
            problem = renamed.error();
    } else if (const QListWidgetItem *item = m_partners->currentItem()) {
        const ConnectionId another {item->data(Qt::UserRole).toString()};
        if (const auto made = manager.pair(m_one, another, m_name->value()); !made)
            problem = made.error();
    } else {
        return;
    }
    if (!problem)
        return accept();
    m_problem->setText(words::failure(*problem, {}));
    m_problem->show();
}

} // namespace relink
