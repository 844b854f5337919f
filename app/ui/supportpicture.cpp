// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/supportpicture.h"

#include "services/connectionmanager.h"
#include "services/futures.h"
#include "services/providercatalogue.h"
#include "ui/connectiondetails.h"
#include "ui/historydelegate.h"
#include "ui/historymodel.h"
#include "ui/metrics.h"
#include "ui/pairsection.h"
#include "ui/textlabel.h"
#include "ui/theme.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QEvent>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QImageReader>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

namespace relink {

namespace {

constexpr int settingsWidth = 460;
constexpr int historyWidth = 860;
constexpr int tallest = 1600;
constexpr int mostRows = 20;
constexpr int longestSide = 4000;
constexpr qint64 largestFile = 20 * 1024 * 1024;

QImage drawn(QWidget &widget, const QSize &size)
{
    widget.setAttribute(Qt::WA_DontShowOnScreen);
    widget.setAutoFillBackground(true);
    QPalette palette = widget.palette();
    palette.setColor(QPalette::Window, Theme::current().pane);
    widget.setPalette(palette);
    widget.resize(size);
    widget.ensurePolished();
    widget.show();
    const QImage image = widget.grab().toImage();
    widget.hide();
    return image;
}

} // namespace

QImage settingsPicture(const SupportPacket &packet, const Surroundings &surroundings)
{
    const auto &catalogue = surroundings.manager.catalogue();
    const auto pack = catalogue.pack(packet.connection.provider);
    ConnectionDetails details;
    details.show(&packet.connection,
                 catalogue.face(packet.connection.provider).value_or(ProviderFace {}), pack.get(),
                 packet.madeAt, false);
    details.pair()->showNothing();
    // How high the texts in it are is known once they are as wide as they will be.
    details.setAttribute(Qt::WA_DontShowOnScreen);
    details.resize(settingsWidth, tallest);
    details.setVisible(true);
    int height = tallest;
    for (int i = 0; i < 3; ++i) {
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        if (auto *scroll = details.findChild<QScrollArea *>(); scroll && scroll->widget())
            height = scroll->widget()->heightForWidth(settingsWidth) + metrics::pane;
    }
    return drawn(details, {settingsWidth, height});
}

QImage historyPicture(const SupportPacket &packet, const Surroundings &surroundings)
{
    QWidget page;
    auto *layout = new QVBoxLayout(&page);
    layout->setContentsMargins(metrics::pane, metrics::pane, metrics::pane, metrics::pane);
    layout->setSpacing(metrics::group);
    auto *title = new TextLabel(TextLabel::Size::Heading);
    title->setText(packet.connection.name + QStringLiteral(" · ") + packet.providerName);
    layout->addWidget(title);
    HistoryModel model(
        [&packet](const HistoryQuery &) {
            return completed(Result<QList<HistoryEvent>>(packet.events.mid(0, mostRows)));
        },
        [&surroundings](const QString &provider) {
            return surroundings.manager.catalogue().face(provider).value_or(ProviderFace {});
        },
        [&packet] { return packet.madeAt; });
    auto *table = new QTableView;
    table->setModel(&model);
    table->setItemDelegate(new HistoryDelegate(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setFocusPolicy(Qt::NoFocus);
    table->setSelectionMode(QAbstractItemView::NoSelection);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    table->verticalHeader()->hide();
    const int line = page.fontMetrics().height();
    const int row = qMax(metrics::historyRow, line + 26);
    table->verticalHeader()->setDefaultSectionSize(row);
    QHeaderView *header = table->horizontalHeader();
    header->setSectionResizeMode(HistoryModel::EventColumn, QHeaderView::Stretch);
    header->resizeSection(HistoryModel::TimeColumn, line * 10);
    header->resizeSection(HistoryModel::ConnectionColumn, line * 8);
    header->resizeSection(HistoryModel::CountColumn, line * 4);
    model.setQuery({});
    const int rows = model.rowCount();
    table->setFixedHeight(header->sizeHint().height() + rows * row + 2);
    layout->addWidget(table);
    const int width = qMax(historyWidth, line * 48);
    return drawn(page, {width, layout->totalHeightForWidth(width)});
}

PacketFile pictureFile(const QString &name, const QImage &picture)
{
    // A fresh image: texts and profiles of the one that was read stay behind.
    QImage dots(picture.size(), QImage::Format_ARGB32);
    const QImage plain = picture.convertToFormat(QImage::Format_ARGB32);
    for (int y = 0; y < plain.height(); ++y)
        std::copy_n(plain.constScanLine(y), plain.bytesPerLine(), dots.scanLine(y));
    PacketFile file {name, {}};
    QBuffer buffer(&file.content);
    if (!buffer.open(QIODevice::WriteOnly) || !dots.save(&buffer, "PNG"))
        file.content.clear();
    return file;
}

QImage readPicture(const QString &fileName)
{
    QFile file(fileName);
    if (!QFileInfo(fileName).isFile() || file.size() > largestFile
        || !file.open(QIODevice::ReadOnly))
        return {};
    QImageReader reader(&file);
    reader.setAutoTransform(true);
    const QImage picture = reader.read();
    if (picture.isNull())
        return {};
    return picture.width() > longestSide || picture.height() > longestSide
        ? picture.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation)
        : picture;
}

} // namespace relink
