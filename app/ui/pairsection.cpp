// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pairsection.h"

#include "core/rules/light.h"
#include "core/rules/pairing.h"
#include "core/rules/plaintext.h"
#include "ui/connectionlistmodel.h"
#include "ui/metrics.h"
#include "ui/statusglyph.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace relink {

namespace {

//! Is there a connection on the other side?
bool hasPartner(const Connection &shown, const ConnectionListModel &model)
{
    const auto side = pairSideOf(model.face(shown.provider).category);
    for (int row = 0; side && row < model.connectionCount(); ++row) {
        const auto other = pairSideOf(model.face(model.at(row)->provider).category);
        if (other && *other != *side)
            return true;
    }
    return false;
}

} // namespace

PairSection::PairSection(QWidget *parent)
    : QWidget(parent)
    , m_sides(new QWidget)
    , m_name(new TextLabel)
    , m_pair(new QPushButton(tr("&Pair with…")))
    , m_rename(new QPushButton(tr("Rename pair…")))
    , m_dissolve(new QPushButton(tr("Dissolve pair")))
{
    m_name->setObjectName(QStringLiteral("pairNameLabel"));
    m_name->setStrong(true);
    m_pair->setObjectName(QStringLiteral("pairButton"));
    m_pair->setAccessibleDescription(
        tr("Shows this connection and the one it works with as one row"));
    m_rename->setObjectName(QStringLiteral("pairRenameButton"));
    m_dissolve->setObjectName(QStringLiteral("pairDissolveButton"));
    m_dissolve->setAccessibleDescription(tr("Both connections stay"));

    auto *sides = new QVBoxLayout(m_sides);
    sides->setContentsMargins(0, 0, 0, 0);
    sides->setSpacing(metrics::control);
    sides->addWidget(m_name);
    for (Side *side : {&m_other, &m_accounting}) {
        side->glyph = new StatusGlyph;
        side->name = new QPushButton;
        side->name->setAutoDefault(false);
        side->badge = new TestBadge;
        side->word = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
        auto *row = new QHBoxLayout;
        row->setSpacing(metrics::control);
        row->addWidget(side->glyph);
        row->addWidget(side->name, 1);
        row->addWidget(side->badge);
        sides->addLayout(row);
        sides->addWidget(side->word);
        connect(side->name, &QPushButton::clicked, this,
                [this, side] { Q_EMIT sideRequested(side->id); });
    }
    m_other.name->setObjectName(QStringLiteral("pairOtherButton"));
    m_accounting.name->setObjectName(QStringLiteral("pairAccountingButton"));
    m_other.word->setObjectName(QStringLiteral("pairOtherLabel"));
    m_accounting.word->setObjectName(QStringLiteral("pairAccountingLabel"));
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::control);
    for (QPushButton *button : {m_rename, m_dissolve}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    sides->addLayout(buttons);
    m_pair->setAutoDefault(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_sides);
    layout->addWidget(m_pair, 0, Qt::AlignLeading);

    connect(m_pair, &QPushButton::clicked, this, &PairSection::pairRequested);
    connect(m_rename, &QPushButton::clicked, this, [this] {
        if (m_shown)
            Q_EMIT renameRequested(*m_shown);
    });
    connect(m_dissolve, &QPushButton::clicked, this, [this] {
        if (m_shown)
            Q_EMIT dissolveRequested(*m_shown);
    });
}

void PairSection::showNothing()
{
    m_shown.reset();
    hide();
}

void PairSection::show(const Connection &shown, const std::optional<Integration> &pair,
                       const ConnectionListModel &model)
{
    m_shown = pair;
    m_sides->setVisible(pair.has_value());
    const bool offer = !pair && hasPartner(shown, model);
    m_pair->setVisible(offer);
    setVisible(pair || offer);
    if (!pair)
        return;
    m_name->setText(tr("Pair: %1").arg(plainText(pair->name)));
    showSide(m_other, pair->other, model);
    showSide(m_accounting, pair->accounting, model);
}

void PairSection::showSide(Side &side, const ConnectionId &id, const ConnectionListModel &model)
{
    const Connection *connection = model.at(model.rowOf(id));
    if (!connection)
        return;
    side.id = id;
    const QString word = words::statusWord(connection->state);
    side.glyph->setLight(lightFor(connection->state), word);
    side.name->setText(fontMetrics()
                           .elidedText(plainText(connection->name, 60), Qt::ElideRight,
                                       24 * fontMetrics().averageCharWidth())
                           .replace(u'&', QStringLiteral("&&")));
    side.badge->setVisible(connection->environment == Environment::Test);
    side.name->setAccessibleName(plainText(connection->name));
    side.name->setAccessibleDescription(tr("Shows this side of the pair"));
    //: A provider and the state of the connection to it
    side.word->setText(tr("%1: %2").arg(model.face(connection->provider).name, word));
}

} // namespace relink
