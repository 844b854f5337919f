// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/helppage.h"

#include "core/rules/helptopics.h"
#include "services/documentation.h"
#include "ui/buttonrow.h"
#include "ui/card.h"
#include "ui/helpanswer.h"
#include "ui/helptopicview.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/roomydelegate.h"
#include "ui/textlabel.h"
#include "words/helpwords.h"
#include "words/words.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>

namespace relink {

namespace {

constexpr int lettersOfList = 30; // of its width
constexpr int linesOfList = 6; // where it stands above the topic
constexpr int linesBeside = 44; // of width, that there is room for both beside each other

} // namespace

HelpPage::HelpPage(const Surroundings &surroundings, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
{
    setObjectName(QStringLiteral("helpPage"));
    auto *title
        = new TextLabel(TextLabel::Size::Title, TextLabel::Tone::Normal, TextLabel::Flow::OneLine);
    title->setText(tr("Help"));
    m_summary = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_summary->setText(tr("What the words mean, and what the platforms’ own articles say."));
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(title);
    head->addWidget(m_summary);
    m_parts = new QHBoxLayout;
    m_parts->setSpacing(14);
    m_parts->addWidget(makeList());
    m_parts->addWidget(makeTopic(), 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, 20, metrics::page, 20);
    layout->setSpacing(metrics::group);
    layout->addLayout(head);
    layout->addLayout(m_parts, 1);
    fill();
}

QWidget *HelpPage::makeList()
{
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("helpSearchLineEdit"));
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("helpTopicListWidget"));
    m_list->setAccessibleName(tr("Topics"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setWordWrap(true);
    m_list->setSpacing(1);
    m_list->setItemDelegate(new RoomyDelegate(m_list));
    m_nothing = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_nothing->setObjectName(QStringLiteral("helpNothingLabel"));
    m_nothing->setText(tr("No topic holds these words."));
    m_nothing->hide();
    m_listCard = new Card;
    auto *layout = new QVBoxLayout(m_listCard);
    layout->setContentsMargins(metrics::control, metrics::control, metrics::control,
                               metrics::control);
    layout->setSpacing(metrics::control);
    layout->addWidget(m_search);
    layout->addWidget(m_nothing);
    layout->addWidget(m_list, 1);
    connect(m_search, &QLineEdit::textChanged, this, &HelpPage::search);
    connect(m_list, &QListWidget::currentItemChanged, this, &HelpPage::showCurrent);
    return m_listCard;
}

QWidget *HelpPage::makeTopic()
{
    m_title = new TextLabel(TextLabel::Size::Heading);
    m_title->setObjectName(QStringLiteral("helpTitleLabel"));
    m_view = new HelpTopicView;
    m_sources = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_sources->setObjectName(QStringLiteral("helpSourcesLabel"));
    auto *reconnect = new QPushButton(tr("Reconnect a &connection…"));
    reconnect->setObjectName(QStringLiteral("helpReconnectButton"));
    reconnect->setAutoDefault(false);
    makePrimary(reconnect);
    auto *buttons = new ButtonRow;
    buttons->add(reconnect);
    m_answer = new HelpAnswer(m_surroundings.helpAnswers);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    layout->setSpacing(metrics::group);
    layout->addWidget(m_title);
    layout->addWidget(m_view);
    layout->addWidget(m_sources);
    layout->addWidget(buttons);
    layout->addSpacing(metrics::control);
    layout->addWidget(m_answer);
    layout->addStretch(1);
    m_scroll = new QScrollArea;
    m_scroll->setObjectName(QStringLiteral("helpTopicScrollArea"));
    m_scroll->setAccessibleName(tr("The topic"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Long topics are read by keyboard, too.
    m_scroll->setFocusPolicy(Qt::StrongFocus);
    m_scroll->setWidget(content);
    content->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    auto *card = new Card;
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(1, 1, 1, 1);
    cardLayout->addWidget(m_scroll);
    connect(reconnect, &QPushButton::clicked, this, &HelpPage::reconnectRequested);
    connect(m_view, &HelpTopicView::pageRequested, this,
            [this](const QUrl &page) { openChecked(m_surroundings, page); });
    return card;
}

void HelpPage::fill()
{
    for (const HelpTopic &topic : documentation().topics) {
        auto *item = new QListWidgetItem(words::packText(topic.title), m_list);
        item->setData(Qt::UserRole, topic.id);
        m_texts.insert(topic.id, words::topicText(topic, documentation()).toCaseFolded());
    }
    m_list->setCurrentRow(0);
}

void HelpPage::showTopic(const QString &id)
{
    m_search->clear();
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->data(Qt::UserRole).toString() == id)
            m_list->setCurrentRow(row);
    }
    m_list->setFocus();
}

void HelpPage::focusSearch()
{
    m_search->setFocus();
    m_search->selectAll();
}

void HelpPage::search(const QString &text)
{
    const QStringList words = text.toCaseFolded().split(u' ', Qt::SkipEmptyParts);
    QListWidgetItem *first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem *item = m_list->item(row);
        const QString whole = m_texts.value(item->data(Qt::UserRole).toString());
        const bool fits = std::all_of(words.begin(), words.end(), [&whole](const QString &word) {
            return whole.contains(word);
        });
        item->setHidden(!fits);
        if (fits && !first)
            first = item;
    }
    m_nothing->setVisible(!first);
    m_list->setVisible(first);
    if (first && (!m_list->currentItem() || m_list->currentItem()->isHidden()))
        m_list->setCurrentItem(first);
}

void HelpPage::showCurrent()
{
    const QListWidgetItem *item = m_list->currentItem();
    const HelpTopic *topic
        = item ? topicOf(item->data(Qt::UserRole).toString(), documentation()) : nullptr;
    if (!topic)
        return;
    m_topic = topic->id;
    m_title->setText(words::packText(topic->title));
    m_view->show(*topic, documentation());
    m_sources->setText(words::documentedBy(*topic, documentation()));
    m_answer->setTopic(topic->id);
    m_scroll->setAccessibleName(m_title->text());
    m_scroll->verticalScrollBar()->setValue(0);
}

void HelpPage::arrange()
{
    // Large text or a small window: the topic below instead of beside.
    const int line = fontMetrics().height();
    const bool beside = width() >= line * linesBeside;
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_listCard->setMaximumWidth(beside ? fontMetrics().averageCharWidth() * lettersOfList * 3 / 2
                                       : QWIDGETSIZE_MAX);
    m_listCard->setMinimumWidth(beside ? fontMetrics().averageCharWidth() * lettersOfList : 0);
    m_summary->setVisible(beside);
    // The topic needs the room more than the list.
    const int rows = qBound(2, height() / line / 6, linesOfList);
    m_listCard->setMaximumHeight(beside ? QWIDGETSIZE_MAX
                                        : m_search->sizeHint().height() + 3 * metrics::control
                                         + rows * (line + 12));
}

void HelpPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool HelpPage::eventFilter(QObject *watched, QEvent *event)
{
    // From the search straight into the list.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_list->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace relink
