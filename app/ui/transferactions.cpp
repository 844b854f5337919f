// SPDX-FileCopyrightText: 2026 The Relink developers
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/transferactions.h"

#include "core/rules/plaintext.h"
#include "services/connectionmanager.h"
#include "services/providercatalogue.h"
#include "ui/confirmdialog.h"
#include "words/transferwords.h"
#include "words/words.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QProgressDialog>
#include <QStandardPaths>

namespace relink {

namespace {

//! A list that goes on for longer is counted instead.
constexpr qsizetype longestList = 12;
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

//! At most `most` of them, the rest counted.
QString bulleted(const QStringList &lines, qsizetype most = longestList)
{
    QStringList shown = lines.mid(0, most);
    if (lines.size() > most)
        shown.append(TransferActions::tr("and %n more", nullptr, int(lines.size() - most)));
    return QStringLiteral("• ") + shown.join(QStringLiteral("\n• "));
}

//! What of a file is not taken over, and why.
QStringList leftOut(const ImportPlan &plan)
{
    QStringList taken;
    QStringList missing;
    for (const auto &[entry, why] : plan.skipped)
        (why == ImportPlan::Skipped::NameTaken ? taken : missing).append(plainText(entry.name, 60));
    QStringList paragraphs;
    if (!taken.isEmpty()) {
        paragraphs.append(TransferActions::tr("Left out, for their names are taken here:") + u'\n'
                          + bulleted(taken));
    }
    if (!missing.isEmpty()) {
        paragraphs.append(TransferActions::tr("Left out, for their providers are not here (%1):")
                              .arg(plainText(plan.missingPacks.join(QStringLiteral(", ")), 200))
                          + u'\n' + bulleted(missing));
    }
    QStringList unpaired;
    for (const auto &[pair, why] : plan.unpaired)
        unpaired.append(words::unpaired(pair, why));
    if (!unpaired.isEmpty())
        paragraphs.append(bulleted(unpaired));
    return paragraphs;
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
    const QStringList left = leftOut(*plan);
    if (plan->isEmpty()) {
        return tell(QStringLiteral("importProblem"), tr("There is nothing to import"),
                    left.isEmpty() ? tr("The file has no connections.")
                                   : left.join(QStringLiteral("\n\n")));
    }
    const qsizetype count = plan->adding.size();
    auto *dialog = new ConfirmDialog(QStringLiteral("import"),
                                     count == 0       ? tr("Import the pairs?")
                                         : count == 1 ? tr("Import this connection?")
                                                      : tr("Import these connections?"),
                                     (whatComes(*plan) + left).join(QStringLiteral("\n\n")),
                                     tr("&Import"), m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, plan = *plan] { add(plan); });
    dialog->open();
}

QStringList TransferActions::whatComes(const ImportPlan &plan) const
{
    QStringList paragraphs;
    QStringList adding;
    for (const Connection &connection : plan.adding)
        adding.append(described(connection));
    if (!adding.isEmpty()) {
        paragraphs.append(bulleted(adding));
        paragraphs.append(
            tr("They are added without any secret: authorise each of them afterwards."));
    }
    QStringList servers;
    for (const BroughtServers &brought : plan.servers) {
        //: A connection and the servers it signs in at
        servers.append(tr("%1: %2").arg(plainText(brought.name, 60),
                                        plainText(brought.servers.join(QStringLiteral(", ")))));
    }
    if (!servers.isEmpty()) {
        paragraphs.append(tr("The file names the servers where you will sign in. Import it only if "
                             "you know them:")
                          + u'\n' + bulleted(servers, servers.size()));
    }
    QStringList pairs;
    for (const Integration &pair : plan.pairs)
        pairs.append(plainText(pair.name, 60));
    if (!pairs.isEmpty())
        paragraphs.append(tr("Pairs that are made:") + u'\n' + bulleted(pairs));
    return paragraphs;
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
                 if (added)
                     return tellAdded(plan);
                 if (!added.error().is(code::cancelled)) {
                     tell(QStringLiteral("importProblem"), tr("The connections were not imported"),
                          words::failure(added.error(), {}));
                 }
             });
}

void TransferActions::tellAdded(const ImportPlan &plan)
{
    if (!plan.adding.isEmpty())
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
