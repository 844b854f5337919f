// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/diagnosepage.h"

#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "core/rules/redact.h"
#include "core/rules/resolve.h"
#include "core/rules/textexcerpt.h"
#include "services/connectionmanager.h"
#include "services/documentation.h"
#include "services/providercatalogue.h"
#include "ui/answer.h"
#include "ui/answerview.h"
#include "ui/metrics.h"
#include "ui/pastefield.h"
#include "ui/pastepane.h"
#include "ui/saveerrordialog.h"
#include "ui/textlabel.h"
#include "words/answerwords.h"
#include "words/toldwords.h"
#include "words/translate.h"
#include "words/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QResizeEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QTimer>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int linesOfAnswer = 9; // of it are seen at once, whatever the window
// A message that came makes the text higher, then the content, then what can be scrolled.
constexpr int frameMilliseconds = 16;

} // namespace

DiagnosePage::DiagnosePage(const Surroundings &surroundings, QWidget *parent)
    : QWidget(parent)
    , m_surroundings(surroundings)
    , m_diagnoser(surroundings.manager.catalogue())
    , m_page(new QScrollArea)
    , m_splitter(new QSplitter)
    , m_text(new PastePane(surroundings))
{
    setObjectName(QStringLiteral("diagnosePage"));
    auto *title
        = new TextLabel(TextLabel::Size::Title, TextLabel::Tone::Normal, TextLabel::Flow::OneLine);
    title->setText(tr("Diagnose an error"));
    auto *summary = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    summary->setText(tr("Read on this computer only, and forgotten when you leave this page."));
    auto *head = new QVBoxLayout;
    head->setSpacing(2);
    head->addWidget(title);
    head->addWidget(summary);
    m_splitter->addWidget(m_text);
    m_text->installEventFilter(this);
    m_splitter->addWidget(makeAnswer());
    m_splitter->setHandleWidth(14);
    m_splitter->setChildrenCollapsible(false);
    // As high as there is room, and no less than arrange() says.
    m_splitter->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(metrics::page, 20, metrics::page, 20);
    layout->setSpacing(metrics::group);
    layout->addLayout(head);
    layout->addWidget(m_splitter, 1);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setWidgetResizable(true);
    m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setFocusPolicy(Qt::NoFocus);
    m_page->setWidget(content);
    content->setAutoFillBackground(false);
    m_page->viewport()->setAutoFillBackground(false);
    auto *outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_page);
    connectParts();
}

QWidget *DiagnosePage::makeAnswer()
{
    auto *card = new Card;
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(1, 1, 1, 1);
    m_scroll = new QScrollArea;
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_answer = new AnswerView;
    m_scroll->setWidget(m_answer);
    m_answer->setAutoFillBackground(false);
    m_scroll->viewport()->setAutoFillBackground(false);
    layout->addWidget(m_scroll);
    return card;
}

void DiagnosePage::connectParts()
{
    connect(m_text->field(), &PasteField::given, this, &DiagnosePage::startReading);
    connect(m_text, &PastePane::changed, this, &DiagnosePage::ask);
    connect(m_text, &PastePane::actionTriggered, this,
            [this] { Q_EMIT historyRequested(m_savedTo); });
    connect(&m_diagnoser, &TextDiagnoser::answered, this, &DiagnosePage::take);
    connect(m_answer, &AnswerView::exampleRequested, m_text->field(), &PasteField::take);
    connect(m_answer, &AnswerView::suggestionTaken, this, [this] {
        if (const auto likely = suggestion())
            m_text->choose(likely->id);
    });
    connect(m_answer, &AnswerView::reconnectRequested, this, [this] {
        if (const auto about = m_text->connection(); about && m_findings)
            Q_EMIT reconnectRequested(*about, m_findings->answer.reading.diagnosis);
    });
    connect(m_answer, &AnswerView::checkRequested, this, &DiagnosePage::check);
    connect(m_answer, &AnswerView::copyRequested, this, &DiagnosePage::copy);
    connect(m_answer, &AnswerView::saveRequested, this, &DiagnosePage::askToSave);
    connect(m_answer, &AnswerView::pageRequested, this,
            [this](const QUrl &page) { openChecked(m_surroundings, page); });
    connect(m_answer, &AnswerView::topicRequested, this, [this](const QString &topic) {
        if (m_surroundings.showHelp)
            m_surroundings.showHelp(topic);
    });
    connect(&m_surroundings.manager, &ConnectionManager::connectionChanged, this,
            [this](const ConnectionId &id) {
                if (const auto about = m_text->connection(); about && about->id == id)
                    showAnswer();
            });
}

void DiagnosePage::takeFocus()
{
    m_text->field()->setFocus();
}

