// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/accountspage.h"

#include "core/ports/clock.h"
#include "core/rules/light.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/card.h"
#include "ui/checkrun.h"
#include "ui/connectionactions.h"
#include "ui/connectiondelegate.h"
#include "ui/connectiondetails.h"
#include "ui/connectionfiltermodel.h"
#include "ui/connectionview.h"
#include "ui/copyline.h"
#include "ui/emptyaccounts.h"
#include "ui/inlinemessage.h"
#include "ui/metrics.h"
#include "ui/pairsection.h"
#include "ui/suspectfinder.h"
#include "ui/textlabel.h"
#include "words/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QResizeEvent>
#include <QSplitter>
#include <QStackedLayout>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

constexpr int minute = 60 * 1000;
constexpr int detailsWidth = 310;

} // namespace

AccountsPage::AccountsPage(const Surroundings &surroundings, ConnectionActions *actions,
                           QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_actions(actions)
    , m_model(new ConnectionListModel(
          [&surroundings](const QString &provider) {
              return surroundings.manager.catalogue().face(provider).value_or(ProviderFace {});
          },
          [&surroundings] { return surroundings.clock.now(); }, this))
    , m_filter(new ConnectionFilterModel(m_model, this))
    , m_run(new CheckRun(surroundings.manager, this))
    , m_suspects(new SuspectFinder(surroundings.manager, this))
    , m_minute(new QTimer(this))
    , m_counting(new QTimer(this))
    , m_arriving(new QTimer(this))
{
    setObjectName(QStringLiteral("accountsPage"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::page, 20, metrics::page, 20);
    layout->setSpacing(metrics::group);
    m_head = new AccountsHead;
    layout->addWidget(m_head);
    m_keychain = new InlineMessage(QStringLiteral("keychain"));
    m_recovery = new InlineMessage(QStringLiteral("recovery"));
    m_recovery->setClosable(true);
    m_message = new InlineMessage(QStringLiteral("accounts"));
    m_message->setClosable(true);
    m_messageDetails = new CopyLine(QStringLiteral("accountsDetails"), tr("Details of the failure"),
                                    CopyLine::Lines::Few);
    layout->addWidget(m_keychain);
    layout->addWidget(m_recovery);
    layout->addWidget(m_message);
    layout->addWidget(m_messageDetails);
    m_stack = new QStackedLayout;
    m_stack->addWidget(makeContent());
    m_empty = new EmptyAccounts(surroundings.startPractice);
    m_stack->addWidget(m_empty);
    layout->addLayout(m_stack, 1);

    m_minute->setInterval(minute);
    m_minute->setTimerType(Qt::VeryCoarseTimer);
    connect(m_minute, &QTimer::timeout, this, [this] {
        m_view->viewport()->update();
        showDetails();
    });
    m_counting->setSingleShot(true);
    connect(m_counting, &QTimer::timeout, this, &AccountsPage::updateCounts);
    m_arriving->setSingleShot(true);
    connect(m_arriving, &QTimer::timeout, this, &AccountsPage::takeArrived);
    connect(m_run, &CheckRun::progressed, this, &AccountsPage::showCounts);
    connect(m_run, &CheckRun::finished, this, [this] {
        m_counts.lastCheck = m_surroundings.clock.now();
        showCounts();
    });
    connect(m_head, &AccountsHead::checkAllRequested, this, &AccountsPage::checkAll);
    connect(m_head, &AccountsHead::newIntegrationRequested, this,
            &AccountsPage::newIntegrationRequested);
    connect(m_empty, &EmptyAccounts::newIntegrationRequested, this,
            &AccountsPage::newIntegrationRequested);
    connect(m_empty, &EmptyAccounts::diagnoseRequested, this, &AccountsPage::diagnoseRequested);
    connect(m_actions, &ConnectionActions::checking, this, &AccountsPage::reorder);
    connect(m_actions, &ConnectionActions::failed, this, &AccountsPage::showFailure);
    connect(m_actions, &ConnectionActions::noted, this, &AccountsPage::showNote);
    connect(m_actions, &ConnectionActions::reconnectEnded, this,
            &AccountsPage::lookForHalfFinished);
    askForHalfFinished();
    connect(m_message, &InlineMessage::closed, this, [this] { m_messageDetails->setText({}); });
    connect(m_message, &InlineMessage::actionTriggered, this, [this] {
        m_message->clear();
        m_messageDetails->setText({});
        select(m_failed);
        if (const auto selected = current(); selected && selected->id == m_failed)
            m_actions->authorize();
    });
    connect(m_keychain, &InlineMessage::actionTriggered, this, &AccountsPage::checkAll);
    connect(m_recovery, &InlineMessage::actionTriggered, this, &AccountsPage::recoveryRequested);
    connect(m_recovery, &InlineMessage::closed, this, [this] { m_recoveryRefused = m_counts.red; });
    connectManager();
}

QWidget *AccountsPage::makeContent()
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);

    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("searchLineEdit"));
    m_search->setPlaceholderText(tr("Search name, provider, organisation"));
    m_search->setAccessibleName(tr("Search name, provider, organisation"));
    m_search->setClearButtonEnabled(true);
    m_state = new QComboBox;
    m_state->setObjectName(QStringLiteral("stateComboBox"));
    m_state->setAccessibleName(tr("State"));
    m_state->setAccessibleDescription(tr("Shows only the connections in this state"));
    m_state->addItem(tr("All states"), int(ConnectionFilterModel::State::All));
    m_state->addItem(tr("Needs you"), int(ConnectionFilterModel::State::NeedsYou));
    m_state->addItem(tr("Active"), int(ConnectionFilterModel::State::Active));
    m_state->addItem(tr("Waiting"), int(ConnectionFilterModel::State::Waiting));
    auto *tools = new QHBoxLayout;
    tools->setSpacing(metrics::control);
    tools->addWidget(m_search, 1);
    tools->addWidget(m_state);
    layout->addLayout(tools);

    m_view = new ConnectionView;
    m_view->setObjectName(QStringLiteral("connectionListView"));
    m_view->setAccessibleName(tr("Connected Accounts"));
    m_view->setAccessibleDescription(tr("What needs you comes first"));
    m_view->setModel(m_filter);
    m_noMatch = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_noMatch->setObjectName(QStringLiteral("noMatchLabel"));
    m_noMatch->setText(tr("No connection fits this search. Esc shows all of them."));
    m_noMatch->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    auto *listCard = new Card;
    auto *listLayout = new QVBoxLayout(listCard);
    listLayout->setContentsMargins(1, 4, 1, 4);
    m_listStack = new QStackedLayout;
    m_listStack->addWidget(m_view);
    m_listStack->addWidget(m_noMatch);
    listLayout->addLayout(m_listStack);

    auto *detailsCard = new Card;
    detailsCard->setMinimumWidth(260);
    auto *detailsLayout = new QVBoxLayout(detailsCard);
    detailsLayout->setContentsMargins(0, 0, 0, 0);
    m_details = new ConnectionDetails;
    detailsLayout->addWidget(m_details);
    m_splitter = new QSplitter;
    m_splitter->addWidget(listCard);
    m_splitter->addWidget(detailsCard);
    m_splitter->setHandleWidth(14);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    layout->addWidget(m_splitter, 1);

    m_menu = new QMenu(this);
    m_menu->setObjectName(QStringLiteral("rowMenu"));
    m_menu->setAccessibleName(tr("What can be done with this connection"));
    m_menu->addAction(m_actions->continueAction());
    m_actions->fillRowMenu(m_menu);

    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setSearch(text);
        updateCounts();
        keepInSight();
    });
    connect(m_state, &QComboBox::currentIndexChanged, this, [this] {
        m_model->reorder();
        m_filter->setState(ConnectionFilterModel::State(m_state->currentData().toInt()));
        updateCounts();
        keepInSight();
    });
    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AccountsPage::currentChanged);
    connect(m_view, &ConnectionView::detailsRequested, m_details, &ConnectionDetails::takeFocus);
    connect(m_view, &ConnectionView::reconnectRequested, this, [this](const QModelIndex &index) {
        m_view->setCurrentIndex(index);
        m_actions->reconnect();
    });
    connect(m_view, &ConnectionView::menuRequested, this, &AccountsPage::openRowMenu);
    connect(m_details, &ConnectionDetails::authorizeRequested, m_actions,
            &ConnectionActions::authorize);
    connect(m_details, &ConnectionDetails::reconnectRequested, m_actions,
            &ConnectionActions::reconnect);
    connect(m_details, &ConnectionDetails::revokeRequested, m_actions, &ConnectionActions::revoke);
    connect(m_details, &ConnectionDetails::noteRequested, m_actions, &ConnectionActions::note);
    connect(m_suspects, &SuspectFinder::found, this,
            [this] { m_details->setSuspect(m_suspects->sentence()); });
    connect(m_details->pair(), &PairSection::sideRequested, this, &AccountsPage::select);
    connect(m_details->pair(), &PairSection::pairRequested, m_actions, &ConnectionActions::pair);
    connect(m_details->pair(), &PairSection::renameRequested, m_actions,
            &ConnectionActions::renamePair);
    connect(m_details->pair(), &PairSection::dissolveRequested, m_actions,
            &ConnectionActions::dissolvePair);
    connect(m_details, &ConnectionDetails::areaWorksRequested, m_actions,
            &ConnectionActions::areaWorks);
    connect(m_details, &ConnectionDetails::worksRequested, m_actions, &ConnectionActions::works);
    connect(m_details, &ConnectionDetails::stoppedRequested, m_actions,
            &ConnectionActions::stopped);
    return content;
}

