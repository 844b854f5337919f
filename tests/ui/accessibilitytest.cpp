// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/acmewindow.h"
#include "ui/pseudolocale.h"
#include "ui/textlabel.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QListView>

namespace relink::test {

using namespace Qt::StringLiterals;

//! What a screen reader meets, and whether long words and large letters have room.
class AccessibilityTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanup();
    void everyControlHasAName_data();
    void everyControlHasAName();
    void rowsAreSpoken();
    void whatAControlIsForIsSpoken_data();
    void whatAControlIsForIsSpoken();
    void everythingFits_data();
    void everythingFits();

private:
    QFont m_font = QApplication::font();
};

namespace {

QWidget *shown(AcmeWindow &acme)
{
    QWidget *modal = QApplication::activeModalWidget();
    return modal ? modal : acme.window.get();
}

void screens()
{
    QTest::addColumn<int>("screen");
    const char *names[]
        = {"accounts", "history", "connect", "form",     "rename", "edit",   "revoke",
           "remove",   "wizard",  "checks",  "diagnose", "answer", "request"};
    for (int i = 0; i < int(std::size(names)); ++i)
        QTest::newRow(names[i]) << i;
}

void goTo(AcmeWindow &acme, int screen)
{
    acme.addRed();
    acme.open();
    const auto trigger
        = [&acme](const char *action) { child<QAction>(acme.window.get(), action)->trigger(); };
    switch (screen) {
    case 1:
        acme.window->showHistory();
        break;
    case 2:
    case 3:
        acme.window->newIntegration();
        if (screen == 3)
            child<QPushButton>(shown(acme), "connectPrimaryButton")->click();
        break;
    case 4:
        trigger("renameAction");
        break;
    case 5:
        trigger("editAction");
        break;
    case 6:
        trigger("revokeAction");
        break;
    case 7:
        trigger("removeAction");
        break;
    case 8:
    case 9:
        acme.fixture.fakes.probe.answers
            = {HttpAnswer {200, {}, "front door"}, ManagerFixture::unauthorized()};
        trigger("reconnectAction");
        if (screen == 9)
            child<QPushButton>(shown(acme), "reconnectPrimaryButton")->click();
        break;
    case 10:
    case 11:
    case 12:
        acme.window->showDiagnose();
        if (screen > 10) {
            auto *box = child<QComboBox>(acme.window.get(), "diagnoseConnectionComboBox");
            box->setCurrentIndex(box->count() - 1);
            child<QPushButton>(acme.window.get(),
                               screen == 11 ? "errorExampleButton" : "requestExampleButton")
                ->click();
            QTRY_VERIFY(child<QWidget>(acme.window.get(), "answerCopyButton")->isVisible());
        }
        break;
    default:
        break;
    }
    QTest::qWait(30);
}

} // namespace

void AccessibilityTest::cleanup()
{
    QApplication::setFont(m_font);
}

void AccessibilityTest::everyControlHasAName_data()
{
    screens();
}

void AccessibilityTest::everyControlHasAName()
{
    QFETCH(int, screen);
    AcmeWindow acme;
    goTo(acme, screen);
    int controls = 0;
    for (QWidget *widget : shown(acme)->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || widget->inherits("QScrollBar") || widget->inherits("QMenuBar")
            || widget->inherits("QSplitterHandle") || widget->inherits("QStackedWidget"))
            continue;
        ++controls;
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(interface);
        QVERIFY2(!interface->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString(QString::fromLatin1(widget->metaObject()->className()) % u' '
                                    % widget->objectName())));
        QVERIFY2(!widget->objectName().isEmpty(), qPrintable(interface->text(QAccessible::Name)));
    }
    QVERIFY(controls > 1);
}

void AccessibilityTest::rowsAreSpoken()
{
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    auto *list = child<QListView>(&window, "connectionListView");
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(list);
    QVERIFY(table && table->tableInterface());
    QAccessibleInterface *row = table->tableInterface()->cellAt(0, 0);
    QVERIFY(row);
    const QString spoken = row->text(QAccessible::Name);
    QVERIFY2(spoken.startsWith(u"eBay orders, eBay, outdoor-harbour, inactive: "_s),
             qPrintable(spoken));
}

void AccessibilityTest::whatAControlIsForIsSpoken_data()
{
    QTest::addColumn<QString>("control");
    for (const char *control :
         {"accountsNavigationButton", "historyNavigationButton", "diagnoseNavigationButton",
          "stateComboBox", "detailsOwnWordsCopyButton", "connectionMenu", "viewMenu",
          "checkAllButton"})
        QTest::newRow(control) << QString::fromLatin1(control);
}

void AccessibilityTest::whatAControlIsForIsSpoken()
{
    QFETCH(QString, control);
    Stage stage;
    MainWindow window(stage.surroundings());
    window.load();
    window.show();
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(
        window.findChild<QWidget *>(control));
    QVERIFY(interface);
    QVERIFY(!interface->text(QAccessible::Description).isEmpty());
}

void AccessibilityTest::everythingFits_data()
{
    QTest::addColumn<int>("screen");
    QTest::addColumn<bool>("large");
    for (int screen = 0; screen < 13; ++screen) {
        QTest::addRow("pseudo-locale %d", screen) << screen << false;
        QTest::addRow("200 %% %d", screen) << screen << true;
    }
}

void AccessibilityTest::everythingFits()
{
    QFETCH(int, screen);
    QFETCH(bool, large);
    PseudoLocale pseudo;
    if (large) {
        QFont font = m_font;
        font.setPointSizeF(font.pointSizeF() * 2);
        QApplication::setFont(font);
    } else {
        QCoreApplication::installTranslator(&pseudo);
    }
    AcmeWindow acme;
    goTo(acme, screen);
    for (QWidget *widget : shown(acme)->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        const QString who = QString(QString::fromLatin1(widget->metaObject()->className()) % u' '
                                    % widget->objectName());
        if (const auto *label = qobject_cast<const TextLabel *>(widget)) {
            QVERIFY2(!label->isCut(), qPrintable(QString(who % u": "_s % label->text())));
        } else if (qobject_cast<const QPushButton *>(widget)
                   || qobject_cast<const QAbstractButton *>(widget)) {
            QVERIFY2(
                widget->width() >= widget->minimumSizeHint().width(),
                qPrintable(
                    who
                    + u": %1 of %2"_s.arg(widget->width()).arg(widget->minimumSizeHint().width())));
            QVERIFY2(widget->height() >= widget->minimumSizeHint().height(), qPrintable(who));
        } else if (const auto *combo = qobject_cast<const QComboBox *>(widget)) {
            QVERIFY2(combo->width() > combo->fontMetrics().horizontalAdvance(combo->currentText()),
                     qPrintable(who));
        }
    }
}

RELINK_TEST(AccessibilityTest)

} // namespace relink::test

#include "accessibilitytest.moc"
