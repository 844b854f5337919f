// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "services/managerfixture.h"
#include "ui/mainwindow.h"
#include "ui/stage.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

#include <memory>

namespace relink::test {

//! A window over a manager on fakes with the provider "Acme", driven like a person would.
class AcmeWindow
{
public:
    AcmeWindow();
    ~AcmeWindow();

    void open();
    //! A connection whose grant the provider has ended: red.
    ConnectionId addRed(const QString &name = QStringLiteral("Web shop"));

    //! Text of a label or line anywhere under the parent; fails softly when it is missing.
    static QString text(const QWidget *parent, const char *objectName);
    static void click(const QWidget *parent, const char *objectName);
    static void type(const QWidget *parent, const char *objectName, const QString &text);

    ManagerFixture fixture;
    QList<QUrl> opened;
    std::unique_ptr<MainWindow> window;
};

//! Waits for a dialog of that name.
QWidget *awaitDialog(const char *objectName);

} // namespace relink::test
