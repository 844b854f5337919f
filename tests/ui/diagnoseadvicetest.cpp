// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/testmain.h"
#include "ui/diagnosing.h"
#include "ui/pseudolocale.h"
#include "ui/textlabel.h"

#include <QApplication>
#include <QScopeGuard>

namespace relink::test {

//! What the diagnosis leads with, and how it is seen.
class DiagnoseAdviceTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aContradictionIsCheckedBeforeAnythingChanges();
    void afterTheCheckNothingIsToBeChangedWhereItWorks();
    void anUnsafeRequestLeadsBeforeItsClass();
    void anErrorBesideARequestLeads();
    void readingIsShownUntilTheAnswer();
    void anotherTextTakesTheOldAnswerAway();
    void noLineIsCutInHalf();
    void buttonsShareARow();
    void theAnswerIsInViewInASmallWindow();
    void theMarkOfASecretIsTranslated();
};

namespace {

bool isPrimary(const QWidget *window, const char *objectName)
{
    return child<QPushButton>(window, objectName)->property("relinkPrimary").toBool();
}

} // namespace

void DiagnoseAdviceTest::aContradictionIsCheckedBeforeAnythingChanges()
{
    AcmeWindow acme;
    acme.fixture.connected();
    MainWindow *window = openPage(acme);
    paste(window, QString(u"eBay said: "_s + expired));
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_VERIFY(isShown(window, "contradictionMessageLabel"));
    QCOMPARE(AcmeWindow::text(window, "answerNextLabel"),
             u"Next: Check now whether Web shop works."_s);
    QVERIFY(isPrimary(window, "answerCheckButton"));
    QVERIFY(!isPrimary(window, "answerReconnectButton"));
    QTRY_VERIFY(child<QWidget>(window, "answerCheckButton")->x()
                < child<QWidget>(window, "answerReconnectButton")->x());
    AcmeWindow::click(window, "answerCopyButton");
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"Next: Check now"_s) && copied.contains(u"The text names eBay"_s),
             qPrintable(copied));
    // With nothing against it the reconnect leads again.
    choose(window, "diagnoseConnectionComboBox", u"None chosen"_s);
    QTRY_VERIFY(!isShown(window, "contradictionMessageLabel"));
    QVERIFY(AcmeWindow::text(window, "answerNextLabel").contains(u"Re-authorise"_s));
    QVERIFY(isPrimary(window, "answerReconnectButton"));
}

void DiagnoseAdviceTest::afterTheCheckNothingIsToBeChangedWhereItWorks()
{
    AcmeWindow acme;
    acme.fixture.connected();
    MainWindow *window = openPage(acme);
    paste(window, expired);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_VERIFY(isPrimary(window, "answerCheckButton"));
    acme.fixture.fakes.probe.answers = {ManagerFixture::me(), ManagerFixture::me()};
    AcmeWindow::click(window, "answerCheckButton");
    QTRY_VERIFY(AcmeWindow::text(window, "answerNextLabel")
                    .startsWith(u"Next: Change nothing at Web shop."_s));
    QVERIFY(!isPrimary(window, "answerCheckButton"));
    QVERIFY(!isPrimary(window, "answerReconnectButton"));
}

void DiagnoseAdviceTest::anUnsafeRequestLeadsBeforeItsClass()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, u"curl \"https://api.mintsoft.co.uk/api/Order/List?APIKey=%1\""_s.arg(secret));
    QTRY_COMPARE(AcmeWindow::text(window, "requestTitleLabel"), u"The request is unsafe"_s);
    QVERIFY2(title(window).isEmpty(), qPrintable(title(window)));
    QVERIFY(!isShown(window, "answerNextLabel"));
    QVERIFY(!isShown(window, "answerSaveButton"));
    const QString next = AcmeWindow::text(window, "requestNextLabel");
    QVERIFY2(isShown(window, "requestNextLabel")
                 && next.startsWith(u"Next: Change the request to the safe form"_s),
             qPrintable(next));
    QVERIFY(window->findChild<TextLabel *>(u"MIN-73StepLabel"_s)->isVisible());
    AcmeWindow::click(window, "answerCopyButton");
    const QString copied = QGuiApplication::clipboard()->text();
    QVERIFY2(copied.contains(u"Next: Change the request"_s) && !copied.contains(u"support of"_s)
                 && copied.contains(u"\"<Password>\""_s.replace(u'"', u"\\\""_s)),
             qPrintable(copied));
}

void DiagnoseAdviceTest::anErrorBesideARequestLeads()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window,
          u"The user is using a deprecated API Authentication method\n"
          "curl \"https://api.mintsoft.co.uk/api/Order/List?APIKey=%1\""_s.arg(secret));
    QTRY_COMPARE(title(window), u"Sign-in method no longer offered"_s);
    QVERIFY(isShown(window, "requestTitleLabel"));
    QVERIFY(!isShown(window, "requestNextLabel"));
    QVERIFY(isShown(window, "answerNextLabel"));
    QVERIFY(child<QWidget>(window, "answerTitleLabel")->mapTo(window, QPoint()).y()
            < child<QWidget>(window, "requestTitleLabel")->mapTo(window, QPoint()).y());
}

