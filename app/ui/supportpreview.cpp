// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/supportpreview.h"

#include "core/rules/redact.h"
#include "core/rules/supportmask.h"
#include "ui/foldedsection.h"
#include "ui/metrics.h"
#include "ui/plaintextfield.h"
#include "ui/textlabel.h"
#include "ui/theme.h"
#include "words/supporttext.h"
#include "words/supportwords.h"

#include <QLabel>
#include <QScrollBar>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int widestPicture = 560;
constexpr int previewLines = 10;

} // namespace

SupportPreview::SupportPreview(QWidget *parent)
    : QWidget(parent)
    , m_text(new PlainTextField)
    , m_replaced(new FoldedSection(QStringLiteral("supportReplaced"), QString()))
    , m_replacedList(new TextLabel(TextLabel::Size::Small))
    , m_pictures(new FoldedSection(QStringLiteral("supportPictures"), QString()))
    , m_thumbnails(new QVBoxLayout)
{
    auto *caption = new TextLabel;
    caption->setText(tr("What the packet says"));
    m_text->setObjectName(QStringLiteral("supportPreviewTextEdit"));
    m_text->setAccessibleName(caption->text());
    m_text->setForReading();
    m_text->setMinimumHeight(m_text->heightOf(previewLines));
    m_replacedList->setObjectName(QStringLiteral("supportReplacedLabel"));
    m_replaced->content()->addWidget(m_replacedList);
    m_thumbnails->setSpacing(metrics::group);
    m_pictures->content()->addLayout(m_thumbnails);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(caption);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_replaced);
    layout->addWidget(m_pictures);
    m_replaced->hide();
    m_pictures->hide();
}

void SupportPreview::showText(const QString &text)
{
    const int place = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(place);
    mark();
}

void SupportPreview::showPacket(const SupportPacket &packet, const QList<PacketFile> &pictures)
{
    QStringList names;
    for (const PacketFile &picture : pictures)
        names += picture.name;
    showText(words::supportText(packet, names));
    QStringList replaced;
    for (const HiddenValue &value : packet.hidden)
        replaced += words::hiddenSentence(value, packet.madeAt);
    m_replaced->setTitle(replaced.size() == 1
                             ? tr("One value was replaced")
                             : tr("%n values were replaced", nullptr, int(replaced.size())));
    m_replaced->setVisible(!replaced.isEmpty());
    m_replacedList->setText(replaced.join(u'\n'));
    showPictures(pictures);
}

void SupportPreview::showPictures(const QList<PacketFile> &pictures)
{
    while (QLayoutItem *item = m_thumbnails->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const PacketFile &picture : pictures) {
        auto *thumbnail = new QLabel;
        const qreal ratio = devicePixelRatioF();
        QPixmap shown = QPixmap::fromImage(QImage::fromData(picture.content, "PNG"));
        if (shown.width() > int(widestPicture * ratio))
            shown = shown.scaledToWidth(int(widestPicture * ratio), Qt::SmoothTransformation);
        shown.setDevicePixelRatio(ratio);
        thumbnail->setPixmap(shown);
        thumbnail->setAlignment(Qt::AlignLeading);
        thumbnail->setAccessibleName(picture.name);
        thumbnail->setToolTip(picture.name);
        m_thumbnails->addWidget(thumbnail);
    }
    const int count = int(pictures.size());
    m_pictures->setTitle(count == 1 ? tr("One picture") : tr("%n pictures", nullptr, count));
    m_pictures->setVisible(count > 0);
}

void SupportPreview::openPictures()
{
    m_pictures->setOpen(true);
}

void SupportPreview::mark()
{
    const Theme &theme = Theme::current();
    QList<QTextEdit::ExtraSelection> marks;
    for (const QStringView replaced : {hiddenMark, nameMark}) {
        QTextCursor at(m_text->document());
        while (true) {
            at = m_text->document()->find(replaced.toString(), at);
            if (at.isNull())
                break;
            QTextEdit::ExtraSelection selection;
            selection.cursor = at;
            selection.format.setBackground(theme.amberPane);
            selection.format.setForeground(theme.amber);
            marks += selection;
        }
    }
    m_text->setExtraSelections(marks);
}

} // namespace relink
