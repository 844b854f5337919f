// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transferactions.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/confirmdialog.h"
#include "words/words.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QStandardPaths>

namespace relink {

namespace {

//! A list that goes on for longer is counted instead.
constexpr qsizetype longestList = 12;
constexpr qsizetype longestReasons = 5;

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

QString TransferActions::described(const Connection &connection) const
{
    const auto face = m_surroundings.manager.catalogue().face(connection.provider);
    const QString provider = plainText(face ? face->name : connection.provider, 60);
    //: A connection's name and its provider
    return tr("%1 (%2)").arg(plainText(connection.name, 60), provider);
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
    QStringList adding;
    for (const Connection &connection : plan->adding)
        adding.append(described(connection));
    QStringList taken;
    QStringList missing;
    for (const auto &[entry, why] : plan->skipped) {
        (why == ImportPlan::Skipped::NameTaken ? taken : missing).append(plainText(entry.name, 60));
    }
    const auto list = [](const QStringList &names) {
        QStringList shown = names.mid(0, longestList);
        if (names.size() > longestList)
            shown.append(tr("and %n more", nullptr, int(names.size() - longestList)));
        return shown.join(QStringLiteral("\n• "));
    };
    QStringList paragraphs;
    if (!adding.isEmpty()) {
        paragraphs.append(QStringLiteral("• ") + list(adding));
        paragraphs.append(
            tr("They are added without any secret: authorise each of them afterwards."));
    }
    if (!taken.isEmpty())
        paragraphs.append(tr("Left out, for their names are taken here:") + QStringLiteral("\n• ")
                          + list(taken));
    if (!missing.isEmpty()) {
        paragraphs.append(tr("Left out, for their providers are not here (%1):")
                              .arg(plainText(plan->missingPacks.join(QStringLiteral(", ")), 200))
                          + QStringLiteral("\n• ") + list(missing));
    }
    if (adding.isEmpty()) {
        return tell(QStringLiteral("importProblem"), tr("There is nothing to import"),
                    paragraphs.isEmpty() ? tr("The file has no connections.")
                                         : paragraphs.join(QStringLiteral("\n\n")));
    }
    auto *dialog = new ConfirmDialog(
        QStringLiteral("import"),
        adding.size() == 1 ? tr("Import this connection?") : tr("Import these connections?"),
        paragraphs.join(QStringLiteral("\n\n")), tr("&Import"), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, plan = *plan] { add(plan); });
    dialog->open();
}

void TransferActions::add(const ImportPlan &plan)
{
    if (const Result<Done> added = carryOut(m_surroundings.manager, plan); !added) {
        return tell(QStringLiteral("importProblem"), tr("The connections were not imported"),
                    words::failure(added.error(), {}));
    }
    Q_EMIT imported(plan.adding.first().id);
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
