// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transferactions.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/confirmdialog.h"
#include "ui/importdialog.h"
#include "words/words.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QProgressDialog>
#include <QStandardPaths>

namespace relink {

namespace {

constexpr qsizetype longestReasons = 5;
//! Milliseconds; whoever waits for longer sees what for.
constexpr int patience = 1000;

QString documents()
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return folder.isEmpty() ? QDir::homePath() : folder;
}

QFileDialog *fileDialog(QWidget *window, const QString &objectName, const QString &title)
{
    auto *dialog = new QFileDialog(window, title, documents());
    dialog->setObjectName(objectName);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setDefaultSuffix(QStringLiteral("json"));
    return dialog;
}

} // namespace

TransferActions::TransferActions(const Surroundings &surroundings, QWidget *window)
    : QObject(window)
    , m_surroundings(surroundings)
    , m_window(window)
    , m_export(new QAction(tr("E&xport connections…"), this))
    , m_import(new QAction(tr("Impor&t connections…"), this))
{
    m_export->setObjectName(QStringLiteral("exportAction"));
    m_import->setObjectName(QStringLiteral("importAction"));
    connect(m_export, &QAction::triggered, this, &TransferActions::chooseExport);
    connect(m_import, &QAction::triggered, this, &TransferActions::chooseImport);
}

void TransferActions::fillMenu(QMenu *menu) const
{
    menu->addAction(m_export);
    menu->addAction(m_import);
}

void TransferActions::chooseExport()
{
    QFileDialog *dialog
        = fileDialog(m_window, QStringLiteral("exportFileDialog"), tr("Export connections"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(QStringLiteral("relink-connections.json"));
    connect(dialog, &QFileDialog::fileSelected, this, &TransferActions::exportTo);
    dialog->open();
}

void TransferActions::chooseImport()
{
    QFileDialog *dialog
        = fileDialog(m_window, QStringLiteral("importFileDialog"), tr("Import connections"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Exported connections (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, &TransferActions::importFrom);
    dialog->open();
}

void TransferActions::exportTo(const QString &fileName)
{
    const ConnectionExport document = exportOf(m_surroundings.manager);
    // Whether an existing file is to be replaced has been asked with its name.
    const Result<Done> written = writeExport(document, fileName, true);
    if (!written) {
        return tell(QStringLiteral("exported"), tr("The connections were not exported"),
                    words::failure(written.error(), {}));
    }
    const int count = int(document.connections.size());
    const QString text = (count == 1 ? tr("One connection was written to %1.")
                                     : tr("%n connections were written to %1.", nullptr, count))
                             .arg(plainText(fileName))
        + QLatin1Char(' ')
        + tr("No secret is in the file. On the other computer choose Import connections and "
             "authorise each of them there.");
    tell(QStringLiteral("exported"), tr("The connections are exported"), text,
         document.ownPacks.isEmpty() ? QString() : tr("Take along the files of your own providers"),
         plainText(document.ownPacks.join(QStringLiteral(", "))));
}

void TransferActions::importFrom(const QString &fileName)
{
    const auto plan = planImportOf(m_surroundings.manager, fileName);
    if (!plan) {
        QStringList reasons;
        for (const PackProblem &problem : plan.error().mid(0, longestReasons))
            reasons.append(plainText(
                problem.path + QStringLiteral(": ") + words::packText(problem.reason), 200));
        return tell(QStringLiteral("importProblem"), tr("This file cannot be imported"),
                    tr("Nothing was added. Export the connections again on the other computer."),
                    tr("What is wrong"), reasons.join(QLatin1Char('\n')));
    }
    if (plan->isEmpty()) {
        QStringList left;
        for (const ImportDialog::Section &section : ImportDialog::leftOut(*plan))
            left.append(section.caption + u'\n' + section.text);
        return tell(QStringLiteral("importProblem"), tr("There is nothing to import"),
                    left.isEmpty() ? tr("The file has no connections.")
                                   : left.join(QStringLiteral("\n\n")));
    }
    auto *dialog = new ImportDialog(m_surroundings.manager.catalogue(), *plan, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, plan = *plan] { add(plan); });
    dialog->open();
}

void TransferActions::add(const ImportPlan &plan)
{
    auto stop = std::make_shared<std::stop_source>();
    auto *waiting
        = new QProgressDialog(tr("The connections are being added…"), tr("Cancel"), 0, 0, m_window);
    waiting->setObjectName(QStringLiteral("importProgressDialog"));
    waiting->setWindowTitle(tr("Import connections"));
    waiting->setWindowModality(Qt::WindowModal);
    waiting->setAutoReset(false);
    waiting->setMinimumDuration(patience);
    connect(waiting, &QProgressDialog::canceled, this, [stop] { stop->request_stop(); });
    whenDone(carryOut(m_surroundings.manager, plan, stop->get_token()), this,
             [this, plan, stop, waiting](const Result<Done> &added) {
                 waiting->disconnect(this);
                 delete waiting;
                 if (added && !plan.adding.isEmpty())
                     Q_EMIT imported(plan.adding.first().id);
                 if (added)
                     return;
                 if (!added.error().is(code::cancelled)) {
                     tell(QStringLiteral("importProblem"), tr("The connections were not imported"),
                          words::failure(added.error(), {}));
                 }
             });
}

void TransferActions::tell(const QString &objectName, const QString &title, const QString &text,
                           const QString &caption, const QString &list)
{
    auto *dialog = new OutcomeDialog(objectName, title, text, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (!caption.isEmpty())
        dialog->setSteps(caption, list);
    dialog->open();
}

} // namespace relink