void DiagnoseAdviceTest::readingIsShownUntilTheAnswer()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    QVERIFY(!isShown(window, "diagnoseReadingLabel"));
    paste(window, expired);
    QVERIFY(isShown(window, "diagnoseReadingLabel"));
    QVERIFY(!isShown(window, "diagnoseEmptyLabel"));
    QVERIFY(!isShown(window, "errorExampleButton"));
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    QVERIFY(!isShown(window, "diagnoseReadingLabel"));
    AcmeWindow::click(window, "diagnoseClearButton");
    QVERIFY(!isShown(window, "diagnoseReadingLabel"));
    QVERIFY(isShown(window, "diagnoseEmptyLabel"));
}

void DiagnoseAdviceTest::anotherTextTakesTheOldAnswerAway()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    paste(window, expired);
    QTRY_COMPARE(title(window), u"Sign-in expired"_s);
    QTest::keyClicks(field(window), u" and"_s);
    QVERIFY2(!title(window).isEmpty(), "who types keeps it");
    field(window)->selectAll();
    paste(window, u"HTTP 401 {\"error\":\"invalid_client\"}"_s);
    QVERIFY(title(window).isEmpty());
    QVERIFY(isShown(window, "diagnoseReadingLabel"));
    QTRY_VERIFY(title(window).startsWith(u"App credentials"_s));
}

void DiagnoseAdviceTest::noLineIsCutInHalf()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    PasteField *text = field(window);
    text->take(QString(u"order exported\n"_s).repeated(200));
    const int line = text->fontMetrics().lineSpacing();
    for (const int height : {600, 607, 613, 641}) {
        window->resize(800, height);
        QTRY_COMPARE(window->height(), height);
        QTRY_COMPARE((text->viewport()->height() - int(text->document()->documentMargin())) % line,
                     0);
    }
    QVERIFY(text->viewport()->height() >= 4 * line);
}

void DiagnoseAdviceTest::buttonsShareARow()
{
    AcmeWindow acme;
    acme.addRed();
    MainWindow *window = openPage(acme);
    window->resize(800, 600);
    paste(window, expired);
    choose(window, "diagnoseConnectionComboBox", u"Web shop"_s);
    QTRY_VERIFY(isShown(window, "answerReconnectButton"));
    const QStringList names {u"answerReconnectButton"_s, u"answerCheckButton"_s,
                             u"answerCopyButton"_s, u"answerSaveButton"_s};
    // A little too narrow for all, and wide enough for more than one.
    auto *row = child<QWidget>(window, "answerCheckButton")->parentWidget();
    int all = -1;
    for (const QString &name : names)
        all += window->findChild<QWidget *>(name)->sizeHint().width() + 8;
    row->resize(all - 20, row->height());
    QCoreApplication::sendPostedEvents();
    QSet<int> rows;
    for (const QString &name : names)
        rows.insert(window->findChild<QWidget *>(name)->y());
    QCOMPARE(rows.size(), 2);
}

void DiagnoseAdviceTest::theAnswerIsInViewInASmallWindow()
{
    const QFont before = QApplication::font();
    QFont large = before;
    large.setPointSizeF(2 * before.pointSizeF());
    QApplication::setFont(large);
    const auto restore = qScopeGuard([&] { QApplication::setFont(before); });
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    window->resize(800, 600);
    QString log = QString(u"order exported\n"_s).repeated(4000);
    log += expired;
    for (const QString &text : {expired, log}) {
        paste(window, text);
        QTRY_COMPARE(title(window), u"Sign-in expired"_s);
        const auto *meaning = child<QWidget>(window, "answerMeaningLabel");
        QTRY_VERIFY(meaning->visibleRegion().boundingRect().height()
                    > 3 * meaning->fontMetrics().height());
        AcmeWindow::click(window, "diagnoseClearButton");
    }
}

void DiagnoseAdviceTest::theMarkOfASecretIsTranslated()
{
    AcmeWindow acme;
    MainWindow *window = openPage(acme);
    PseudoLocale pseudo;
    QCoreApplication::installTranslator(&pseudo);
    const QString text = QString(u"Authorization: Bearer "_s + secret + u'\n' + expired);
    paste(window, text);
    QTRY_VERIFY(marked(window).contains(u"invalid_grant"_s));
    QVERIFY(!field(window)->toPlainText().contains(u"‹hidden›"_s));
    QVERIFY(field(window)->toPlainText().contains(u"‹hîddéñ›"_s));
    // What is edited is read as it would be in English.
    field(window)->moveCursor(QTextCursor::End);
    QTest::keyClicks(field(window), u"!"_s);
    QCOMPARE(field(window)->text(),
             QString(u"Authorization: Bearer ‹hidden›\n"_s + expired + u'!'));
    QTRY_VERIFY(marked(window).contains(u"invalid_grant"_s));
    QVERIFY(field(window)->document()->isUndoAvailable()); // nothing was hidden anew
}

RELINK_TEST(DiagnoseAdviceTest)

} // namespace relink::test

#include "diagnoseadvicetest.moc"
