// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/acmewindow.h"

#include <QApplication>
#include <QPlainTextEdit>

namespace relink::test {

AcmeWindow::AcmeWindow() = default;
AcmeWindow::~AcmeWindow()
{
    window.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

void AcmeWindow::open()
{
    (void)fixture.manager->load();
    window = std::make_unique<MainWindow>(Surroundings {*fixture.manager,
                                                        fixture.fakes.clock,
                                                        [this](const QUrl &url) {
                                                            opened.append(url);
                                                            return true;
                                                        },
                                                        {},
                                                        false});
    window->load();
    window->resize(1280, 800);
    window->show();
    QApplication::setActiveWindow(window.get());
    (void)QTest::qWaitForWindowExposed(window.get());
}

ConnectionId AcmeWindow::addRed(const QString &name)
{
    const ConnectionId id = fixture.connected(name);
    fixture.fakes.probe.answers.append(
        jsonAnswer(401, R"({"error":"invalid_token","error_description":"token was revoked"})"));
    fixture.fakes.tokenEndpoint.answers.append(
        jsonAnswer(400, R"({"error":"invalid_grant","error_description":"grant is gone"})"));
    (void)outcomeOf(fixture.manager->check(id));
    return id;
}

QString AcmeWindow::text(const QWidget *parent, const char *objectName)
{
    const QWidget *found = child<QWidget>(parent, objectName);
    if (const auto *label = qobject_cast<const QLabel *>(found))
        return label->text();
    if (const auto *line = qobject_cast<const QLineEdit *>(found))
        return line->text();
    if (const auto *lines = qobject_cast<const QPlainTextEdit *>(found))
        return lines->toPlainText();
    if (const auto *button = qobject_cast<const QAbstractButton *>(found))
        return QString(button->text()).remove(u'&');
    return {};
}

void AcmeWindow::click(const QWidget *parent, const char *objectName)
{
    auto *button = child<QAbstractButton>(parent, objectName);
    QVERIFY2(button && button->isVisible() && button->isEnabled(), objectName);
    QTest::mouseClick(button, Qt::LeftButton);
}

void AcmeWindow::type(const QWidget *parent, const char *objectName, const QString &text)
{
    auto *line = child<QLineEdit>(parent, objectName);
    QVERIFY2(line && line->isVisible(), objectName);
    line->setFocus();
    line->selectAll();
    QTest::keyClicks(line, text);
}

QWidget *awaitDialog(const char *objectName)
{
    QWidget *found = nullptr;
    (void)QTest::qWaitFor([&] { return (found = dialog(objectName)) != nullptr; }, 2000);
    if (!found)
        qWarning("no dialog %s", objectName);
    return found;
}

} // namespace relink::test
