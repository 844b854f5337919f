// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/historyview.h"

#include "core/model/areaaction.h"
#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "core/rules/triedsteps.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/card.h"
#include "ui/copyline.h"
#include "ui/factlist.h"
#include "ui/historydelegate.h"
#include "ui/historymodel.h"
#include "ui/inlinemessage.h"
#include "ui/metrics.h"
#include "ui/notedialog.h"
#include "ui/supportdialog.h"
#include "ui/suspectfinder.h"
#include "ui/textlabel.h"
#include "words/notewords.h"
#include "words/triedwords.h"
#include "words/words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedLayout>
#include <QTableView>
#include <QTimer>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int typingMilliseconds = 200;
constexpr int longestMessage = 2000;

} // namespace

HistoryView::HistoryView(const Surroundings &surroundings, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_model(new HistoryModel(
          [&surroundings](const HistoryQuery &query) {
              return surroundings.manager.history(query);
          },
          [&surroundings](const QString &provider) {
              return surroundings.manager.catalogue().face(provider).value_or(ProviderFace {});
          },
          [&surroundings] { return surroundings.clock.now(); }, this))
    , m_delay(new QTimer(this))
    , m_summary(
          new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft, TextLabel::Flow::OneLine))
    , m_message(new InlineMessage(QStringLiteral("history")))
    , m_removal(new InlineMessage(QStringLiteral("noteRemoved")))
    , m_suspects(new SuspectFinder(surroundings.manager, this))
    , m_search(new QLineEdit)
    , m_connections(new QComboBox)
    , m_unresolved(new QCheckBox(tr("&Unresolved only")))
    , m_splitter(new QSplitter)
{
    auto *title
        = new TextLabel(TextLabel::Size::Title, TextLabel::Tone::Normal, TextLabel::Flow::OneLine);
    title->setText(tr("Error history"));
    m_summary->setObjectName(QStringLiteral("historySummaryLabel"));
    m_search->setObjectName(QStringLiteral("historySearchLineEdit"));
    m_search->setPlaceholderText(tr("Search message or code"));
    m_search->setAccessibleName(tr("Search message or code"));
    m_search->setClearButtonEnabled(true);
    m_connections->setObjectName(QStringLiteral("historyConnectionComboBox"));
    m_connections->setAccessibleName(tr("Connection"));
    m_connections->setMaximumWidth(fontMetrics().averageCharWidth() * 32);
    m_unresolved->setObjectName(QStringLiteral("historyUnresolvedCheckBox"));

    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::control);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_connections);
    tools->addSpacing(4);
    tools->addWidget(m_unresolved);
    m_splitter->addWidget(makeTable());
    m_splitter->addWidget(makeDetails());
    m_splitter->setHandleWidth(14);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, 20, metrics::page, 20);
    layout->setSpacing(metrics::group);
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    auto *note = new QPushButton(tr("Add a n&ote…"));
    note->setObjectName(QStringLiteral("historyAddNoteButton"));
    note->setAccessibleDescription(tr("Keeps a change that somebody made, such as a new password"));
    auto *top = new QHBoxLayout;
    top->setSpacing(metrics::group);
    top->addWidget(title, 1);
    top->addWidget(note);
    head->addLayout(top);
    head->addWidget(m_summary);
    layout->addLayout(head);
    layout->addWidget(m_message);
    m_removal->setClosable(true);
    layout->addWidget(m_removal);
    layout->addLayout(tools);
    layout->addWidget(m_splitter, 1);

    m_delay->setSingleShot(true);
    m_delay->setInterval(typingMilliseconds);
    connect(m_delay, &QTimer::timeout, this, &HistoryView::ask);
    connect(m_search, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_connections, &QComboBox::currentIndexChanged, this, &HistoryView::ask);
    connect(m_unresolved, &QCheckBox::toggled, this, &HistoryView::ask);
    m_model->setNameOf([&surroundings](const ConnectionId &id) {
        const auto known = surroundings.manager.connection(id);
        return known ? known->name : QString();
    });
    m_model->setIsTest([&surroundings](const ConnectionId &id) {
        const auto known = surroundings.manager.connection(id);
        return known && known->environment == Environment::Test;
    });
    connect(m_model, &HistoryModel::loaded, this, &HistoryView::updateSummary);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &HistoryView::showDetails);
    connect(m_model, &HistoryModel::modelReset, this, [this] {
        if (m_model->rowCount() > 0)
            m_table->selectRow(0);
        showDetails();
    });
    connect(note, &QPushButton::clicked, this, &HistoryView::addNote);
    connect(m_removal, &InlineMessage::actionTriggered, this, &HistoryView::takeBackRemoval);
    connect(m_suspects, &SuspectFinder::found, this, &HistoryView::showDetails);
    // Many events at once (an outage) are one reload.
    connect(&surroundings.manager, &ConnectionManager::historyChanged, m_delay,
            qOverload<>(&QTimer::start));
    for (const auto signal :
         {&ConnectionManager::connectionAdded, &ConnectionManager::connectionRemoved})
        connect(&surroundings.manager, signal, this, &HistoryView::fillConnections);
    fillConnections();
    ask();
}