void AccountsPage::connectManager()
{
    ConnectionManager *manager = &m_surroundings.manager;
    const auto put = [this, manager](const ConnectionId &id) {
        if (const auto connection = manager->connection(id))
            m_model->put(*connection);
        m_counting->start(0);
        if (isShown(id)) {
            m_actions->setConnection(current());
            showDetails();
        }
    };
    connect(manager, &ConnectionManager::connectionAdded, this, [this](const ConnectionId &id) {
        m_arrived.append(id);
        m_arriving->start(0);
    });
    connect(manager, &ConnectionManager::connectionChanged, this, put);
    connect(manager, &ConnectionManager::integrationsChanged, this, [this] {
        const std::optional<ConnectionId> former
            = current() ? std::optional(current()->id) : std::nullopt;
        takeArrived();
        m_model->setIntegrations(m_surroundings.manager.integrations());
        updateCounts();
        // A pair that was dissolved leaves its worse side behind.
        if (former && (!current() || current()->id != *former))
            select(*former);
        currentChanged();
    });
    connect(manager, &ConnectionManager::connectionRemoved, this, [this](const ConnectionId &id) {
        m_model->remove(id);
        updateCounts();
        currentChanged();
    });
}

void AccountsPage::load(Details details)
{
    m_detailsWait = details == Details::AfterFirstPaint;
    m_model->setConnections(m_surroundings.manager.connections());
    m_model->setIntegrations(m_surroundings.manager.integrations());
    updateCounts();
    selectFirst();
    currentChanged();
    if (m_model->rowCount() > 0)
        m_view->setFocus();
    else
        m_empty->takeFocus();
}

