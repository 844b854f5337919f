// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/supportdialog.h"

#include "core/ports/clock.h"
#include "core/rules/plaintext.h"
#include "core/rules/supportpacket.h"
#include "services/connectionmanager.h"
#include "services/documentation.h"
#include "services/futures.h"
#include "ui/dialogframe.h"
#include "ui/inlinemessage.h"
#include "ui/look.h"
#include "ui/metrics.h"
#include "ui/supportpicture.h"
#include "ui/supportpreview.h"
#include "ui/textlabel.h"
#include "words/supportfiles.h"
#include "words/supporttext.h"
#include "words/supportwords.h"
#include "words/words.h"

#include <QCheckBox>
#include <QClipboard>
#include <QDir>
#include <QFileDialog>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTimeZone>
#include <QTimer>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int typingMilliseconds = 300;
constexpr int mostPictures = 10;
constexpr int widestLine = 66; // in letters

QString folder(QStandardPaths::StandardLocation location)
{
    const QString path = QStandardPaths::writableLocation(location);
    return path.isEmpty() ? QDir::homePath() : path;
}

} // namespace

SupportDialog::SupportDialog(const Surroundings &surroundings, const ConnectionId &connection,
                             QWidget *parent)
    : QDialog(parent)
    , m_surroundings(surroundings)
    , m_id(connection)
    , m_delay(new QTimer(this))
    , m_message(new InlineMessage(QStringLiteral("support")))
{
    setObjectName(QStringLiteral("supportDialog"));
    setWindowTitle(tr("Support packet"));
    setAttribute(Qt::WA_DeleteOnClose);
    const auto row = surroundings.manager.connection(connection);
    build(row ? plainText(row->name, 60) : QString());
    m_delay->setSingleShot(true);
    m_delay->setInterval(typingMilliseconds);
    connect(m_delay, &QTimer::timeout, this, &SupportDialog::renew);
    connect(m_doing, &QLineEdit::textChanged, m_delay, qOverload<>(&QTimer::start));
    connect(m_names, &QCheckBox::toggled, this, &SupportDialog::renew);
    connect(m_drawn, &QCheckBox::toggled, this, &SupportDialog::renew);
    connect(m_add, &QPushButton::clicked, this, &SupportDialog::choosePicture);
    connect(m_copy, &QPushButton::clicked, this, &SupportDialog::copy);
    connect(m_save, &QPushButton::clicked, this, &SupportDialog::chooseFile);
    gather();
}

