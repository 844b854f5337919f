// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/plaintooltip.h"
#include "ui/textlabel.h"

#include <QAction>
#include <QHelpEvent>
#include <QListView>
#include <QTableView>
#include <QTemporaryDir>
#include <QTextDocument>
#include <QToolTip>

#ifdef Q_OS_LINUX
#include <sys/inotify.h>
#include <unistd.h>
#endif

namespace relink::test {

using namespace Qt::StringLiterals;

//! Text of servers and merchants is shown as it is, never as mark-up, and names no file that
//! anything would open (R96).
class PlainTextTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isShownLiterally_data();
    void isShownLiterally();
    void tooltipIsLiteral();
    void labelBreaksAnyWord();
};

namespace {

//! Tells whether a file was opened, by asking the kernel.
class OpenWatch
{
public:
    explicit OpenWatch(const QString &file)
    {
#ifdef Q_OS_LINUX
        m_fd = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        inotify_add_watch(m_fd, file.toLocal8Bit().constData(), IN_OPEN | IN_ACCESS);
#else
        Q_UNUSED(file)
#endif
    }
    ~OpenWatch()
    {
#ifdef Q_OS_LINUX
        ::close(m_fd);
#endif
    }
    bool saw()
    {
#ifdef Q_OS_LINUX
        char buffer[4096];
        return ::read(m_fd, buffer, sizeof buffer) > 0;
#else
        return false;
#endif
    }

private:
    int m_fd = -1;
};

void showToolTip(QWidget *widget, const QPoint &at)
{
    QHelpEvent help(QEvent::ToolTip, at, widget->mapToGlobal(at));
    QCoreApplication::sendEvent(widget, &help);
}

} // namespace

void PlainTextTest::isShownLiterally_data()
{
    QTest::addColumn<QString>("attack");
    QTest::newRow("bold") << u"<b>bold</b>"_s;
    QTest::newRow("html") << u"Error: <html>"_s;
    QTest::newRow("less than") << u"5 <b 6>"_s;
    QTest::newRow("escaped already") << u"&lt;b&gt;x&lt;/b&gt;"_s;
    QTest::newRow("image") << u"<img src=\"FILE\">"_s;
    QTest::newRow("image by address") << u"<img src='file://FILE'/>"_s;
    QTest::newRow("link") << u"<a href=\"https://evil.example\">eBay</a>"_s;
    QTest::newRow("table") << u"<table><tr><td>x</td></tr></table>"_s;
    QTest::newRow("style") << u"<p style=\"background:url(FILE)\">x</p>"_s;
    QTest::newRow("ampersand") << u"Marks && Spencer & Sons"_s;
}

void PlainTextTest::isShownLiterally()
{
    QFETCH(QString, attack);
    QTemporaryDir folder;
    const QString file = folder.filePath(u"secret.png"_s);
    QImage image(2, 2, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(file));
    attack.replace(u"FILE"_s, file);
    OpenWatch watch(file);

    Stage stage(1);
    Connection &row = stage.ports.connections.rows.first();
    row.name = attack;
    row.organisation.name = attack;
    row.identity = attack;
    row.via = attack;
    row.state.error->description = attack;
    HistoryEvent &event = stage.ports.history.events.last();
    event.connectionName = attack;
    event.message = attack;
    MainWindow window(stage.surroundings());
    window.load();
    window.resize(1280, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    window.grab();

    QCOMPARE(AcmeWindow::text(&window, "detailsNameLabel"), attack);
    QCOMPARE(AcmeWindow::text(&window, "detailsOrganisationLabel"), attack);
    QVERIFY(AcmeWindow::text(&window, "detailsOwnWordsTextEdit").contains(attack));
    auto *list = child<QListView>(&window, "connectionListView");
    showToolTip(list->viewport(), list->visualRect(list->model()->index(0, 0)).center());
    QTextDocument shown;
    shown.setHtml(QToolTip::text());
    QVERIFY2(shown.toPlainText().contains(attack), qPrintable(QToolTip::text()));

    window.showHistory();
    QTRY_COMPARE(AcmeWindow::text(&window, "historyOwnWordsTextEdit"), attack);
    auto *table = child<QTableView>(&window, "historyTableView");
    showToolTip(table->viewport(), table->visualRect(table->model()->index(0, 2)).center());
    window.grab();

    window.showAccounts();
    for (const char *action : {"reconnectAction", "revokeAction", "removeAction", "renameAction"}) {
        child<QAction>(&window, action)->trigger();
        QWidget *open = QApplication::activeModalWidget();
        QVERIFY2(open, action);
        open->grab();
        QTest::keyClick(open, Qt::Key_Escape);
        QTRY_VERIFY(QApplication::activeModalWidget() != open);
    }
    // Not one label of the whole program takes mark-up for mark-up.
    for (const QWidget *widget : QApplication::allWidgets()) {
        if (const auto *label = qobject_cast<const QLabel *>(widget);
            label && !label->inherits("QTipLabel"))
            QVERIFY2(label->textFormat() == Qt::PlainText, qPrintable(label->objectName()));
    }
    QVERIFY2(!watch.saw(), "a file named in mark-up was opened");
    QToolTip::hideText();
}

void PlainTextTest::tooltipIsLiteral()
{
    QTextDocument document;
    document.setHtml(plainToolTip(u"<b>a</b> & &lt;\nb"_s));
    QCOMPARE(document.toPlainText(), u"<b>a</b> & &lt;\nb"_s);
    QVERIFY(plainToolTip({}).isEmpty());
}

void PlainTextTest::labelBreaksAnyWord()
{
    TextLabel label;
    label.setText(QString(2000, u'W'));
    const int height = label.heightForWidth(300);
    QVERIFY(height > 10 * label.fontMetrics().height());
    label.resize(300, height);
    QVERIFY(!label.isCut());
    label.resize(300, height / 2);
    QVERIFY(label.isCut());
}

RELINK_TEST(PlainTextTest)

} // namespace relink::test

#include "plaintexttest.moc"