void AccountsPage::firstPainted()
{
    m_detailsWait = false;
    showDetails();
}

std::optional<Connection> AccountsPage::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_view->currentIndex());
    const Connection *connection = index.isValid() ? m_model->at(index.row()) : nullptr;
    return connection ? std::optional(*connection) : std::nullopt;
}

bool AccountsPage::isShown(const ConnectionId &id) const
{
    const std::optional<Connection> shown = current();
    if (!shown || shown->id == id)
        return shown.has_value();
    // The details have both sides of a pair.
    const QList<Integration> all = m_surroundings.manager.integrations();
    return std::any_of(all.begin(), all.end(), [&](const Integration &pair) {
        return pair.has(id) && pair.has(shown->id);
    });
}

void AccountsPage::currentChanged()
{
    m_actions->setConnection(current());
    showDetails();
}

void AccountsPage::askForHalfFinished()
{
    m_model->setHalfFinished([this](const ConnectionId &id) {
        return m_surroundings.manager.hasHalfFinishedReconnect(id);
    });
}

void AccountsPage::lookForHalfFinished()
{
    askForHalfFinished();
    currentChanged();
}

void AccountsPage::showDetails()
{
    if (m_detailsWait)
        return;
    std::optional<Connection> connection = current();
    const Connection *shown = connection ? &*connection : nullptr;
    if (const auto via = shown ? m_surroundings.manager.catalogue().face(shown->via) : std::nullopt)
        connection->via = via->name;
    const auto pack = shown ? m_surroundings.manager.catalogue().pack(shown->provider) : nullptr;
    m_details->show(shown, shown ? m_model->face(shown->provider) : ProviderFace {}, pack.get(),
                    m_surroundings.clock.now(),
                    shown && m_surroundings.manager.hasHalfFinishedReconnect(shown->id));
    m_suspects->look(shown ? startOf(*shown) : FailureStart {});
    m_details->setSuspect(m_suspects->sentence());
    showPair(shown);
}

