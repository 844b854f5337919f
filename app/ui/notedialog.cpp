// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/notedialog.h"

#include "core/ports/clock.h"
#include "core/rules/diary.h"
#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/dialogframe.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/textlabel.h"
#include "words/notewords.h"
#include "words/words.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace relink {

namespace {

constexpr int providerRole = Qt::UserRole + 1; // of an item that stands for all of a provider

void addField(QVBoxLayout *form, const QString &caption, QWidget *field)
{
    auto *label = new TextLabel;
    label->setStrong(true);
    label->setText(caption);
    field->setAccessibleName(caption);
    auto *both = new QVBoxLayout;
    both->setSpacing(4);
    both->addWidget(label);
    both->addWidget(field);
    form->addLayout(both);
}

} // namespace

NoteDialog::NoteDialog(const Surroundings &surroundings, const ConnectionId &about, QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_cause(new QComboBox)
    , m_words(new QLineEdit)
    , m_when(new QDateTimeEdit)
    , m_about(new QComboBox)
    , m_problem(new TextLabel(TextLabel::Size::Small, TextLabel::Tone::Red))
    , m_add(new QPushButton(tr("&Add the note")))
{
    setObjectName(QStringLiteral("noteDialog"));
    setWindowTitle(tr("Note a change"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_cause->setObjectName(QStringLiteral("noteCauseComboBox"));
    for (const QString &cause : notedCauses())
        m_cause->addItem(words::notedTitle(cause), cause);
    m_words->setObjectName(QStringLiteral("noteWordsLineEdit"));
    m_words->setMaxLength(longestNote);
    m_words->setPlaceholderText(tr("For example: new password for the shop account"));
    m_words->setAccessibleDescription(tr("Passwords, keys and tokens are left out"));
    const QDateTime now = surroundings.clock.now().toLocalTime();
    m_when->setObjectName(QStringLiteral("noteWhenDateTimeEdit"));
    m_when->setCalendarPopup(true);
    m_when->setDisplayFormat(QLocale().dateFormat(QLocale::ShortFormat) + QStringLiteral(" HH:mm"));
    m_when->setDateTime(now);
    m_when->setMaximumDateTime(now);
    m_about->setObjectName(QStringLiteral("noteConnectionComboBox"));
    for (QComboBox *box : {m_cause, m_about})
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    fillConnections(about);
    m_problem->setObjectName(QStringLiteral("noteProblemLabel"));
    m_problem->hide();
    m_add->setObjectName(QStringLiteral("noteAddButton"));
    makePrimary(m_add);
    m_add->setDefault(true);
    m_add->setEnabled(m_about->count() > 0);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("noteCancelButton"));
    cancel->setAutoDefault(false);

    auto *form = new QWidget;
    auto *fields = new QVBoxLayout(form);
    fields->setContentsMargins(0, 0, 0, 0);
    fields->setSpacing(metrics::group);
    addField(fields, tr("What has changed?"), m_cause);
    addField(fields, tr("In your own words"), m_words);
    addField(fields, tr("When did it happen?"), m_when);
    addField(fields, tr("Which connection is it about?"), m_about);
    fields->addWidget(m_problem);
    fields->addStretch(1);
    frameDialog(this,
                tr("It is kept in the history on this computer. When something fails within three "
                   "days of it, Relink reminds you."),
                {cancel, m_add})
        ->addWidget(makeFormScroll(form), 1);
    const int line = fontMetrics().height();
    const QSize wanted(qMax(520, line * 28), qMax(440, line * 19));
    resize(wanted.boundedTo(screen()->availableSize()));
    connect(m_add, &QPushButton::clicked, this, &NoteDialog::add);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_words, &QLineEdit::textChanged, m_problem, &QWidget::hide);
    connect(m_cause, &QComboBox::currentIndexChanged, m_problem, &QWidget::hide);
    m_cause->setFocus();
}

void NoteDialog::fillConnections(const ConnectionId &about)
{
    QList<Connection> connections = m_surroundings.manager.connections();
    std::sort(connections.begin(), connections.end(), [](const Connection &a, const Connection &b) {
        return QString::localeAwareCompare(a.name, b.name) < 0;
    });
    QMap<QString, QString> several; // ids of providers by name
    QStringList providers;
    for (const Connection &connection : std::as_const(connections)) {
        const auto face = m_surroundings.manager.catalogue().face(connection.provider);
        const QString provider = plainText(face ? face->name : connection.provider, 60);
        //: A connection and its provider
        m_about->addItem(tr("%1 (%2)").arg(plainText(connection.name, 60), provider),
                         connection.id.value);
        if (providers.contains(connection.provider))
            several.insert(provider, connection.provider);
        providers.append(connection.provider);
    }
    for (auto it = several.cbegin(); it != several.cend(); ++it) {
        //: %1 is a provider
        m_about->addItem(tr("All connections at %1").arg(it.key()));
        m_about->setItemData(m_about->count() - 1, it.value(), providerRole);
    }
    m_about->setCurrentIndex(qMax(0, m_about->findData(about.value)));
}

ChangeNote NoteDialog::note() const
{
    ChangeNote note;
    note.cause = m_cause->currentData().toString();
    note.words = m_words->text();
    note.when = m_when->dateTime().toUTC();
    note.provider = m_about->currentData(providerRole).toString();
    if (note.provider.isEmpty())
        note.connection = ConnectionId {m_about->currentData().toString()};
    return note;
}

void NoteDialog::add()
{
    m_add->setEnabled(false);
    whenDone(m_surroundings.manager.note(note()), this, [this](const Result<Done> &noted) {
        if (noted)
            return accept();
        m_add->setEnabled(true);
        m_problem->setText(words::failure(noted.error(), {}));
        m_problem->show();
        m_words->setFocus();
    });
}

} // namespace relink