void DiagnosePage::startReading()
{
    // Who types keeps the former answer until there is a new one.
    if (m_findings && !m_text->field()->isAsGiven())
        return;
    m_findings.reset();
    m_checked = {};
    m_diagnoser.drop();
    m_answer->showReading();
}

void DiagnosePage::ask()
{
    const TextQuestion question = m_text->question();
    if (!question.text.trimmed().isEmpty())
        return m_diagnoser.ask(question);
    m_findings.reset();
    m_diagnoser.forget();
    m_answer->showNothing();
    m_scroll->ensureVisible(0, 0);
}

void DiagnosePage::take(const TextFindings &findings)
{
    const bool first = !m_findings;
    m_findings = findings;
    m_text->field()->mark(findings.masked,
                          findings.isOnlyRequest ? QList<TextPassage>() : findings.decided,
                          findings.flawed);
    if (findings.answer.reading.diagnosis.errorClass == ErrorClass::NotAnError)
        m_text->field()->dropSecrets(findings.masked);
    if (first && m_text->field()->isLong() && m_findings->masked == m_text->field()->text()) {
        m_text->tell(InlineMessage::Kind::Note,
                     tr("The text is long: only what matters of it is shown."));
    }
    showAnswer();
    if (!first)
        return;
    m_scroll->ensureVisible(0, 0);
    // In a small window it may be out of sight; who types keeps the field.
    if (!m_text->field()->isAsGiven())
        return;
    QTimer::singleShot(frameMilliseconds, this, &DiagnosePage::bringIntoView);
}

void DiagnosePage::bringIntoView()
{
    const QPoint top = m_scroll->mapTo(m_page->widget(), QPoint());
    const int shown = qMin(m_scroll->height(), m_page->viewport()->height());
    m_page->ensureVisible(top.x(), top.y() + shown, 0, 0);
    m_page->ensureVisible(top.x(), top.y(), 0, 0);
}

QString DiagnosePage::nameOf(const QString &provider) const
{
    const auto face = m_surroundings.manager.catalogue().face(provider);
    return face ? plainText(face->name, 60) : QString();
}

std::optional<Answer> DiagnosePage::answer() const
{
    if (!m_findings)
        return std::nullopt;
    const TextDiagnosis &reading = m_findings->answer.reading;
    Answer answer;
    answer.findings = *m_findings;
    answer.connection = m_text->connection();
    answer.providerName = nameOf(reading.provider);
    answer.chosen = m_text->isProviderChosen();
    QStringList against;
    if (!m_findings->named.isEmpty()) {
        //: Two providers
        against
            += tr("The text names %1, not %2.").arg(nameOf(m_findings->named), answer.providerName);
    }
    if (answer.connection) {
        against += words::contradiction(*answer.connection, reading.diagnosis,
                                        nameOf(answer.connection->provider),
                                        m_surroundings.clock.now());
    }
    against.removeAll(QString());
    answer.contradiction = against.join(u'\n');
    answer.isChecked = answer.connection && answer.connection->id == m_checked;
    if (const auto likely = suggestion())
        answer.suggestion = plainText(likely->name, 60);
    return answer;
}

void DiagnosePage::showAnswer()
{
    if (const auto known = answer())
        m_answer->show(*known);
}

std::optional<Connection> DiagnosePage::suggestion() const
{
    if (m_text->isProviderChosen() || !m_findings || m_findings->answer.reading.provider.isEmpty())
        return std::nullopt;
    std::optional<Connection> only;
    for (const Connection &each : m_surroundings.manager.connections()) {
        if (each.provider != m_findings->answer.reading.provider)
            continue;
        if (only)
            return std::nullopt;
        only = each;
    }
    return only;
}

void DiagnosePage::check()
{
    const auto about = m_text->connection();
    if (!about)
        return;
    m_text->tell(InlineMessage::Kind::Note, tr("Checking %1…").arg(plainText(about->name, 60)));
    whenDone(m_surroundings.manager.check(about->id), this,
             [this](const Result<Connection> &checked) {
                 if (!m_findings)
                     return;
                 if (checked) {
                     m_checked = checked->id;
                     showAnswer();
                     return tellState(*checked);
                 }
                 m_text->tell(InlineMessage::Kind::Warning, words::failure(checked.error(), {}));
             });
}

void DiagnosePage::tellState(const Connection &checked)
{
    const QString state
        = words::reason(checked, nameOf(checked.provider), m_surroundings.clock.now());
    //: A connection, its status in a word, and why
    m_text->tell(InlineMessage::Kind::Note,
                 tr("%1: %2 (%3)")
                     .arg(plainText(checked.name, 60), words::statusWord(checked.state), state));
}