void AccountsPage::showPair(const Connection *shown)
{
    if (!shown) {
        m_details->pair()->showNothing();
        return;
    }
    const QModelIndex index = m_filter->mapToSource(m_view->currentIndex());
    const QList<Integration> all = m_surroundings.manager.integrations();
    std::optional<Integration> pair;
    if (const Integration *selected = m_model->integrationAt(index.row())) {
        pair = *selected;
    } else {
        const auto part = std::find_if(all.begin(), all.end(),
                                       [shown](const Integration &i) { return i.has(shown->id); });
        if (part != all.end())
            pair = *part;
    }
    m_details->placePair(m_model->integrationAt(index.row()));
    m_details->pair()->show(*shown, pair, *m_model);
}

void AccountsPage::updateCounts()
{
    m_counting->stop();
    AccountCounts counts;
    for (int row = 0; row < m_model->connectionCount(); ++row) {
        const ConnectionState &state = m_model->at(row)->state;
        switch (lightFor(state)) {
        case Light::Red:
            ++counts.red;
            break;
        case Light::Green:
            ++counts.green;
            break;
        case Light::Neutral:
            ++counts.waiting;
            break;
        }
        if (state.verifiedAt.isValid()
            && (!counts.lastCheck.isValid() || state.verifiedAt > counts.lastCheck))
            counts.lastCheck = state.verifiedAt;
    }
    if (m_counts.lastCheck.isValid()
        && (!counts.lastCheck.isValid() || m_counts.lastCheck > counts.lastCheck))
        counts.lastCheck = m_counts.lastCheck;
    m_counts = counts;
    m_stack->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
    m_listStack->setCurrentIndex(m_filter->rowCount() == 0 ? 1 : 0);
    showCounts();
    updateKeychainMessage();
    updateRecoveryMessage();
    Q_EMIT countsChanged();
}

void AccountsPage::showCounts()
{
    m_head->show(m_counts, *m_run, m_surroundings.clock.now());
}

void AccountsPage::updateKeychainMessage()
{
    std::optional<KeychainReason> reason;
    bool missing = false;
    for (int row = 0; row < m_model->connectionCount(); ++row) {
        const ConnectionState &state = m_model->at(row)->state;
        missing = missing || state.health == Health::KeychainMissing;
        if (state.health == Health::KeychainLocked)
            reason = state.keychainReason.value_or(KeychainReason::Locked);
    }
    if (!missing && !reason) {
        m_keychain->clear();
        return;
    }
    m_keychain->showMessage(
        InlineMessage::Kind::Warning,
        missing ? tr("No keychain was found, so no sign-in can be kept. Install and start one "
                     "(gnome-keyring or KWallet), then try again. Nothing is lost.")
                : words::keychainSentence(*reason));
    m_keychain->setAction(tr("&Try again"));
}

//! Closed, it comes back when more of them need the merchant.
void AccountsPage::updateRecoveryMessage()
{
    m_recoveryRefused = qMin(m_recoveryRefused, m_counts.red);
    if (m_counts.red < 2 || m_counts.red <= m_recoveryRefused) {
        m_recovery->clear();
        return;
    }
    m_recovery->showMessage(InlineMessage::Kind::Note,
                            tr("%n connections need you. Relink leads through them one after the "
                               "other, first those that hold up most.",
                               nullptr, m_counts.red));
    m_recovery->setAction(tr("&Go through them"));
}