QWidget *HistoryView::makeTable()
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 4, 1, 4);
    m_table = new QTableView;
    m_table->setObjectName(QStringLiteral("historyTableView"));
    m_table->setAccessibleName(tr("Error history"));
    m_table->setAccessibleDescription(tr("What failed and what worked again, newest first"));
    m_table->setModel(m_model);
    m_table->setItemDelegate(new HistoryDelegate(m_table));
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setShowGrid(false);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(false);
    m_table->setCornerButtonEnabled(false);
    m_table->viewport()->setAutoFillBackground(false); // the card behind has round corners
    const int line = fontMetrics().height();
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->verticalHeader()->setMinimumSectionSize(20);
    m_table->verticalHeader()->setDefaultSectionSize(qMax(metrics::historyRow, line + 26));
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsClickable(false);
    header->setFont(TextLabel::fontFor(TextLabel::Size::Small, false, font()));
    header->setMinimumSectionSize(line * 3);
    header->setSectionResizeMode(HistoryModel::EventColumn, QHeaderView::Stretch);
    header->resizeSection(HistoryModel::TimeColumn, line * 10);
    header->resizeSection(HistoryModel::ConnectionColumn, line * 8);
    header->resizeSection(HistoryModel::CountColumn, line * 4);
    m_tableStack = new QStackedLayout;
    m_tableStack->addWidget(m_table);
    m_empty = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_empty->setObjectName(QStringLiteral("historyEmptyLabel"));
    m_empty->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    m_tableStack->addWidget(m_empty);
    layout->addLayout(m_tableStack);
    return card;
}

QWidget *HistoryView::makeDetails()
{
    auto *card = new Card;
    card->setMinimumWidth(240);
    auto *outer = new QVBoxLayout(card);
    outer->setContentsMargins(1, 1, 1, 1);
    m_nothing = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_nothing->setText(tr("Select an event to see what is known about it."));
    m_nothing->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    outer->addWidget(m_nothing);
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    scroll->viewport()->setAutoFillBackground(false);
    outer->addWidget(scroll, 1);
    m_detailsContent = scroll;

    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    layout->setSpacing(metrics::group);
    m_title = new TextLabel(TextLabel::Size::Heading);
    m_title->setObjectName(QStringLiteral("historyTitleLabel"));
    m_sentence = new TextLabel;
    m_sentence->setObjectName(QStringLiteral("historySentenceLabel"));
    m_suspect = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Amber);
    m_suspect->setObjectName(QStringLiteral("historySuspectLabel"));
    m_facts = new FactList;
    m_connection = m_facts->addFact(QStringLiteral("historyConnectionLabel"), tr("Connection"));
    m_happened = m_facts->addFact(QStringLiteral("historyHappenedLabel"), tr("Happened"));
    m_noted = m_facts->addFact(QStringLiteral("historyNotedLabel"), tr("Noted"));
    m_firstSeen = m_facts->addFact(QStringLiteral("historyFirstSeenLabel"), tr("First seen"));
    m_lastSeen = m_facts->addFact(QStringLiteral("historyLastSeenLabel"), tr("Last seen"));
    m_count = m_facts->addFact(QStringLiteral("historyCountLabel"), tr("Times"));
    m_stage = m_facts->addFact(QStringLiteral("historyStageLabel"), tr("While"));
    m_answer = m_facts->addFact(QStringLiteral("historyAnswerLabel"), tr("Answer"));
    m_resolved = m_facts->addFact(QStringLiteral("historyResolvedLabel"), tr("Resolved"));
    m_ownWordsCaption = new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Soft);
    m_ownWords = new CopyLine(QStringLiteral("historyOwnWords"), tr("The provider’s own words"),
                              CopyLine::Lines::Few);
    m_copy = new QPushButton(tr("&Copy details"));
    m_copy->setObjectName(QStringLiteral("historyCopyDetailsButton"));
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_suspect);
    layout->addWidget(m_facts);
    auto *own = new QVBoxLayout;
    own->setSpacing(4);
    own->addWidget(m_ownWordsCaption);
    own->addWidget(m_ownWords);
    layout->addLayout(own);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::control);
    buttons->addWidget(m_copy);
    m_support = new QPushButton(tr("&Support packet…"));
    m_support->setObjectName(QStringLiteral("historySupportButton"));
    m_support->setAccessibleDescription(
        tr("Gathers what a support team asks for about this connection"));
    connect(m_support, &QPushButton::clicked, this, &HistoryView::openSupport);
    buttons->addWidget(m_support);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    m_removeNote = new QPushButton(tr("&Remove this note"));
    m_removeNote->setObjectName(QStringLiteral("historyRemoveNoteButton"));
    connect(m_removeNote, &QPushButton::clicked, this, &HistoryView::removeNote);
    layout->addWidget(m_removeNote, 0, Qt::AlignLeft);
    layout->addStretch(1);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(detailsAsText()); });
    m_detailsContent->hide();
    return card;
}

