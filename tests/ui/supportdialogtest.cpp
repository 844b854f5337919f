// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/supportdialog.h"
#include "core/ports/packetwriter.h"
#include "services/futures.h"
#include "support/testmain.h"
#include "ui/acmewindow.h"

#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QImage>
#include <QMenu>
#include <QPlainTextEdit>
#include <QTemporaryDir>

namespace relink::test {

using namespace Qt::StringLiterals;

namespace {

const QString secret = u"canary0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ0"_s;

class FakePacketWriter : public PacketWriter
{
public:
    Result<Done> write(const QString &fileName, const QList<PacketFile> &files, const QDateTime &,
                       bool replace) override
    {
        name = fileName;
        written = files;
        replaced = replace;
        return answer;
    }
    QByteArray content(const QString &file) const
    {
        for (const PacketFile &each : written) {
            if (each.name == file)
                return each.content;
        }
        return {};
    }

    QString name;
    QList<PacketFile> written;
    bool replaced = false;
    Result<Done> answer = Done {};
};

} // namespace

//! The support packet in the window.
class SupportDialogTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_acme = std::make_unique<AcmeWindow>();
        m_id = m_acme->addRed(u"Harbour shop"_s);
        HistoryEvent event;
        event.time = event.firstSeen = event.noticedAt = m_acme->fixture.fakes.clock.now();
        event.connection = m_id;
        event.connectionName = u"Harbour shop"_s;
        event.provider = u"acme"_s;
        event.errorClass = ErrorClass::ExpiredRefresh;
        event.httpStatus = 400;
        event.message = u"refresh_token=%1 of Harbour shop"_s.arg(secret);
        m_acme->fixture.fakes.history.events.append(event);
        m_surroundings = std::make_unique<Surroundings>(
            Surroundings {*m_acme->fixture.manager, m_acme->fixture.fakes.clock, {}, {}, false});
        m_surroundings->packets = &m_writer;
        m_writer = {};
    }
    void cleanup()
    {
        m_acme.reset();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void opensFromTheMenuAndTheHistory();
    void showsWhatWasReplaced();
    void namesStayWhenTicked();
    void nothingSecretLeaves();
    void picturesAreOfTheMaskedPacket();
    void aPictureOfOnesOwnLosesItsNotes();
    void whatIsNoPictureIsRefused();
    void whatCannotBeSavedIsTold();
    void withoutAWriterThereIsOnlyTheClipboard();

private:
    std::unique_ptr<SupportDialog> opened()
    {
        auto dialog = std::make_unique<SupportDialog>(*m_surroundings, m_id);
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        return dialog;
    }
    static QString preview(const QWidget *dialog)
    {
        return child<QPlainTextEdit>(dialog, "supportPreviewTextEdit")->toPlainText();
    }

    std::unique_ptr<AcmeWindow> m_acme;
    std::unique_ptr<Surroundings> m_surroundings;
    FakePacketWriter m_writer;
    ConnectionId m_id;
};

void SupportDialogTest::opensFromTheMenuAndTheHistory()
{
    m_acme->open();
    auto *action = m_acme->window->findChild<QAction *>(u"supportAction"_s);
    QVERIFY(action && action->isEnabled());
    QVERIFY(m_acme->window->findChild<QMenu *>(u"connectionMenu"_s)->actions().contains(action));
    action->trigger();
    QWidget *fromMenu = awaitDialog("supportDialog");
    QVERIFY(fromMenu);
    AcmeWindow::click(fromMenu, "supportCloseButton");
    QTRY_VERIFY(!dialog("supportDialog"));
    m_acme->window->showHistory(m_id);
    QTRY_VERIFY(child<QPushButton>(m_acme->window.get(), "historySupportButton")->isEnabled());
    AcmeWindow::click(m_acme->window.get(), "historySupportButton");
    QVERIFY(awaitDialog("supportDialog"));
}

void SupportDialogTest::showsWhatWasReplaced()
{
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"‹hidden›"_s));
    QVERIFY(preview(dialog.get()).contains(u"‹name›"_s));
    auto *text = child<QPlainTextEdit>(dialog.get(), "supportPreviewTextEdit");
    const qsizetype marks
        = preview(dialog.get()).count(u"‹hidden›"_s) + preview(dialog.get()).count(u"‹name›"_s);
    QCOMPARE(text->extraSelections().size(), marks);
    const QString list = AcmeWindow::text(dialog.get(), "supportReplacedLabel");
    QVERIFY2(list.contains(u"••• refresh_token, 43 characters, in the message of"_s),
             qPrintable(list));
}

void SupportDialogTest::namesStayWhenTicked()
{
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"‹name›"_s));
    QVERIFY(!preview(dialog.get()).contains(u"Harbour"_s));
    auto *names = child<QCheckBox>(dialog.get(), "supportNamesCheckBox");
    QVERIFY(!names->isChecked());
    names->click();
    QVERIFY(preview(dialog.get()).contains(u"Harbour shop"_s));
    QVERIFY(preview(dialog.get()).contains(u"‹hidden›"_s));
}