void AccountsPage::checkAll()
{
    reorder();
    QList<ConnectionId> ids;
    for (int row = 0; row < m_model->connectionCount(); ++row) {
        if (m_model->at(row)->state.health != Health::Paused)
            ids.append(m_model->at(row)->id);
    }
    m_run->start(ids);
}

void AccountsPage::reorder()
{
    m_model->reorder();
    m_view->scrollTo(m_view->currentIndex());
}

//! An import brings thousands in one moment: they come into the list as one.
void AccountsPage::takeArrived()
{
    m_arriving->stop();
    const QList<ConnectionId> arrived = std::exchange(m_arrived, {});
    QList<Connection> connections;
    for (const ConnectionId &id : arrived) {
        if (const auto connection = m_surroundings.manager.connection(id))
            connections.append(*connection);
    }
    if (connections.isEmpty())
        return;
    m_model->add(connections);
    updateCounts();
    select(arrived.last());
}

void AccountsPage::select(const ConnectionId &id)
{
    takeArrived();
    const int row = m_model->rowOf(id);
    if (row < 0)
        return;
    QModelIndex index = m_filter->mapFromSource(m_model->index(row));
    if (!index.isValid()) {
        clearFilter();
        index = m_filter->mapFromSource(m_model->index(row));
    }
    m_view->setCurrentIndex(index);
    m_view->scrollTo(index);
}

void AccountsPage::selectFirst()
{
    reorder();
    if (m_filter->rowCount() == 0)
        return;
    m_view->setCurrentIndex(m_filter->index(0, 0));
    m_view->scrollToTop();
}

void AccountsPage::keepInSight()
{
    if (m_view->currentIndex().isValid())
        m_view->scrollTo(m_view->currentIndex());
    else
        m_view->scrollToTop();
}

void AccountsPage::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

bool AccountsPage::clearFilter()
{
    if (!m_filter->isFiltering())
        return false;
    m_search->clear();
    m_state->setCurrentIndex(0);
    m_view->setFocus(Qt::ShortcutFocusReason);
    return true;
}

void AccountsPage::showFailure(const FailedAct &act)
{
    m_failed = act.connection;
    m_message->setAction(act.authorizing ? tr("&Authorise again") : QString());
    m_message->showMessage(InlineMessage::Kind::Error, act.text);
    m_messageDetails->setText(act.details);
}

void AccountsPage::showNote(const QString &text)
{
    m_message->setAction({});
    m_message->showMessage(InlineMessage::Kind::Note, text);
    m_messageDetails->setText({});
}

void AccountsPage::openRowMenu(const QModelIndex &index, const QPoint &position)
{
    if (m_menu->isVisible())
        return; // the Menu key arrives as a key and as a request
    m_view->setCurrentIndex(index);
    m_menu->popup(position);
    const QList<QAction *> acts = m_menu->actions();
    const auto first = std::find_if(acts.begin(), acts.end(),
                                    [](const QAction *act) { return act->isVisible(); });
    m_menu->setActiveAction(first == acts.end() ? nullptr : *first);
}

void AccountsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    // Large text or a small window: details below instead of beside.
    const bool narrow = width() < fontMetrics().height() * 40;
    const Qt::Orientation orientation = narrow ? Qt::Vertical : Qt::Horizontal;
    const bool turned = m_splitter->orientation() != orientation;
    m_splitter->setOrientation(orientation);
    if (turned || event->oldSize().width() <= 0) {
        const int side = qMax(detailsWidth, fontMetrics().height() * 17);
        m_splitter->setStretchFactor(1, narrow ? 1 : 0);
        m_splitter->setSizes(narrow ? QList<int> {height() * 3 / 5, height() * 2 / 5}
                                    : QList<int> {width() - side, side});
    }
}

void AccountsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_minute->start();
}

void AccountsPage::hideEvent(QHideEvent *event)
{
    m_minute->stop();
    QWidget::hideEvent(event);
}

} // namespace relink