void DiagnosePage::copy()
{
    const auto known = answer();
    if (!known)
        return;
    QStringList lines;
    if (!known->findings.isOnlyRequest) {
        lines = words::textAnswerLines(known->findings.answer, documentation(), known->providerName,
                                       known->chosen, nextStep(*known));
        if (!known->contradiction.isEmpty())
            lines += known->contradiction;
    }
    QString copied = redact(lines.join(u'\n'));
    // The safe form holds placeholders, which are to stay.
    if (!known->findings.lint.findings.isEmpty()) {
        copied += (copied.isEmpty() ? QString() : QStringLiteral("\n\n"))
            + words::requestLintLines(known->findings.lint).join(u'\n');
    }
    if (known->findings.isOnlyRequest)
        copied += QStringLiteral("\n\n")
            + words::translate("Diagnose", "Next: %1").arg(nextStep(*known));
    QGuiApplication::clipboard()->setText(copied);
    m_text->tell(InlineMessage::Kind::Note, tr("The answer was copied."));
}

void DiagnosePage::askToSave()
{
    const auto about = m_text->connection();
    if (!m_findings)
        return;
    if (!about) {
        m_text->askForConnection();
        m_page->ensureWidgetVisible(m_text);
        return;
    }
    const QString kept = keptText(m_findings->masked, m_findings->decided);
    const auto pack = m_surroundings.manager.catalogue().pack(about->provider);
    auto *dialog = new SaveErrorDialog(
        *about, kept, pack ? pack->namedProbesOf(methodOf(*pack, *about)) : QList<NamedProbe>(),
        this);
    connect(dialog, &QDialog::accepted, this, [this, dialog, connection = *about, kept] {
        save(connection, kept, dialog->what(), dialog->area());
    });
    dialog->open();
}

void DiagnosePage::save(const Connection &connection, const QString &kept, const QString &what,
                        const QString &area)
{
    if (!m_findings)
        return;
    const TextDiagnosis &reading = m_findings->answer.reading;
    const PastedError pasted {
        reading.diagnosis, reading.httpStatus, reading.providerCode, kept, what, area};
    whenDone(m_surroundings.manager.keep(connection.id, pasted), this,
             [this, connection](const Result<Done> &done) {
                 if (!done)
                     return m_text->tell(InlineMessage::Kind::Error,
                                         words::failure(done.error(), {}));
                 m_savedTo = connection.id;
                 m_text->tell(
                     InlineMessage::Kind::Note,
                     tr("Saved in the error history of %1.").arg(plainText(connection.name, 60)),
                     tr("View &errors"));
             });
}

void DiagnosePage::arrange()
{
    // Large text or a small window: the answer below instead of beside.
    const int line = fontMetrics().height();
    const bool narrow = width() < line * 44;
    const Qt::Orientation orientation = narrow ? Qt::Vertical : Qt::Horizontal;
    if (m_splitter->orientation() != orientation)
        m_splitter->setOrientation(orientation);
    // The message in it wraps, which the splitter knows nothing of.
    const QLayout *parts = m_text->layout();
    int text = parts->totalMinimumSize().height();
    if (parts->hasHeightForWidth())
        text = qMax(text, parts->totalMinimumHeightForWidth(m_text->width()));
    m_text->setMinimumHeight(text);
    m_splitter->setMinimumHeight(narrow ? text + line * linesOfAnswer : text);
    const bool oneLine = narrow && width() - 2 * metrics::page >= m_text->oneLineWidth();
    m_text->setOneLine(oneLine);
    // Of two lines: one that is too wide would else keep the window wide.
    if (!oneLine)
        m_page->setMinimumWidth(m_page->widget()->minimumSizeHint().width());
}

void DiagnosePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const Qt::Orientation before = m_splitter->orientation();
    arrange();
    if (m_splitter->orientation() == before && event->oldSize().width() > 0)
        return;
    const bool narrow = m_splitter->orientation() == Qt::Vertical;
    const int room = narrow ? height() : width();
    m_splitter->setSizes(narrow ? QList<int> {room * 9 / 20, room * 11 / 20}
                                : QList<int> {room * 2 / 5, room * 3 / 5});
}

bool DiagnosePage::eventFilter(QObject *watched, QEvent *event)
{
    // A message came or went.
    if (watched == m_text && event->type() == QEvent::LayoutRequest)
        arrange();
    return QWidget::eventFilter(watched, event);
}

void DiagnosePage::showEvent(QShowEvent *event)
{
    m_text->refill(); // connections and providers may have changed meanwhile
    QWidget::showEvent(event);
}

} // namespace relink