void HistoryView::fillConnections()
{
    const QString chosen = m_connections->currentData().toString();
    const QSignalBlocker quiet(m_connections);
    m_connections->clear();
    m_connections->addItem(tr("All connections"), QString());
    QList<Connection> connections = m_surroundings.manager.connections();
    std::sort(connections.begin(), connections.end(), [](const Connection &a, const Connection &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    for (const Connection &connection : connections)
        m_connections->addItem(plainText(connection.name, 60), connection.id.value);
    m_connections->setCurrentIndex(qMax(0, m_connections->findData(chosen)));
}

void HistoryView::showConnection(const ConnectionId &id)
{
    const int index = qMax(0, m_connections->findData(id.value));
    m_search->clear();
    m_unresolved->setChecked(false);
    if (m_connections->currentIndex() == index)
        ask();
    else
        m_connections->setCurrentIndex(index);
    m_table->setFocus();
}

void HistoryView::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void HistoryView::ask()
{
    m_delay->stop();
    HistoryQuery query;
    const QString connection = m_connections->currentData().toString();
    if (!connection.isEmpty())
        query.connection = ConnectionId {connection};
    if (const auto known = m_surroundings.manager.connection(ConnectionId {connection}))
        query.notesOfProvider = known->provider;
    query.search = m_search->text().trimmed();
    query.unresolvedOnly = m_unresolved->isChecked();
    m_model->setQuery(query);
}

void HistoryView::updateSummary(const QString &error)
{
    if (error.isEmpty())
        m_message->clear();
    else
        m_message->showMessage(InlineMessage::Kind::Error, error);
    const int rows = m_model->rowCount();
    int open = 0;
    for (int row = 0; row < rows; ++row) {
        const HistoryEvent *event = m_model->at(row);
        if (event->kind == HistoryKind::Failure && !event->resolved)
            ++open;
    }
    const bool more = m_model->canFetchMore({});
    const QString shown = more ? tr("the newest %n events", nullptr, rows)
        : rows == 1            ? tr("one event")
                               : tr("%n events", nullptr, rows);
    //: How many events are shown, and how many of them are not resolved
    QString text = open == 0 ? tr("%1 · nothing unresolved").arg(shown)
                             : tr("%1 · %2 not resolved").arg(shown, QLocale().toString(open));
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    m_summary->setText(text);
    m_tableStack->setCurrentIndex(rows == 0 ? 1 : 0);
    const bool filtered = !m_search->text().trimmed().isEmpty() || m_unresolved->isChecked()
        || m_connections->currentIndex() > 0;
    m_empty->setText(filtered ? tr("Nothing fits this search.")
                              : tr("Nothing has gone wrong so far. Failures and recoveries will "
                                   "be listed here."));
}

void HistoryView::showDetails()
{
    const HistoryEvent *event = m_model->at(m_table->currentIndex().row());
    m_nothing->setVisible(!event);
    m_detailsContent->setVisible(event);
    if (!event)
        return;
    const QDateTime now = m_surroundings.clock.now();
    const QString provider = m_model->providerName(*event);
    const QString sentence = words::historySentence(*event, provider);
    const bool failure = event->kind == HistoryKind::Failure && event->errorClass;
    m_title->setText(failure ? words::classTitle(*event->errorClass, event->cause) : sentence);
    m_sentence->setText(
        failure ? words::classExplanation(*event->errorClass, event->cause, provider) : QString());
    m_sentence->setVisible(!m_sentence->text().isEmpty());
    //: A connection and its provider
    m_facts->setFact(m_connection, tr("%1 (%2)").arg(m_model->connectionName(*event), provider));
    const bool note = event->action == notedAction;
    showNote(*event);
    m_suspects->look(startOf(*event));
    m_suspect->setText(m_suspects->sentence());
    m_suspect->setVisible(!m_suspect->text().isEmpty());
    m_facts->setFact(m_firstSeen, note ? QString() : words::when(event->firstSeen, now));
    m_facts->setFact(m_lastSeen,
                     event->time != event->firstSeen ? words::when(event->time, now) : QString());
    m_facts->setFact(m_count, event->count > 1 ? QLocale().toString(event->count) : QString());
    const bool pasted = isPasted(event->action);
    m_facts->setFact(m_stage,
                     pasted     ? tr("met elsewhere, saved by you")
                         : note ? QString()
                                : words::stageWord(event->stage));
    QStringList answer;
    if (event->httpStatus)
        answer.append(QStringLiteral("HTTP %1").arg(*event->httpStatus));
    for (const QString &code : {event->code, event->providerCode}) {
        if (!code.isEmpty() && !answer.contains(code))
            answer.append(plainText(code, 80));
    }
    m_facts->setFact(m_answer, answer.join(QStringLiteral(" · ")));
    m_facts->setFact(m_resolved,
                     event->kind != HistoryKind::Failure ? QString()
                         : event->resolved               ? tr("yes")
                                                         : tr("not yet"));
    m_support->setEnabled(m_surroundings.manager.connection(event->connection).has_value());
    const bool tried = !triedSteps(*event).isEmpty();
    const QString own = redact(tried ? words::historyMessage(*event, provider)
                                     : plainText(event->message, longestMessage));
    m_ownWordsCaption->setText(pasted      ? tr("What you saved")
                                   : note  ? tr("What you wrote")
                                   : tried ? tr("What was tried")
                                           : tr("%1’s own words").arg(provider));
    m_ownWordsCaption->setVisible(!own.isEmpty());
    m_ownWords->setText(own);
}

void HistoryView::openSupport()
{
    if (const HistoryEvent *event = m_model->at(m_table->currentIndex().row()))
        (new SupportDialog(m_surroundings, event->connection, window()))->open();
}

//! What only a note has.
void HistoryView::showNote(const HistoryEvent &event)
{
    const QDateTime now = m_surroundings.clock.now();
    const bool note = event.action == notedAction;
    if (note) {
        m_title->setText(words::notedTitle(event.cause));
        if (event.connection.isEmpty()) {
            //: %1 is a provider
            m_facts->setFact(m_connection,
                             tr("All connections at %1").arg(m_model->providerName(event)));
        }
    }
    m_facts->setFact(m_happened, note ? words::when(event.time, now) : QString());
    m_facts->setFact(m_noted, note ? words::when(event.noticedAt, now) : QString());
    m_removeNote->setVisible(note);
}

void HistoryView::addNote()
{
    const HistoryEvent *event = m_model->at(m_table->currentIndex().row());
    const ConnectionId chosen {m_connections->currentData().toString()};
    (new NoteDialog(m_surroundings, chosen.isEmpty() && event ? event->connection : chosen,
                    window()))
        ->open();
}

void HistoryView::removeNote()
{
    const HistoryEvent *event = m_model->at(m_table->currentIndex().row());
    if (!event)
        return;
    whenDone(m_surroundings.manager.removeNote(*event), this,
             [this, note = *event](const Result<Done> &removed) {
                 if (!removed) {
                     m_message->showMessage(InlineMessage::Kind::Error,
                                            words::failure(removed.error(), {}));
                     return;
                 }
                 m_removed = note;
                 m_removal->setAction(tr("&Undo"));
                 m_removal->showMessage(InlineMessage::Kind::Note, tr("The note was removed."));
             });
}

void HistoryView::takeBackRemoval()
{
    ChangeNote note;
    if (!m_removed.connection.isEmpty())
        note.connection = m_removed.connection;
    note.provider = m_removed.provider;
    note.cause = m_removed.cause;
    note.words = m_removed.message;
    note.when = m_removed.time;
    m_removal->clear();
    whenDone(m_surroundings.manager.note(note), this, [this](const Result<Done> &noted) {
        if (!noted)
            m_message->showMessage(InlineMessage::Kind::Error, words::failure(noted.error(), {}));
    });
}

QString HistoryView::detailsAsText() const
{
    QStringList lines {m_title->text()};
    for (const TextLabel *sentence : {m_sentence, m_suspect}) {
        if (!sentence->text().isEmpty())
            lines.append(sentence->text());
    }
    for (const TextLabel *value : {m_connection, m_happened, m_noted, m_firstSeen, m_lastSeen,
                                   m_count, m_stage, m_answer, m_resolved}) {
        if (!value->text().isEmpty())
            lines.append(value->accessibleName());
    }
    if (!m_ownWords->text().isEmpty())
        lines.append(m_ownWordsCaption->text() + QStringLiteral(": ") + m_ownWords->text());
    return redact(lines.join(u'\n'));
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Large text or a small window: details below instead of beside.
    const bool narrow = width() < fontMetrics().height() * 40;
    m_splitter->setOrientation(narrow ? Qt::Vertical : Qt::Horizontal);
    if (!narrow && event->oldSize().width() <= 0)
        m_splitter->setSizes({width() - 330, 330});
}

void HistoryView::showEvent(QShowEvent *event)
{
    fillConnections(); // names may have changed meanwhile
    QWidget::showEvent(event);
}

} // namespace relink