void SupportDialog::build(const QString &connectionName)
{
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("supportCloseButton"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    m_copy = new QPushButton(tr("&Copy as text"));
    m_copy->setObjectName(QStringLiteral("supportCopyButton"));
    m_copy->setAutoDefault(false);
    m_save = new QPushButton(tr("&Save…"));
    m_save->setObjectName(QStringLiteral("supportSaveButton"));
    m_save->setVisible(m_surroundings.packets);
    makePrimary(m_save);
    m_save->setDefault(true);
    QVBoxLayout *body = frameDialog(
        this,
        tr("What a support team asks for about %1. Nothing is sent: look it through, then save or "
           "copy it.")
            .arg(connectionName),
        {close, m_copy, m_save});
    body->addWidget(m_message);

    auto *form = new QWidget;
    auto *layout = new QVBoxLayout(form);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(metrics::group);
    m_asked = new TextLabel(TextLabel::Size::Body, TextLabel::Tone::Soft);
    m_asked->setObjectName(QStringLiteral("supportAskedLabel"));
    layout->addWidget(m_asked);

    auto *doing = new QVBoxLayout;
    doing->setSpacing(4);
    m_doingLabel = new TextLabel;
    m_doing = new QLineEdit;
    m_doing->setObjectName(QStringLiteral("supportDoingLineEdit"));
    m_doingLabel->setText(tr("What were you doing when it failed?"));
    m_doing->setAccessibleName(m_doingLabel->text());
    m_doing->setPlaceholderText(tr("For example the report or the action"));
    doing->addWidget(m_doingLabel);
    doing->addWidget(m_doing);
    layout->addLayout(doing);

    m_names = new QCheckBox(tr("Keep the &names of people and shops"));
    m_names->setObjectName(QStringLiteral("supportNamesCheckBox"));
    layout->addWidget(m_names);
    m_drawn = new QCheckBox(tr("Add &pictures of the history and the settings"));
    m_drawn->setObjectName(QStringLiteral("supportPicturesCheckBox"));
    m_drawn->setChecked(true);
    m_add = new QPushButton(tr("&Add a picture…"));
    m_add->setObjectName(QStringLiteral("supportAddPictureButton"));
    m_add->setAutoDefault(false);
    layout->addWidget(m_drawn);
    layout->addWidget(m_add, 0, Qt::AlignLeading);

    m_preview = new SupportPreview;
    layout->addWidget(m_preview, 1);
    body->addWidget(makeFormScroll(form), 1);
    resize(qMax(680, fontMetrics().averageCharWidth() * widestLine), 720);
    m_doing->setFocus();
    m_copy->setEnabled(false);
    m_save->setEnabled(false);
}

void SupportDialog::gather()
{
    m_preview->showText(tr("Being gathered…"));
    whenDone(m_surroundings.manager.supportFacts(m_id), this,
             [this](const Result<SupportFacts> &facts) {
                 if (!facts) {
                     m_preview->showText({});
                     m_message->showMessage(InlineMessage::Kind::Error,
                                            words::failure(facts.error(), {}));
                     return;
                 }
                 m_facts = *facts;
                 showFacts();
             });
}

void SupportDialog::showFacts()
{
    const Documentation &documented = documentation();
    QStringList asked;
    for (const SupportQuestion &question : m_facts->checklist.questions) {
        const DocumentedRow row = documented.rows.value(question.row);
        const QString text = row.kind == QStringLiteral("step")
            ? words::packText(row.text.isEmpty() ? row.title : row.text)
            : words::supportFieldWord(question.field);
        if (question.field == SupportField::Doing)
            m_doingLabel->setText(text);
        else
            asked += text;
    }
    m_doing->setAccessibleName(m_doingLabel->text());
    for (QString &line : asked)
        line.prepend(QStringLiteral("• "));
    m_asked->setText(asked.join(u'\n'));
    m_copy->setEnabled(true);
    m_save->setEnabled(true);
    renew();
}

void SupportDialog::renew()
{
    m_delay->stop();
    if (!m_facts)
        return;
    SupportWishes wishes;
    wishes.doing = m_doing->text();
    wishes.names = m_names->isChecked();
    wishes.now = m_surroundings.clock.now();
    wishes.timeZone = QTimeZone::systemTimeZoneId();
    m_packet = makeSupportPacket(*m_facts, wishes);
    m_own.clear();
    if (m_drawn->isChecked()) {
        m_own = {
            pictureFile(QStringLiteral("history.png"), historyPicture(m_packet, m_surroundings)),
            pictureFile(QStringLiteral("settings.png"), settingsPicture(m_packet, m_surroundings))};
    }
    showPacket();
}

QList<PacketFile> SupportDialog::pictures() const
{
    return m_own + m_added;
}

QString SupportDialog::text() const
{
    QStringList names;
    for (const PacketFile &picture : pictures())
        names += picture.name;
    return words::supportText(m_packet, names);
}

void SupportDialog::showPacket()
{
    m_add->setEnabled(m_added.size() < mostPictures);
    m_preview->showPacket(m_packet, pictures());
}

void SupportDialog::chooseFile()
{
    auto *dialog
        = new QFileDialog(this, tr("Save the support packet"),
                          folder(QStandardPaths::DocumentsLocation), tr("Support packet (*.zip)"));
    dialog->setObjectName(QStringLiteral("supportFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("zip"));
    dialog->selectFile(QStringLiteral("support-%1-%2.zip")
                           .arg(m_packet.connection.provider,
                                m_packet.madeAt.toLocalTime().date().toString(Qt::ISODate)));
    connect(dialog, &QFileDialog::fileSelected, this, &SupportDialog::saveTo);
    dialog->open();
}

void SupportDialog::saveTo(const QString &fileName)
{
    if (!m_facts || !m_surroundings.packets)
        return;
    renew();
    const Result<Done> saved = m_surroundings.packets->write(
        fileName, words::supportFiles(m_packet, pictures()), m_packet.madeAt, true);
    if (saved) {
        m_message->showMessage(InlineMessage::Kind::Note,
                               tr("The packet was written to %1. Only you can read it there; send "
                                  "it to whom you ask for help.")
                                   .arg(plainText(fileName)));
    } else if (saved.error().is(code::invalidInput)) {
        m_message->showMessage(
            InlineMessage::Kind::Error,
            tr("%1 is a link or no plain file. Nothing was written.").arg(plainText(fileName)));
    } else {
        m_message->showMessage(InlineMessage::Kind::Error, words::failure(saved.error(), {}));
    }
}

void SupportDialog::choosePicture()
{
    auto *dialog
        = new QFileDialog(this, tr("Add a picture"), folder(QStandardPaths::PicturesLocation),
                          tr("Pictures (*.png *.jpg *.jpeg)"));
    dialog->setObjectName(QStringLiteral("supportPictureDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &SupportDialog::addPicture);
    dialog->open();
}

void SupportDialog::addPicture(const QString &fileName)
{
    const QImage picture = readPicture(fileName);
    const PacketFile file
        = pictureFile(QStringLiteral("picture-%1.png").arg(m_added.size() + 1), picture);
    if (picture.isNull() || file.content.isEmpty()) {
        m_message->showMessage(
            InlineMessage::Kind::Error,
            tr("%1 is no picture, or it is too large.").arg(plainText(fileName)));
        return;
    }
    m_added += file;
    m_message->showMessage(InlineMessage::Kind::Warning,
                           tr("Pictures of your own are taken as they are. Make sure that no "
                              "password or key can be read in them."));
    showPacket();
    m_preview->openPictures();
}

void SupportDialog::copy()
{
    renew();
    QGuiApplication::clipboard()->setText(text());
    m_message->showMessage(InlineMessage::Kind::Note,
                           tr("The text is on the clipboard. The pictures are not."));
}

} // namespace relink