void SupportDialogTest::nothingSecretLeaves()
{
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"‹hidden›"_s));
    AcmeWindow::type(dialog.get(), "supportDoingLineEdit",
                     u"Report of today, Authorization: Bearer "_s + secret);
    AcmeWindow::click(dialog.get(), "supportCopyButton");
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY(copied.contains(u"Report of today"_s));
    QVERIFY(copied.contains(u"invalid_grant"_s) || copied.contains(u"HTTP 400"_s));
    dialog->saveTo(u"/anywhere/packet.zip"_s);
    QCOMPARE(m_writer.name, u"/anywhere/packet.zip"_s);
    QVERIFY(m_writer.replaced);
    QCOMPARE(QString::fromUtf8(m_writer.content(u"support.txt"_s)), copied);
    for (const PacketFile &file : m_writer.written) {
        for (const QString &mark : {secret, u"Harbour"_s, m_id.value})
            QVERIFY2(!file.content.contains(mark.toUtf8()), qPrintable(file.name));
    }
    QVERIFY(!copied.contains(secret));
    QVERIFY(!copied.contains(u"Harbour"_s));
}

void SupportDialogTest::picturesAreOfTheMaskedPacket()
{
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"history.png"_s));
    dialog->saveTo(u"p.zip"_s);
    const QImage history = QImage::fromData(m_writer.content(u"history.png"_s), "PNG");
    const QImage settings = QImage::fromData(m_writer.content(u"settings.png"_s), "PNG");
    QVERIFY(history.width() > 400 && history.height() > 60);
    QVERIFY(settings.width() > 300 && settings.height() > 200);
    // With the name in it the same picture looks different.
    child<QCheckBox>(dialog.get(), "supportNamesCheckBox")->click();
    dialog->saveTo(u"p.zip"_s);
    QVERIFY(QImage::fromData(m_writer.content(u"settings.png"_s), "PNG") != settings);
    child<QCheckBox>(dialog.get(), "supportPicturesCheckBox")->click();
    dialog->saveTo(u"p.zip"_s);
    QCOMPARE(m_writer.written.size(), 2);
    QVERIFY(!preview(dialog.get()).contains(u"history.png"_s));
}

void SupportDialogTest::aPictureOfOnesOwnLosesItsNotes()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"Harbour shop at night.png"_s);
    QImage picture(40, 30, QImage::Format_RGB32);
    picture.fill(Qt::red);
    picture.setText(u"Author"_s, secret);
    QVERIFY(picture.save(file));
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"‹hidden›"_s));
    dialog->addPicture(file);
    QVERIFY(preview(dialog.get()).contains(u"picture-1.png"_s));
    dialog->saveTo(u"p.zip"_s);
    const QImage added = QImage::fromData(m_writer.content(u"picture-1.png"_s), "PNG");
    QCOMPARE(added.size(), QSize(40, 30));
    QCOMPARE(added.pixelColor(3, 3), QColor(Qt::red));
    QVERIFY(added.textKeys().isEmpty());
    QVERIFY(!preview(dialog.get()).contains(u"night"_s));
}

void SupportDialogTest::whatIsNoPictureIsRefused()
{
    const QTemporaryDir folder;
    QFile text(folder.filePath(u"notes.png"_s));
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
    text.close();
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"‹hidden›"_s));
    for (const QString &name : {text.fileName(), folder.path(), folder.filePath(u"none"_s)}) {
        dialog->addPicture(name);
        QVERIFY(AcmeWindow::text(dialog.get(), "supportMessageLabel").contains(u"no picture"_s));
    }
    QVERIFY(!preview(dialog.get()).contains(u"picture-1"_s));
}

void SupportDialogTest::whatCannotBeSavedIsTold()
{
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"‹hidden›"_s));
    m_writer.answer = localError(code::invalidInput);
    dialog->saveTo(u"link.zip"_s);
    QVERIFY(
        AcmeWindow::text(dialog.get(), "supportMessageLabel").contains(u"Nothing was written"_s));
    m_writer.answer = Done {};
    dialog->saveTo(u"real.zip"_s);
    QVERIFY(AcmeWindow::text(dialog.get(), "supportMessageLabel").contains(u"real.zip"_s));
}

void SupportDialogTest::withoutAWriterThereIsOnlyTheClipboard()
{
    m_surroundings->packets = nullptr;
    const auto dialog = opened();
    QTRY_VERIFY(preview(dialog.get()).contains(u"‹hidden›"_s));
    QVERIFY(!child<QPushButton>(dialog.get(), "supportSaveButton")->isVisible());
    QVERIFY(child<QPushButton>(dialog.get(), "supportCopyButton")->isEnabled());
}

RELINK_TEST(SupportDialogTest)

} // namespace relink::test

#include "supportdialogtest.moc"
